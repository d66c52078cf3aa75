"""Icons on paper: the same outlines as on the screen, read from their files and drawn as vectors.

What is read is as much of SVG as the icons that ship with Greenroom use.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from math import atan2, ceil, cos, hypot, pi, sin, tan
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

Stretch: TypeAlias = tuple[float, ...]
"""Where a line goes: two numbers move to a place, four draw a line, eight a curve to one.

The first two numbers of a line and of a curve are where it begins.
"""

SIDE: Final = 24
"""The side of the square that an icon is drawn on."""
WIDTH: Final = 2
_TOKEN: Final = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
_FLAGS: Final = re.compile(r"([Aa])([^A-Za-z]*)")


def paint(canvas: Canvas, name: str, colour: Color, side: float) -> None:
    """Draw an icon below and at the right of the canvas's origin."""
    scale = side / SIDE
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(WIDTH * scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setDash([])
    path = canvas.beginPath()
    for stretch in outline(name):
        spots = [(x * scale, -y * scale) for x, y in zip(stretch[::2], stretch[1::2], strict=True)]
        if len(spots) == 1:
            path.moveTo(*spots[0])
        elif len(spots) == 2:  # noqa: PLR2004 - the two ends of a line
            path.lineTo(*spots[1])
        else:
            path.curveTo(*spots[1], *spots[2], *spots[3])
    canvas.drawPath(path, stroke=1, fill=0)


@lru_cache(maxsize=64)
def outline(name: str) -> tuple[Stretch, ...]:
    """The lines of an icon, on a square whose origin is its upper left corner."""
    file = resources.files("resources") / "icons" / f"{name}.svg"
    root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 - a file that ships with Greenroom
    return tuple(stretch for shape in root for stretch in _shape(shape))


def _shape(shape: ET.Element) -> Iterator[Stretch]:
    kind = shape.tag.rpartition("}")[2]
    if kind == "path":
        yield from _path(shape.get("d", ""))
    elif kind == "line":
        x1, y1, x2, y2 = (float(shape.get(each, "0")) for each in ("x1", "y1", "x2", "y2"))
        yield from ((x1, y1), (x1, y1, x2, y2))
    elif kind in {"circle", "ellipse"}:
        x, y, radius = (float(shape.get(each, "0")) for each in ("cx", "cy", "r"))
        across, down = (float(shape.get(each, radius)) for each in ("rx", "ry"))
        half = f"a{across} {down} 0 1 1"
        yield from _path(f"M{x - across} {y}{half} {2 * across} 0{half} {-2 * across} 0z")
    elif kind == "rect":
        yield from _rectangle(shape)
    elif kind == "polyline":
        yield from _path("M" + shape.get("points", ""))
    else:
        raise ValueError(kind)


def _rectangle(shape: ET.Element) -> Iterator[Stretch]:
    x, y, wide, high = (float(shape.get(each, "0")) for each in ("x", "y", "width", "height"))
    round_x = float(shape.get("rx", shape.get("ry", "0")))
    round_y = float(shape.get("ry", shape.get("rx", "0")))
    across, down = wide - 2 * round_x, high - 2 * round_y
    corner = f"a{round_x} {round_y} 0 0 1"
    yield from _path(
        f"M{x + round_x} {y}h{across}{corner} {round_x} {round_y}v{down}"
        f"{corner} {-round_x} {round_y}h{-across}{corner} {-round_x} {-round_y}v{-down}"
        f"{corner} {round_x} {-round_y}z"
    )


def _path(data: str) -> Iterator[Stretch]:
    """The lines of a path, from what its `d` says."""
    x = y = start_x = start_y = 0.0
    for command, numbers in _commands(data):
        kind = command.upper()
        spots = _absolute(kind, numbers, (x, y) if command.islower() else (0.0, 0.0), (x, y))
        if kind == "M":
            start_x, start_y = spots
            yield spots
        elif kind == "Z":
            yield (x, y, start_x, start_y)
            spots = (start_x, start_y)
        elif kind == "A":
            yield from _arc((x, y), numbers, (spots[0], spots[1]))
        elif kind == "Q":
            yield _cubic((x, y), spots)
        else:
            yield (x, y, *spots)
        x, y = spots[-2:]


def _commands(data: str) -> Iterator[tuple[str, Stretch]]:
    """Each command of a path with its numbers; one that is left out is the one before again."""
    # The two flags of an arc need no space after them.
    tokens = _TOKEN.findall(_FLAGS.sub(lambda arc: arc[1] + _spaced(arc[2]), data))
    at, command = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        count = _TAKES[command.upper()]
        yield command, tuple(map(float, tokens[at : at + count]))
        at += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _spaced(arcs: str) -> str:
    """The numbers of arcs, with each flag by itself."""
    numbers: list[str] = []
    rest = arcs
    while rest := rest.lstrip(" ,\n"):
        flag = len(numbers) % 7 in {3, 4}
        found = _TOKEN.match(rest)
        number = rest[0] if flag or found is None else found[0]
        numbers.append(number)
        rest = rest[len(number) :]
    return " ".join(numbers) + " "


def _absolute(
    kind: str, numbers: Stretch, origin: tuple[float, float], here: tuple[float, float]
) -> Stretch:
    """Places on the square: of an arc, where it ends."""
    if kind == "H":
        return (origin[0] + numbers[0], here[1])
    if kind == "V":
        return (here[0], origin[1] + numbers[0])
    spots = numbers[-2:] if kind == "A" else numbers
    return tuple(number + origin[at % 2] for at, number in enumerate(spots))


def _cubic(here: tuple[float, float], spots: Iterable[float]) -> Stretch:
    """A curve with one handle, as one with two."""
    handle_x, handle_y, x, y = spots
    return (
        *here,
        here[0] + 2 / 3 * (handle_x - here[0]),
        here[1] + 2 / 3 * (handle_y - here[1]),
        x + 2 / 3 * (handle_x - x),
        y + 2 / 3 * (handle_y - y),
        x,
        y,
    )


def _arc(
    here: tuple[float, float], numbers: Stretch, end: tuple[float, float]
) -> Iterator[Stretch]:
    """An arc as curves of a quarter at most; its ellipse is never turned, in any of the icons."""
    radius_x, radius_y, _, large, sweep = numbers[:5]
    if not (radius_x and radius_y) or here == end:
        yield (*here, *end)
        return
    # On the circle of radius 1 that the ellipse is when it is squeezed.
    half_x, half_y = (here[0] - end[0]) / 2 / radius_x, (here[1] - end[1]) / 2 / radius_y
    length = hypot(half_x, half_y)
    grown = max(1.0, length)
    half_x, half_y, length = half_x / grown, half_y / grown, length / grown
    away = max(0.0, 1 - length**2) ** 0.5 / length * (-1 if large == sweep else 1)
    centre_x, centre_y = away * half_y, -away * half_x
    begin = atan2(half_y - centre_y, half_x - centre_x)
    turn = atan2(-half_y - centre_y, -half_x - centre_x) - begin
    turn = turn % (2 * pi) if sweep else -(-turn % (2 * pi))
    middle = (here[0] + end[0]) / 2, (here[1] + end[1]) / 2
    for curve in _quarters(begin, turn):
        yield tuple(
            middle[at % 2]
            + ((centre_y + value) * radius_y if at % 2 else (centre_x + value) * radius_x) * grown
            for at, value in enumerate(curve)
        )


def _quarters(begin: float, turn: float) -> Iterator[Stretch]:
    """A part of the circle of radius 1 as curves of a quarter at most."""
    count = ceil(abs(turn) / (pi / 2) - 1e-9)
    step = turn / count
    reach = 4 / 3 * tan(step / 4)
    for number in range(count):
        one, two = begin + number * step, begin + (number + 1) * step
        yield (
            *(cos(one), sin(one)),
            *(cos(one) - reach * sin(one), sin(one) + reach * cos(one)),
            *(cos(two) + reach * sin(two), sin(two) - reach * cos(two)),
            *(cos(two), sin(two)),
        )
