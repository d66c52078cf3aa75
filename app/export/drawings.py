"""The pictures on a page: vectors drawn from the same values as the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from app.export.boxes import Paint
    from app.export.inks import Inks


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


def linked(paint: Paint, link: str, width: float, height: float) -> Paint:
    """The same picture as a place to click."""

    def click(canvas: Canvas, x: float, top: float) -> None:
        canvas.linkURL(link, (x, top - height, x + width, top), relative=1, kind="URI")
        paint(canvas, x, top)

    return click


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
