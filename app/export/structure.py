"""The tree of a PDF: collected while its pages are drawn, and written with them.

It follows the file that reportlab writes, as an update of it: an object of reportlab's or of
qpdf's for each of its parts would take many times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeAlias

from app.export.lettering import whole
from app.export.tree import HEADINGS, Element, Levels, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

Frame: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is drawn of an element at one place: its page, from 0, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place to click: its page, from 0, and what reportlab calls it."""

    page: int
    name: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said of a sign for something done or still to do, and of a picture without words."""

    done: str = ""
    to_do: str = ""
    picture: str = ""

    def of(self, element: Element) -> str:
        """What is said of an element instead of what is drawn; empty where that is said itself."""
        if element.role == "Figure":
            return whole(element.alt) or whole(self.picture)
        if element.checked is None:
            return ""
        return whole(self.done if element.checked else self.to_do)


class Structure:
    """The elements of a document in the order in which they are first drawn.

    No level of heading is skipped.
    """

    def __init__(self, pages: int, spoken: Spoken) -> None:
        self.spoken = spoken
        self.kids: dict[Element | None, list[Element | Content | Annotation]] = {None: []}
        self.headings: dict[Element, Role] = {}
        self.frames: dict[Element, Frame] = {}
        self.marks: list[list[Element]] = [[] for _ in range(pages)]
        self.annotated: list[Element] = []
        self._levels = Levels()

    def mention(self, element: Element) -> None:
        """Give something its place, if it has none: the last within what it stands in."""
        new: list[Element] = []
        each: Element | None = element
        while each is not None and each not in self.kids:
            new.append(each)
            each = each.within
        for one in reversed(new):
            self.kids[one.within].append(one)
            self.kids[one] = []
            if one.role in HEADINGS:
                self.headings[one] = HEADINGS[self._levels.place(HEADINGS.index(one.role))]

    def role(self, element: Element) -> Role:
        """What something is, once it has been mentioned."""
        return self.headings.get(element, element.role)

    def content(self, element: Element, page: int) -> int:
        """The number on this page of the next piece of something."""
        number = len(self.marks[page])
        self.marks[page].append(element)
        self.add(element, Content(page, number))
        return number

    def add(self, element: Element, piece: Content | Annotation) -> None:
        """Give something its next piece."""
        self.mention(element)
        self.kids[element].append(piece)

    def own(self, element: Element) -> int:
        """The number in the whole file of a place to click that belongs to something."""
        self.annotated.append(element)
        return len(self.marks) + len(self.annotated) - 1


def announce(structure: Structure, document: PDFDocument) -> None:
    """Give each page its place in the tree, before the pages are written."""
    for number in range(len(structure.marks)):
        page: Any = document.idToObject[f"Page{number + 1}"]
        # A page of reportlab's writes what is on this list.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, "/S"


def update(structure: Structure, document: PDFDocument, written: bytes) -> bytes:
    """What is to follow a file that was written, so that it has the tree, too."""
    return _Writer(structure, document).update(written)


class _Writer:
    def __init__(self, structure: Structure, document: PDFDocument) -> None:
        self._structure = structure
        self._document = document
        self._catalog: bytes = document.Catalog.format(document)  # type: ignore[attr-defined] # not in the types
        self._pages = [self._number(f"Page{n + 1}") for n in range(len(structure.marks))]
        self._first: int = document.objectcounter + 1
        self._numbers: dict[Element | None, int] = {
            element: number for number, element in enumerate(structure.kids, self._first + 1)
        }

    def update(self, written: bytes) -> bytes:
        objects = [self._catalog[:-2] + b"/StructTreeRoot %d 0 R>>" % self._first]
        objects += [text.encode("ascii") for text in self._texts()]
        root = self._number(self._document.Catalog.__InternalName__)  # type: ignore[attr-defined] # not in the types
        numbers = [root, *range(self._first, self._first + len(objects) - 1)]
        pieces = [b"%d 0 obj\n%b\nendobj\n" % each for each in zip(numbers, objects, strict=True)]
        places = accumulate(map(len, pieces), initial=len(written))
        lines = [b"%010d 00000 n \n" % place for place in places]
        table = b"xref\n%d 1\n%b%d %d\n%b" % (
            root,
            lines[0],
            self._first,
            len(objects) - 1,
            b"".join(lines[1:-1]),
        )
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (
            numbers[-1] + 1,
            root,
            written.rsplit(b"startxref", 1)[1].split()[0],
            len(written) + sum(map(len, pieces)),
        )
        return b"".join([*pieces, table, trailer])

    def _texts(self) -> Iterator[str]:
        """The root of the tree, the document, and its elements."""
        structure, numbers = self._structure, self._numbers
        last = len(structure.marks) + len(structure.annotated)
        yield (
            f"<</Type/StructTreeRoot/K {numbers[None]} 0 R"
            f"/ParentTree<</Nums[{self._parents()}]>>/ParentTreeNextKey {last}>>"
        )
        for element, contents in structure.kids.items():
            if element is None:
                yield f"<</S/Document/P {self._first} 0 R{self._contents(contents)}>>"
                continue
            yield (
                f"<</S/{structure.role(element)}/P {numbers[element.within]} 0 R"
                f"{self._attributes(element)}{self._contents(contents)}>>"
            )

    def _number(self, name: str) -> int:
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _parents(self) -> str:
        """The element of each piece of each page, then of each annotation."""
        pages = (
            f"{number}[{' '.join(map(self._reference, elements))}]"
            for number, elements in enumerate(self._structure.marks)
        )
        places = (
            f"{number} {self._reference(element)}"
            for number, element in enumerate(self._structure.annotated, len(self._pages))
        )
        return " ".join([*pages, *places])

    def _reference(self, element: Element) -> str:
        return f"{self._numbers[element]} 0 R"

    def _contents(self, contents: Sequence[Element | Content | Annotation]) -> str:
        if not contents:
            return ""
        first = next((each.page for each in contents if isinstance(each, Content)), None)
        page = "" if first is None else f"/Pg {self._pages[first]} 0 R"
        return f"{page}/K[{' '.join(self._content(each, first) for each in contents)}]"

    def _content(self, content: Element | Content | Annotation, first: int | None) -> str:
        if isinstance(content, Element):
            return self._reference(content)
        page = self._pages[content.page]
        if isinstance(content, Annotation):
            return f"<</Type/OBJR/Obj {self._number(content.name)} 0 R/Pg {page} 0 R>>"
        if content.page == first:
            return str(content.number)
        return f"<</Type/MCR/MCID {content.number}/Pg {page} 0 R>>"

    def _attributes(self, element: Element) -> str:
        said = self._structure.spoken.of(element)
        match element.role:
            case "L":
                return f"/A<</O/List/ListNumbering/{element.signs}>>"
            case "TH":
                return "/A<</O/Table/Scope/Column>>"
            case "Figure":
                box = " ".join(f"{side:.2f}" for side in self._structure.frames[element])
                return f"/Alt{_string(said)}/A<</O/Layout/BBox[{box}]>>"
        return f"/ActualText{_string(said)}" if said else ""


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
