"""A panel that asks for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.popover import Popover

_WIDTH = 240


class DayPopover(Popover):
    """Asks for a day, to be written or chosen in the calendar; `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, day: date, today: Callable[[], date]) -> None:
        super().__init__(QCoreApplication.translate("DayPopover", "Date"), anchor)
        self.field = DateField(today)
        self.field.set_day(day)
        self._framed = Field(self.tr("Date"), self.field)
        self._set = Button(self.tr("Set date"), "primary")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._set)
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.body.addWidget(self._framed)
        self.body.addLayout(foot)
        self._set.clicked.connect(self._finish)
        self.field.returnPressed.connect(self._finish)

    def _finish(self) -> None:
        self.field.settle()
        day = self.field.day()
        if day is None:
            self._framed.set_error(self.tr("Write a day, such as 22 May."))
            return
        self.close()
        self.chosen.emit(day)
