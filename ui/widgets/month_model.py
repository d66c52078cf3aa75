"""The days of a month as a Qt table model: a row for each week, a sentence for each day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from ui.widgets.rows import Index

WEEK = 7
FIRST, LAST = date(1, 2, 1), date(9999, 11, 30)
"""The grid also shows days of the months beside, which have to exist."""
_ROOT = QModelIndex()


class MonthModel(QAbstractTableModel):
    """The weeks that hold a month, with what each day has; `told` says a day as a sentence."""

    def __init__(self, told: Callable[[date, int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._month = FIRST
        self._start = FIRST
        self._rows = 0
        self._marks: Mapping[date, int] = {}
        self.today = FIRST
        self.chosen: date | None = None
        self.looks_back = True
        """Whether days to come are grey, as in a journal; not where a day is planned."""

    @property
    def month(self) -> date:
        """The first day of the month."""
        return self._month

    def shown_span(self, month: date) -> tuple[date, date]:
        """The first and the last day that a month's grid shows; weeks begin by the locale."""
        first_column = QLocale().firstDayOfWeek().value
        lead = (month.isoweekday() - first_column) % WEEK
        days = monthrange(month.year, month.month)[1]
        rows = -(-(lead + days) // WEEK)
        start = month - timedelta(days=lead)
        return start, start + timedelta(days=rows * WEEK - 1)

    def show(self, month: date, marks: Mapping[date, int], today: date) -> None:
        """Show a month, and how much each of its days has."""
        self.beginResetModel()
        start, end = self.shown_span(month)
        self._month, self._start, self._marks, self.today = month, start, marks, today
        self._rows = ((end - start).days + 1) // WEEK
        self.endResetModel()

    def choose(self, day: date | None) -> None:
        """Fill another day."""
        self.chosen = day
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, WEEK - 1))

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self._start + timedelta(days=index.row() * WEEK + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid where it is not shown."""
        place = (day - self._start).days
        inside = 0 <= place < self._rows * WEEK
        return self.index(place // WEEK, place % WEEK) if inside else QModelIndex()

    def count(self, day: date) -> int:
        """How much a day has."""
        return self._marks.get(day, 0)

    # Qt's own

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many weeks there are."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Seven days."""
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A day's number, and what is said of it."""
        if not index.isValid():
            return None
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [self._told(day, self.count(day))]
            parts += [self.tr("today")] if day == self.today else []
            parts += [self.tr("chosen")] if day == self.chosen else []
            return ", ".join(parts)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the weekdays."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        weekday = (self._start + timedelta(days=section)).isoweekday()
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)[:2]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().dayName(weekday)
        return None
