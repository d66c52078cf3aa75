"""Between which days the items of step 2 lie, and over which its charts are drawn."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.growth import Days
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.text import Label

ALL, CYCLE, MONTHS, OWN = "all", "cycle", "months", "own"
_BACK: Final = 3


class DaysChoice(QWidget):
    """Quick ranges, and two days of one's own; `chosen` carries the first and the last day."""

    chosen = Signal(object, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._cycle: Days | None = None
        self.range = Choice(name=self.tr("Days"))
        self.first = DateField(today, name=self.tr("First day"))
        self.last = DateField(today, name=self.tr("Last day"))
        self._between = QWidget()
        self._lay_out()
        self.range.picked.connect(self._pick)
        for field in (self.first, self.last):
            field.day_changed.connect(lambda _day: self._tell())

    def show_days(self, first: date | None, last: date | None, cycle: Days | None) -> None:
        """Show the days that are chosen; `cycle` are those of the cycle that a pack is about."""
        self._cycle = cycle
        self.range.set_options(self._options())
        value = OWN if first or last else ALL
        for name, days in self._quick().items():
            if (first, last) == (days.first, days.last):
                value = name
        if value != ALL or not self._is_own():
            self.range.set_value(value)
        for field, day in ((self.first, first), (self.last, last)):
            if field.is_understood() and field.day() != day and not field.hasFocus():
                field.set_day(day)
        self._between.setVisible(self._is_own())

    # Private

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._between)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(Label(self.tr("to"), "body", "text-2"))
        row.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.range)
        column.addWidget(self._between)
        self._between.hide()

    def _options(self) -> list[tuple[str, object]]:
        words = {
            ALL: self.tr("All days"),
            CYCLE: self.tr("This cycle"),
            MONTHS: self.tr("Last 3 months"),
            OWN: self.tr("Between two days"),
        }
        return [(words[name], name) for name in words if name != CYCLE or self._cycle]

    def _quick(self) -> dict[str, Days]:
        quick = {MONTHS: Days(_months_before(self._today(), _BACK), self._today())}
        return quick if self._cycle is None else {CYCLE: self._cycle, **quick}

    def _is_own(self) -> bool:
        return self.range.value() == OWN

    def _pick(self, name: object) -> None:
        self._between.setVisible(name == OWN)
        days = self._quick().get(str(name))
        if days is not None:
            self.chosen.emit(days.first, days.last)
        elif name == ALL:
            self.chosen.emit(None, None)
        else:
            self.first.setFocus()

    def _tell(self) -> None:
        first, last = self.first.day(), self.last.day()
        if first and last and last < first:
            first, last = last, first
        self.chosen.emit(first, last)


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
