"""A chart on the screen: one Tab stop, whose marks are read out and opened."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from app.charts.words import sentences
from app.drawing.chart import Chart
from app.drawing.shapes import NOTHING, Drawing, Frame, Mark
from app.drawing.steps import Step, stepped
from ui.theme import current_theme, follow_theme
from ui.widgets.chart_layout import ChartLayout
from ui.widgets.chart_painter import ChartPainter
from ui.widgets.ring import Ringed

_REACH, _HOVER_GAP, _USUAL = 9.0, 2.0, 392
_KEY = Qt.Key
_STEPS: dict[Qt.Key, Step] = {
    _KEY.Key_Right: "ahead",
    _KEY.Key_Left: "back",
    _KEY.Key_Down: "down",
    _KEY.Key_Up: "up",
    _KEY.Key_Home: "first",
    _KEY.Key_End: "last",
}
_TURNED: dict[Step, Step] = {"ahead": "back", "back": "ahead"}


class ChartView(Ringed, QWidget):
    """Paints a chart and moves a mark over it.

    Arrows, Home and End move the mark, Enter or a double click opens what lies behind it, Esc
    lets it go. `marked` says that another mark is told, `opened` carries a kind and an id.
    `ground` is the colour token of what the chart stands on.
    """

    marked = Signal()
    opened = Signal(str, str)

    def __init__(self, ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._layout = ChartLayout()
        self._drawing = NOTHING
        self._at = -1
        self._over = -1
        self._values: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._draw)

    # Methods

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the mark stays where it was if that is still there."""
        kept = self.mark.id if self._at >= 0 and self.mark else ""
        self._layout.show_chart(chart)
        self.setAccessibleName(sentences(chart.name, chart.heading))
        under = sentences(chart.under, self.tr("Table available."))
        self.setAccessibleDescription(under)
        self._at = -1
        self._draw()
        ids = [mark.id for mark in self._drawing.marks]
        self._at = ids.index(kept) if kept in ids else -1
        self.follow_ring()

    @property
    def drawing(self) -> Drawing:
        """What is painted, at its present size."""
        return self._drawing

    @property
    def mark(self) -> Mark | None:
        """The mark that is told: the one under the pointer, the chosen one, or the first told."""
        marks = self._drawing.marks
        for place in (self._over, self._at, self._drawing.start):
            if 0 <= place < len(marks):
                return marks[place]
        return None

    def drawing_at(self, width: int, least: float = 0.0) -> Drawing:
        """What is painted where there are so many pixels, or logical ones for the least."""
        room = max(current_theme().effective_width(width), least)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._layout.drawing(room, rtl=rtl)

    def spot(self, mark: Mark) -> QPointF:
        """The middle of a mark in pixels."""
        return _box(mark.frame).center()

    # Events

    def sizeHint(self) -> QSize:
        """Return a usual width, and the height of the drawing at it."""
        width = current_theme().px(_USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return no width to speak of: where there is little room, the table is shown instead."""
        return QSize(1, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the drawing at a width."""
        return current_theme().px(self.drawing_at(width).height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another width."""
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark, open it, or let it go."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._step(_TURNED.get(step, step) if rtl else step)
        elif event.key() in (_KEY.Key_Return, _KEY.Key_Enter) and not event.modifiers():
            self._open()
        elif event.key() == _KEY.Key_Escape and self._at >= 0:
            self._go(-1)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the mark under the pointer."""
        self._hover(self._place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark under the pointer."""
        place = self._place_at(event.position())
        if place >= 0:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the pointer."""
        if self._place_at(event.position()) >= 0:
            self._open()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell the chosen mark again."""
        super().leaveEvent(event)
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw()

    def ring_box(self) -> QRect:
        """Frame the chosen mark, or the whole chart where none is."""
        told = self._chosen()
        return _box(told.frame).toAlignedRect() if told else self.rect()

    def ring_radius(self) -> float:
        """Return how round the framed mark is."""
        told = self._chosen()
        return told.frame.radius * current_theme().scale if told else super().ring_radius()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, and a frame around the mark under the pointer."""
        theme = current_theme()
        painter = QPainter(self)
        ChartPainter(painter, theme, self._ground).paint(self._drawing)
        if 0 <= self._over < len(self._drawing.marks):
            frame = self._drawing.marks[self._over].frame
            gap = _HOVER_GAP
            painter.setPen(QPen(theme.colours.border_control, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = (frame.radius + gap) * theme.scale
            box = _box(frame).adjusted(-gap, -gap, gap, gap)
            painter.drawRoundedRect(box, radius, radius)
        painter.end()

    # Private

    def _draw(self) -> None:
        """Lay the drawing out for the present width, direction and theme."""
        before, drawn = self.mark, self._drawing
        self._drawing = self.drawing_at(self.width())
        self.update()
        if self._drawing is drawn:
            return
        self._over = -1
        self._show_values()
        self.updateGeometry()
        self.follow_ring()
        if self.mark != before:
            self.marked.emit()

    def _show_values(self) -> None:
        """Give every mark a place among what screen readers find inside the chart."""
        marks = self._drawing.marks
        while len(self._values) < len(marks):
            value = QWidget(self)
            value.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            value.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
            self._values.append(value)
        for place, value in enumerate(self._values):
            if place < len(marks):
                value.setGeometry(_box(marks[place].frame).toAlignedRect())
                value.setAccessibleName(marks[place].said)
            value.setVisible(place < len(marks))

    def _chosen(self) -> Mark | None:
        marks = self._drawing.marks
        place = self._at if self._at >= 0 else self._drawing.start
        return marks[place] if 0 <= place < len(marks) else None

    def _step(self, step: Step) -> None:
        at = self._at if self._at >= 0 else self._drawing.start
        place = stepped(self._drawing.marks, at, step)
        if place != at:
            self._go(place)
            self._announce()

    def _go(self, place: int) -> None:
        self._at = place
        self._over = -1
        self.follow_ring()
        self.update()
        self.marked.emit()

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.update()
            self.marked.emit()

    def _place_at(self, position: QPointF) -> int:
        """The mark under or near a place, the one painted last of several; -1 for none."""
        scale = current_theme().scale
        x, y = position.x() / scale, position.y() / scale
        near = [
            (mark.frame.distance(x, y), -place) for place, mark in enumerate(self._drawing.marks)
        ]
        distance, place = min(near, default=(_REACH + 1.0, 1))
        return -place if distance <= _REACH else -1

    def _open(self) -> None:
        told = self.mark
        if told and told.opens:
            self.opened.emit(told.opens.kind, told.opens.id)

    def _announce(self) -> None:
        told = self.mark
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told.said))


def _box(frame: Frame) -> QRectF:
    scale = current_theme().scale
    return QRectF(frame.x * scale, frame.y * scale, frame.width * scale, frame.height * scale)


def _as_chart(_class: str, widget: QObject) -> QAccessibleInterface | None:
    """Return a chart's face to assistive tools, nothing for other widgets."""
    if isinstance(widget, ChartView):
        return QAccessibleWidget(widget, QAccessible.Role.Chart)
    return None


# A role cannot be set on a widget; Qt asks its factories for the interface of each object.
QAccessible.installFactory(_as_chart)
