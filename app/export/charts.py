"""The drawing of a chart on paper: the same shapes as on the screen, as vectors in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.drawing.chart import Space
from app.drawing.shapes import Box, Disc, Line, Polygon, Text
from app.export import icons
from app.export.boxes import Drawing
from app.export.styles import width_of
from app.export.tree import Element

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.drawing.chart import Chart
    from app.drawing.shapes import Colour, Dash, Icon, Role, Shape, Spot, Stroke
    from app.drawing.shapes import Drawing as Shapes
    from app.export.boxes import Paint
    from app.export.lettering import Look
    from app.export.prose import Place
    from app.export.styles import Setter

SCALE = 0.725
"""Points for a logical pixel: the words of a chart are then as large as those around it."""
MOST_HEIGHT = 560.0
"""A higher chart is drawn smaller, for it is never split."""
CAPITALS = 0.727
"""How high the capitals of Inter are, in parts of the size."""
HATCH_STEP, HATCH_WIDTH = 6.0, 1.5
_DASHES: dict[Dash, list[float]] = {"solid": [], "dashed": [3.5, 2.5], "dotted": [1.0, 2.0]}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing on paper, in points."""

    width: float
    height: float
    paint: Paint

    def box(self, place: Place, alt: str) -> Drawing:
        """The drawing as a box of a page, and what it shows in words."""
        return Drawing(
            height=self.height,
            before=10.5,
            after=12,
            paint=self.paint,
            inset=place.inset,
            bars=place.bars,
            width=self.width,
            tag=Element("Figure", place.within, alt=alt),
        )


def drawn(chart: Chart, width: float, setter: Setter) -> Drawn | None:
    """The chart in a width of so many points; None where its words have to do."""
    # What is moved sideways on the screen is drawn smaller.
    scale = min(SCALE, width / chart.wide) if chart.wide else SCALE
    shapes = chart.draw(_space(width / scale, setter))
    if shapes.height * scale > MOST_HEIGHT:
        scale = MOST_HEIGHT / shapes.height
        shapes = chart.draw(_space(width / scale, setter))
    if shapes.is_empty:
        return None
    paint = _painted(shapes, scale, setter)
    return Drawn(shapes.width * scale, shapes.height * scale, paint)


def _space(width: float, setter: Setter) -> Space:
    def measure(words: str, role: Role) -> float:
        return width_of(setter.lettering.plain(words, _look(role, "text", setter))) / SCALE

    return Space(width, measure, paper=True)


def _look(role: Role, colour: Colour, setter: Setter) -> Look:
    looks = setter.looks
    axis, _, strong = role.partition("-")
    look = looks.axis if axis == "axis" else looks.item
    family = looks.item_strong.family if strong else look.family
    return replace(look, family=family, colour=setter.inks.named(colour))


def _painted(shapes: Shapes, scale: float, setter: Setter) -> Paint:
    def paint(canvas: Canvas, x: float, top: float) -> None:
        brush = _Brush(canvas, setter, scale)
        canvas.translate(x, top)
        for shape in shapes.shapes:
            brush.paint(shape)

    return paint


