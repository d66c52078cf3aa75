"""The font of answers, as a whole: nobody knows yet which of its letters they will need."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, Pdf

from app.export.typefaces import typeface

if TYPE_CHECKING:
    from pikepdf import Object

FILE: Final = "Literata_400Regular"
ASCENT: Final = 1000
DESCENT: Final = -300
"""How far readers set lines apart; the font itself asks for the height of a poster."""
_FIRST, _LAST = 32, 255
_SERIF, _LATIN = 1 << 1, 1 << 5


def embedded(pdf: Pdf) -> Object:
    """The font with the letters of western Europe, which every program can write with.

    What it has not, such as Japanese, programs show in fonts of their own. What a field holds does
    not depend on any of them.
    """
    font = typeface(FILE)
    data = (resources.files("resources") / "fonts" / f"{FILE}.ttf").read_bytes()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Literata,
        Flags=_SERIF | _LATIN,
        FontBBox=Array([round(side) for side in font.face.bbox]),
        ItalicAngle=0,
        Ascent=ASCENT,
        Descent=DESCENT,
        CapHeight=round(font.face.capHeight),
        StemV=round(font.face.stemV),
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Literata,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array([round(font.advance(_letter(code))) for code in range(_FIRST, _LAST + 1)]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def signs() -> Dictionary:
    """The font of ticks and dots that every program has: nothing in the file is drawn with it.

    Some programs ask the next one to draw all fields anew, and without it no mark would be seen.
    """
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)


def _letter(code: int) -> str:
    """What a code stands for: a bullet for the few that have no letter (PDF 32000-1, D.2)."""
    return bytes([code]).decode("cp1252", "ignore") or "\N{BULLET}"
