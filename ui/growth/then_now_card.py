"""Then and now in its card, with the two assessments that are compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charts.then_now import then_now_chart
from app.charts.then_now_layout import GROUP
from app.domain.competencies import Assessment
from app.domain.ids import NO_ID, Id
from app.domain.progress import ThenNow
from app.drawing.chart import Chart
from app.queries.growth import View
from ui.charts.then_now import then_now_words
from ui.growth.anchors import AnchorsPopover
from ui.labels import short_day
from ui.widgets.chart_card import ChartCard
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label


class ThenNowCard(ChartCard):
    """The chart of competencies; `dates_chosen` says that others are to be compared.

    `competency_asked` carries the id of the one to go to.
    """

    dates_chosen = Signal()
    competency_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.compared = ThenNow()
        self._today = date.min
        self._unfolded: str | None = None
        self._dates = QWidget()
        self.then = Choice(name=self.tr("Then"))
        self.now = Choice(name=self.tr("Now"))
        line = FlowLayout(self._dates, gap=8)
        for words, choice in ((self.tr("Compare"), self.then), (self.tr("with"), self.now)):
            line.addWidget(Label(words, "caption", "text-2"))
            line.addWidget(choice)
            choice.picked.connect(self.dates_chosen)
        self.column.insertWidget(1, self._dates)
        self.opened.connect(self._open)

    def chosen(self) -> tuple[Id, Id]:
        """The assessments to compare; NO_ID for the first and the last one."""
        return _id(self.then.value()), _id(self.now.value())

    def forget(self) -> None:
        """Compare the first and the last one again."""
        for choice in (self.then, self.now):
            choice.set_options([])

    def show_view(self, view: View, today: date, *, as_table: bool, begin: str) -> None:
        """Show the comparison, and offer the assessments of the days to choose from."""
        own = view.own
        self._dates.setVisible(len(own) > 2)  # noqa: PLR2004 - of two there is nothing to choose
        self._offer(self.then, own, own[0].id if own else NO_ID, today)
        self._offer(self.now, own, own[-1].id if own else NO_ID, today)
        self.compared, self._today = view.compared, today
        self.show_chart(self._chart_now(), as_table=as_table, begin=begin)

    # Private

    def _chart_now(self) -> Chart:
        return then_now_chart(self.compared, then_now_words(self._today), self._unfolded)

    def _open(self, kind: str, record_id: str) -> None:
        """Unfold a group, or show what the ratings of a competency meant."""
        if kind == GROUP:
            self._unfolded = record_id
            self.show_chart(self._chart_now(), as_table=self.body.is_table)
            return
        row = next((each for each in self.compared.rows if each.competency == record_id), None)
        if row is not None:
            popover = AnchorsPopover(row, self._today, self.body)
            popover.asked.connect(lambda: self.competency_asked.emit(record_id))
            popover.open_below()

    def _offer(self, choice: Choice, own: Sequence[Assessment], usual: Id, today: date) -> None:
        known = [each.id for each in own]
        kept = choice.value() if choice.value() in known else usual
        choice.set_options([(_words(each, today), each.id) for each in own])
        choice.set_value(kept)


def _words(assessment: Assessment, today: date) -> str:
    day = short_day(assessment.day, today)
    return f"{day}, {assessment.label}" if assessment.label.strip() else day


def _id(value: object) -> Id:
    return Id(value) if isinstance(value, str) else NO_ID
