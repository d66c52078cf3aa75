"""Day, time and length of a session, as fields of a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.clock import Moment
from ui import labels
from ui.forms import Form
from ui.times import read_time
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_NAMES = ("day", "time", "minutes")


class TimeFields:
    """Three fields in a row of a form, to be filled and read as one."""

    def __init__(self, form: Form, today: Callable[[], date]) -> None:
        self._form = form
        self.day = DateField(today)
        self.time = LineEdit()
        self.minutes = LineEdit()
        self.minutes.setProperty("number", True)
        names = (_tr("Day"), _tr("Time"), _tr("Minutes"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, words, editor, stretch in zip(
            _NAMES, names, (self.day, self.time, self.minutes), (3, 2, 2), strict=True
        ):
            field = Field(words, editor, required=True)
            form.fields[name] = field
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        form.body.addLayout(row)

    def fill(self, wall: datetime, minutes: int) -> None:
        """Show a day and time on the wall, and a length."""
        self.day.set_day(wall.date())
        self.time.setText(labels.clock(wall))
        self.minutes.setText(labels.number(minutes))

    def understood(self) -> bool:
        """Whether all three can be read; says so at the first one that cannot."""
        if self.day.day() is None:
            self._form.show_field_error("day", _tr("Write a day such as 22 May."))
        elif read_time(self.time.text()) is None:
            self._form.show_field_error("time", _tr("Write a time such as 10:00."))
        elif self.length() is None:
            self._form.show_field_error("minutes", _tr("Write a number such as 50."))
        else:
            return True
        return False

    def start(self, here: Callable[[datetime], Moment], before: Moment | None = None) -> Moment:
        """When it is, by the clock on the wall here; the very time that it was stays as it is."""
        day, at = self.day.day(), read_time(self.time.text())
        if day is None or at is None:
            raise ValueError("a session without its time")
        wall = datetime.combine(day, at)
        if before is not None:
            old = before.local.replace(tzinfo=None)
            if old.replace(second=0, microsecond=0) == wall:
                return before
        return here(wall)

    def length(self) -> int | None:
        """How many minutes it takes; None where that is no whole number."""
        number = self._form.number("minutes")
        return int(number) if number is not None and number == int(number) else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
