"""The lit arch: the door of the room, on unlocking and while a vault is made."""

from dataclasses import dataclass
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from ui.theme import Theme, current_theme

_GLOWS = ((2.9, 0.4), (6.8, 0.24))
_WARM = "#FCF1DF"
_LIGHT = "#FCE1AF"


@dataclass(frozen=True)
class _Plan:
    """Measures of one arch: inner radius, band, bulbs over the half circle, their pitch below."""

    radius: float
    band: float
    over: int
    pitch: float
    bulb: float


_DOOR = _Plan(radius=215, band=54, over=11, pitch=76, bulb=7.5)
_PANEL = _Plan(radius=85, band=40, over=9, pitch=60, bulb=5.5)
_TOP, _PANEL_TOP = 50, 110


class Arch(QWidget):
    """The whole window as a dark room with the lit arch in its middle.

    `floor` is the height of the dark strip at the bottom. The content stands in `doorway()`.
    """

    def __init__(self, floor: int = 76, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._floor = floor

    def set_floor(self, floor: int) -> None:
        """Change the height of the dark strip."""
        self._floor = floor
        self.update()

    def doorway(self) -> QRectF:
        """Return the opening of the arch, where the content stands."""
        width = min(2 * _DOOR.radius * self._stretch(), self.width())
        top = self._top() + _DOOR.band
        return QRectF((self.width() - width) / 2, top, width, self._floor_line() - top)

    def floor_box(self) -> QRectF:
        """Return the strip at the bottom."""
        line = self._floor_line()
        return QRectF(0, line, self.width(), self.height() - line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the room, the arch and its bulbs."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colours.room)
        door = self.doorway()
        _paint_arch(painter, door, _DOOR, inside=theme.colours.surface, lit=None)
        painter.fillRect(self.floor_box(), theme.colours.room_floor)
        painter.end()

    def _stretch(self) -> float:
        """Return by how much the doorway is widened for larger text."""
        return min(current_theme().scale, max(1.0, (self.width() - 2 * _DOOR.band) / 430))

    def _top(self) -> float:
        return min(_TOP, max(0.0, self.height() * 0.0625))

    def _floor_line(self) -> float:
        return self.height() - current_theme().px(self._floor)


class ArchPanel(QWidget):
    """The small arch beside the steps of making a vault, `lit` of its bulbs burning."""

    def __init__(self, lit: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = lit
        self.setFixedHeight(420)

    @property
    def bulbs(self) -> int:
        """The number of bulbs there are."""
        return len(_places(self._doorway(), _PANEL))

    def set_lit(self, lit: int) -> None:
        """Light this many bulbs, from the foot on the left over the top."""
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wall, the arch and its bulbs."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colours.room)
        inside = theme.colours.surface if theme.scheme == "dark" else QColor(_WARM)
        _paint_arch(painter, self._doorway(), _PANEL, inside=inside, lit=self._lit)
        painter.end()

    def _doorway(self) -> QRectF:
        width = 2 * _PANEL.radius
        top = _PANEL_TOP + _PANEL.band
        return QRectF((self.width() - width) / 2, top, width, self.height() - top)


def _paint_arch(
    painter: QPainter, door: QRectF, plan: _Plan, *, inside: QColor, lit: int | None
) -> None:
    theme = current_theme()
    places = _places(door, plan)
    burning = places if lit is None else places[:lit]
    painter.save()
    painter.setClipRect(QRectF(0, 0, painter.window().width(), door.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.room_hi)
    painter.drawPath(_shape(door.adjusted(-plan.band, -plan.band, plan.band, 0)))
    glow = _glow(theme, plan, painter.device().devicePixelRatioF())
    corner = QPointF(_reach(plan), _reach(plan))
    for place in burning:
        painter.drawPixmap(place - corner, glow)
    painter.setBrush(inside)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(_shape(door))
    for number, place in enumerate(places):
        _paint_bulb(painter, theme, place, plan, lit=number < len(burning))
    painter.restore()


def _shape(door: QRectF) -> QPainterPath:
    radius = door.width() / 2
    path = QPainterPath(door.bottomLeft())
    path.lineTo(door.left(), door.top() + radius)
    path.arcTo(QRectF(door.left(), door.top(), door.width(), door.width()), 180, -180)
    path.lineTo(door.bottomRight())
    path.closeSubpath()
    return path


def _places(door: QRectF, plan: _Plan) -> list[QPointF]:
    """Return where the bulbs are, from the foot on the left over the top to the right."""
    radius = door.width() / 2 + plan.band / 2
    middle = QPointF(door.center().x(), door.top() + door.width() / 2)
    steps = plan.over - 1
    over = [
        middle + QPointF(-radius * cos(pi * step / steps), -radius * sin(pi * step / steps))
        for step in range(plan.over)
    ]
    below = []
    y = middle.y() + plan.pitch
    while y < door.bottom() - plan.bulb:
        below.append(y)
        y += plan.pitch
    left = [QPointF(middle.x() - radius, y) for y in reversed(below)]
    return left + over + [QPointF(middle.x() + radius, y) for y in below]


def _reach(plan: _Plan) -> float:
    return plan.bulb * max(reach for reach, _ in _GLOWS)


def _glow(theme: Theme, plan: _Plan, ratio: float) -> QPixmap:
    """Return the light around one bulb, painted once: gradients are what takes the time here."""
    side, middle = ceil(2 * _reach(plan)), QPointF(_reach(plan), _reach(plan))
    picture = QPixmap(ceil(side * ratio), ceil(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, strength in _GLOWS:
        radius = plan.bulb * reach
        gradient = QRadialGradient(middle, radius)
        warm = QColor(theme.colours.lamp)
        warm.setAlphaF(strength)
        gradient.setColorAt(0, warm)
        warm.setAlphaF(0)
        gradient.setColorAt(1, warm)
        painter.setBrush(gradient)
        painter.drawEllipse(middle, radius, radius)
    painter.end()
    return picture


def _paint_bulb(painter: QPainter, theme: Theme, place: QPointF, plan: _Plan, *, lit: bool) -> None:
    if lit:
        painter.setPen(QPen(theme.colours.lamp, 2))
        painter.setBrush(QColor(_LIGHT))
    else:
        dim = QColor(theme.colours.room_muted)
        dim.setAlphaF(0.55)
        painter.setPen(QPen(dim, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place, plan.bulb - 1, plan.bulb - 1)
