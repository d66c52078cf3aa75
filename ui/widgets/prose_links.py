"""Links made of what is selected in the editor."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from ui.widgets.prose_positions import Positions

_KEEP = QTextCursor.MoveMode.KeepAnchor
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s()<>]+", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")


def address_in(text: str) -> str:
    """The address a text is, without the space around it; empty where it is something else."""
    found = _ADDRESS.fullmatch(text.strip())
    return found[0] if found else ""


def can_link(cursor: QTextCursor) -> bool:
    """Whether the selection can be the words of a link: some of one line, and no address."""
    text = cursor.selectedText()
    one_line = "\u2029" not in text and "\u2028" not in text
    return bool(text.strip()) and one_line and not address_in(text) and not set(text) & set("[]")


def link_to(cursor: QTextCursor, address: str) -> None:
    """Make the selection a link to an address."""
    cursor.insertText(f"[{cursor.selectedText()}]({address})")


def toggle_link(cursor: QTextCursor) -> None:
    """Make the selection a link, with the cursor where its other half goes; a link is undone.

    An address becomes one without words yet, words become one without an address.
    """
    text = cursor.selectedText()
    start = cursor.selectionStart()
    whole = _LINK.fullmatch(text)
    if whole:
        words = whole[1] or whole[2]
        cursor.insertText(words)
        _select(cursor, start, words)
    elif address_in(text):
        cursor.insertText(f"[]({text.strip()})")
        cursor.setPosition(start + 1)
    elif can_link(cursor):
        cursor.insertText(f"[{text}]()")
        cursor.movePosition(QTextCursor.MoveOperation.Left)
    elif not text:
        cursor.insertText("[]()")
        cursor.setPosition(start + 1)


def _select(cursor: QTextCursor, start: int, text: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + Positions(text).unit(len(text)), _KEEP)
