"""The figures charts share, each made of plain shapes."""

from __future__ import annotations

from app.drawing.shapes import Box, Colour, Line, Polygon, Shape, Stroke

_POLE, _BANNER, _NOTCH = 17.0, 8.0, 3.0


def flag(x: float, foot: float, stroke: Stroke) -> tuple[Shape, ...]:
    """A flag on a pole that stands at a foot, flying in the direction of reading."""
    top, low = foot - _POLE, foot - _POLE + _BANNER
    outline = (
        (x, foot),
        (x, top),
        (x + _BANNER, top),
        (x + _BANNER - _NOTCH, (top + low) / 2),
        (x + _BANNER, low),
        (x, low),
    )
    return (Line(outline, stroke),)


def diamond(x: float, y: float, reach: float, colour: Colour) -> Shape:
    """A filled diamond."""
    return Polygon(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), fill=colour)


def square(x: float, y: float, side: float, fill: Colour | None, stroke: Stroke) -> Shape:
    """A square around its middle."""
    return Box(x - side / 2, y - side / 2, side, side, fill=fill, stroke=stroke)


def chevron(x: float, y: float, reach: float, stroke: Stroke, *, ahead: bool) -> Shape:
    """The point of an arrow with its tip at a spot; ahead is the direction of reading."""
    back = x - reach if ahead else x + reach
    return Line(((back, y - reach), (x, y), (back, y + reach)), stroke)
