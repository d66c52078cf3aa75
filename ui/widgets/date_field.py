"""A field for a day, written as people write days, with a calendar beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.labels import read_day, weekday_and_day
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.month_calendar import MonthCalendar
from ui.widgets.popover import Popover

_SIDE, _CALENDAR = 28, 288


def _nothing(_since: date, _until: date) -> dict[date, int]:
    """What the days of a field have: nothing is counted in them."""
    return {}


class DateField(LineEdit):
    """A day or nothing: reads "22 May", "tomorrow", "Fri", ISO; Alt+Down opens the calendar.

    `today` gives the current day. `day_changed` carries the new day, or None, once the user has
    finished writing it; `misread` says that what stands there is no day.
    """

    day_changed = Signal(object)
    misread = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._button: Button | None = None
        super().__init__(placeholder, name=name, parent=parent)
        self._today = today
        self._day: date | None = None
        self._button = Button("", "ghost", icon="calendar", parent=self)
        self._button.setToolTip(self.tr("Open calendar"))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self._read)
        self._apply_theme()

    def day(self) -> date | None:
        """Return the day, None where there is none or what stands there is no day."""
        return self._day

    def written(self) -> date | None:
        """Return the day that stands there, whether or not it is finished."""
        if self._day and self.text() == weekday_and_day(self._day, self._today()):
            return self._day
        return read_day(self.text(), self._today())

    def set_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self._day = day
        self.setText(weekday_and_day(day, self._today()) if day else "")

    def settle(self) -> None:
        """Take what stands there as the day, as leaving the field does."""
        self._read()

    def is_understood(self) -> bool:
        """Return whether the field is empty or says a day."""
        return not self.text().strip() or self.written() is not None

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        popover = Popover(self.tr("Calendar"), self)
        calendar = MonthCalendar(self.tr("Calendar"), self._today, _nothing, self._told)
        calendar.grid.days.looks_back = False
        calendar.setMinimumWidth(current_theme().px(_CALENDAR))
        calendar.show_month((self._day or self._today()).replace(day=1))
        if self._day:
            calendar.set_day(self._day)
        else:
            calendar.grid.go_to(self._today())

        def choose(day: date) -> None:
            self._take(day)
            popover.close()

        calendar.chosen.connect(choose)
        popover.body.addWidget(calendar)
        popover.open_below()
        calendar.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Alt+Down."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the day, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar button at the end of the field."""
        super().resizeEvent(event)
        self._place_button()

    def _told(self, day: date, _count: int) -> str:
        return weekday_and_day(day, self._today())

    def _read(self) -> None:
        if not self.is_understood():
            self._day = None
            self.misread.emit()
        elif self.written() != self._day or not self.text().strip():
            self._take(self.written())

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit(day)

    def _apply_theme(self) -> None:
        super()._apply_theme()
        self._place_button()

    def _place_button(self) -> None:
        if self._button is None:
            return
        side = current_theme().px(_SIDE)
        gap = (self.height() - side) // 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._button.setGeometry(gap if rtl else self.width() - side - gap, gap, side, side)

    def _reserved(self) -> int:
        return current_theme().px(_SIDE) + 2
