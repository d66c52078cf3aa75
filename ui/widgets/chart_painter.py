"""Paints the shapes of a chart with the colours and fonts of the theme."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.drawing.shapes import (
    Box,
    Colour,
    Dash,
    Disc,
    Drawing,
    Icon,
    Line,
    Polygon,
    Role,
    Shape,
    Stroke,
    Text,
)
from ui.theme import Theme
from ui.widgets.icons import paint_icon

_DASHES: dict[Dash, list[float]] = {"dashed": [3.5, 2.5], "dotted": [1.0, 2.0]}
_HATCH_STEP, _HATCH_WIDTH = 6.0, 1.5
_QUARTER = 90 * 16


def chart_font(theme: Theme, role: Role) -> QFont:
    """The font of words in a chart, at the text size of the theme."""
    kind, _, strong = role.partition("-")
    font = theme.numbers("axis" if kind == "axis" else "body")
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class ChartPainter:
    """Puts a drawing on a painter; `ground` is the colour token of what it stands on."""

    def __init__(self, painter: QPainter, theme: Theme, ground: str) -> None:
        self._painter = painter
        self._theme = theme
        self._ground = ground
        self._scale = theme.scale
        self._fonts: dict[Role, tuple[QFont, QFontMetricsF]] = {}

    def paint(self, drawing: Drawing) -> None:
        """Paint all of it, the first shape at the back."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in drawing.shapes:
            self._paint(shape)

    def _paint(self, shape: Shape) -> None:
        match shape:
            case Line():
                self._line(shape)
            case Polygon(spots, fill, stroke):
                self._dress(fill, stroke)
                self._painter.drawPolygon([self._point(*spot) for spot in spots])
            case Disc():
                self._disc(shape)
            case Box():
                self._box(shape)
            case Text():
                self._text(shape)
            case Icon():
                box = self._rect(shape.x, shape.y, shape.side, shape.side).toRect()
                paint_icon(self._painter, QRect(box), shape.name, shape.colour)

    def _line(self, line: Line) -> None:
        pen = self._pen(line.stroke)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        spots = [self._point(*spot) for spot in line.spots]
        if line.stroke.dash == "solid" and len(spots) > 2:  # noqa: PLR2004 - a line with corners
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        shift = self._crisp(spots, pen.widthF())
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline([spot + shift for spot in spots])

    def _crisp(self, spots: list[QPointF], width: float) -> QPointF:
        """How far to move an upright or a level line so that it fills whole pixels."""
        first = spots[0]
        half = 0.5 if round(width) % 2 else 0.0
        level = all(spot.y() == first.y() for spot in spots)
        upright = all(spot.x() == first.x() for spot in spots)
        across = round(first.x() - half) + half - first.x() if upright else 0.0
        down = round(first.y() - half) + half - first.y() if level else 0.0
        return QPointF(across, down)

    def _disc(self, disc: Disc) -> None:
        reach = disc.radius * self._scale
        middle = self._point(disc.x, disc.y)
        around = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        if not disc.half:
            self._dress(disc.fill, disc.stroke)
            self._painter.drawEllipse(around)
            return
        self._dress(disc.fill, None)
        begins = _QUARTER if disc.half == "left" else -_QUARTER
        self._painter.drawPie(around, begins, 2 * _QUARTER)
        self._dress(None, disc.stroke)
        self._painter.drawEllipse(around)

    def _box(self, box: Box) -> None:
        rect = self._rect(box.x, box.y, box.width, box.height)
        radius = box.radius * self._scale
        self._dress(box.fill, None)
        self._painter.drawRoundedRect(rect, radius, radius)
        if box.hatch:
            self._hatch(rect, radius, self._colour(box.hatch))
        if box.stroke:
            inset = box.stroke.width * self._scale / 2
            inner = rect.adjusted(inset, inset, -inset, -inset)
            self._dress(None, box.stroke)
            self._painter.drawRoundedRect(inner, max(0.0, radius - inset), max(0.0, radius - inset))

    def _hatch(self, rect: QRectF, radius: float, colour: QColor) -> None:
        step = _HATCH_STEP * self._scale
        outline = QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        self._painter.save()
        self._painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        self._painter.setPen(QPen(colour, _HATCH_WIDTH * self._scale))
        x = rect.left() - rect.height()
        while x < rect.right():
            rise = QPointF(x + rect.height(), rect.top())
            self._painter.drawLine(QPointF(x, rect.bottom()), rise)
            x += step
        self._painter.restore()

    def _text(self, text: Text) -> None:
        font, metrics = self._font(text.role)
        wide = metrics.horizontalAdvance(text.words)
        back = {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
        base = text.y * self._scale + metrics.capHeight() / 2
        self._painter.setFont(font)
        self._painter.setPen(self._colour(text.colour))
        self._painter.drawText(QPointF(text.x * self._scale - back, base), text.words)

    # Private

    def _font(self, role: Role) -> tuple[QFont, QFontMetricsF]:
        if role not in self._fonts:
            font = chart_font(self._theme, role)
            self._fonts[role] = (font, QFontMetricsF(font))
        return self._fonts[role]

    def _dress(self, fill: Colour | None, stroke: Stroke | None) -> None:
        self._painter.setBrush(QBrush(self._colour(fill)) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pen(stroke) if stroke else Qt.PenStyle.NoPen)

    def _pen(self, stroke: Stroke) -> QPen:
        width = stroke.width * self._scale
        pen = QPen(self._colour(stroke.colour), max(1.0, round(width * 2) / 2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if stroke.dash != "solid":
            pen.setDashPattern(_DASHES[stroke.dash])
        return pen

    def _colour(self, name: Colour) -> QColor:
        return self._theme.colours.named(self._ground if name == "ground" else name)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._scale, y * self._scale)

    def _rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        scale = self._scale
        return QRectF(x * scale, y * scale, width * scale, height * scale)
