"""A TrueType font as it is put into a PDF, with what readers need to get the text out again."""

from __future__ import annotations

import unicodedata
from importlib import resources
from io import BytesIO
from struct import unpack_from
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.export.joining import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

WIDEST = 3100
"""A sign wider than three letters M would not fit into a column; there are a few."""
_MOST_IN_A_BLOCK = 100


class Extent(NamedTuple):
    """How far the ink of a sign reaches, in thousandths of the size."""

    left: float
    bottom: float
    right: float
    top: float


class Typeface(TTFont):
    """A font whose signs are read back as the letters that were written.

    reportlab writes characters beyond the first 65,536 as if they had four digits, and would let
    a joined Arabic letter be read as the form that was drawn.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - as reportlab calls it
        """Add the subsets of a document that is finished."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        objects: dict[str, Any] = doc.idToObject
        fonts = objects["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            objects[fonts[name].ToUnicode.name].content = _reading(subset)

    def has(self, character: str) -> bool:
        """Whether it has a sign for a character."""
        return ord(character) in self.face.charToGlyph

    def advance(self, character: str) -> float:
        """How wide a character is, in thousandths of the size."""
        width: float = self.face.charWidths.get(ord(character), self.face.defaultWidth)
        return width

    def extent(self, character: str) -> Extent:
        """How far its ink reaches; nowhere for what has none."""
        face: Any = self.face
        glyph = face.charToGlyph.get(ord(character), 0)
        begin, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
        if begin == end:
            return Extent(0, 0, 0, 0)
        start = face.get_table_pos("glyf")[0] + begin + 2
        scale = 1000 / face.unitsPerEm
        return Extent(*(each * scale for each in unpack_from(">4h", face._ttf_data, start)))  # noqa: SLF001 - reportlab reads no outlines

    def characters(self) -> frozenset[str]:
        """What it can show. Some fonts have glyphs for what is not seen, or means nothing."""
        widths = self.face.charWidths
        return frozenset(
            character
            for code, character in ((code, chr(code)) for code in self.face.charToGlyph)
            if widths[code] <= WIDEST and unicodedata.category(character) not in ("Cf", "Co")
        )


def typeface(file: str) -> Typeface:
    """The font of a file among the bundled ones, registered with reportlab the first time."""
    if file not in pdfmetrics.getRegisteredFontNames():
        folder = resources.files("resources") / "fonts"
        data = (folder / f"{file}.ttf").read_bytes()
        pdfmetrics.registerFont(Typeface(file, BytesIO(data)))
    return cast("Typeface", pdfmetrics.getFont(file))


def _reading(subset: Sequence[int]) -> str:
    """What each code of a subset is read as (PDF 32000-1, 9.10.3)."""
    pairs = [(code, letters(chr(character))) for code, character in enumerate(subset) if character]
    blocks = (
        pairs[start : start + _MOST_IN_A_BLOCK] for start in range(0, len(pairs), _MOST_IN_A_BLOCK)
    )
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in _block(block)),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _block(pairs: list[tuple[int, str]]) -> Iterator[str]:
    yield f"{len(pairs)} beginbfchar"
    for code, text in pairs:
        yield f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>"
    yield "endbfchar"
