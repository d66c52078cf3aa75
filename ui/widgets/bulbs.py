"""Ratings from 1 to 5 as lit bulbs; none lit is not rated."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.theme import Theme, current_theme
from ui.widgets.ring import Ringed

MOST = 5
Size = Literal["list", "small", "large"]
_DIAMETERS = {"list": 9, "small": 12, "large": 18}
_PITCHES = {"list": 12, "small": 16, "large": 26}
_EDITABLE_PITCH = 24
_FORWARD = (Qt.Key.Key_Up, Qt.Key.Key_Plus)
_BACK = (Qt.Key.Key_Down, Qt.Key.Key_Minus)
_CLEAR = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Bulbs(Ringed, QSlider):
    """A rating: click or press 1 to 5; the lit bulb again, 0 or Delete clears it.

    `name` is what is rated ("Confidence"), `anchors` the words for 1 to 5. `rated` carries the
    new value, 0 for not rated, only when the user changed it. `pointed` carries the anchor under
    the pointer or the caret, empty when there is none.
    """

    rated = Signal(int)
    pointed = Signal(str)

    def __init__(
        self,
        name: str,
        anchors: Sequence[str] = (),
        *,
        size: Size = "small",
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._anchors = tuple(anchors)
        self._size: Size = size
        self._read_only = read_only
        self._hovered = 0
        self.setRange(0, MOST)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(not read_only)
        if not read_only:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._describe)
        self._describe()

    # Properties

    def value_words(self) -> str:
        """Return the rating in words: "3 of 5: anchor" or "Not rated"."""
        return self._words(self.value())

    def set_anchors(self, anchors: Sequence[str]) -> None:
        """Change the words for 1 to 5."""
        self._anchors = tuple(anchors)
        self._describe()

    # Events

    def sizeHint(self) -> QSize:
        """Return room for five bulbs, each at least 24 by 28 where they can be clicked."""
        theme = current_theme()
        if self._read_only:
            width = self._pitch(theme) * (MOST - 1) + self._diameter(theme)
            return QSize(width, self._diameter(theme))
        return QSize(self._pitch(theme) * MOST, theme.size("hit-min"))

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with 1 to 5 and the arrows, clear with 0 or Delete."""
        key = Qt.Key(event.key())
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._rate(key - Qt.Key.Key_0)
        elif key in _CLEAR:
            self._rate(0)
        elif key in (forward, *_FORWARD):
            self._rate(min(MOST, self.value() + 1))
        elif key in (back, *_BACK):
            self._rate(max(0, self.value() - 1))
        elif key == Qt.Key.Key_Home:
            self._rate(1)
        elif key == Qt.Key.Key_End:
            self._rate(MOST)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Light the bulb under the pointer, or put the last lit one out."""
        if self._read_only or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        bulb = self._bulb_at(event.position().toPoint())
        self._rate(0 if bulb == self.value() else bulb)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: the press has rated."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the anchor under the pointer."""
        self._point(0 if self._read_only else self._bulb_at(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling must not rate."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Forget the pointer when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point(0)
        return super().event(event)

    def ring_box(self) -> QRect:
        """Frame the last lit bulb, or the first where none is lit."""
        return self._bulb(max(1, self.value())).toAlignedRect()

    def ring_radius(self) -> float:
        """Return half a bulb."""
        return self._diameter(current_theme()) / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the five bulbs."""
        painter = QPainter(self)
        paint_row(painter, [self._bulb(place) for place in range(1, MOST + 1)], self.value())
        painter.end()

    # Private

    def _rate(self, value: int) -> None:
        if self._read_only or value == self.value():
            return
        self.setValue(value)
        self.follow_ring()
        self.rated.emit(value)
        self.pointed.emit(self._anchor(value))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.value_words())
        if not self._hovered:
            self.setToolTip(self.value_words())
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.value()))

    def _words(self, value: int) -> str:
        if value == 0:
            return self.tr("Not rated")
        anchor = self._anchor(value)
        words = self.tr("{0} of 5: {1}") if anchor else self.tr("{0} of 5")
        return words.format(value, anchor)

    def _anchor(self, value: int) -> str:
        return self._anchors[value - 1] if 0 < value <= len(self._anchors) else ""

    def _point(self, bulb: int) -> None:
        if bulb == self._hovered:
            return
        self._hovered = bulb
        self.setToolTip(self._words(bulb) if bulb else self.value_words())
        self.pointed.emit(self._anchor(bulb))

    def _diameter(self, theme: Theme) -> int:
        return theme.px(_DIAMETERS[self._size])

    def _pitch(self, theme: Theme) -> int:
        pitch = _PITCHES[self._size]
        return theme.px(pitch if self._read_only else max(pitch, _EDITABLE_PITCH))

    def _bulb(self, place: int) -> QRectF:
        theme = current_theme()
        diameter, pitch = self._diameter(theme), self._pitch(theme)
        margin = 0 if self._read_only else (pitch - diameter) / 2
        x = margin + (place - 1) * pitch
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - diameter
        return QRectF(x, (self.height() - diameter) / 2, diameter, diameter)

    def _bulb_at(self, point: QPoint) -> int:
        x = point.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        return min(MOST, max(1, x // self._pitch(current_theme()) + 1))


def paint_row(painter: QPainter, boxes: Sequence[QRectF], lit: int) -> None:
    """Paint bulbs into their boxes, the first `lit` of them lit."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, box in enumerate(boxes, start=1):
        paint_bulb(painter, box, lit=place <= lit)
        if theme.high_contrast:
            painter.setFont(theme.sized("axis", box.height() / theme.scale * 0.6, 600))
            painter.setPen(theme.colours.on_accent if place <= lit else theme.colours.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))


def paint_bulb(painter: QPainter, box: QRectF, *, lit: bool) -> None:
    """Paint one bulb; a lit one always has its edge."""
    colours = current_theme().colours
    painter.setBrush(colours.lamp if lit else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.lamp_edge if lit else colours.border_control, 1))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def row_boxes(right: QPointF, diameter: float, pitch: float) -> list[QRectF]:
    """Return the boxes of five bulbs that end at `right`, the middle of their right edge."""
    first = right.x() - pitch * (MOST - 1) - diameter
    top = right.y() - diameter / 2
    return [QRectF(first + pitch * place, top, diameter, diameter) for place in range(MOST)]
