"""The calendar of the journal: a month with a dot for each day that has an entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries import calendar
from app.queries.calendar import DayPage
from ui.context import Context
from ui.journal.words import entries_words, weekday_words
from ui.labels import short_day
from ui.widgets.button import Button
from ui.widgets.month_calendar import MonthCalendar
from ui.widgets.styling import Rule
from ui.widgets.text import Label


class JournalCalendar(QWidget):
    """Chooses the day that is listed below; a day without an entry offers to begin one."""

    chosen = Signal(object)
    """The day to list."""
    start_asked = Signal(object)
    """The day to date a new entry."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        reader = context.vault.read
        self.month = MonthCalendar(
            self.tr("Calendar"),
            context.today,
            lambda since, until: calendar.marks(reader, since, until),
            self._told,
        )
        self.nothing = QWidget()
        self._nothing_words = Label("", "body", "text-2", wrap=True)
        self.start = Button(self.tr("Start writing"))
        self._lay_out()
        self.month.chosen.connect(self.chosen)
        self.start.clicked.connect(lambda: self.start_asked.emit(self.day))

    @property
    def day(self) -> date:
        """The day that is listed."""
        return self.month.day or self._context.today()

    def show_day(self, day: date) -> None:
        """Make another day the one that is listed."""
        self.month.set_day(day)

    def read(self) -> DayPage:
        """Read the month and the day again; returns what the day has."""
        self.month.refresh()
        page = calendar.day_page(self._context.vault.read, self.day)
        self.nothing.setVisible(not page.entries)
        day = weekday_words(page.day, self._context.today())
        self._nothing_words.setText(self.tr("Nothing is written on {0}.").format(day))
        return page

    def _told(self, day: date, count: int) -> str:
        words = short_day(day, self._context.today())
        return f"{words}, {entries_words(count)}" if count else words

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 0, 8, 14)
        inside.addWidget(self.month)
        below = QVBoxLayout(self.nothing)
        below.setContentsMargins(20, 16, 16, 4)
        below.setSpacing(10)
        below.addWidget(self._nothing_words)
        below.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(Rule())
        column.addWidget(self.nothing)
