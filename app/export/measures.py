"""A measure on a page: its track, where it stands over it, and its ends under it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.prose import Run
from app.export import drawings
from app.export.boxes import Box, Cell, Drawing, Row
from app.export.prose import Place, text
from app.export.styles import CENTRE, LEFT, RIGHT, Align, Setter, width_of
from app.export.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.document import MeasureBar

GAP: Final = 12.0


def measure(bar: MeasureBar, place: Place, setter: Setter) -> Iterator[Box]:
    """The boxes of a measure; what it is called stands over it where there is no room under it."""
    position = bar.position if 0 <= bar.position <= 1 else float(bar.position > 1)
    middle = bar.middle if _fits(bar, place, setter) else ""
    name = () if middle else tuple(text((Run(bar.middle),), place, setter.looks.item_soft, setter))
    now = _at(bar.now, position, place, setter)
    paint = drawings.measure(place.width, position, setter.inks)
    track = Drawing(
        height=12,
        before=3 if now else 8,
        paint=paint,
        inset=place.inset,
        bars=place.bars,
        width=place.width,
        tag=Element("Figure", place.within, alt=bar.description),
    )
    ends = _ends(bar, middle, place, setter)
    yield from (replace(box, before=6, after=0, keep=True) for box in name)
    yield from (replace(box, before=2 if name else 6, after=0, keep=True) for box in now)
    yield replace(track, keep=bool(ends), after=0 if ends else 13)
    yield from (replace(box, before=2.8, after=13.6) for box in ends)


def _fits(bar: MeasureBar, place: Place, setter: Setter) -> bool:
    """Whether its name stands between its ends, on one line and in the middle."""
    return _width(bar.middle, setter) + 2 * (_side(bar, setter) + GAP) <= place.width


def _side(bar: MeasureBar, setter: Setter) -> float:
    return max(_width(bar.start, setter), _width(bar.end, setter))


def _width(words: str, setter: Setter) -> float:
    return width_of(setter.lettering.plain(words, setter.looks.item_soft))


def _at(words: str, position: float, place: Place, setter: Setter) -> list[Row]:
    """Words centred over a place on the width, kept inside it."""
    look = setter.looks.item_strong
    rows = []
    for row in text((Run(words),), place, look, setter):
        wide = min(width_of(setter.lettering.plain(words, look)), place.width)
        x = min(max(place.width * position - wide / 2, 0), place.width - wide)
        paragraph = setter.text(words, look, wide, CENTRE)
        cell = Cell(paragraph, x, wide, tag=Element("P", place.within))
        rows.append(replace(row, cells=(cell,), height=cell.height))
    return rows


def _ends(bar: MeasureBar, middle: str, place: Place, setter: Setter) -> list[Row]:
    """Words at the left, in the middle and at the right, side by side; of two, each has half."""
    look, whole = setter.looks.item_soft, place.width
    side = _side(bar, setter) if middle.strip() else (whole - GAP) / 2
    room = whole - 2 * (side + GAP)
    parts: list[tuple[str, Align, float, float]] = [
        (bar.start, LEFT, 0, side),
        (bar.end, RIGHT, whole - side, side),
    ]
    if middle.strip():
        parts.insert(1, (middle, CENTRE, side + GAP, room))
    cells = tuple(
        Cell(setter.text(words, look, width, align), x, width, tag=Element("P", place.within))
        for words, align, x, width in parts
    )
    height = max(cell.height for cell in cells)
    row = Row(cells=cells, height=height, line=look.leading, inset=place.inset, bars=place.bars)
    return [row] if height else []
