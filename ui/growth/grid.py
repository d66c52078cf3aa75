"""Cards beside each other where there is room, else below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import current_theme, follow_theme

COLUMNS = 18
_GAP = 16


@dataclass(frozen=True, slots=True)
class Cell:
    """Cards below each other, and how many of the 18 columns they take."""

    cards: tuple[QWidget, ...]
    span: int = COLUMNS


class CardGrid(QWidget):
    """Rows of cells; in a narrow window each card has a row of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        follow_theme(self._fit)

    def show_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Place these cards; others are hidden and kept."""
        if tuple(rows) == self._rows:
            return
        for card in self._cards():
            self._grid.removeWidget(card)
            card.hide()
        self._rows = tuple(rows)
        self._stacked = None
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Place the cards as the window's width asks."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    # Private

    def _cards(self) -> list[QWidget]:
        return [card for row in self._rows for cell in row for card in cell.cards]

    def _fit(self) -> None:
        theme = current_theme()
        wide = theme.effective_width(self.window().width())
        stacked = wide < theme.breakpoint("side-panel-stack-below")
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for card in self._cards():
            self._grid.removeWidget(card)
        if stacked:
            for place, card in enumerate(self._cards()):
                self._grid.addWidget(card, place, 0, 1, COLUMNS)
        else:
            self._place()
        for card in self._cards():
            card.show()

    def _place(self) -> None:
        """Lay the cells out; the last card of one ends where the highest cell beside it does."""
        line = 0
        for row in self._rows:
            lines, column = max(len(cell.cards) for cell in row), 0
            for cell in row:
                for place, card in enumerate(cell.cards):
                    last = place == len(cell.cards) - 1
                    height = lines - place if last else 1
                    self._grid.addWidget(card, line + place, column, height, cell.span)
                column += cell.span
            line += lines
