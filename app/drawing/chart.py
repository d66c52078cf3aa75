"""A chart as everything that reads it needs it: a sentence, a table, a drawing, and their words.

The painter of the window, the table, the tree that screen readers walk and the PDF all read one
`Chart`, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from app.drawing.shapes import NOTHING, Colour, Dash, Drawing, Opens, Role, Stroke, mirrored

Measure: TypeAlias = Callable[[str, Role], float]
"""How wide words are on one line, in logical pixels."""

NARROW: Final = 320.0
SMALL: Final = 200.0
SMALLEST: Final = 140.0
_LINE, _STRONG_LINE = 2.0, 3.0
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Space:
    """Where a chart is drawn.

    Attributes:
        width: In logical pixels, which grow with the text: 400 pixels at 200 % are 200.
        rtl: Whether the language runs from right to left.
        paper: Whether it must be told apart without colours and without being asked.
    """

    width: float
    measure: Measure
    rtl: bool = False
    high_contrast: bool = False
    paper: bool = False

    @property
    def has_inner_labels(self) -> bool:
        """Whether there is room for more than the ends of a scale."""
        return self.width >= NARROW

    @property
    def has_mark_labels(self) -> bool:
        """Whether there is room for words beside marks."""
        return self.width >= SMALL

    @property
    def is_enough(self) -> bool:
        """Whether there is room for a drawing at all."""
        return self.width >= SMALLEST

    def line(self, colour: Colour, dash: Dash = "solid") -> Stroke:
        """The stroke of a line that carries values."""
        return Stroke(colour, _STRONG_LINE if self.high_contrast else _LINE, dash)

    def edge(self, colour: Colour, width: float = 1.5) -> Stroke:
        """The stroke around a mark."""
        return Stroke(colour, width + 1.0 if self.high_contrast else width)

    def cut(self, words: str, role: Role, room: float) -> str:
        """Words on one line, cut with an ellipsis where there is no room for them."""
        line = " ".join(words.split())
        if self.measure(line, role) <= room:
            return line
        kept, most = 0, len(line)
        while kept < most:
            middle = (kept + most + 1) // 2
            fits = self.measure(line[:middle].rstrip() + _ELLIPSIS, role) <= room
            kept, most = (middle, most) if fits else (kept, middle - 1)
        return line[:kept].rstrip() + _ELLIPSIS if kept else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; figures stand at its end."""

    name: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and what it is sorted by where those do not do."""

    words: str
    order: float | str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the id of what it tells of, its cells, and what it opens."""

    id: str
    cells: tuple[Cell, ...]
    opens: Opens | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Everything a chart shows, in words, in the order of its marks."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()

    def without_empty(self) -> Table:
        """The table without the columns in which nothing stands."""
        kept = [
            place
            for place, _ in enumerate(self.columns)
            if any(r.cells[place].words for r in self.rows)
        ]
        rows = tuple(Row(r.id, tuple(r.cells[place] for place in kept), r.opens) for r in self.rows)
        return Table(tuple(self.columns[place] for place in kept), rows)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes:
        key: Names the chart for good, in what is remembered of it.
        name: What it shows, such as "Confidence check-ins".
        heading: What was seen, in the past tense; empty while there is nothing.
        under: What was measured, how many and when.
        description: All of it in words, for who cannot see the drawing.
        invitation: What stands in its place while there is nothing to see.
        wide: The width it is drawn in where there is less room: it is then moved sideways.
        small: Whether it is a line among words, which needs no room to speak of.
    """

    key: str
    name: str
    heading: str
    under: str
    table: Table
    description: str
    invitation: str
    lay_out: Callable[[Space], Drawing] = field(compare=False)
    wide: float = 0.0
    small: bool = False

    def draw(self, space: Space) -> Drawing:
        """The drawing in this space; nothing where the sentence and the table have to do."""
        if not (space.is_enough or self.small):
            return NOTHING
        drawing = self.lay_out(space)
        return mirrored(drawing) if space.rtl else drawing


def unseen(space: Space) -> Drawing:
    """The drawing of a chart that has nothing to show."""
    del space
    return NOTHING
