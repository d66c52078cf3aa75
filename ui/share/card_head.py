"""The head of a card of step 3: an icon and what the card is about."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.icons import Picture
from ui.widgets.text import Label


def card_head(icon: str, words: str, colour: str = "text") -> QHBoxLayout:
    """A row with an icon and words, to which a control may be added."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture(icon, colour))
    row.addWidget(Label(words, "section", colour), 1)
    return row
