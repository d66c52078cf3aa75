"""Confidence from check-in to check-in: the chart or the table, and what was seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.progress import Trend
from ui.context import Context
from ui.stretch.check_in_table import CheckInTable
from ui.stretch.words import point_day, point_words, quiet_words, trend_words
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.trend_chart import TrendChart

_CHOICE, _TABLE, _CHART = "stretch.check_ins", "table", "chart"


class Confidence(QWidget):
    """Heading, chart or table, the marked check-in, and the trend in a sentence.

    `opened` and `trash_asked` carry the id of a check-in, `asked` asks for a new one.
    """

    opened = Signal(str)
    trash_asked = Signal(str)
    asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._trend = Trend()
        heading = self.tr("Confidence check-ins")
        self.heading = Label(heading, "section")
        self.swap = Button("", "link")
        self.copy = Button(self.tr("Copy as text"), "link", icon="copy")
        self.chart = TrendChart(heading)
        self.table = CheckInTable(heading, context.today)
        self.marked = Label("", "body", wrap=True)
        self.sentence = Label("", "body", "text-2", wrap=True)
        self.begin = Button(self.tr("Check in for the first time"), "link", icon="gauge")
        self._lay_out()
        self._connect()

    # Methods

    def show_trend(self, trend: Trend, *, is_open: bool) -> None:
        """Show the trend; where it is open, time runs on until today."""
        self._trend, today = trend, self._context.today()
        spoken = [point_words(point, today) for point in trend.points]
        pause = quiet_words(trend.quiet_since(today), today) if is_open else ""
        said = " ".join(part for part in (trend_words(trend), pause) if part)
        description = f"{said} {self.tr('Table available.')}"
        self.chart.show_trend(trend, today, spoken, description, open_end=is_open)
        self.table.show_trend(trend)
        self.sentence.setText(said or self._nothing_words())
        self.begin.setVisible(is_open and not trend.rows)
        self._show_view()
        self._show_marked()

    # Private

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(16)
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy)
        head.addWidget(self.swap)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.table)
        column.addWidget(self.marked)
        column.addWidget(self.sentence)
        begin = QHBoxLayout()
        begin.addWidget(self.begin)
        begin.addStretch()
        column.addLayout(begin)

    def _connect(self) -> None:
        self.swap.clicked.connect(self._swap)
        self.copy.clicked.connect(self.table.copy)
        self.begin.clicked.connect(self.asked)
        self.chart.marked.connect(self._show_marked)
        self.chart.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        self.table.trash_asked.connect(self.trash_asked)

    def _as_table(self) -> bool:
        chosen = self._context.vault.read.preference(_CHOICE, _CHART) == _TABLE
        return bool(self._trend.rows) and (chosen or not self._trend.points)

    def _swap(self) -> None:
        wanted = _CHART if self._as_table() else _TABLE
        self._context.perform(lambda: self._context.vault.prefer(_CHOICE, wanted))
        self._show_view()
        self._show_marked()

    def _show_view(self) -> None:
        table = self._as_table()
        self.chart.setVisible(bool(self._trend.points) and not table)
        self.table.setVisible(table)
        self.copy.setVisible(table)
        self.swap.setVisible(bool(self._trend.points))
        self.swap.setText(self.tr("Chart") if table else self.tr("Table"))
        self.swap.set_icon("chart-line" if table else "table-2")

    def _show_marked(self) -> None:
        found = [point for point in self._trend.points if point.id == self.chart.marked_id()]
        self.marked.setVisible(bool(found) and not self._as_table())
        if found:
            today = self._context.today()
            self.marked.setText(point_words(found[0], today))
            self.marked.emphasise([point_day(found[0], today)])

    def _nothing_words(self) -> str:
        if self._trend.rows:
            return self.tr("Rate confidence at a check-in and it shows here.")
        return self.tr("No check-in yet. One takes less than a minute.")