class _Brush:
    """Paints shapes on a canvas whose origin is the upper left corner of the drawing."""

    def __init__(self, canvas: Canvas, setter: Setter, scale: float) -> None:
        self._canvas = canvas
        self._setter = setter
        self._scale = scale

    def paint(self, shape: Shape) -> None:
        match shape:
            case Line(spots, stroke):
                self._path(spots, None, stroke, closed=False)
            case Polygon(spots, fill, stroke):
                self._path(spots, fill, stroke, closed=True)
            case Disc():
                self._disc(shape)
            case Box():
                self._box(shape)
            case Text():
                self._text(shape)
            case _:
                self._icon(shape)

    def _path(
        self, spots: tuple[Spot, ...], fill: Colour | None, stroke: Stroke | None, *, closed: bool
    ) -> None:
        self._dress(fill, stroke)
        path = self._canvas.beginPath()
        path.moveTo(*self._point(*spots[0]))
        for spot in spots[1:]:
            path.lineTo(*self._point(*spot))
        if closed:
            path.close()
        self._canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))

    def _disc(self, disc: Disc) -> None:
        x, y = self._point(disc.x, disc.y)
        radius = disc.radius * self._scale
        self._dress(disc.fill, disc.stroke)
        edged, filled = int(disc.stroke is not None), int(disc.fill is not None)
        if not disc.half:
            self._canvas.circle(x, y, radius, stroke=edged, fill=filled)
            return
        begins = 90 if disc.half == "left" else -90
        corners = (x - radius, y - radius, x + radius, y + radius)
        self._canvas.wedge(*corners, begins, 180, stroke=0, fill=filled)
        self._canvas.circle(x, y, radius, stroke=edged, fill=0)

    def _box(self, box: Box) -> None:
        if box.fill or not box.stroke:
            self._dress(box.fill, None)
            self._rect(box, 0.0, edged=False, filled=box.fill is not None)
        if box.hatch:
            self._hatch(box, box.hatch)
        if box.stroke:
            self._dress(None, box.stroke)
            self._rect(box, box.stroke.width / 2, edged=True, filled=False)

    def _rect(self, box: Box, inset: float, *, edged: bool, filled: bool) -> None:
        x, y = self._point(box.x + inset, box.y + box.height - inset)
        wide, high = box.width - 2 * inset, box.height - 2 * inset
        radius = max(0.0, min(box.radius - inset, wide / 2, high / 2))
        sides = (x, y, wide * self._scale, high * self._scale)
        if radius:
            self._canvas.roundRect(
                *sides, radius * self._scale, stroke=int(edged), fill=int(filled)
            )
        else:
            self._canvas.rect(*sides, stroke=int(edged), fill=int(filled))

    def _hatch(self, box: Box, colour: Colour) -> None:
        x, y = self._point(box.x, box.y + box.height)
        wide, high = box.width * self._scale, box.height * self._scale
        canvas, step = self._canvas, HATCH_STEP * self._scale
        canvas.saveState()
        outline = canvas.beginPath()
        if box.radius:
            outline.roundRect(x, y, wide, high, box.radius * self._scale)
        else:
            outline.rect(x, y, wide, high)
        canvas.clipPath(outline, stroke=0, fill=0)
        canvas.setStrokeColor(self._setter.inks.named(colour))
        canvas.setLineWidth(HATCH_WIDTH * self._scale)
        begin = x - high
        while begin < x + wide:
            canvas.line(begin, y, begin + high, y + high)
            begin += step
        canvas.restoreState()

    def _text(self, text: Text) -> None:
        look = _look(text.role, text.colour, self._setter)
        shrunk = self._scale / SCALE
        look = replace(look, size=look.size * shrunk, leading=look.leading * shrunk)
        fragments = self._setter.lettering.plain(text.words, look)
        wide = width_of(fragments)
        paragraph = self._setter.flow(fragments, look, wide)
        if paragraph is None:
            return
        x, middle = self._point(text.x, text.y)
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
        base = middle - CAPITALS * look.size / 2
        paragraph.drawOn(self._canvas, x, base + look.size - paragraph.height)

    def _icon(self, icon: Icon) -> None:
        self._canvas.saveState()
        self._canvas.translate(*self._point(icon.x, icon.y))
        ink = self._setter.inks.named(icon.colour)
        icons.paint(self._canvas, icon.name, ink, icon.side * self._scale)
        self._canvas.restoreState()

    # Private

    def _dress(self, fill: Colour | None, stroke: Stroke | None) -> None:
        if fill:
            self._canvas.setFillColor(self._setter.inks.named(fill))
        if stroke:
            width = stroke.width * self._scale
            self._canvas.setStrokeColor(self._setter.inks.named(stroke.colour))
            self._canvas.setLineWidth(width)
            self._canvas.setLineJoin(1)
            self._canvas.setDash([part * width for part in _DASHES[stroke.dash]])

    def _point(self, x: float, y: float) -> Spot:
        return x * self._scale, -y * self._scale
