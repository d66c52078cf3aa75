"""A month to choose a day from: its name, the way to today and to the months beside, its days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.month_grid import MonthGrid, month_words, other_month
from ui.widgets.month_model import FIRST, LAST
from ui.widgets.text import Label

_LEAD = 8
"""The name of the month begins where the numbers of the first column do."""


class MonthCalendar(QWidget):
    """`marks` reads how much each day between two has; `told` says a day and its count."""

    chosen = Signal(object)
    """The day that was chosen."""

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        marks: Callable[[date, date], Mapping[date, int]],
        told: Callable[[date, int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._marks = marks
        self.title = Label("", "section", numbers=True)
        self.to_today = Button(self.tr("Today"), "quiet")
        self.before = Button("", "ghost")
        self.after = Button("", "ghost")
        self.grid = MonthGrid(name, told)
        self._lay_out()
        self._point()
        self.to_today.clicked.connect(lambda: self.choose(self._today()))
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.grid.month_asked.connect(self.show_month)
        self.grid.chosen.connect(self.chosen)

    @property
    def day(self) -> date | None:
        """The day that is chosen."""
        return self.grid.days.chosen

    def choose(self, day: date) -> None:
        """Choose a day and tell of it."""
        self.set_day(day)
        self.chosen.emit(day)

    def set_day(self, day: date) -> None:
        """Show a day as the chosen one; nobody chose it."""
        self.grid.days.choose(day)
        if self.grid.days.month != day.replace(day=1):
            self.show_month(day.replace(day=1))
        self.grid.go_to(day)

    def show_month(self, month: date) -> None:
        """Show another month."""
        month = min(max(month, FIRST), LAST).replace(day=1)
        marks = self._marks(*self.grid.days.shown_span(month))
        self.grid.show_month(month, marks, self._today())
        self.title.setText(month_words(month))

    def refresh(self) -> None:
        """Read again what the days have."""
        self.show_month(self.grid.days.month)

    def changeEvent(self, event: QEvent) -> None:
        """Point the other way where the layout turns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._point()

    def _turn(self, months: int) -> None:
        # The keyboard follows, so that its day is always one that is shown.
        day = other_month(self.grid.current_day(), months)
        self.show_month(day.replace(day=1))
        self.grid.go_to(day)

    def _point(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back, on = ("right", "left") if rtl else ("left", "right")
        self.before.set_icon(f"chevron-{back}")
        self.after.set_icon(f"chevron-{on}")

    def _lay_out(self) -> None:
        self.before.setToolTip(self.tr("Month before (Page Up)"))
        self.after.setToolTip(self.tr("Month after (Page Down)"))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(_LEAD, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.to_today)
        head.addSpacing(8)
        head.addWidget(self.before)
        head.addWidget(self.after)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.grid)
