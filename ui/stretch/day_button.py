"""A day as a button; pressed, it asks for another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.labels import weekday_and_day
from ui.widgets.button import Button
from ui.widgets.day_popover import DayPopover


class DayButton(Button):
    """Shows a day in words; `day_changed` says that the user chose another one."""

    day_changed = Signal()

    def __init__(self, today: Callable[[], date], day: date, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", icon="calendar", parent=parent)
        self._today = today
        self._day = day
        self.clicked.connect(self._ask)
        self.set_day(day)

    def day(self) -> date:
        """Return the day."""
        return self._day

    def set_day(self, day: date) -> None:
        """Show a day."""
        self._day = day
        words = weekday_and_day(day, self._today())
        self.setText(words)
        self.setAccessibleName(self.tr("Date: {0}").format(words))

    def _ask(self) -> None:
        popover = DayPopover(self, self._day, self._today)
        popover.chosen.connect(self._take)
        popover.open_below()

    def _take(self, day: date) -> None:
        if day != self._day:
            self.set_day(day)
            self.day_changed.emit()
