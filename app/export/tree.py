"""What the parts of a document are to a screen reader, and in what they stand.

An element is one thing however many pieces of it lie on however many pages: whoever draws a piece
names the element, and the tree grows in the order of drawing. The names are those of PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "Sect",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "P",
    "BlockQuote",
    "Code",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Link",
    "Form",
]
HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")
Signs: TypeAlias = Literal["None", "Disc", "Decimal"]


class Levels:
    """Levels of headings without a gap: each stands one level below what it is under.

    Who begins a text with a heading of the second level and goes on with one of the fourth means
    a heading and one below it.
    """

    def __init__(self) -> None:
        self._above: list[int] = []

    def place(self, wanted: int) -> int:
        """The level of the next heading, from 0, by the one it was given."""
        while self._above and self._above[-1] >= wanted:
            self._above.pop()
        self._above.append(wanted)
        return len(self._above) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One thing that is read; equal to itself alone.

    Attributes:
        within: What it stands in; None for the document.
        alt: What a picture shows, in words; without them it is ornament.
        checked: Whether what this sign stands for is done; None if it is no such sign.
        signs: What stands before the items of a list.
    """

    role: Role
    within: Element | None = None
    alt: str = ""
    checked: bool | None = None
    signs: Signs = "None"


class Furniture(Enum):
    """What is not read, for it says nothing or is said elsewhere."""

    LAYOUT = "/Type /Layout"
    REPEATED = "/Type /Pagination"
    FOOT = "/Type /Pagination /Subtype /Footer /Attached [/Bottom]"
    WATERMARK = "/Type /Pagination /Subtype /Watermark"


Tag: TypeAlias = Element | Furniture
