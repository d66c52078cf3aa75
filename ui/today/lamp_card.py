"""A warm card at the side, with an icon and a name."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label


class LampCard(Card):
    """A card to keep in mind; fill `column`."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__("lamp")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 14)
        self.column.setSpacing(6)
        self.column.addLayout(heading(icon, "lamp-text", Label(words, "section", "lamp-text")))


def heading(icon: str, colour: str, words: Label) -> QHBoxLayout:
    """An icon before some words."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture(icon, colour, 16))
    row.addWidget(words)
    row.addStretch()
    return row
