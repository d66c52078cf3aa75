"""The bundled fonts as reportlab knows them, and which characters each can show."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# reportlab keeps its fonts in one registry for the whole process, and a font holds the subset of
# each document: two builds at once must not register a second copy.
_registry = threading.Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one family."""

    name: str
    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Family:
    """The faces one style chooses from; a face that is missing is the nearest other one."""

    regular: Face
    bold: Face
    italic: Face


@dataclass(frozen=True, slots=True)
class Fonts:
    """Literata for what people write, Inter for what the app says."""

    writing: Family
    writing_medium: Family
    writing_strong: Family
    plain: Family
    plain_medium: Family
    plain_strong: Family

    @classmethod
    def load(cls) -> Fonts:
        """Register what is not registered yet (35 ms a face, once)."""
        with _registry:
            serif = _face("Literata_400Regular")
            serif_medium = _face("Literata_500Medium")
            serif_strong = _face("Literata_600SemiBold")
            sans = _face("Inter_400Regular")
            sans_medium = _face("Inter_500Medium")
            sans_strong = _face("Inter_600SemiBold")
            return cls(
                writing=Family(serif, serif_strong, _face("Literata_400Regular_Italic")),
                writing_medium=Family(serif_medium, serif_strong, serif_medium),
                writing_strong=Family(serif_strong, serif_strong, serif_strong),
                plain=Family(sans, sans_strong, _face("Inter_400Regular_Italic")),
                plain_medium=Family(sans_medium, sans_strong, sans_medium),
                plain_strong=Family(sans_strong, sans_strong, sans_strong),
            )


def _face(file: str) -> Face:
    if file not in pdfmetrics.getRegisteredFontNames():
        data = (resources.files("resources") / "fonts" / f"{file}.ttf").read_bytes()
        pdfmetrics.registerFont(TTFont(file, BytesIO(data)))
    glyphs = cast("TTFont", pdfmetrics.getFont(file)).face.charToGlyph
    # Some fonts have glyphs for what should not be seen, such as a soft hyphen.
    seen = (c for c in map(chr, glyphs) if unicodedata.category(c) != "Cf")
    return Face(file, frozenset(seen))
