"""The box of a task, checked or opened again in the Markdown it stands in."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.prose import Block, Listing, ListItem, Quotation

_LINES = re.compile("(\r[\x02\x03]*\n|\r|\n)")
_BOX = re.compile("\\[([\x02\x03]*)([ \txX])([\x02\x03]*)\\]")
"""A box as it may be typed; the two signs and a narrow tab are read over when it is parsed."""


def toggle_task(text: str, line: int) -> str:
    """The text with the first box of a line the other way; the same text where there is none.

    Lines are counted as `ListItem.source_line` counts them.
    """
    parts = _LINES.split(text)
    if 0 <= 2 * line < len(parts):
        parts[2 * line] = toggle_box(parts[2 * line])
    return "".join(parts)


def toggle_box(line: str) -> str:
    """A line with its first box checked or opened again."""
    return _BOX.sub(_toggled, line, count=1)


def _toggled(box: re.Match[str]) -> str:
    return f"[{box[1]}{' ' if box[2] in 'xX' else 'x'}{box[3]}]"


def with_task_toggled(blocks: tuple[Block, ...], line: int) -> tuple[Block, ...]:
    """The block tree as it is once the task in a line of the source is toggled."""
    return tuple(_with_toggled(block, line) for block in blocks)


def _with_toggled(block: Block, line: int) -> Block:
    if isinstance(block, Quotation):
        return Quotation(with_task_toggled(block.blocks, line))
    if not isinstance(block, Listing):
        return block
    return replace(block, items=tuple(_item_with_toggled(item, line) for item in block.items))


def _item_with_toggled(item: ListItem, line: int) -> ListItem:
    checked = not item.checked if item.source_line == line else item.checked
    return replace(item, blocks=with_task_toggled(item.blocks, line), checked=checked)
