"""What a page is made of: boxes of a known height, some of which can be cut in two.

All lengths are in points; `x` and `top` are the left and upper edge in reportlab's coordinates,
which grow to the right and upwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from app.export.tree import Element, Furniture, Tag

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from app.export.lines import SetText
    from app.export.structure import Frame
    from app.export.tags import TaggedCanvas

Paint: TypeAlias = Callable[["Canvas", float, float], None]

_SLACK = 0.001


@dataclass(frozen=True, slots=True)
class Bar:
    """A vertical line beside everything of a quotation, as far from the margin as `x` says."""

    x: float
    colour: Color
    thickness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Something that stands on a page, with the space it wants before and after it.

    Attributes:
        keep: It is never the last on its page, unless it ends the document.
        inset: How far it stands from the left margin.
        bars: Lines at its left that join with those of its neighbours.
        breaks: It begins a page.
        fades: It is left out at the head of a page.
        bookmark: What the reader's list of contents calls this place; empty for nothing.
        depth: How deep in that list it stands, at most; 0 is a section.
        head: A row that stands above it again where it begins a page.
    """

    height: float
    before: float = 0
    after: float = 0
    keep: bool = False
    inset: float = 0
    bars: tuple[Bar, ...] = ()
    breaks: bool = False
    fades: bool = False
    bookmark: str = ""
    depth: int = 0
    head: Box | None = None

    @property
    def least(self) -> float:
        """The height below which nothing of it can be placed."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """The part that fits into this height and the rest, or None if there is no such cut."""
        del room
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Put it on a page, each part of it marked as what it is."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Box):
    """A picture of this width, never cut.

    Attributes:
        tag: What it is; an ornament unless it is said.
    """

    paint: Paint
    width: float = 0
    tag: Tag = Furniture.LAYOUT

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Paint it, leaving the canvas as it was."""
        left = x + self.inset
        with canvas.marked(self.tag, (left, top - self.height, left + self.width, top)):
            canvas.saveState()
            self.paint(canvas, left, top)
            canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Cell:
    """A paragraph in a row, and what it is; `drop` lowers it so that base lines meet."""

    paragraph: SetText | None
    x: float
    width: float
    drop: float = 0
    tag: Tag = Furniture.LAYOUT

    @property
    def height(self) -> float:
        """The height it needs."""
        return self.drop + self.paragraph.height if self.paragraph else 0.0

    def split(self, room: float) -> tuple[Cell, Cell]:
        """What fits, which may be nothing, and what is left, which may be nothing."""
        if self.paragraph is None or self.height <= room + _SLACK:
            return self, replace(self, paragraph=None)
        parts = cast("list[SetText]", self.paragraph.split(self.width, room - self.drop))
        if len(parts) != 2:  # noqa: PLR2004 - reportlab's answer is nothing, or two parts
            return replace(self, paragraph=None), self
        for part in parts:
            part.wrap(self.width, room)
        return replace(self, paragraph=parts[0]), replace(self, paragraph=parts[1], drop=0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing beside the first line of a row, from its upper left corner on.

    Attributes:
        tag: What it is; an ornament unless it is said.
        place: Where a picture is in this row: how far from the left, how wide and how high.
    """

    paint: Paint
    tag: Tag = Furniture.LAYOUT
    place: tuple[float, float, float] = (0, 0, 0)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Paint it, leaving the canvas as it was."""
        right, width, height = self.place
        frame: Frame = (left + right, top - height, left + right + width, top)
        with canvas.marked(self.tag, frame):
            canvas.saveState()
            self.paint(canvas, left, top)
            canvas.restoreState()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Drawing):
    """A picture with the sign of its list item beside its top, so far to the left of it."""

    sign: Cell | Mark
    back: float

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Put the sign on the page, then the picture."""
        left = x + self.inset - self.back
        if isinstance(self.sign, Mark):
            self.sign.draw(canvas, left, top)
        elif self.sign.paragraph:
            with canvas.marked(self.sign.tag):
                lower = top - self.sign.height
                self.sign.paragraph.drawOn(canvas, left + self.sign.x, lower)
        Drawing.draw(self, canvas, x, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Box):
    """Paragraphs side by side, which break across pages line by line.

    Attributes:
        line: The height of a line, to know what is worth placing.
        rule: The colour of a hairline under it.
        panel: The colour of a panel behind it, of this width.
        mark: What is drawn beside its first line.
    """

    cells: tuple[Cell, ...]
    line: float
    pad: float = 0
    rule: Color | None = None
    panel: tuple[Color, float] | None = None
    mark: Mark | None = None

    @property
    def least(self) -> float:
        """Two lines of a long text, all of a short one: no line is ever left alone."""
        short = self.height - 2 * self.pad < 3.5 * self.line
        return self.height if short else 2 * self.pad + 2 * self.line

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut every cell at this height."""
        halves = [cell.split(room - 2 * self.pad) for cell in self.cells]
        first = tuple(half[0] for half in halves)
        rest = tuple(half[1] for half in halves)
        if all(cell.paragraph is None for cell in first):
            return None
        return (
            replace(self, cells=first, height=self._around(first), rule=None, after=0, keep=False),
            replace(self, cells=rest, height=self._around(rest), before=0, mark=None, bookmark=""),
        )

    def _around(self, cells: tuple[Cell, ...]) -> float:
        return 2 * self.pad + max(cell.height for cell in cells)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Put the paragraphs on the page, and what goes with them."""
        left = x + self.inset
        if self.panel:
            colour, width = self.panel
            with canvas.marked(Furniture.LAYOUT):
                canvas.setFillColor(colour)
                canvas.rect(left, top - self.height, width, self.height, stroke=0, fill=1)
        if self.mark:
            self.mark.draw(canvas, left, top - self.pad)
        for cell in self.cells:
            self._fill(cell, canvas, left, top - self.pad)
        if self.rule:
            self._underline(canvas, left, top - self.height, self.rule)

    def again(self) -> Row:
        """The row as it stands once more where a page begins, which is not read again."""
        cells = tuple(replace(cell, tag=Furniture.REPEATED) for cell in self.cells)
        return replace(self, cells=cells)

    def _fill(self, cell: Cell, canvas: TaggedCanvas, left: float, top: float) -> None:
        if cell.paragraph:
            canvas.write(cell.paragraph, cell.tag, left + cell.x, top - cell.height)
        elif isinstance(cell.tag, Element) and cell.tag.role in {"TH", "TD"}:
            # An empty cell of a table is a cell.
            canvas.structure.mention(cell.tag)

    def _underline(self, canvas: TaggedCanvas, left: float, y: float, colour: Color) -> None:
        width = max(cell.x + cell.width for cell in self.cells)
        with canvas.marked(Furniture.LAYOUT):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(0.5)
            canvas.line(left, y, left + width, y)
