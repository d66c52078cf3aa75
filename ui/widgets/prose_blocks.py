"""Whole lines of the editor changed at once: one step of undo, with the selection kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.widgets.prose_lines import Lines
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock

_KEEP = QTextCursor.MoveMode.KeepAnchor


def change_lines(cursor: QTextCursor, change: Callable[[Lines], list[str]]) -> None:
    """Put other lines in the place of the selected ones, as far as they differ."""
    blocks = _selected(cursor)
    before = [block.text() for block in blocks]
    edit = QTextCursor(blocks[0])
    edit.beginEditBlock()
    for block, old, new in zip(blocks, before, change(before), strict=True):
        _replace(edit, block.position(), old, new)
    edit.endEditBlock()


def move_lines(cursor: QTextCursor, *, down: bool) -> None:
    """Let the selected lines change places with the line below or above them."""
    blocks = _selected(cursor)
    first, last = blocks[0], blocks[-1]
    other = last.next() if down else first.previous()
    if not other.isValid():
        return
    # The text that moves is the other line's: so what is selected stays selected.
    text = other.text()
    edit = QTextCursor(cursor.document())
    edit.beginEditBlock()
    if down:
        edit.setPosition(first.position())
        edit.insertText(f"{text}\n")
        edit.setPosition(other.position() - 1)
        edit.setPosition(other.position() + other.length() - 1, _KEEP)
    else:
        cursor.setKeepPositionOnInsert(True)
        edit.setPosition(last.position() + last.length() - 1)
        edit.insertText(f"\n{text}")
        cursor.setKeepPositionOnInsert(False)
        edit.setPosition(other.position())
        edit.setPosition(first.position(), _KEEP)
    edit.removeSelectedText()
    edit.endEditBlock()


def _selected(cursor: QTextCursor) -> list[QTextBlock]:
    """The lines that are selected; one whose beginning only is reached does not count."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    blocks = [block]
    while block.next().isValid() and block.next().position() < end:
        block = block.next()
        blocks.append(block)
    return blocks


def _replace(edit: QTextCursor, place: int, old: str, new: str) -> None:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start + end == len(old) == len(new):
        return
    positions = Positions(old)
    edit.setPosition(place + positions.unit(start))
    edit.setPosition(place + positions.unit(len(old) - end), _KEEP)
    edit.insertText(new[start : len(new) - end])
