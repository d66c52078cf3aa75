"""The popover that moves an entry to another day or time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import Moment
from ui.labels import clock
from ui.theme import current_theme
from ui.times import read_time
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.popover import Popover

_WIDTH = 260


class WhenPopover(Popover):
    """Day and time of an entry; `moved` carries the new moment, in the zone it had."""

    moved = Signal(object)

    def __init__(self, anchor: QWidget, written: Moment, today: Callable[[], date]) -> None:
        super().__init__(self.tr("Date and time"), anchor)
        self._written = written
        self._day = DateField(today)
        self._day.set_day(written.day)
        self._time = LineEdit()
        self._time.setText(clock(written.local))
        self._day_field = Field(self.tr("Date"), self._day)
        self._time_field = Field(self.tr("Time"), self._time)
        self._set = Button(self.tr("Set date"), "primary")
        self._lay_out()
        self._set.clicked.connect(self._finish)
        self._time.returnPressed.connect(self._finish)

    def _lay_out(self) -> None:
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.body.setSpacing(current_theme().space(3))
        self.body.addWidget(self._day_field)
        self.body.addWidget(self._time_field)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._set)
        self.body.addLayout(foot)

    def _finish(self) -> None:
        day, at = self._day.day(), read_time(self._time.text())
        if day is None:
            self._day_field.set_error(self.tr("Write a day, such as 22 May."))
        elif at is None:
            self._time_field.set_error(self.tr("Write a time, such as 21:14."))
        else:
            self._move(day, at)

    def _move(self, day: date, at: time) -> None:
        zone = timezone(timedelta(minutes=self._written.offset))
        old = self._written.local
        if (old.hour, old.minute) == (at.hour, at.minute):
            at = old.time()
        moment = Moment.of(datetime.combine(day, at, zone))
        self.close()
        if moment != self._written:
            self.moved.emit(moment)
