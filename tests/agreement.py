"""What a reader gets of a text in the reading view and on paper, in one form to compare them by.

The one is read from the HTML that Qt is given, the other from the tree of a finished PDF, whose
words PDFium reads. Space counts for nothing: lines are broken where there is room.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from app.domain.document import Prose
from app.export.pdf import build
from app.prose import parse, to_html
from app.prose.html import CHECKED_BOX, OPEN_BOX
from tests.accessibility import tree
from tests.documents import holding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.domain.document import Figure
    from tests.accessibility import Node

raw = pypdfium2.raw
MARGIN = 2
"""Levels of headings above those of a text: the document's title, and the section's."""


@dataclass(slots=True)
class Thing:
    """A part of a text: what it is, what is told of it, its words, and what stands in it."""

    kind: str
    told: str = ""
    words: str = ""
    within: list[Thing] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen; an item shows its sign."""
        return self.kind not in {"item", "image"} and not self.words and not self.within


def on_screen(text: str) -> list[Thing]:
    """The text in the reading view, with words in the place of images."""
    return _seen(_Html(to_html(parse(text))).root)


def on_paper(text: str, figures: Mapping[str, Figure] | None = None) -> list[Thing]:
    """The text in a PDF."""
    document = replace(holding(Prose(parse(text))), figures=figures or {})
    data = build(document).data
    words = _words(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        kids = [thing for kid in tree(pdf).kids for thing in _things(kid, words)]
    return _seen(Thing("text", within=kids[_furniture(kids) :]))


def links_on_screen(text: str) -> list[str]:
    """Where the links of a text lead, in order."""
    return _Html(to_html(parse(text))).links


def links_on_paper(text: str) -> list[str]:
    """The same of a PDF; one that is broken over lines leads there once."""
    found: list[str] = []
    with pikepdf.open(BytesIO(build(holding(Prose(parse(text)))).data)) as pdf:
        for node in tree(pdf).walk():
            places = [str(place.A.URI) for place in node.places]
            found += list(dict.fromkeys(places))
    return found


def _furniture(kids: list[Thing]) -> int:
    """How much stands before the text: the title, the kicker."""
    return next(n for n, kid in enumerate(kids) if kid.words == "Parts") + 1


def _seen(whole: Thing) -> list[Thing]:
    """What there is to see, with levels of headings told by what they are below."""
    above: list[int] = []
    found = []
    for thing in _filled(whole).within:
        for each in _walk(thing):
            if each.kind != "heading":
                continue
            level = int(each.told)
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            each.told = str(len(above))
        found.append(thing)
    return found


def _walk(thing: Thing) -> Iterator[Thing]:
    yield thing
    for each in thing.within:
        yield from _walk(each)


def _filled(thing: Thing) -> Thing:
    within = [kid for kid in map(_filled, thing.within) if not kid.is_empty]
    words = thing.words
    if thing.kind == "item" and within and within[0].kind == "paragraph" and not words:
        # Whether the first words of an item are a paragraph makes no difference to see.
        words, within = within[0].words, within[1:]
    return Thing(thing.kind, thing.told, words, within)


class _Html(HTMLParser):
    """The parts of a text by its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Thing("text")
        self.links: list[str] = []
        self._open = [self.root]
        self._numbers: list[int | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part."""
        told = dict(attrs)
        if tag == "img":
            alt = _bare(told.get("alt") or "")
            self._within.words += f"[{alt}]" if alt else ""
        elif tag == "a":
            address = told.get("href") or ""
            if not address.startswith(("task:", "image:")):
                self.links.append(address)
        elif tag in {"ul", "ol"}:
            self._numbers.append(int(told.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            number = self._numbers[-1]
            self._begin(Thing("item", "•" if number is None else f"{number}."))
            if number is not None:
                self._numbers[-1] = number + 1
        elif tag in _KINDS:
            self._begin(Thing(_KINDS[tag], tag[1] if tag[1:].isdigit() else ""))

    def handle_endtag(self, tag: str) -> None:
        """End a part."""
        if tag in {"ul", "ol"}:
            self._numbers.pop()
        elif tag == "li" or tag in _KINDS:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words, or the box of a task."""
        thing, words = self._within, _bare(data)
        if thing.kind == "item" and words in {OPEN_BOX, CHECKED_BOX} and not thing.words:
            thing.told = "done" if words == CHECKED_BOX else "to do"
            return
        thing.words += words

    @property
    def _within(self) -> Thing:
        return self._open[-1]

    def _begin(self, thing: Thing) -> None:
        self._within.within.append(thing)
        self._open.append(thing)


_KINDS = {
    "p": "paragraph",
    "pre": "code",
    "blockquote": "quotation",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
} | {f"h{level}": "heading" for level in range(1, 7)}
_ROLES = {"BlockQuote": "quotation", "Table": "table", "TR": "row", "TH": "cell", "TD": "cell"}


def _things(node: Node, words: Mapping[tuple[int, int], str]) -> Iterator[Thing]:
    role = node.role
    inside = [thing for kid in node.kids for thing in _things(kid, words)]
    if role in {"Sect", "L", "LBody", "Div"}:
        yield from inside
    elif role == "LI":
        label = next(kid for kid in node.kids if kid.role == "Lbl")
        spoken = str(label.element.get("/ActualText") or label.element.get("/Alt") or "")
        told = {"Done": "done", "To do": "to do"}.get(spoken) or _text(label, words)
        rest = [thing for kid in node.kids if kid is not label for thing in _things(kid, words)]
        yield Thing("item", told, within=rest)
    elif role == "Figure":
        yield Thing("image", told=_bare(str(node.element.Alt)))
    elif role in _ROLES:
        text = "" if role in {"BlockQuote", "Table", "TR"} else _text(node, words)
        yield Thing(_ROLES[role], words=text, within=[] if text else inside)
    elif role[0] == "H":
        yield Thing("heading", str(int(role[1]) - MARGIN), _text(node, words))
    elif role == "P" and [kid.role for kid in node.kids] == ["Code"]:
        yield Thing("code", words=_text(node, words))
    else:
        yield Thing("paragraph", words=_text(node, words))


def _text(node: Node, words: Mapping[tuple[int, int], str]) -> str:
    """The words of a node and of all in it, in the order of their marks."""
    marks = sorted(mark for each in node.walk() for mark in each.marks)
    return "".join(words.get(mark, "") for mark in marks)


def _words(data: bytes) -> dict[tuple[int, int], str]:
    """The words of each marked piece, by its page and number."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for thing in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
                mark = number, int(raw.FPDFPageObj_GetMarkedContentID(thing.raw))
                found[mark] = found.get(mark, "") + _bare(_words_of(thing.raw, text.raw))
    return found


def _words_of(thing: object, text: object) -> str:
    size = raw.FPDFTextObj_GetText(thing, text, None, 0)
    target = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(thing, text, target, size)
    # PDFium tells of a hyphen at the end of a line in its own way.
    return bytes(target).decode("utf-16-le").rstrip("\0").replace("\x02", "-")


def _bare(text: str) -> str:
    return "".join(text.split())
