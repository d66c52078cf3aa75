"""What every section of the side panel has: a heading, something beside it, and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.journal import OpenEntry
from ui.widgets.text import Label

_GAP = 4


class PanelSection(QWidget):
    """A section of "About this entry"; a subclass shows what it knows of the entry.

    `head` is the line of the heading: put a button or a count at its end. `rows` is what stands
    below it.
    """

    arranged = Signal()
    """Other rows are shown, which Tab has to visit in their place."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.head, self.rows = QHBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self.head.addWidget(Label(title, "section"), 1)
        self.rows.setSpacing(0)
        column.addLayout(self.head)
        column.addLayout(self.rows)

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show what belongs to an entry; None for a blank one that has no row yet."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these widgets below the heading in place of the ones before."""
        focused = self._focused()
        while item := self.rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self.rows.addWidget(row)
            # Qt would show it only later, and what is not shown cannot have the focus.
            row.show()
        self.arranged.emit()
        if focused >= 0 and rows:
            # Where a row was removed, the focus goes to the one that took its place.
            rows[min(focused, len(rows) - 1)].setFocus()

    def _focused(self) -> int:
        places = range(self.rows.count())
        widgets = [(place, item.widget()) for place in places if (item := self.rows.itemAt(place))]
        return next((place for place, widget in widgets if widget and widget.hasFocus()), -1)
