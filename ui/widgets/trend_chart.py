"""A chart of ratings over time: a line of lamps from check-in to check-in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from app.domain.progress import Trend
from app.domain.records import RATINGS
from ui.labels import short_day
from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.ring import Ringed

_HEIGHT, _TOP, _FOOT = 148, 12, 32
_SCALE, _LEAD, _END, _TAIL = 24, 8, 16, 24
_DISC, _REACH = 13, 14
_LABELS, _LABEL_GAP = 6, 10
_NARROW, _TINY = 320, 200


class TrendChart(Ringed, QWidget):
    """Ratings from 1 to 5 at their dates, oldest first; one Tab stop.

    The arrows, Home and End move the mark, Enter or a double click opens it. `marked` carries
    the id of the point the mark or the pointer is at, `opened` that of the one to open.
    """

    marked = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend = Trend()
        self._today = date.min
        self._until = date.min
        self._spoken: Sequence[str] = ()
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    # Methods

    def show_trend(
        self, trend: Trend, today: date, spoken: Sequence[str], description: str, *, open_end: bool
    ) -> None:
        """Show the points; `spoken` says each of them, and `open_end` draws on until today."""
        kept = self.marked_id()
        self._trend, self._today, self._spoken = trend, today, tuple(spoken)
        last = trend.last.day if trend.last else today
        self._until = max(last, today) if open_end else last
        ids: list[str] = [point.id for point in trend.points]
        self._at = ids.index(kept) if kept in ids else len(ids) - 1
        self.setAccessibleDescription(description)
        self.follow_ring()
        self.update()

    def marked_id(self) -> str:
        """Return the id of the point the mark is at, empty where there is none."""
        return self._trend.points[self._at].id if 0 <= self._at < len(self._trend.points) else ""

    def mark(self, place: int) -> None:
        """Move the mark to a point and say it."""
        place = max(0, min(place, len(self._trend.points) - 1))
        if not self._trend.points or place == self._at:
            return
        self._at = place
        self.follow_ring()
        self.update()
        self.marked.emit(self.marked_id())

    # Events

    def sizeHint(self) -> QSize:
        """Return the usual size of the chart."""
        theme = current_theme()
        return QSize(theme.px(392), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which something can be seen."""
        return QSize(current_theme().px(140), current_theme().px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by key, as the screen runs; open it on Enter."""
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self._rtl():
            ahead, back = back, ahead
        places = {
            ahead: self._at + 1,
            back: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._trend.points) - 1,
        }
        key = Qt.Key(event.key())
        if key in places:
            before = self._at
            self.mark(places[key])
            if self._at != before:
                self._announce()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the mark to the point under the pointer."""
        place = self._place_at(event.position())
        if place is not None:
            self.mark(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the point under the pointer."""
        if self._place_at(event.position()) is not None:
            self._open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.follow_ring()
            self.update()

    def ring_box(self) -> QRect:
        """Frame the marked point."""
        if not self._trend.points:
            return self.rect()
        return self._disc(self._spot(max(0, self._at))).toAlignedRect()

    def ring_radius(self) -> float:
        """Return the radius of a point."""
        return current_theme().px(_DISC) / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grid, line, points and dates."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter, theme)
        self._paint_line(painter, theme)
        for place in range(len(self._trend.points)):
            self._paint_point(painter, theme, place)
        self._paint_dates(painter, theme)
        painter.end()

    # Painting

    def _paint_grid(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(theme.numbers("axis"))
        narrow = self.width() / theme.scale < _NARROW
        plot = self._plot()
        for rating in RATINGS:
            y = self._y(rating)
            painter.setPen(QPen(theme.colours.chart_grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if narrow and rating not in (RATINGS[0], RATINGS[-1]):
                continue
            painter.setPen(theme.colours.text_2)
            width = theme.px(_SCALE) - theme.px(8)
            x = plot.right() + theme.px(8) if self._rtl() else plot.left() - theme.px(8) - width
            side = Qt.AlignmentFlag.AlignLeft if self._rtl() else Qt.AlignmentFlag.AlignRight
            box = QRectF(x, y - theme.px(8), width, theme.px(16))
            words = self.locale().toString(rating)
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        width = 3 if theme.high_contrast else 2
        whole = QPen(theme.colours.chart_line, width)
        broken = QPen(theme.colours.chart_then, width, Qt.PenStyle.DotLine)
        for place, point in enumerate(self._trend.points[1:], start=1):
            painter.setPen(broken if point.after_gap else whole)
            painter.drawLine(self._spot(place - 1), self._spot(place))

    def _paint_point(self, painter: QPainter, theme: Theme, place: int) -> None:
        today = self._trend.points[place].day == self._today
        painter.setBrush(theme.colours.lamp)
        painter.setPen(QPen(theme.colours.lamp_edge, 2.5 if today else 1.5))
        painter.drawEllipse(self._disc(self._spot(place)).adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_dates(self, painter: QPainter, theme: Theme) -> None:
        y = self.height() - theme.px(_FOOT) + theme.px(10)
        for box, place in self._dates(theme):
            painter.setFont(self._date_font(theme, place))
            last = place == len(self._trend.points) - 1
            painter.setPen(theme.colours.text if last else theme.colours.text_2)
            label = QRectF(box.left(), y, box.width(), theme.px(16))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._date(place))

    def _dates(self, theme: Theme) -> list[tuple[QRectF, int]]:
        """Return where dates fit: the last, the first, then from the newest back; six at most."""
        count = len(self._trend.points)
        order = dict.fromkeys([count - 1, 0, *range(count - 2, 0, -1)] if count else [])
        if self.width() / theme.scale < _TINY:
            order = dict.fromkeys([count - 1] if count else [])
        placed: list[tuple[QRectF, int]] = []
        for place in order:
            width = QFontMetricsF(self._date_font(theme, place)).horizontalAdvance(
                self._date(place)
            )
            x = self._spot(place).x() - width / 2
            x = min(max(0.0, x), self.width() - width)
            box = QRectF(x, 0, width, 1)
            gap = theme.px(_LABEL_GAP)
            free = all(not box.adjusted(-gap, 0, gap, 0).intersects(other) for other, _ in placed)
            if free and len(placed) < _LABELS:
                placed.append((box, place))
        return placed

    def _date(self, place: int) -> str:
        return short_day(self._trend.points[place].day, self._today)

    def _date_font(self, theme: Theme, place: int) -> QFont:
        last = place == len(self._trend.points) - 1
        return theme.sized("axis", 11, 600 if last else 400)

    # Geometry

    def _plot(self) -> QRectF:
        theme = current_theme()
        lead, end = theme.px(_SCALE), theme.px(_END)
        if self._rtl():
            lead, end = end, lead
        top, foot = theme.px(_TOP), theme.px(_FOOT)
        height = self.height() - top - foot
        return QRectF(lead, top, max(1, self.width() - lead - end), height)

    def _spot(self, place: int) -> QPointF:
        theme, plot = current_theme(), self._plot()
        point, first = self._trend.points[place], self._trend.points[0]
        days = max(1, (self._until - first.day).days)
        room = plot.width() - theme.px(_LEAD) - theme.px(_TAIL)
        x = theme.px(_LEAD) + room * (point.day - first.day).days / days
        left = plot.right() - x if self._rtl() else plot.left() + x
        return QPointF(left, self._y(point.confidence))

    def _y(self, rating: int) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * (rating - RATINGS[0]) / (len(RATINGS) - 1)

    def _disc(self, spot: QPointF) -> QRectF:
        side = current_theme().px(_DISC)
        return QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)

    def _place_at(self, position: QPointF) -> int | None:
        reach = current_theme().px(_REACH)
        near = [
            ((self._spot(place) - position).manhattanLength(), -place)
            for place in range(len(self._trend.points))
        ]
        distance, place = min(near, default=(reach + 1.0, 0))
        return -place if distance <= reach else None

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # Private

    def _open(self) -> None:
        if self.marked_id():
            self.opened.emit(self.marked_id())

    def _announce(self) -> None:
        event = QAccessibleAnnouncementEvent(self, self._spoken[self._at])
        QAccessible.updateAccessibility(event)


def _as_chart(_class: str, widget: QObject) -> QAccessibleInterface | None:
    """Return a chart's face to assistive tools, nothing for other widgets."""
    if isinstance(widget, TrendChart):
        return QAccessibleWidget(widget, QAccessible.Role.Chart)
    return None


# A role cannot be set on a widget; Qt asks its factories for the interface of each object.
QAccessible.installFactory(_as_chart)
