"""Ratings below each other: what was rated, how high, what that reads as, and the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.plan import assessment_words as words
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.styling import Rule
from ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating as it is shown; level 0 is not rated."""

    competency: str
    name: str
    level: int
    anchor: str = ""
    note: str = ""
    recalibrated: bool = False


class RatedList(QWidget):
    """Ratings to read; with `changes` each has a button, and `asked` carries its place."""

    asked = Signal(int)

    def __init__(self, *, changes: bool) -> None:
        super().__init__()
        self._changes = changes
        self._shown: tuple[Rated, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_ratings(self, ratings: Sequence[Rated]) -> None:
        """Show these ratings."""
        if tuple(ratings) == self._shown:
            return
        self._shown = tuple(ratings)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, rated in enumerate(ratings):
            if place:
                self._column.addWidget(Rule())
            self._column.addWidget(self._row(place, rated))

    def _row(self, place: int, rated: Rated) -> QWidget:
        row = QWidget()
        row.setAccessibleName(words.rating_words(rated.name, rated.level, rated.anchor))
        column, head = QVBoxLayout(row), QHBoxLayout()
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(4)
        head.setSpacing(12)
        head.addWidget(Label(rated.name, "section", wrap=True), 1)
        if rated.level:
            bulbs = Bulbs(rated.name, read_only=True)
            bulbs.setValue(rated.level)
            head.addWidget(bulbs)
        else:
            head.addWidget(Label(self.tr("Not rated"), "body", "text-2"))
        if self._changes:
            head.addWidget(self._change(place, rated))
        column.addLayout(head)
        for said in _lines(rated):
            column.addWidget(said)
        if rated.recalibrated:
            seen = self.tr("Seen differently than before; nothing had changed.")
            column.addWidget(Label(seen, "caption", "text-2", wrap=True))
        return row

    def _change(self, place: int, rated: Rated) -> Button:
        change = Button(self.tr("Change"), "link")
        change.setAccessibleName(self.tr("Change {0}").format(rated.name))
        change.clicked.connect(lambda: self.asked.emit(place))
        return change


def _lines(rated: Rated) -> list[QWidget]:
    said = []
    if rated.anchor:
        said.append(Label(rated.anchor, "writing", size=15, wrap=True))
    if rated.note.strip():
        quoted = Label(rated.note.strip(), "body", "text-2", wrap=True)
        quoted.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        said.append(quoted)
    return list(said)
