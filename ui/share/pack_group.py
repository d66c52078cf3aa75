"""Packs under a heading, as cards."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID
from ui.share.pack_card import PackCard
from ui.widgets.text import Label

COLUMNS = 2


class PackGroup(QWidget):
    """A heading and its cards, two in a row; hidden while there are none."""

    def __init__(self, heading: str, aside: str) -> None:
        super().__init__()
        self.cards: list[PackCard] = []
        self._columns = COLUMNS
        self._filler = QWidget(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(heading, "section"), 1)
        head.addWidget(Label(aside, "caption", "text-2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_cards(self, cards: list[PackCard]) -> None:
        """Show these cards in place of those before; the focus stays on the same pack."""
        focused = next((card.pack for card in self.cards if card.hasFocus()), NO_ID)
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        self._place()
        self.setVisible(bool(cards))
        for card in cards:
            if card.pack == focused:
                card.setFocus()

    def set_columns(self, columns: int) -> None:
        """Show so many cards in a row."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
            # A layout shows what it is given later; until then, a card cannot have the focus.
            card.show()
        alone = len(self.cards) == 1 and self._columns > 1
        self._filler.setVisible(alone)
        if alone:
            self._grid.addWidget(self._filler, 0, 1)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
