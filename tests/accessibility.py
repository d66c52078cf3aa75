"""What of PDF/UA-1 a machine can check, read from a finished file by another library.

The numbers are those of the Matterhorn Protocol, the list of ways in which a file can fail. What
needs judgement (whether a text describes a picture, whether an order makes sense) is not here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from tests.content import Piece, faults_of_fonts, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUPS = {"Document", "Sect", "Div", "Part", "Art"}
BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table", "Figure", "BlockQuote"}
KIDS = {
    "Document": GROUPS - {"Document"} | BLOCKS,
    "Sect": GROUPS - {"Document"} | BLOCKS,
    "BlockQuote": BLOCKS,
    "LBody": BLOCKS,
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "TH": BLOCKS,
    "TD": BLOCKS,
    "P": {"Link", "Code", "Span", "Form"},
    **{f"H{level}": {"Link", "Span"} for level in range(1, 7)},
    "Link": {"Figure"},
    **{role: set[str]() for role in ("Lbl", "Code", "Figure", "Span", "Form")},
}
"""What may stand in what."""
CONTENT = set(KIDS) - {"Document", "Sect", "L", "LI", "Table", "TR", "BlockQuote", "Form"}
"""What may hold what is drawn."""
HIDDEN = 1 << 1
NOTHING = Dictionary()
DC = "{http://purl.org/dc/elements/1.1/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the tree, its elements, and what is drawn or clicked of it."""

    element: Object
    kids: tuple[Node, ...]
    marks: tuple[tuple[int, int], ...]
    places: tuple[Object, ...]

    @property
    def role(self) -> str:
        """What it is."""
        return str(self.element.S)[1:]

    def walk(self) -> Iterator[Node]:
        """It and everything in it, in order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def faults(data: bytes, passphrase: str = "") -> list[str]:
    """Everything in a file that PDF/UA-1 does not allow."""
    with pikepdf.open(BytesIO(data), password=passphrase) as pdf:
        return list(_Reader(pdf).faults())


def tree(pdf: Pdf) -> Node:
    """The tree of an open file."""
    return _Reader(pdf).tree


class _Reader:
    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.tree = self._node(pdf.Root.StructTreeRoot.K, pdf.pages[0].obj)
        self.nodes = list(self.tree.walk())

    def faults(self) -> Iterator[str]:
        yield from self._file()
        yield from _metadata(self.pdf)
        yield from self._nesting()
        yield from self._headings()
        yield from self._tables()
        yield from self._words()
        yield from self._contents()
        yield from self._annotations()
        yield from self._fields()
        yield from faults_of_fonts(self.pdf)

    def _node(self, element: Object, page: Object) -> Node:
        page = element.get("/Pg", page)
        kids: list[Node] = []
        marks: list[tuple[int, int]] = []
        places: list[Object] = []
        contents = element.get("/K", pikepdf.Array())
        for each in contents if isinstance(contents, pikepdf.Array) else [contents]:
            if not isinstance(each, Dictionary):
                marks.append((self.numbers[page.objgen], int(each)))
            elif each.get("/Type") == Name.MCR:
                marks.append((self.numbers[each.get("/Pg", page).objgen], int(each.MCID)))
            elif each.get("/Type") == Name.OBJR:
                places.append(each.Obj)
            else:
                assert each.P.objgen == element.objgen, "an element does not know what it is in"
                kids.append(self._node(each, page))
        return Node(element, tuple(kids), tuple(marks), tuple(places))

    def _file(self) -> Iterator[str]:
        root = self.pdf.Root
        if not root.get("/MarkInfo", NOTHING).get("/Marked"):
            yield "06: not marked as tagged"
        if root.get("/MarkInfo", NOTHING).get("/Suspects"):
            yield "04-001: marked as doubtful"
        if not root.get("/ViewerPreferences", NOTHING).get("/DisplayDocTitle"):
            yield "07-001: a window shows the name of the file"
        if not str(root.get("/Lang", "")):
            yield "11-006: no language"
        if self.pdf.is_encrypted and not self.pdf.allow.accessibility:
            yield "26-002: locked for screen readers"
        widgets = any(widgets_of(page) for page in self.pdf.pages)
        if ("/AcroForm" in root) != widgets or "/OCProperties" in root.get("/Names", NOTHING):
            yield "20, 25: what nobody put there"

    def _nesting(self) -> Iterator[str]:
        if self.tree.role != "Document":
            yield "09: the tree is no document"
        for node in self.nodes:
            if node.role not in KIDS:
                yield f"02-001: {node.role} is no standard type"
                continue
            strange = {kid.role for kid in node.kids} - KIDS[node.role]
            if strange:
                yield f"09: {node.role} holds {sorted(strange)}"
            if node.marks and node.role not in CONTENT:
                yield f"09: {node.role} holds content itself"
            if not (node.kids or node.marks or node.role in {"Document", "TD", "TH", "Form"}):
                yield f"09: {node.role} is empty"
            if node.role == "LI" and [kid.role for kid in node.kids] not in (
                ["Lbl"],
                ["LBody"],
                ["Lbl", "LBody"],
            ):
                yield "09-005: an item is not its sign and its words"

    def _headings(self) -> Iterator[str]:
        above = 0
        for node in self.nodes:
            if re.fullmatch("H[1-6]", node.role):
                level = int(node.role[1])
                if level > above + 1:
                    yield f"14-003: {node.role} after H{above}"
                above = level

    def _tables(self) -> Iterator[str]:
        for node in self.nodes:
            if node.role == "Table":
                if len({_width(row) for row in node.kids}) > 1:
                    yield "15: rows of a table differ in their cells"
                heads = [kid.role for row in node.kids[1:] for kid in row.kids if kid.role == "TH"]
                if heads:
                    yield "15: a head is repeated"
            if node.role == "TH" and node.element.get("/A", NOTHING).get("/Scope") != Name.Column:
                yield "15-003: a head of a table does not say of what"

    def _words(self) -> Iterator[str]:
        for node in self.nodes:
            if node.role == "Figure":
                if not str(node.element.get("/Alt", "")):
                    yield "13-004: a figure has no words"
                box = [
                    float(side)
                    for side in node.element.get("/A", NOTHING).get("/BBox", pikepdf.Array())
                ]
                if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
                    yield f"13: a figure is nowhere: {box}"

    def _contents(self) -> Iterator[str]:
        drawn = [list(pieces(page)) for page in self.pdf.pages]
        for number, page in enumerate(drawn, 1):
            yield from (f"{each.fault} on page {number}" for each in page if each.fault)
        marks = Counter(
            (number, piece.mark)
            for number, page in enumerate(drawn)
            for piece in page
            if piece.mark is not None
        )
        owned = Counter(mark for node in self.nodes for mark in node.marks)
        if set(marks) != set(owned):
            yield f"01-005: marks without an element, or without a mark: {set(marks) ^ set(owned)}"
        if [mark for mark, count in (marks + owned).items() if count != 2]:
            yield "a mark is used twice"
        yield from self._parents(drawn)

    def _parents(self, drawn: list[list[Piece]]) -> Iterator[str]:
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(key) for key in list(numbers)[::2]]
        parents = dict(zip(keys, list(numbers)[1::2], strict=True))
        if keys != sorted(set(keys)):
            yield "the tree of parents is out of order"
        owners = {mark: node.element.objgen for node in self.nodes for mark in node.marks}
        for number, page in enumerate(self.pdf.pages):
            own = parents.pop(int(page.obj.StructParents))
            count = len({piece.mark for piece in drawn[number]} - {None})
            if [each.objgen for each in own] != [
                owners.get((number, mark)) for mark in range(count)
            ]:
                yield f"page {number + 1} has other parents than elements"
        clicked = {
            place.objgen: node.element.objgen for node in self.nodes for place in node.places
        }
        for page in self.pdf.pages:
            for place in seen(page):
                parent = parents.pop(int(place.StructParent))
                if parent.objgen != clicked.get(place.objgen):
                    yield "a place to click has another parent than its element"
        if parents:
            yield "there are parents of nothing"

    def _annotations(self) -> Iterator[str]:
        places = Counter(place.objgen for node in self.nodes for place in node.places)
        for node in self.nodes:
            if node.role not in {"Link", "Form"} and node.places:
                yield "28-011: a link is no Link, or a field no Form"
            if node.role == "Link" and not (node.places and (node.marks or node.kids)):
                yield "28: a Link without words, or without a place to click"
        for page in self.pdf.pages:
            if page.obj.get("/Tabs") != Name.S:
                yield "28-008: the tabulator does not follow the tree"
            for place in seen(page):
                if places.pop(place.objgen, 0) != 1:
                    yield "28-002: a place to click is not in the tree, or twice"
                if place.Subtype == Name.Link and not str(place.get("/Contents", "")):
                    yield "28-012: a link does not say where it leads"
        if places:
            yield "the tree leads to places that are on no page"

    def _fields(self) -> Iterator[str]:
        """Fields: each is one Form of the tree, says what it is, and stands in the form."""
        for node in self.nodes:
            kinds = [str(place.Subtype) for place in node.places]
            wanted = ["/Widget"] if node.role == "Form" else ["/Link"] * len(kinds)
            if kinds != wanted:
                yield f"28-010: {node.role} is not the one element of a field: {kinds}"
        forms = [node for node in self.nodes if node.role == "Form"]
        drawn = [place.objgen for page in self.pdf.pages for place in seen(page) if is_field(place)]
        if [place.objgen for node in forms for place in node.places] != drawn:
            yield "28: fields are read in another order than they stand in"
        form = self.pdf.Root.get("/AcroForm", NOTHING)
        held = {each.objgen for each in _below(form.get("/Fields", pikepdf.Array()))}
        for page in self.pdf.pages:
            for widget in widgets_of(page):
                yield from _field(widget, held)
        for font in form.get("/DR", NOTHING).get("/Font", NOTHING).values():
            # That of marks is every reader's own, and nothing in the file is drawn with it.
            known = font.BaseFont == Name.ZapfDingbats
            if not known and "/FontFile2" not in font.get("/FontDescriptor", NOTHING):
                yield "31-009: a font of the form is not in the file"


def _field(widget: Object, held: set[tuple[int, int]]) -> Iterator[str]:
    if widget.objgen not in held:
        yield "a field on a page is not in the form"
    if not str(widget.get("/TU", "")).strip():
        yield "28-005: a field does not say what it is"
    if not int(widget.get("/F", 0)) & HIDDEN and "/N" not in widget.get("/AP", NOTHING):
        yield "a field has no look"


def is_field(place: Object) -> bool:
    """Whether a place on a page is a field to fill in."""
    return bool(place.Subtype == Name.Widget)


def widgets_of(page: pikepdf.Page) -> list[Object]:
    """The fields on a page, hidden ones included."""
    return [place for place in page.obj.get("/Annots", []) if is_field(place)]


def seen(page: pikepdf.Page) -> list[Object]:
    """The places on a page that are not hidden."""
    return [place for place in page.obj.get("/Annots", []) if not int(place.get("/F", 0)) & HIDDEN]


def _below(fields: Iterable[Object]) -> Iterator[Object]:
    for each in fields:
        yield each
        yield from _below(each.get("/Kids", []))


def _metadata(pdf: Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "06-001: no XMP"
        return
    packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - our own
    title = "".join(packet.find(f".//{DC}title").itertext()).strip()  # type: ignore[union-attr] # fails the test
    if not title:
        yield "06-003: no title"
    if title != " ".join(str(pdf.docinfo.Title).split()):
        yield "06: two titles"
    if packet.findtext(f".//{UA}part") != "1":
        yield "06-002: does not say that it is accessible"


def _width(row: Node) -> int:
    return sum(int(cell.element.get("/A", NOTHING).get("/ColSpan", 1)) for cell in row.kids)
