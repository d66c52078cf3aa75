"""The head of the first page and the line at the foot of the last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from app.domain.prose import Run
from app.export import drawings
from app.export.balance import balanced_width
from app.export.boxes import Box, Cell, Drawing, Mark, Row
from app.export.prose import Place, text
from app.export.styles import Setter, apart, width_of
from app.export.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.document import Document, Fact

GAP = 24.0
WIDEST_GAP = 60.0
WIDEST_FACT = 0.48
MARK_STEP = 19.5


@dataclass(frozen=True, slots=True)
class _Column:
    """A fact, the width it wants or has, and where it stands."""

    fact: Fact
    width: float
    x: float = 0.0


def masthead(document: Document, width: float, setter: Setter) -> Iterator[Box]:
    """The green rule, what this is, its title and the facts about it."""
    looks, inks = setter.looks, setter.inks
    place = Place(width, looks.overline)
    yield Drawing(height=1.5, after=11.5, paint=drawings.hairline(width, inks.accent, 1.5))
    for box in text((Run(apart(document.overline)),), place, looks.overline, setter):
        yield replace(box, before=0, after=0)
    title, facts = document.title, Element("L")
    within = Place(balanced_width(title, looks.title, width, setter), looks.title)
    for box in text((Run(title),), within, looks.title, setter, "H1"):
        yield replace(box, before=4.2, after=9.8)
    for row in _rows([_wanted(fact, width, setter) for fact in document.facts], width):
        yield from _row(row, setter, facts)
    paint = drawings.hairline(width, inks.border_strong, 1)
    yield Drawing(height=1, before=12.5, after=17, paint=paint)


def imprint(words: str, width: float, setter: Setter) -> Row | None:
    """Where and when this was made, beside the app's mark."""
    look = setter.looks.imprint
    paragraph = setter.text(words, look, width - MARK_STEP)
    if paragraph is None:
        return None
    return Row(
        cells=(Cell(paragraph, MARK_STEP, width - MARK_STEP, 0.8, Element("P")),),
        height=max(paragraph.height + 0.8, 14),
        line=look.leading,
        mark=Mark(drawings.mark(setter.inks)),
        before=18,
    )


def _wanted(fact: Fact, width: float, setter: Setter) -> _Column:
    label = width_of(setter.lettering.plain(fact.label, setter.looks.fact_label))
    value = width_of(setter.lettering.plain(fact.value, setter.looks.fact))
    return _Column(fact, min(max(label, value), width * WIDEST_FACT))


def _rows(columns: list[_Column], width: float) -> Iterator[list[_Column]]:
    """All facts in one row that reaches both margins, or two in each row, one under the other."""
    free = width - sum(column.width for column in columns)
    gaps = len(columns) - 1
    if free >= GAP * gaps:
        gap = min(free / gaps, WIDEST_GAP) if gaps > 0 else 0.0
        starts = accumulate((column.width + gap for column in columns), initial=0.0)
        row = [replace(column, x=x) for column, x in zip(columns, starts, strict=False)]
        yield from filter(None, [row])
        return
    half = (width - GAP) / 2
    for first in range(0, len(columns), 2):
        pair = columns[first : first + 2]
        yield [replace(each, width=half, x=at * (half + GAP)) for at, each in enumerate(pair)]


def _row(columns: list[_Column], setter: Setter, facts: Element) -> Iterator[Row]:
    """The labels over the values, which are read one after the other, each with its label."""
    looks = setter.looks
    labels, values = [], []
    for column in columns:
        fact, wide, x = column.fact, column.width, column.x
        both = Element("LI", facts)
        label, value = Element("Lbl", both), Element("LBody", both)
        labels.append(Cell(setter.text(fact.label, looks.fact_label, wide), x, wide, tag=label))
        values.append(Cell(setter.text(fact.value, looks.fact, wide), x, wide, tag=value))
    for cells, look, before, keep in (
        (labels, looks.fact_label, 9.0, True),
        (values, looks.fact, 0.0, False),
    ):
        height = max(cell.height for cell in cells)
        yield Row(cells=tuple(cells), height=height, line=look.leading, before=before, keep=keep)
