"""Turns text into reportlab's fragments, without its mini-markup ever seeing a word of it.

A paragraph made from fragments is not parsed, so nothing in a text can become a tag, a link or a
picture. A character that the wanted font has not is shown in another one; what none of them has
becomes a square, one for each that a reader would count as one: what is seen, copied and read back
is then the same, and nothing is missing without a mark. `Lettering.unprinted` collects them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportlab.platypus.paraparser import ParaFrag

from app.domain.prose import Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.colors import Color

    from app.export.fonts import Face, Family, Fonts

HIDDEN = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060")
"""Characters without a look that say how a text is set: where it breaks, joins and turns."""
RULES = {"underline": (0.05, -0.14), "strike": (0.05, 0.28)}
"""The thickness of lines and their height above the base line, in parts of the size."""
SQUARE = "\N{WHITE SQUARE}"
JOINER = "\N{ZERO WIDTH JOINER}"
SCHEMES = frozenset({"http", "https", "mailto"})
_BREAKS = str.maketrans(
    dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")
    | {"\t": " ", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"},
)
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_SELECTORS = frozenset(map(chr, [0x20E3, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""Variants of the sign before them; the cap of a key is one, too."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set: sizes in points."""

    family: Family
    size: float
    leading: float
    colour: Color


class Lettering:
    """Makes fragments for one document, and collects what could not be shown."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._found: dict[tuple[str, Face], Face | None] = {}
        self.unprinted: set[str] = set()

    def plain(self, text: str, look: Look) -> list[ParaFrag]:
        """The fragments of a text without marks."""
        return self.line((Run(text),), look)

    def line(self, line: Line, look: Look) -> list[ParaFrag]:
        """The fragments of a line; empty where there is nothing to see."""
        fragments: list[ParaFrag] = []
        for number, run in enumerate(line):
            fragments += self._run(run, look, number)
        seen = any(not HIDDEN.issuperset(fragment.text.strip()) for fragment in fragments)
        return fragments if seen else []

    def _run(self, run: Run, look: Look, number: int) -> Iterator[ParaFrag]:
        face = _choose(look.family, run)
        for index, part in enumerate(tidy(run.text).split("\n")):
            if index:
                yield _fragment("", face, look, run, number, lineBreak=True)
            for stretch, shown_in in self._stretches(part, face):
                yield _fragment(stretch, shown_in, look, run, number)

    def _stretches(self, text: str, face: Face) -> Iterator[tuple[str, Face]]:
        """The text in pieces of one face each; nearly always a single one."""
        if (text.isascii() and text.isprintable()) or face.characters.issuperset(text):
            if text:
                yield text, face
            return
        stretch, current = "", face
        for character, wanted in self._shown(text, face):
            if wanted != current and stretch:
                yield stretch, current
                stretch = ""
            current = wanted
            stretch += character
        if stretch:
            yield stretch, current

    def _shown(self, text: str, face: Face) -> Iterator[tuple[str, Face]]:
        """The characters, with a square for each unknown sign and its marks and joins."""
        before, inside, current = "", False, face
        for character in text:
            found = self._face_of(character, face, current, before)
            if found:
                inside, current = False, found
                yield character, found
            elif not _is_ignorable(character) and not (inside and continues(before, character)):
                inside, current = True, face
                self.unprinted.add(character)
                yield SQUARE, face
            before = character

    def _face_of(self, character: str, face: Face, current: Face, before: str) -> Face | None:
        """Where a character is shown: a mark as its letter is, else where it should be."""
        if character in HIDDEN:
            return current
        if _is_ignorable(character):
            return None
        joins = unicodedata.combining(character) or (character == " " and _is_leftward(before))
        if joins and character in current.characters:
            return current
        key = character, face
        if key not in self._found:
            own = character in face.characters
            self._found[key] = face if own else self._fonts.spare(character, face)
        return self._found[key]


def tidy(text: str) -> str:
    """The text composed, with one kind of line break and no controls that have no look."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_BREAKS)
    return "".join(c for c in composed if c == "\n" or unicodedata.category(c) != "Cc")


def whole(text: str) -> str:
    """The text on one line, with squares for halves of characters, which no file can hold."""
    line = " ".join(tidy(text).split())
    return (
        line.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\ufffd", SQUARE)
    )


def safe_link(address: str) -> str:
    """The address if a reader may open it (http, https, mailto), else an empty text."""
    if not (address.isascii() and address.isprintable()) or " " in address:
        return ""
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    return address if scheme in SCHEMES else ""


def _choose(family: Family, run: Run) -> Face:
    # There is no bold italic among the fonts; bold is the stronger sign of the two.
    if run.bold:
        return family.bold
    return family.italic if run.italic else family.regular


def _fragment(
    text: str,
    face: Face,
    look: Look,
    run: Run,
    number: int,
    **marks: bool,
) -> ParaFrag:
    link = safe_link(run.link) if run.link else ""
    return ParaFrag(
        text=text,
        fontName=face.name,
        fontSize=look.size,
        textColor=look.colour,
        rise=0,
        thickened=face.thickened,
        link=[(number, link)] if link else [],
        us_lines=_lines(run, look.colour, number, linked=bool(link)),
        **marks,
    )


def _lines(run: Run, colour: Color, number: int, *, linked: bool) -> list[tuple[object, ...]]:
    """Underline and strike as reportlab wants them, thickness and place in parts of the size."""
    kinds = [kind for kind, wanted in (("underline", linked), ("strike", run.strike)) if wanted]
    return [
        (2 * number + (kind == "strike"), kind, colour, *_parts(RULES[kind]), 0, 1, "")
        for kind in kinds
    ]


def _parts(rule: tuple[float, float]) -> tuple[str, str]:
    return f"{rule[0]}*F", f"{rule[1]}*F"


def _is_ignorable(character: str) -> bool:
    """Whether a character has no look of its own: joiners, directions, selectors, soft hyphens."""
    return unicodedata.category(character) == "Cf" or character in _SELECTORS


def _is_leftward(character: str) -> bool:
    return bool(character) and unicodedata.bidirectional(character) in ("R", "AL")


def continues(before: str, character: str) -> bool:
    """Whether a character only completes the sign before it."""
    return (
        before == JOINER
        or character in _SKIN_TONES
        or unicodedata.category(character) in {"Mn", "Me", "Mc"}
    )
