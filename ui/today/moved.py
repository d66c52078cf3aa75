"""What moved since the last review, as short lines that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries.reviews import Moved, Review
from ui import labels, session_words
from ui.context import Destination
from ui.today.week import written_words
from ui.widgets.button import Button
from ui.widgets.fact_row import FactRow
from ui.widgets.tab_order import put_after
from ui.widgets.text import Label

_FEW: Final = 4
_MORE: Final = 20
_ICONS: Final = {
    Kind.ENTRY: "notebook-pen",
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.MILESTONE: "square-check",
    Kind.CHECK_IN: "chart-line",
    Kind.EXPERIENCE: "briefcase",
    Kind.SESSION: "messages-square",
    Kind.FEEDBACK: "message-square-quote",
}
_PLACES: Final = {
    Kind.ENTRY: "journal",
    Kind.STRETCH: "stretch",
    Kind.SESSION: "sessions",
    Kind.FEEDBACK: "feedback",
}


class MovedLines(QWidget):
    """A few lines, and more of them at each click."""

    went = Signal(object)

    def __init__(self, review: Review, today: date) -> None:
        super().__init__()
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        since = labels.short_day(review.since, today)
        words = self.tr("What moved since {day}").format(day=since)
        column.addWidget(Label(words, "label", "text-2"))
        if not review.moved:
            words = self.tr("Nothing was logged since then.")
            column.addWidget(Label(words, "body", "text-2", wrap=True))
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        self._left = review.moved[_FEW:]
        self.lines: list[FactRow] = []
        self._add(review.moved[:_FEW])
        self.more = Button("", "link")
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_more)
        self._say_more()

    def _add(self, found: Sequence[Moved]) -> None:
        for moved in found:
            line = self._line(moved)
            self._rows.addWidget(line)
            self.lines.append(line)

    def _line(self, moved: Moved) -> FactRow:
        aside = labels.short_day(moved.day, self._today)
        row = FactRow(self._words(moved), aside, icon=_ICONS[moved.kind])
        place = _PLACES.get(moved.opens, "plan")
        target = Destination(place, moved.id, moved.opens)
        row.clicked.connect(partial(self.went.emit, target))
        return row

    def _words(self, moved: Moved) -> str:
        if moved.kind is Kind.ENTRY:
            return written_words(moved.count, moved.evidence)
        if moved.kind is Kind.CHECK_IN:
            one, many = self.tr("A value for {title}"), self.tr("{n} values for {title}")
            return labels.counted(moved.count, one, many, title=moved.title)
        if moved.kind is Kind.SESSION:
            title = session_words.full_title(moved.title, moved.number, moved.name)
            return self.tr("Held: {title}").format(title=title)
        if moved.kind is Kind.FEEDBACK:
            known = self.tr("Feedback came back from {name}")
            return known.format(name=moved.name) if moved.name else self.tr("Feedback came back")
        words = {
            Kind.MILESTONE: self.tr("Done: {title}"),
            Kind.EXPERIENCE: self.tr("Ended: {title}"),
        }
        return words.get(moved.kind, self.tr("Closed: {title}")).format(title=moved.title)

    def _say_more(self) -> None:
        one, many = self.tr("1 more line"), self.tr("{n} more lines")
        self.more.setText(labels.counted(len(self._left), one, many))
        self.more.setVisible(bool(self._left))

    def _show_more(self) -> None:
        """Show the next lines; the focus goes on to them."""
        first = len(self.lines)
        self._add(self._left[:_MORE])
        self._left = self._left[_MORE:]
        self._say_more()
        put_after(self.lines[first - 1], *self.lines[first:])
        self.lines[first].setFocus(Qt.FocusReason.TabFocusReason)
