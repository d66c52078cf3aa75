"""What becomes of pasted text: an address makes a link, items go on with the list they meet."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from ui.widgets.prose_links import address_in, can_link, link_to
from ui.widgets.prose_marks import item_of
from ui.widgets.prose_positions import Positions
from ui.widgets.prose_typing import item_at

_KEEP = QTextCursor.MoveMode.KeepAnchor


def paste(cursor: QTextCursor, text: str) -> None:
    """Put a text in the place of the selection, in one step of undo; tabs stay tabs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    address = address_in(text)
    cursor.beginEditBlock()
    if address and can_link(cursor):
        link_to(cursor, address)
    else:
        cursor.insertText(_items(cursor, text))
    cursor.endEditBlock()


def _items(cursor: QTextCursor, text: str) -> str:
    """Items in an empty item take its place, as far in as it is; anything else stays as it is."""
    line = cursor.block().text()
    empty = None if cursor.hasSelection() else item_at(cursor)
    first = item_of(text.split("\n", 1)[0])
    if not (empty and first and empty.listed and first.listed) or line[empty.end :].strip():
        return text
    start = cursor.block().position()
    cursor.setPosition(start)
    cursor.setPosition(start + Positions(line).unit(len(line)), _KEEP)
    margin = empty.front + empty.indent
    return "\n".join(margin + row if row.strip() else row for row in text.split("\n"))
