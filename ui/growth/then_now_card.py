"""Then and now in its card, with the two assessments that are compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charts.then_now import then_now_chart
from app.domain.competencies import Assessment
from app.domain.ids import NO_ID, Id
from app.queries.growth import View
from ui.charts.then_now import then_now_words
from ui.labels import short_day
from ui.widgets.chart_card import ChartCard
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label


class ThenNowCard(ChartCard):
    """The chart of competencies; `dates_chosen` says that others are to be compared."""

    dates_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._dates = QWidget()
        self.then = Choice(name=self.tr("Then"))
        self.now = Choice(name=self.tr("Now"))
        line = FlowLayout(self._dates, gap=8)
        for words, choice in ((self.tr("Compare"), self.then), (self.tr("with"), self.now)):
            line.addWidget(Label(words, "caption", "text-2"))
            line.addWidget(choice)
            choice.picked.connect(self.dates_chosen)
        self.column.insertWidget(1, self._dates)

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
        chart = then_now_chart(view.compared, then_now_words(today))
        self.show_chart(chart, as_table=as_table, begin=begin)

    # Private

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
