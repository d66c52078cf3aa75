"""The pictures on a page: vectors drawn from the same values as the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.export.boxes import Drawing
from app.export.styles import CENTRE, RIGHT, Setter, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    from app.domain.document import TrendPoint
    from app.export.boxes import Paint
    from app.export.inks import Inks

TICK_AREA = 18.0
RATINGS = range(1, 6)
RATING_STEP = 18.0
MOST_LABELS = 6


def hairline(width: float, colour: Color, thickness: float) -> Paint:
    """A horizontal line whose upper edge is at the top."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(thickness)
        canvas.line(x, top - thickness / 2, x + width, top - thickness / 2)

    return paint


def plate(width: float, height: float, inks: Inks) -> Paint:
    """The grey plate behind the words of a badge."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFillColor(inks.sunken)
        canvas.setStrokeColor(inks.border_strong)
        canvas.setLineWidth(0.5)
        canvas.roundRect(x + 0.25, top - height + 0.25, width - 0.5, height - 0.5, 2.2, fill=1)

    return paint


def shifted(paint: Paint, right: float, down: float) -> Paint:
    """The same picture at another place."""
    return lambda canvas, x, top: paint(canvas, x + right, top - down)


def check(inks: Inks, *, done: bool, middle: float) -> Paint:
    """A milestone's disc with a tick, or the ring of one to come."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        x, y = x + 5.25, top - middle
        if not done:
            canvas.setStrokeColor(inks.border_control)
            canvas.setLineWidth(1)
            canvas.circle(x, y, 4.7, stroke=1, fill=0)
            return
        canvas.setFillColor(inks.accent)
        canvas.circle(x, y, 5.25, stroke=0, fill=1)
        canvas.setStrokeColor(inks.on_accent)
        canvas.setLineWidth(1.3)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        tick = canvas.beginPath()
        tick.moveTo(x - 2.4, y - 0.1)
        tick.lineTo(x - 0.7, y - 1.9)
        tick.lineTo(x + 2.5, y + 1.7)
        canvas.drawPath(tick, stroke=1, fill=0)

    return paint


def measure(width: float, position: float, inks: Inks) -> Paint:
    """A track, filled up to a ring that stands for now; 12 points high."""
    ring = 5.0
    place = min(max(width * position, ring + 1), width - ring - 1)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        y = top - 6
        canvas.setLineCap(1)
        canvas.setLineWidth(4)
        canvas.setStrokeColor(inks.border)
        canvas.line(x + 2, y, x + width - 2, y)
        canvas.setStrokeColor(inks.accent)
        if position > 0:
            canvas.line(x + 2, y, x + place, y)
        canvas.setFillColor(inks.raised)
        canvas.setLineWidth(3)
        canvas.circle(x + place, y, 4.5, stroke=1, fill=1)

    return paint


def mark(inks: Inks) -> Paint:
    """The app's mark, a lit doorway, 13.5 points wide; the same shapes as its icon."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        scale = 13.5 / 30
        canvas.translate(x - scale, top + scale)
        canvas.scale(scale, -scale)
        canvas.setFillColor(inks.accent)
        canvas.roundRect(1, 1, 30, 30, 8.5, stroke=0, fill=1)
        canvas.setFillColor(inks.surface)
        door = canvas.beginPath()
        door.moveTo(10.4, 26.2)
        door.lineTo(10.4, 17)
        door.arcTo(10.4, 11.4, 21.6, 22.6, startAng=180, extent=180)
        door.lineTo(21.6, 26.2)
        door.close()
        canvas.drawPath(door, stroke=0, fill=1)
        canvas.setFillColor(inks.lamp)
        for bulb_x, bulb_y in ((6.6, 17), (9.4, 10.2), (16, 7.2), (22.6, 10.2), (25.4, 17)):
            canvas.circle(bulb_x, bulb_y, 1.9, stroke=0, fill=1)

    return paint


def trend(points: Sequence[TrendPoint], width: float, setter: Setter) -> Drawing:
    """Ratings of 1 to 5 over time: five lines, the course, a lamp for each rating."""
    left, right = TICK_AREA, width - 8
    height = RATING_STEP * 4
    spots = [
        (
            left + 8 + (right - left - 16) * min(max(point.position, 0.0), 1.0),
            (min(max(point.value, 1), 5) - 5) * RATING_STEP,
        )
        for point in points
    ]
    ratings = [setter.text(str(n), setter.looks.axis, TICK_AREA - 8, RIGHT) for n in RATINGS]
    labels = list(_labels(points, [x for x, _ in spots], width, setter))
    inks = setter.inks

    def paint(canvas: Canvas, x: float, top: float) -> None:
        top -= 8
        canvas.setStrokeColor(inks.chart_grid)
        canvas.setLineWidth(0.75)
        for rating, name in zip(RATINGS, ratings, strict=True):
            y = top + (rating - 5) * RATING_STEP
            canvas.line(x + left, y, x + right, y)
            _put(canvas, name, x, y + 5.6)
        _course(canvas, [(x + across, top + up) for across, up in spots], inks)
        for name, place in labels:
            _put(canvas, name, x + place, top - height - 8)

    return Drawing(height=height + 30, before=6, after=8, paint=paint)


def _course(canvas: Canvas, spots: list[tuple[float, float]], inks: Inks) -> None:
    canvas.setStrokeColor(inks.chart_line)
    canvas.setLineWidth(1.5)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(*spots[0])
    for spot in spots[1:]:
        path.lineTo(*spot)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColor(inks.lamp)
    canvas.setStrokeColor(inks.lamp_edge)
    canvas.setLineWidth(1)
    for spot in spots:
        canvas.circle(*spot, 4, stroke=1, fill=1)


def _put(canvas: Canvas, text: Paragraph | None, x: float, top: float) -> None:
    if text:
        text.drawOn(canvas, x, top - text.height)


def _labels(
    points: Sequence[TrendPoint], places: list[float], width: float, setter: Setter
) -> Iterator[tuple[Paragraph | None, float]]:
    """At most six dates that do not touch, the first and the last before any other."""
    last = len(points) - 1
    step = max(1, -(-last // (MOST_LABELS - 1)))
    order = dict.fromkeys([0, last, *range(step, last, step)])
    taken: list[tuple[float, float]] = []
    for index in order:
        look = setter.looks.axis
        fragments = setter.lettering.plain(_shortened(points[index].label), look)
        wide = width_of(fragments)
        start = min(max(places[index] - wide / 2, 0), width - wide)
        if wide <= width and all(start > b + 6 or start + wide < a - 6 for a, b in taken):
            taken.append((start, start + wide))
            yield setter.flow(fragments, look, wide, CENTRE), start


def _shortened(label: str, most: int = 24) -> str:
    """A label on one line; the sentence and the table have the whole of it."""
    line = " ".join(label.split())
    return line if len(line) <= most else line[: most - 1] + "…"
