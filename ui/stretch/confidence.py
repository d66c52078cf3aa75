"""Confidence from check-in to check-in: the chart or the table, and what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charts.stretch import Flag, stretch_chart
from app.domain.ids import Kind
from app.domain.progress import Trend
from ui.charts.stretch import stretch_words
from ui.context import Context
from ui.stretch.check_in_table import CheckInTable
from ui.widgets.button import Button
from ui.widgets.chart_body import ChartBody
from ui.widgets.text import Label

_CHOICE, _TABLE, _CHART = "stretch.check_ins", "table", "chart"


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the chart is made of; laying out that of many check-ins takes a while."""

    trend: Trend
    flags: tuple[Flag, ...]
    is_open: bool
    today: date
    as_table: bool


class Confidence(QWidget):
    """Heading, chart or table, the marked check-in, and the trend in a sentence.

    `opened` and `trash_asked` carry the id of a check-in, `attempt_opened` that of an attempt,
    `asked` asks for a new check-in.
    """

    opened = Signal(str)
    attempt_opened = Signal(str)
    trash_asked = Signal(str)
    asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: _Shown | None = None
        self.heading = Label(self.tr("Confidence check-ins"), "section")
        self.swap = Button("", "link")
        self.copy = Button(self.tr("Copy as text"), "link", icon="copy")
        self.table = CheckInTable()
        self.body = ChartBody(table=self.table)
        self.chart = self.body.view
        self.sentence = Label("", "body", "text-2", wrap=True)
        self.begin = Button(self.tr("Check in for the first time"), "link", icon="gauge")
        self._lay_out()
        self._connect()

    # Methods

    def show_trend(self, trend: Trend, flags: tuple[Flag, ...] = (), *, is_open: bool) -> None:
        """Show the trend; where it is open, time runs on until today."""
        shown = _Shown(trend, flags, is_open, self._context.today(), self._wants_table())
        if shown != self._shown:
            self._shown = shown
            self._show()

    # Events

    def changeEvent(self, event: QEvent) -> None:
        """Say all of it anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self._show()

    # Private

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        until = shown.today if shown.is_open else None
        chart = stretch_chart(shown.trend, stretch_words(shown.today), shown.flags, until)
        self.body.want_table(wanted=shown.as_table)
        self.body.show_chart(chart)
        self.sentence.setText(chart.under or chart.invitation)
        self.begin.setVisible(shown.is_open and not shown.trend.rows)
        self._show_view()

    def _open(self, kind: str, record_id: str) -> None:
        (self.attempt_opened if kind == Kind.ATTEMPT else self.opened).emit(record_id)

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(16)
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy)
        head.addWidget(self.swap)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.body)
        column.addWidget(self.sentence)
        begin = QHBoxLayout()
        begin.addWidget(self.begin)
        begin.addStretch()
        column.addLayout(begin)

    def _connect(self) -> None:
        self.swap.clicked.connect(self._swap)
        self.copy.clicked.connect(self.table.copy)
        self.table.copied.connect(self._say_copied)
        self.begin.clicked.connect(self.asked)
        self.body.opened.connect(self._open)
        self.body.swapped.connect(self._show_view)
        self.table.trash_asked.connect(self.trash_asked)

    def _say_copied(self) -> None:
        self._context.messages.say(self.tr("Check-ins copied as text"))

    def _wants_table(self) -> bool:
        return self._context.vault.read.preference(_CHOICE, _CHART) == _TABLE

    def _swap(self) -> None:
        wanted = _CHART if self.body.is_table else _TABLE
        self._context.perform(lambda: self._context.vault.prefer(_CHOICE, wanted))
        self.body.want_table(wanted=wanted == _TABLE)

    def _show_view(self) -> None:
        table = self.body.is_table
        self.copy.setVisible(table)
        self.swap.setVisible(self.body.can_swap)
        self.swap.setText(self.tr("Chart") if table else self.tr("Table"))
        self.swap.set_icon("chart-line" if table else "table-2")
