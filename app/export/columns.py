"""Short texts side by side under their labels, or one under the other where they are long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.prose import Run
from app.export.boxes import Box, Cell, Row
from app.export.prose import Place, text
from app.export.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus.paraparser import ParaFrag

    from app.domain.document import LabelledText
    from app.export.styles import Setter

GAP: Final = 18.0
PAD: Final = 3.0
NARROWEST: Final = 110.0
MOST_LINES: Final = 12
"""Higher columns are no glance any more; they are set one under the other."""


def columns(items: Sequence[LabelledText], place: Place, setter: Setter) -> Iterator[Box]:
    """The boxes of labelled texts; of none, nothing."""
    if not items:
        return
    width = (place.width - GAP * (len(items) - 1)) / len(items)
    look = setter.looks.body
    cells = tuple(
        Cell(
            setter.flow(_fragments(item, setter), look, width),
            at * (width + GAP),
            width,
            tag=Element("P", place.within),
        )
        for at, item in enumerate(items)
    )
    height = max(cell.height for cell in cells)
    if width < NARROWEST or height > MOST_LINES * look.leading:
        yield from _list(items, place, setter)
    elif height:
        yield Row(
            cells=cells,
            height=height + 2 * PAD,
            line=look.leading,
            pad=PAD,
            inset=place.inset,
            bars=place.bars,
            before=6,
            after=8,
        )


def _fragments(item: LabelledText, setter: Setter) -> list[ParaFrag]:
    """The label on a line of its own, and the text."""
    looks, lettering = setter.looks, setter.lettering
    label = (Run(f"{item.label}\n"),)
    return [*lettering.line(label, looks.subheading), *lettering.plain(item.text, looks.body)]


def _list(items: Sequence[LabelledText], place: Place, setter: Setter) -> Iterator[Box]:
    for item in items:
        for box in text((Run(item.label),), place, setter.looks.subheading, setter):
            yield replace(box, after=2, keep=True)
        yield from text((Run(item.text),), place, setter.looks.body, setter)
