"""A month as a table of days: dots where there is something, today outlined, one day chosen."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QDate,
    QLocale,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme import current_theme, follow_theme
from ui.widgets.month_model import FIRST, LAST, WEEK, MonthModel
from ui.widgets.ring import is_by_keyboard
from ui.widgets.rows import Index

_ROW, _HEADER = 36, 26


class _DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, a dot below it, and a frame where it is today or chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        theme, day = current_theme(), model.day(index)
        named = theme.colours.named
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_frame(painter, box, option, model, day)
        marked = day in (model.chosen, model.today)
        painter.setFont(theme.sized("body", 13, 600 if marked else 500))
        painter.setPen(named(_colour(model, day)))
        number = QRect(option.rect).adjusted(0, 0, 0, -theme.px(5))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if model.count(day):
            side = theme.px(5)
            dot = QRectF(0, 0, side, side)
            dot.moveCenter(QRectF(option.rect).center())
            dot.moveTop(option.rect.bottom() - theme.px(9))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(named("accent"))
            painter.drawEllipse(dot)
        painter.restore()

    def _paint_frame(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        model: MonthModel,
        day: date,
    ) -> None:
        theme = current_theme()
        colours, radius = theme.colours, theme.radius("control")
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = "accent" if day == model.chosen else "border-control" if day == model.today else ""
        fill = colours.selected if day == model.chosen else colours.hover if over else None
        if edge or fill:
            painter.setPen(QPen(colours.named(edge), 1) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(fill or Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        view = option.widget
        current = isinstance(view, MonthGrid) and view.currentIndex() == model.index_of(day)
        if current and view.hasFocus() and view.property("keyboard"):
            painter.setPen(QPen(colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)


def _colour(model: MonthModel, day: date) -> str:
    if day == model.chosen:
        return "accent-text"
    beside = (day.year, day.month) != (model.month.year, model.month.month)
    if beside and day != model.today:
        return "text-3"
    return "text-2" if model.looks_back and day > model.today else "text"


class MonthGrid(QTableView):
    """One Tab stop; arrows and Page keys move, Home and End go to the month's ends, Enter chooses.

    `chosen` carries the day that was chosen, `month_asked` the first day of a month to show;
    whoever hears it calls `show_month` with what that month holds.
    """

    chosen = Signal(object)
    month_asked = Signal(object)

    def __init__(
        self, name: str, told: Callable[[date, int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._month_model = MonthModel(told, self)
        self.setAccessibleName(name)
        self._prepare()
        self.setModel(self._month_model)
        self.setItemDelegate(_DayDelegate(self))
        self.clicked.connect(lambda index: self._choose(self._month_model.day(index)))
        follow_theme(self._apply_theme)

    # Properties

    @property
    def days(self) -> MonthModel:
        """The month that is shown."""
        return self._month_model

    def current_day(self) -> date:
        """The day that the keyboard is on."""
        index = self.currentIndex()
        return self._month_model.day(index) if index.isValid() else self._month_model.month

    # Methods

    def show_month(self, month: date, marks: Mapping[date, int], today: date) -> None:
        """Show a month; the keyboard stays on its day where that is shown."""
        on = self.current_day()
        self._month_model.show(month, marks, today)
        self._apply_theme()
        shown = self._month_model.index_of(on)
        self.setCurrentIndex(shown if shown.isValid() else self._month_model.index_of(month))

    def go_to(self, day: date) -> None:
        """Put the keyboard on a day, showing its month where it is not shown."""
        if not FIRST <= day <= LAST:
            return
        if not self._month_model.index_of(day).isValid():
            self.month_asked.emit(day.replace(day=1))
        self.setCurrentIndex(self._month_model.index_of(day))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months, or choose."""
        self.setProperty("keyboard", True)
        on = self.current_day()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(on)
        elif (day := self._moved(on, Qt.Key(event.key()))) is not None:
            if (day.year, day.month) != (self.days.month.year, self.days.month.month):
                self.month_asked.emit(day.replace(day=1))
            self.go_to(day)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the day if a key brought the focus."""
        self.setProperty("keyboard", is_by_keyboard(event.reason()))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Private

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = _WeekdayHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _choose(self, day: date) -> None:
        self._month_model.choose(day)
        if (day.year, day.month) != (self.days.month.year, self.days.month.month):
            self.month_asked.emit(day.replace(day=1))
        self.go_to(day)
        self.chosen.emit(day)

    def _moved(self, day: date, key: Qt.Key) -> date | None:
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        days = {
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Up: -WEEK,
            Qt.Key.Key_Down: WEEK,
        }
        if key in days:
            return min(max(day + timedelta(days=days[key]), FIRST), LAST)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return other_month(day, -1 if key == Qt.Key.Key_PageUp else 1)
        if key == Qt.Key.Key_Home:
            return day.replace(day=1)
        if key == Qt.Key.Key_End:
            return day.replace(day=monthrange(day.year, day.month)[1])
        return None

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setFixedHeight(theme.px(_HEADER))
        self.setFixedHeight(theme.px(_HEADER) + self._month_model.rowCount() * theme.px(_ROW))


class _WeekdayHeader(QHeaderView):
    """The names of the weekdays, without the frame of a table's head."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setProperty("kind", "bare")
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Paint one name."""
        theme, model = current_theme(), self.model()
        painter.save()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colours.text_2)
        words = model.headerData(section, Qt.Orientation.Horizontal) if model else ""
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(words))
        painter.restore()


def other_month(day: date, months: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    if not FIRST.year <= year <= LAST.year:
        return day
    return min(max(date(year, month, min(day.day, monthrange(year, month)[1])), FIRST), LAST)


def month_words(month: date) -> str:
    """A month by the locale, as May 2026."""
    return QLocale().toString(QDate(month.year, month.month, 1), "MMMM yyyy")
