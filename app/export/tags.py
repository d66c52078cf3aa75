"""What a screen reader finds in a PDF: headings, paragraphs and pictures in reading order.

Everything on a page is either marked with its place in that order, or as ornament. A picture has
its words as an alternate text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from app.export.lettering import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pikepdf
    from reportlab.pdfgen.canvas import Canvas

Tag: TypeAlias = Literal["", "P", "H1", "H2", "H3", "Figure"]
"""What something is; empty for ornament, which is not read."""


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of the reading order: the page it is on, from 0, and its number there."""

    page: int
    number: int
    tag: Tag
    alt: str = ""


class Tags:
    """Marks what is drawn on a canvas, and remembers it in order."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._page = 0
        self._number = 0
        self.elements: list[Element] = []

    def mark(self, draw: Callable[[], None], tag: Tag = "", alt: str = "") -> None:
        """Draw something as what it is; without a tag it is ornament."""
        if tag:
            self.elements.append(Element(self._page, self._number, tag, whole(alt)))
            self._canvas.addLiteral(f"/{tag} <</MCID {self._number}>> BDC")
            self._number += 1
        else:
            self._canvas.addLiteral("/Artifact BMC")
        draw()
        self._canvas.addLiteral("EMC")

    def turn(self) -> None:
        """Go on with the next page."""
        self._page += 1
        self._number = 0


def structure(pdf: pikepdf.Pdf, elements: Sequence[Element]) -> None:
    """Give a PDF the reading order of its elements."""
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415 - loaded with the first PDF

    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    pages = list(pdf.pages)
    found: list[list[pikepdf.Object]] = [[] for _ in pages]
    for element in elements:
        entry = Dictionary(
            Type=Name.StructElem,
            S=Name(f"/{element.tag}"),
            P=document,
            Pg=pages[element.page].obj,
            K=element.number,
        )
        if element.alt:
            entry.Alt = String(element.alt)
        found[element.page].append(pdf.make_indirect(entry))
    numbers = Array()
    for number, (page, entries) in enumerate(zip(pages, found, strict=True)):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array(entries)))
    document.K = Array([entry for entries in found for entry in entries])
    root.K = document
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
