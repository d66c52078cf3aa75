"""A canvas that knows what is drawn on it: what is read, in which order, and what is ornament."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph

from app.export.structure import Annotation, Structure, announce, update
from app.export.tree import Element, Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from app.export.lines import SetText
    from app.export.structure import Frame
    from app.export.tree import Tag

Direction: TypeAlias = Literal["LTR", "RTL"]
LinkKey: TypeAlias = tuple[int, str]
"""The number of a link in its paragraph, and its address."""


class TaggedCanvas(Canvas):
    """The pages of a document, and the tree of what is on them.

    All that is drawn is drawn within `marked`. A link in a paragraph is an element of its own,
    which holds its words on every line, and the places that can be clicked.
    """

    # What reportlab's types do not tell of.
    _code: list[str]
    _doc: PDFDocument
    _annotationCount: int  # noqa: N815 - reportlab's name

    def __init__(
        self,
        target: BytesIO,
        size: tuple[float, float],
        font: str,
        structure: Structure,
    ) -> None:
        # The types take a font's name for a size; without it every file would name Helvetica.
        super().__init__(target, size, invariant=1, pageCompression=1, initialFontName=font)  # type: ignore[arg-type]
        self.structure = structure
        self._target = target
        self._page = 0
        self._element: Element | None = None
        self._links: dict[tuple[Element, LinkKey], Element] = {}
        self._text: _Text | None = None
        self._whole: Element | None = None
        self._places: list[tuple[Element, Annotation]] = []
        self._in_pieces = False
        self._words: frozenset[str] | None = frozenset()

    @contextmanager
    def marked(self, tag: Tag, frame: Frame | None = None) -> Iterator[None]:
        """Draw one paragraph or one picture as what it is, here and now.

        Args:
            tag: What it is.
            frame: Where a picture is.
        """
        if isinstance(tag, Furniture):
            self._code.append(f"/Artifact <<{tag.value}>> BDC")
            yield
            self._code.append("EMC")
            return
        if frame:
            self.structure.frames[tag] = frame
        place = len(self._code)
        self._code.append("")
        self._element, self._whole, self._in_pieces = tag, None, False
        yield
        if not self._in_pieces:
            self._code[place] = self.begin(self._whole or tag)
            self._code.append("EMC")
        for link, place_to_click in self._places:
            self.structure.add(link, place_to_click)
        self._places.clear()
        self._element = self._text = None

    def write(self, paragraph: SetText, tag: Tag, x: float, y: float) -> None:
        """Draw a paragraph as what it is."""
        with self.marked(tag):
            self._words = _whole_words(paragraph)
            paragraph.drawOn(self, x, y)

    def begin(self, element: Element) -> str:
        """The operator that begins the next piece of something."""
        number = self.structure.content(element, self._page)
        return f"/{self.structure.role(element)} <</MCID {number}>> BDC"

    def beginText(  # noqa: N802 - reportlab's name
        self, x: float = 0, y: float = 0, direction: Direction | None = None
    ) -> PDFTextObject:
        """A text, which notices the links in it where it is part of an element."""
        if self._element is None or self._element.role == "Figure":
            return PDFTextObject(self, x, y, direction=direction)
        self._text = _Text(self, x, y, direction, self._words)
        return self._text

    def drawText(self, text: PDFTextObject) -> None:  # noqa: N802 - reportlab's name
        """Put a text on the page; of one with links, each piece as what it is."""
        if isinstance(text, _Text) and text.turns and self._element:
            self._in_pieces = True
            if len(self._code) > text.begun:
                # The lines under words and through them.
                self._code.insert(text.begun, f"/Artifact <<{Furniture.LAYOUT.value}>> BDC")
                self._code.append("EMC")
            text.part(self._element)
        super().drawText(text)

    def linkURL(self, url: str, rect: object, *args: object, **options: object) -> None:  # noqa: N802 - reportlab's name
        """A place to click, which belongs to the link whose words are there."""
        if self._element:
            link = self._clicked(self._element, url)
            name = f"Annot.NUMBER{self._annotationCount + 1}"
            # It stands in the tree after the words, which are still to come.
            self._places.append((link, Annotation(self._page, name)))
            options["StructParent"] = self.structure.own(link)
            options["Contents"] = PDFString(url)
        super().linkURL(url, rect, *args, **options)  # type: ignore[arg-type] # passed on

    def field(self, element: Element, frame: Frame) -> None:
        """A place to fill in, with nothing but its frame: what it is comes later."""
        name = f"Annot.NUMBER{self._annotationCount + 1}"
        left, bottom, right, top = (round(side, 2) for side in frame)
        frame = left, bottom, right, top
        self.structure.frames[element] = frame
        self.structure.add(element, Annotation(self._page, name))
        widget = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "Rect": PDFArray(frame),
                "StructParent": self.structure.own(element),
            }
        )
        self._addAnnotation(widget)  # type: ignore[attr-defined] # not in the types

    def link(self, element: Element, key: LinkKey) -> Element:
        """The link of this number and address in a paragraph, on whatever line or page."""
        link = self._links.get((element, key))
        if link is None:
            link = self._links[element, key] = Element("Link", element)
        return link

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        super().showPage()
        self._page += 1

    def save(self) -> None:
        """Write the pages, and the tree of what is on them."""
        if self._code:
            self.showPage()
        announce(self.structure, self._doc)
        super().save()
        self._target.write(update(self.structure, self._doc, self._target.getvalue()))

    def _clicked(self, element: Element, url: str) -> Element:
        if element.within and element.within.role == "Link":
            # A picture that is a link.
            return element.within
        text = self._text
        if text and text.open:
            return self.link(element, text.open.pop(0))
        # reportlab sets a paragraph that is a link from end to end in a simpler way.
        alone = getattr(getattr(text, "XtraState", None), "link", None)
        if alone:
            self._whole = self.link(element, alone[0])
            return self._whole
        return self.link(element, (-1, url))


class _Text(PDFTextObject):
    """A text that remembers where in it links begin and end; reportlab tells it.

    Attributes:
        begun: How much was on the page before it.
        turns: From which of its operators on it belongs to which link, or to none.
        open: The links of a line whose places to click are still to come, in their order.
    """

    _code: list[str]

    def __init__(
        self,
        canvas: TaggedCanvas,
        x: float,
        y: float,
        direction: Direction | None,
        words: frozenset[str] | None,
    ) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self.begun = len(canvas._code)  # noqa: SLF001 - reportlab's canvas and text are one
        self.turns: list[tuple[int, LinkKey | None]] = []
        self.open: list[LinkKey] = []
        self._tagged = canvas
        self._words = words

    def part(self, element: Element) -> None:
        """Mark each piece as a link, or as part of the paragraph around it."""
        code = self._code
        marked, at, link = code[:1], 1, None
        for end, following in [*self.turns, (len(code), None)]:
            piece = code[at:end]
            if any(map(_shows, piece)):
                inside = self._tagged.link(element, link) if link else element
                piece = [self._tagged.begin(inside), *piece, "EMC"]
            marked += piece
            at, link = end, following
        self._code = marked

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - reportlab's names
        # Who reads the lines one after the other needs what is between their words.
        if TStar and not text.endswith(" ") and self._is_word(text.rsplit(" ", 1)[-1]):
            text += " "
        super()._textOut(text, TStar)  # type: ignore[misc] # not in the types

    def _is_word(self, end: str) -> bool:
        return self._words is None or end in self._words

    def _linkRecord(self, link: LinkKey, step: str) -> None:  # noqa: N802 - reportlab's name
        """Hear of a link: it begins with the words just put out, or ends with them."""
        if step == "start":
            words = next(n for n in reversed(range(len(self._code))) if _shows(self._code[n]))
            self.turns.append((words, link))
            self.open = sorted({*self.open, link})
        else:
            self.turns.append((len(self._code), None))


def _whole_words(paragraph: SetText) -> frozenset[str] | None:
    """What can stand at the end of a line with a space after it; None if that is everything.

    Only a word that is longer than a line is broken elsewhere, by reportlab at least.
    """
    broken = getattr(paragraph, "_splitLongWordCount", None)
    if broken == 0:
        return None
    fragments = paragraph.frags if isinstance(paragraph, Paragraph) else ()
    # Where reportlab has broken words it puts other things, without a text, in their place.
    texts = [getattr(each, "text", "") for each in fragments]
    return frozenset("".join(texts).split(" ")) - {""}


def _shows(operators: str) -> bool:
    return "Tj" in operators or "TJ" in operators
