"""Where a form is filled in: frames to write in, and rings and squares to mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.export.boxes import Box, Row
from app.export.tree import Element, Furniture

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from app.export.inks import Inks
    from app.export.tags import TaggedCanvas

SIGN: Final = 15.0
"""How wide and high a place to mark is; the ring in it is a little smaller."""
RING: Final = 6.0
CORNER: Final = 3.5
TRACK: Final = 2.5
ASIDE: Final = 4.0
WITHIN: Final = 2.0
"""From the line of a frame to its field, at the sides and at the top; readers add a little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank(Box):
    """A frame to write in.

    Attributes:
        field: What it is to a screen reader.
        width: How wide it is.
        edge: The colour of its line.
        ground: The colour in it.
        grows: Whether it may be higher where there is room.
    """

    field: Element
    width: float
    edge: Color
    ground: Color
    grows: bool = False

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the frame, and put the field into it."""
        left, bottom = x + self.inset, top - self.height
        with canvas.marked(Furniture.LAYOUT):
            canvas.setFillColor(self.ground)
            canvas.setStrokeColor(self.edge)
            canvas.setLineWidth(0.75)
            canvas.roundRect(left, bottom, self.width, self.height, CORNER, stroke=1, fill=1)
        right = left + self.width - ASIDE
        canvas.field(self.field, (left + ASIDE, bottom + WITHIN, right, top - WITHIN))


@dataclass(frozen=True, slots=True)
class Sign:
    """A place to mark in a row: `x` is its left side, `drop` how far its top is from the row's."""

    field: Element
    x: float
    drop: float = 0
    round: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking(Row):
    """A row with places to mark, which is never cut; `track` joins them with a line."""

    signs: tuple[Sign, ...]
    inks: Inks
    track: bool = False

    def split(self, room: float) -> None:
        """Nothing: a mark and its words stay together."""
        del room

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the signs with their fields, then the words."""
        left, head = x + self.inset, top - self.pad
        with canvas.marked(Furniture.LAYOUT):
            if self.track:
                self._track(canvas, left, head)
            for sign in self.signs:
                self._sign(canvas, sign, left + sign.x, head - sign.drop)
        # Fields are drawn before all words, but each is read beside its own.
        marked = {sign.field.within for sign in self.signs}
        for cell in self.cells:
            if isinstance(cell.tag, Element) and (cell.paragraph or cell.tag in marked):
                canvas.structure.mention(cell.tag)
        for sign in self.signs:
            edge, high = left + sign.x, head - sign.drop
            canvas.field(sign.field, (edge, high - SIGN, edge + SIGN, high))
        Row.draw(self, canvas, x, top)

    def _track(self, canvas: TaggedCanvas, left: float, head: float) -> None:
        first, last = self.signs[0], self.signs[-1]
        middle = head - first.drop - SIGN / 2
        canvas.setStrokeColor(self.inks.border)
        canvas.setLineWidth(TRACK)
        canvas.line(left + first.x + SIGN, middle, left + last.x, middle)

    def _sign(self, canvas: TaggedCanvas, sign: Sign, left: float, top: float) -> None:
        canvas.setFillColor(self.inks.raised)
        canvas.setStrokeColor(self.inks.border_control)
        canvas.setLineWidth(1)
        if sign.round:
            canvas.circle(left + SIGN / 2, top - SIGN / 2, RING, stroke=1, fill=1)
        else:
            rest = SIGN / 2 - RING
            canvas.roundRect(left + rest, top - SIGN + rest, 2 * RING, 2 * RING, 2, 1, 1)
