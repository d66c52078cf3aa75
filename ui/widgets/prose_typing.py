"""The editor's habits: what Enter, Tab, bold and italic do to the text under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.widgets.prose_marks import Item, fence_after, item_of
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

INDENT = " " * 4
_KEEP = QTextCursor.MoveMode.KeepAnchor


def item_at(cursor: QTextCursor) -> Item | None:
    """The list item or quotation the cursor's line begins; none inside a code fence."""
    block = cursor.block()
    return None if _in_fence(block) else item_of(block.text())


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
        cursor.removeSelectedText()
    cursor.endEditBlock()


def indent(cursor: QTextCursor) -> None:
    """Move the cursor's lines one level in."""
    _each_line(cursor, _insert_indent)


def outdent(cursor: QTextCursor) -> None:
    """Move the cursor's lines one level out, as far as they are in."""
    _each_line(cursor, _remove_indent)


def toggle_mark(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Put a mark around the selection or take it away; returns the selection as it is then.

    Without a selection both marks are set and the cursor stands between them. A selection over
    several lines is marked line by line, as emphasis does not reach over lines.
    """
    cursor.beginEditBlock()
    if cursor.hasSelection():
        for start, end in reversed(_portions(cursor)):
            _toggle(cursor, start, end, mark)
    else:
        cursor.insertText(mark + mark)
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(mark))
    cursor.endEditBlock()
    return cursor


def _toggle(cursor: QTextCursor, start: int, end: int, mark: str) -> None:
    width = len(mark)
    text = _between(cursor, start, end)
    around = _between(cursor, start - width, end + width)
    if around == mark + text + mark and not _doubled(cursor, start, end, mark):
        _replace(cursor, start - width, end + width, text)
    elif len(text) > 2 * width and text.startswith(mark) and text.endswith(mark):
        _replace(cursor, start, end, text[width:-width])
    else:
        _replace(cursor, start, end, mark + text + mark)
        cursor.setPosition(start + width)
        cursor.setPosition(cursor.position() + _units(text), _KEEP)


def _doubled(cursor: QTextCursor, start: int, end: int, mark: str) -> bool:
    """Whether what looks like one star around the selection is half of a strong mark."""
    if mark != "*":
        return False
    wide = _between(cursor, start - 2, end + 2)
    wider = _between(cursor, start - 3, end + 3)
    return wide.startswith("**") and wide.endswith("**") and not wider.startswith("***")


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


def _each_line(cursor: QTextCursor, change: object) -> None:
    raise NotImplementedError


def _in_fence(block: QTextBlock) -> bool:
    before = block.previous()
    return before.isValid() and before.userState() > 0


def _units(text: str) -> int:
    return Positions(text).unit(len(text))
