"""The bundled fonts: those of the design, and those that stand in for what they cannot show."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from app.export.spares import SPARES
from app.export.typefaces import typeface

# reportlab keeps its fonts in one registry for the whole process, and a font holds the subset of
# each document: two builds at once must not register a second copy.
_registry = threading.Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one family; `thickened` if its only weight has to do for a bold one."""

    name: str
    characters: frozenset[str] = field(repr=False, hash=False, compare=False)
    thickened: bool = False


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

    def spare(self, character: str, face: Face) -> Face | None:
        """What shows a character that a face of the design has not; None if nothing does.

        The large fonts are read from the disk when the first character asks for them.
        """
        strong = face in (self.writing.bold, self.plain.bold)
        sibling = self.plain.bold if strong else self.plain.regular
        if character in sibling.characters:
            return sibling
        for spare in SPARES:
            if spare.may_have(character):
                found = _spare(spare.strong if strong and spare.strong else spare.file)
                if character in found.characters:
                    heavy = strong and not spare.strong and spare.thickens
                    return Face(found.name, found.characters, thickened=True) if heavy else found
        return None


_faces: dict[str, Face] = {}


def _face(file: str) -> Face:
    face = _faces.get(file)
    if face is None:
        face = _faces[file] = Face(file, typeface(file).characters())
    return face


def _spare(file: str) -> Face:
    with _registry:
        return _face(f"noto/{file}")
