"""The head of the first page and the line at the foot of the last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.prose import Run
from app.export import drawings
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
    """A fact and the width it wants."""

    fact: Fact
    width: float


def masthead(document: Document, width: float, setter: Setter) -> Iterator[Box]:
    """The green rule, what this is, its title and the facts about it."""
    looks, inks = setter.looks, setter.inks
    place = Place(width, looks.overline)
    yield Drawing(height=1.5, after=11.5, paint=drawings.hairline(width, inks.accent, 1.5))
    for box in text((Run(apart(document.overline)),), place, looks.overline, setter):
        yield replace(box, before=0, after=0)
    for box in text((Run(document.title),), place, looks.title, setter, "H1"):
        yield replace(box, before=4.2, after=9.8)
    rows = list(_rows([_wanted(fact, width, setter) for fact in document.facts], width))
    gap, facts = _gap(rows, width), Element("L")
    for row in rows:
        yield from _row(row, gap, setter, facts)
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
    """As many facts in a row as fit."""
    row: list[_Column] = []
    for column in columns:
        if row and sum(c.width + GAP for c in row) + column.width > width:
            yield row
            row = []
        row.append(column)
    if row:
        yield row


def _gap(rows: list[list[_Column]], width: float) -> float:
    """The space between facts: a full single row reaches both margins."""
    if len(rows) != 1 or len(rows[0]) == 1:
        return GAP
    free = width - sum(column.width for column in rows[0])
    return min(free / (len(rows[0]) - 1), WIDEST_GAP)


def _row(columns: list[_Column], gap: float, setter: Setter, facts: Element) -> Iterator[Row]:
    """The labels over the values, which are read one after the other, each with its label."""
    looks = setter.looks
    labels, values, x = [], [], 0.0
    for column in columns:
        fact, wide = column.fact, column.width
        both = Element("LI", facts)
        label, value = Element("Lbl", both), Element("LBody", both)
        labels.append(Cell(setter.text(fact.label, looks.fact_label, wide), x, wide, tag=label))
        values.append(Cell(setter.text(fact.value, looks.fact, wide), x, wide, tag=value))
        x += wide + gap
    for cells, look, before, keep in (
        (labels, looks.fact_label, 9.0, True),
        (values, looks.fact, 0.0, False),
    ):
        height = max(cell.height for cell in cells)
        yield Row(cells=tuple(cells), height=height, line=look.leading, before=before, keep=keep)
