"""A document with everything that can be printed, for what has to hold of all of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.document import Columns, Document, Figure, LabelledText, Prose, Section, TablePart
from app.domain.prose import (
    CodeBlock,
    Grid,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Rule,
    Run,
)
from tests.documents import brief
from tests.pictures import png

if TYPE_CHECKING:
    from app.domain.prose import Block, Line

LONG = "It goes on over the foot of the page. " * 120
WALL = png()


def everything() -> Document:
    """The brief with every kind of part, and a text with every kind of block."""
    first, *rest = brief().sections
    text = Section("A text", kicker="From my journal", parts=(Prose(blocks()),))
    return replace(
        brief(),
        sections=(first, *rest, text, _tables()),
        figures={"wall": Figure(hashlib.sha256(WALL).hexdigest(), WALL)},
    )


def blocks() -> tuple[Block, ...]:
    """A text with every kind of block."""
    return (
        _paragraph("See ", Run("the roadmap", link="https://example.org/roadmap"), " first."),
        Heading(2, _line("Great")),
        _paragraph(Run("All of it a link", link="mailto:ines@example.org")),
        Heading(4, _line("Small")),
        _items("one", "two", ordered=True, more=_items("within two")),
        Listing(
            (
                ListItem((_paragraph("agreed"),), checked=True),
                ListItem((_paragraph("told"),), checked=False),
            )
        ),
        Heading(2, _line("Great again")),
        Quotation((_paragraph("Quoted."), Quotation((_paragraph("Quoted in it."),)))),
        CodeBlock("print(1)\n  print(2)"),
        Rule(),
        _paragraph("Above it. ", Run("A grey wall", picture="wall")),
        _paragraph(Run("A picture that may not be shown", picture="gone")),
        _paragraph("مرحبا بالعالم"),
        _paragraph("今日は"),
        Grid(
            (_line("Who"), _line("What")),
            ((_line("Ruth"), _line("listens")), (_line("Inês"), ())),
        ),
        _paragraph(LONG),
        _paragraph("The end."),
    )


def _tables() -> Section:
    rows = tuple((f"Step {number}", "") for number in range(1, 41))
    wide = tuple(f"C{number}" for number in range(12))
    return Section(
        "Tables",
        kicker="Session notes",
        parts=(
            TablePart(("Action", "Due"), rows, frozenset({1})),
            TablePart(wide, (wide,)),
            TablePart((), (("no", "head"),)),
            Columns((LabelledText("Keep", "the talks"), LabelledText("Stop", "the haste"))),
        ),
    )


def _line(*parts: str | Run) -> Line:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def _paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph(_line(*parts))


def _items(*words: str, ordered: bool = False, more: Listing | None = None) -> Listing:
    items = [ListItem((_paragraph(each),)) for each in words]
    if more:
        items[-1] = ListItem((*items[-1].blocks, more))
    return Listing(tuple(items), ordered=ordered)
