"""What a PDF says, before anybody lays it out: plain values, already redacted and worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from app.domain.prose import Block
from app.drawing.chart import Chart


class PaperSize(Enum):
    """The sheet a document is laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value in the head of the first page."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Figure:
    """An image that may be shown: its bytes, told apart by their SHA-256 alone."""

    sha256: str
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """Somebody's text; `lead` sets it larger, `framed` puts a bar before it."""

    blocks: tuple[Block, ...]
    lead: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A small grey mark on a line of its own, such as "One passage withheld"."""

    text: str


@dataclass(frozen=True, slots=True)
class MeasureBar:
    """A measure between baseline and target; `position` runs from 0 to 1."""

    position: float
    now: str
    start: str
    middle: str
    end: str
    description: str


@dataclass(frozen=True, slots=True)
class Check:
    """A milestone: done or not, its words and its date."""

    done: bool
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """Milestones in order."""

    items: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table of plain text; `right` names the columns whose cells are set at the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart with what was seen in it; a small one has its words beside it."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A short line with a bold label before it, such as an if-then plan."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Short texts side by side, each under its label; one under the other where they are long."""

    items: tuple[LabelledText, ...]


Part: TypeAlias = (
    Prose | Badge | MeasureBar | Checklist | TablePart | ChartPart | LabelledText | Columns
)


@dataclass(frozen=True, slots=True)
class Section:
    """One item of a document: a green kicker, a title, what stands at the right, and its parts.

    A section with an empty kicker follows the one before it under a hairline.
    """

    title: str
    kicker: str = ""
    aside: str = ""
    badge: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in reading order; `colophon` begins a page of its own."""

    title: str
    language: str
    overline: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    colophon: tuple[Section, ...]
    imprint: str
    footer: str
    date: str
    page_label: str = "Page {page} of {pages}"
    paper: PaperSize = PaperSize.A4
    done: str = "Done"
    to_do: str = "To do"
    """What a screen reader says of the sign of a milestone or a task."""
    picture: str = "An image without a description"
    sample: str = ""
    """A word set across every page of what is not real, such as "SAMPLE"; empty for none."""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """The images by the `picture` of the runs that show them; of any other its words stand."""
