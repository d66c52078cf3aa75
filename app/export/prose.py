"""Sets somebody's text: paragraphs, headings, lists, quotations, code and tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.prose import (
    Block,
    CodeBlock,
    Grid,
    Heading,
    Line,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Run,
)
from app.export.boxes import Bar, Box, Cell, Drawing, Mark, Row, Signed
from app.export.drawings import check, hairline, linked
from app.export.figures import Figures
from app.export.lettering import safe_link, whole
from app.export.styles import RIGHT, Setter
from app.export.tables import Sheet, table
from app.export.tree import HEADINGS, Element
from app.prose import trimmed, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.export.lettering import Look
    from app.export.tree import Role, Signs

STEP = 15.0
NARROWEST = 160.0
GREAT_HEADINGS = 2
HEADINGS_ABOVE = 2
"""The title of the document and that of a section stand above every heading in a text."""
PARAGRAPH_GAP = 7.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: how far in, how wide, beside which bars, in which look.

    `figures` are the images that may be shown in it. It is part of the element it stands `within`;
    of the document itself if there is none.
    """

    width: float
    look: Look
    inset: float = 0
    bars: tuple[Bar, ...] = ()
    figures: Figures = field(default_factory=Figures)
    within: Element | None = None

    def inner(self, by: float) -> Place:
        """The place of what belongs to this, unless it would get too narrow to read."""
        if self.width - by < NARROWEST:
            return self
        return replace(self, width=self.width - by, inset=self.inset + by)

    def part(self, role: Role) -> Place:
        """The same place for what is part of a new element."""
        return replace(self, within=Element(role, self.within))


def prose(blocks: Iterable[Block], place: Place, setter: Setter) -> Iterator[Box]:
    """The boxes of a text, in order."""
    for block in blocks:
        yield from _block(block, place, setter)


def _block(block: Block, place: Place, setter: Setter) -> Iterator[Box]:
    match block:
        case Paragraph(line):
            yield from _flow(line, place, place.look, setter)
        case Heading():
            yield from _heading(block, place, setter)
        case Quotation(blocks):
            yield from _quotation(blocks, place, setter)
        case Listing():
            yield from _listing(block, place, setter)
        case CodeBlock(code):
            yield from _code(code, place, setter)
        case Grid():
            yield from _grid(block, place, setter)
        case _:
            paint = hairline(place.width, setter.inks.border, 0.5)
            yield _at(place, Drawing(height=0.5, before=10, after=10, paint=paint))


def text(line: Line, place: Place, look: Look, setter: Setter, role: Role = "P") -> Iterator[Row]:
    """A paragraph; nothing where there is nothing to see."""
    paragraph = setter.flow(setter.lettering.line(line, look), look, place.width)
    if paragraph:
        yield Row(
            height=paragraph.height,
            cells=(Cell(paragraph, 0, place.width, tag=Element(role, place.within)),),
            line=look.leading,
            inset=place.inset,
            bars=place.bars,
            before=PARAGRAPH_GAP,
            after=PARAGRAPH_GAP,
        )


def _flow(line: Line, place: Place, look: Look, setter: Setter, role: Role = "P") -> Iterator[Box]:
    """A paragraph whose images stand below the words before them.

    What merely ends a sentence, such as a full stop, stays with its words.
    """
    words: list[Run] = []
    figures: list[Drawing] = []
    for run in line:
        figure = _figure(run, place)
        if figure:
            figures.append(figure)
            continue
        if figures and any(sign.isalnum() for sign in run.text):
            yield from text(trimmed(words), place, look, setter, role)
            yield from figures
            words, figures = [], []
        elif figures and words:
            words[-1] = replace(words[-1], text=words[-1].text.rstrip())
        words.append(worded(run))
    yield from text(trimmed(words), place, look, setter, role)
    yield from figures


def _figure(run: Run, place: Place) -> Drawing | None:
    found = place.figures.find(run.picture, place.width) if run.picture else None
    if found is None:
        return None
    paint, within = found.paint, place.within
    if link := safe_link(run.link):
        paint = linked(paint, link, found.width, found.height)
        within = Element("Link", Element("P", within))
    return Drawing(
        height=found.height,
        before=PARAGRAPH_GAP,
        after=PARAGRAPH_GAP,
        paint=paint,
        inset=place.inset,
        bars=place.bars,
        width=found.width,
        tag=Element("Figure", within, alt=run.text),
    )


def _grid(grid: Grid, place: Place, setter: Setter) -> Iterator[Box]:
    """A table; the images of its cells stand below it, and their words in it."""
    figures: list[Drawing] = []

    def said(line: Line) -> Line:
        runs = []
        for run in line:
            figure = _figure(run, place)
            runs.append(replace(run, picture="") if figure else worded(run))
            figures.extend([figure] if figure else [])
        return tuple(runs)

    header = tuple(map(said, grid.header))
    worded_grid = Grid(header, tuple(tuple(map(said, row)) for row in grid.rows))
    for box in table(Sheet.of_grid(worded_grid), place.width, setter, place.within):
        yield _at(place, box)
    yield from figures


