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
    ends = _ends((bar.start, middle, bar.end), place, setter)
    yield from (replace(box, before=6, after=0, keep=True) for box in name)
    yield from (replace(box, before=2 if name else 6, after=0, keep=True) for box in now)
    yield replace(track, keep=bool(ends), after=0 if ends else 13)
    yield from (replace(box, before=2.8, after=13.6) for box in ends)


def _fits(bar: MeasureBar, place: Place, setter: Setter) -> bool:
    """Whether its name stands between its ends, on one line and in the middle."""
    look = setter.looks.item_soft
    start, middle, end = (
        width_of(setter.lettering.plain(words, look)) for words in (bar.start, bar.middle, bar.end)
    )
    return middle + 2 * (max(start, end) + GAP) <= place.width


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


def _ends(words: tuple[str, str, str], place: Place, setter: Setter) -> list[Row]:
    """Words at the left, in the middle and at the right, side by side; of two, each has half."""
    look = setter.looks.item_soft
    aligned: list[tuple[str, Align]] = list(zip(words, (LEFT, CENTRE, RIGHT), strict=True))
    if not words[1].strip():
        del aligned[1]
    width = (place.width - GAP * (len(aligned) - 1)) / len(aligned)
    cells = tuple(
        Cell(
            setter.text(each, look, width, align),
            at * (width + GAP),
            width,
            tag=Element("P", place.within),
        )
        for at, (each, align) in enumerate(aligned)
    )
    height = max(cell.height for cell in cells)
    row = Row(cells=cells, height=height, line=look.leading, inset=place.inset, bars=place.bars)
    return [row] if height else []
