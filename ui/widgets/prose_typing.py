"""The editor's habits: what Enter, Tab, bold and italic do to the text under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.widgets.prose_marks import Item, item_of
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock

INDENT = " " * 4
_KEEP = QTextCursor.MoveMode.KeepAnchor


def item_at(cursor: QTextCursor) -> Item | None:
    """The list item or quotation the cursor's line begins; none inside a code fence."""
    block = cursor.block()
    return None if in_fence(block) else item_of(block.text())


def break_line(cursor: QTextCursor) -> None:
    """Start the next line, going on with a list or quotation; an empty item ends instead."""
    item = None if cursor.hasSelection() else item_at(cursor)
    cursor.beginEditBlock()
    if item is None or _character(cursor) < item.end:
        cursor.insertBlock()
    elif cursor.block().text()[item.end :].strip():
        cursor.insertBlock()
        cursor.insertText(item.following)
    elif item.indent:
        outdent(cursor)
    else:
        _select_line(cursor)
        cursor.insertText(item.front)
    cursor.endEditBlock()


def indent(cursor: QTextCursor) -> None:
    """Move the cursor's lines one level in."""
    _each_line(cursor, _insert_indent)


def outdent(cursor: QTextCursor) -> None:
    """Move the cursor's lines one level out, as far as they are in."""
    _each_line(cursor, _remove_indent)


def toggle_mark(cursor: QTextCursor, mark: str) -> None:
    """Put a mark (such as `*` or `**`) around the selection or take it away, and keep it selected.

    Without a selection both marks are set and the cursor stands between them; the same keys
    again go on behind them, or take them away where nothing was written. A selection over several
    lines is marked line by line, as emphasis does not reach over lines.
    """
    portions = _portions(cursor)
    cursor.beginEditBlock()
    if len(portions) == 1:
        _toggle(cursor, *portions[0], mark)
    elif portions:
        _toggle_all(cursor, portions, mark)
    else:
        _mark_here(cursor, mark)
    cursor.endEditBlock()


def _mark_here(cursor: QTextCursor, mark: str) -> None:
    """Begin marked words at the cursor, or end the ones it stands in."""
    cursor.clearSelection()
    here, width = cursor.position(), len(mark)
    block = cursor.block()
    item = item_at(cursor)
    first = block.position() + (Positions(block.text()).unit(item.end) if item else 0)
    before = _between(cursor, first, max(first, here))
    after = _between(cursor, here, block.position() + block.length() - 1)
    if _holds(before[::-1], after, mark):
        _replace(cursor, here - width, here + width, "")
    elif _is_open(before, mark) and _holds(after, after, mark):
        cursor.setPosition(here + width)
    else:
        cursor.insertText(mark + mark)
        cursor.setPosition(here + width)


def _is_open(before: str, mark: str) -> bool:
    """Whether the line so far begins marked words and does not end them."""
    strong = before.count("**")
    signs = strong if len(mark) > 1 else before.count(mark) - 2 * strong
    return signs % 2 == 1


def _toggle_all(cursor: QTextCursor, portions: list[tuple[int, int]], mark: str) -> None:
    document = cursor.document()
    length = document.characterCount()
    for start, end in reversed(portions):
        _toggle(cursor, start, end, mark)
    cursor.setPosition(portions[0][0])
    cursor.setPosition(portions[-1][1] + document.characterCount() - length, _KEEP)


def _toggle(cursor: QTextCursor, start: int, end: int, mark: str) -> None:
    width = len(mark)
    text = _between(cursor, start, end)
    before, after = _between(cursor, start - 3, start), _between(cursor, end, end + 3)
    if _holds(before[::-1], after, mark):
        _replace(cursor, start - width, end + width, text)
    elif len(text) > 2 * width and _holds(text, text[::-1], mark):
        _replace(cursor, start, end, text[width:-width])
    else:
        _replace(cursor, start, end, mark + text + mark)
        cursor.setPosition(start + width)
        cursor.setPosition(start + width + _units(text), _KEEP)


def _holds(one_side: str, other_side: str, mark: str) -> bool:
    """Whether both sides begin with the mark; two stars are strong, and no emphasis."""
    signs = min(len(side) - len(side.lstrip(mark[0])) for side in (one_side, other_side))
    return signs >= len(mark) and (len(mark) > 1 or signs % 2 == 1)


def _replace(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    cursor.insertText(text)
    cursor.setPosition(start)
    cursor.setPosition(start + _units(text), _KEEP)


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    """The text between two positions, cut off at the ends of the document."""
    document = cursor.document()
    probe = QTextCursor(document)
    probe.setPosition(max(start, 0))
    probe.setPosition(min(end, document.characterCount() - 1), _KEEP)
    return probe.selectedText()


def _portions(cursor: QTextCursor) -> list[tuple[int, int]]:
    """The written part of each selected line, without the space around it."""
    portions = []
    for block in _blocks(cursor):
        start = max(cursor.selectionStart(), block.position())
        end = min(cursor.selectionEnd(), block.position() + block.length() - 1)
        text = _between(cursor, start, end)
        if text.strip():
            lead = len(text) - len(text.lstrip())
            portions.append((start + lead, start + lead + _units(text.strip())))
    return portions


def _each_line(cursor: QTextCursor, change: Callable[[QTextCursor], None]) -> None:
    cursor.beginEditBlock()
    for block in _blocks(cursor):
        change(QTextCursor(block))
    cursor.endEditBlock()


def _insert_indent(cursor: QTextCursor) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=_front(cursor))
    cursor.insertText(INDENT)


def _remove_indent(cursor: QTextCursor) -> None:
    front = _front(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=front)
    text = cursor.block().text()[front:]
    width = 1 if text.startswith("\t") else min(len(text) - len(text.lstrip(" ")), len(INDENT))
    cursor.movePosition(QTextCursor.MoveOperation.Right, _KEEP, width)
    cursor.removeSelectedText()


def _front(cursor: QTextCursor) -> int:
    """How much of a line are the marks of quotation before an item."""
    item = item_of(cursor.block().text())
    return len(item.front) if item else 0


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    blocks = []
    while block.isValid() and block.position() <= cursor.selectionEnd():
        blocks.append(block)
        block = block.next()
    return blocks


def _select_line(cursor: QTextCursor) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)


def _character(cursor: QTextCursor) -> int:
    return Positions(cursor.block().text()).character(cursor.positionInBlock())


def in_fence(block: QTextBlock) -> bool:
    """Whether a line stands between two fences, or ends such code."""
    before = block.previous()
    return before.isValid() and before.userState() > 0


def _units(text: str) -> int:
    return Positions(text).unit(len(text))
