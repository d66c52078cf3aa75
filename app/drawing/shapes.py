"""The shapes of a chart in logical pixels, with colours by the names the theme gives them.

`x` runs from the left, `y` from the top. Whoever paints a drawing knows what a pixel is there,
which colour a name has, and nothing of what is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Colour: TypeAlias = Literal[
    "ground",
    "text",
    "text-2",
    "text-3",
    "accent",
    "border",
    "border-strong",
    "border-control",
    "lamp",
    "lamp-edge",
    "chart-then",
    "chart-now",
    "chart-grid",
    "chart-line",
    "chart-marker",
    "heat-0",
    "heat-1",
    "heat-2",
    "heat-3",
    "heat-4",
    "mix-job",
    "mix-others",
    "mix-formal",
]
"""A colour of the theme; `ground` is whatever the drawing stands on."""

Role: TypeAlias = Literal["axis", "axis-strong", "label", "label-strong"]
Anchor: TypeAlias = Literal["start", "middle", "end"]
Dash: TypeAlias = Literal["solid", "dashed", "dotted"]
Spot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line or an outline is drawn."""

    colour: Colour
    width: float = 1.0
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Line:
    """A line from spot to spot."""

    spots: tuple[Spot, ...]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed figure with straight sides."""

    spots: tuple[Spot, ...]
    fill: Colour | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc or, filled with nothing or with the ground, a ring; `half` fills its first half."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    stroke: Stroke | None = None
    half: Literal["", "left", "right"] = ""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; `hatch` draws diagonal lines across it, whatever its fill."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Colour | None = None
    stroke: Stroke | None = None
    hatch: Colour | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line; `x` is where their anchor stands, `y` the middle of the capitals."""

    x: float
    y: float
    words: str
    role: Role = "axis"
    colour: Colour = "text-2"
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture beside words that say the same."""

    x: float
    y: float
    side: float
    name: str
    colour: Colour = "text-2"


Shape: TypeAlias = Line | Polygon | Disc | Box | Text | Icon


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground of a mark: what the ring goes around and the pointer finds."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0

    @classmethod
    def around(cls, x: float, y: float, radius: float) -> Frame:
        """The frame of a disc."""
        return cls(x - radius, y - radius, 2 * radius, 2 * radius, radius)

    def distance(self, x: float, y: float) -> float:
        """How far a spot is from it; 0 inside."""
        across = max(self.x - x, 0.0, x - self.x - self.width)
        down = max(self.y - y, 0.0, y - self.y - self.height)
        return float((across**2 + down**2) ** 0.5)


@dataclass(frozen=True, slots=True)
class Opens:
    """What lies behind a mark: a kind of thing, and which."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of a chart that can be read out and opened.

    Attributes:
        id: Stays the same when the chart is drawn anew.
        row: Its row, counted from the top; Up and Down go to the next one.
        column: Its place in the row; Left and Right go to the next one.
        strong: The figure it stands for, such as "20 May: 4 of 5."
        rest: What else there is to say of it.
    """

    id: str
    frame: Frame
    row: int
    column: int
    strong: str
    rest: str = ""
    opens: Opens | None = None

    @property
    def said(self) -> str:
        """All of it, as it is read out."""
        return f"{self.strong} {self.rest}".strip()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart at one size; `start` is the mark that is told before anybody asks, -1 for none."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    marks: tuple[Mark, ...] = ()
    start: int = -1

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return not self.shapes


NOTHING = Drawing(0.0, 0.0)


def mirrored(drawing: Drawing) -> Drawing:
    """The same drawing for a language that runs from right to left."""
    width = drawing.width
    marks = (
        replace(mark, frame=replace(mark.frame, x=width - mark.frame.x - mark.frame.width))
        for mark in drawing.marks
    )
    shapes = tuple(_mirrored(shape, width) for shape in drawing.shapes)
    return replace(drawing, shapes=shapes, marks=tuple(marks))


_ACROSS: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Line(spots) | Polygon(spots):
            return replace(shape, spots=tuple((width - x, y) for x, y in spots))
        case Disc():
            sides: dict[str, Literal["", "left", "right"]] = {"left": "right", "right": "left"}
            return replace(shape, x=width - shape.x, half=sides.get(shape.half, ""))
        case Text():
            return replace(shape, x=width - shape.x, anchor=_ACROSS[shape.anchor])
        case Icon():
            return replace(shape, x=width - shape.x - shape.side)
        case _:
            return replace(shape, x=width - shape.x - shape.width)