def _at(place: Place, box: Box) -> Box:
    return replace(box, inset=place.inset, bars=place.bars)


def _heading(heading: Heading, place: Place, setter: Setter) -> Iterator[Box]:
    looks = setter.looks
    great = heading.level <= GREAT_HEADINGS
    look = replace(looks.heading, size=11.5, leading=16) if great else looks.subheading
    role = HEADINGS[min(heading.level + HEADINGS_ABOVE, len(HEADINGS)) - 1]
    boxes = _flow(heading.line, place, look, setter, role)
    bookmark = whole("".join(run.text for run in heading.line))
    for number, box in enumerate(boxes):
        named = replace(box, before=12, after=4, keep=True, depth=heading.level)
        yield replace(named, bookmark="" if number else bookmark)


def _quotation(blocks: tuple[Block, ...], place: Place, setter: Setter) -> Iterator[Box]:
    inner = place.inner(STEP).part("BlockQuote")
    if inner.inset > place.inset:
        bar = Bar(place.inset, setter.inks.border_strong, 1.5)
        inner = replace(inner, bars=(*place.bars, bar))
    look = setter.looks.body_soft if place.look is setter.looks.body else place.look
    yield from prose(blocks, replace(inner, look=look), setter)


def _listing(listing: Listing, place: Place, setter: Setter) -> Iterator[Box]:
    signs: Signs = "Decimal" if listing.ordered else "Disc"
    if any(item.checked is not None for item in listing.items):
        signs = "None"
    place = replace(place, within=Element("L", place.within, signs=signs))
    last = listing.start + len(listing.items) - 1
    hang = STEP
    if listing.ordered:
        hang = max(STEP, 6.5 * (len(str(last)) + 1) + 4)
    for number, item in enumerate(listing.items, listing.start):
        sign = f"{number}." if listing.ordered else "•"
        yield from _item(item, sign, hang, place, setter)


def _item(item: ListItem, sign: str, hang: float, place: Place, setter: Setter) -> Iterator[Box]:
    place = place.part("LI")
    label = Element("Lbl", place.within, checked=item.checked)
    inner = place.inner(hang).part("LBody")
    boxes = list(prose(item.blocks, inner, setter))
    first = boxes[0] if boxes else None
    back = inner.inset - place.inset
    hangs = first is not None and back > 0 and first.inset == inner.inset
    if isinstance(first, Row) and hangs and not first.mark:
        signed = _sign(item, sign, label, place, setter, back=back)
        yield _hanging(first, signed, place)
    elif isinstance(first, Drawing) and hangs and isinstance(first.tag, Element):
        signed = _sign(item, sign, label, place, setter, back=back)
        yield _beside(first, signed, back)
    else:
        # What begins with a list or a table, or has no room to hang, has its sign above it.
        for box in text((Run(_written(item, sign)),), place, place.look, setter):
            cells = tuple(replace(cell, tag=label) for cell in box.cells)
            yield replace(box, cells=cells, keep=bool(boxes))
        yield from boxes
        return
    yield from boxes[1:]


def _sign(
    item: ListItem, sign: str, label: Element, place: Place, setter: Setter, *, back: float
) -> Cell | Mark:
    """The sign of an item, in the room before its words."""
    if item.checked is None:
        return Cell(setter.text(sign, place.look, back - 5, RIGHT), 0, back - 5, tag=label)
    middle = place.look.size * 0.68
    return Mark(check(setter.inks, done=item.checked, middle=middle), label)


def _hanging(row: Row, sign: Cell | Mark, place: Place) -> Row:
    back = row.inset - place.inset
    cells = tuple(replace(cell, x=cell.x + back) for cell in row.cells)
    marked = replace(row, inset=place.inset, cells=cells, before=3, after=3)
    if isinstance(sign, Mark):
        return replace(marked, mark=sign)
    return replace(marked, cells=(sign, *cells))


def _beside(drawing: Drawing, sign: Cell | Mark, back: float) -> Signed:
    return Signed(
        height=drawing.height,
        before=drawing.before,
        after=drawing.after,
        keep=drawing.keep,
        inset=drawing.inset,
        bars=drawing.bars,
        paint=drawing.paint,
        width=drawing.width,
        tag=drawing.tag,
        sign=sign,
        back=back,
    )


def _written(item: ListItem, sign: str) -> str:
    if item.checked is None:
        return sign
    return "✓" if item.checked else "□"


def _code(code: str, place: Place, setter: Setter) -> Iterator[Box]:
    """Preformatted text on a grey panel; spaces keep their width, long lines are broken."""
    look = setter.looks.code
    kept = code.rstrip("\n").expandtabs(4).replace("  ", "\N{NO-BREAK SPACE} ")
    inner = replace(place.part("P"), width=place.width - 16)
    for box in text((Run(kept),), inner, look, setter, "Code"):
        yield replace(
            box,
            cells=tuple(replace(cell, x=8) for cell in box.cells),
            height=box.height + 12,
            pad=6,
            panel=(setter.inks.sunken, place.width),
        )
