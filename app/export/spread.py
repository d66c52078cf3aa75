"""The characters of a paragraph side by side: what each draws, how wide, where lines may end."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from app.domain.bidi import direction, levels, mirrored, order
from app.export.breaking import SOFT_HYPHEN, opportunities
from app.export.joining import joined
from app.export.lettering import HIDDEN, continues
from app.export.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus.paraparser import ParaFrag

    from app.export.typefaces import Extent, Typeface

_SPACES = " \N{IDEOGRAPHIC SPACE}"
_SLACK = 1e-6
_GAP = 45.0
"""Between a letter and a mark above or below it, in thousandths of the size."""
_FARTHEST = 400.0
"""How far a mark is moved at most, so that a tower of them stays on its line."""
_HIGH = 450.0
"""Marks that begin higher than this stand above letters."""


class Line(NamedTuple):
    """The characters of a line; `hyphened` if it ends within a word."""

    start: int
    end: int
    hyphened: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Signs of one fragment, drawn from left to right.

    Attributes:
        width: How wide it is; nothing for a mark on another sign.
        rise: How far a mark is moved up from where its font has it.
    """

    signs: str
    fragment: ParaFrag
    x: float
    width: float
    rise: float = 0.0


class Spread:
    """The text of a paragraph, ready to be broken into lines of any width."""

    def __init__(self, fragments: Sequence[ParaFrag]) -> None:
        self._characters, self._owners = _side_by_side(fragments)
        text = "".join(self._characters)
        self.leftwards = bool(direction(text))
        self._fonts = {each.fontName: typeface(each.fontName) for each in fragments}
        self._levels = levels(text, int(self.leftwards))
        self._signs = self._drawn(text)
        self._attached = self._find_attached()
        self._breaks = opportunities(text)
        self._widths = [self._advance(index) for index in range(len(text))]

    def lines(self, width: float) -> Iterator[Line]:
        """The lines of a width, each as full as it gets."""
        start = 0
        while start < len(self._characters):
            line, start = self._fill(start, width + _SLACK)
            yield line

    def width(self, line: Line) -> float:
        """How wide a line is."""
        hyphen = self._hyphen(line.end - 1) if line.hyphened else 0.0
        return sum(self._widths[line.start : line.end]) + hyphen

    def ends_word(self, line: Line) -> bool:
        """Whether a line ends where there is a space, which it does not draw."""
        return "".join(self._characters[line.end : line.end + 1]) in {" ", "\n"}

    def stretches(self, line: Line) -> list[Stretch]:
        """What is drawn of a line, in the order in which it is read aloud.

        Readers that go by the place of each sign would take points from their letters by that: a
        line with points is drawn from left to right.
        """
        pointed = any(self._attached[line.start : line.end])
        pieces: list[tuple[int, list[Stretch]]] = []
        x, last = 0.0, -1
        for index, sign, width in self._visible(line):
            owner = self._owners[index]
            marks = list(self._marks_on(index, x, line.end)) if pointed else []
            before = pieces[-1][1] if pieces else []
            joins = pointed or not (self._levels[index] % 2 or self._levels[last] % 2)
            if len(before) == 1 and before[0].fragment is owner and joins:
                whole = replace(
                    before[0], signs=before[0].signs + sign, width=x + width - before[0].x
                )
                before[:] = [whole, *marks]
            else:
                pieces.append((index, [Stretch(sign, owner, x, width), *marks]))
            x, last = x + width, index
        if not pointed:
            pieces.sort(key=itemgetter(0))
        return [stretch for _, stretches in pieces for stretch in stretches]

    def _fill(self, start: int, width: float) -> tuple[Line, int]:
        """A line that begins here, and where the next one does."""
        x, last = 0.0, start
        for index in range(start, len(self._characters)):
            if self._characters[index] == "\n":
                return self._trimmed(start, index), index + 1
            if index > start and self._breaks[index] and self._may_end(index, x, width):
                last = index
            x += self._widths[index]
            if x > width and self._characters[index] not in _SPACES:
                end = last if last > start else self._within(start, index)
                return self._trimmed(start, end), end
        return self._trimmed(start, len(self._characters)), len(self._characters)

    def _may_end(self, index: int, x: float, width: float) -> bool:
        """Whether the hyphen of a word that is parted here has room, if there is one."""
        if self._characters[index - 1] != SOFT_HYPHEN:
            return True
        return x + self._hyphen(index - 1) <= width

    def _within(self, start: int, index: int) -> int:
        """Where to part what has no place to part and is too wide: never within a sign."""
        for end in range(index, start, -1):
            if not self._continues(end):
                return end
        end = index + 1
        while end < len(self._characters) and self._continues(end):
            end += 1
        return end

    def _continues(self, index: int) -> bool:
        if not self._signs[index] and self._characters[index] != "\n":
            return True
        return continues(self._characters[index - 1], self._characters[index])

    def _trimmed(self, start: int, end: int) -> Line:
        """A line without the spaces at its end."""
        hyphened = end > start and self._characters[end - 1] == SOFT_HYPHEN
        hyphened = hyphened and end < len(self._characters) and self._characters[end] != "\n"
        while end > start and self._characters[end - 1] in _SPACES:
            end -= 1
        return Line(start, end, hyphened)

    def _visible(self, line: Line) -> Iterator[tuple[int, str, float]]:
        """The signs of a line in the order they are seen, each with its place and width."""
        places = list(range(line.start, line.end))
        if line.hyphened:
            places.append(line.end - 1)
        hyphen = len(places) - 1 if line.hyphened else -1
        for number in order([self._levels[place] for place in places]):
            index = places[number]
            if number == hyphen:
                yield index, "-", self._hyphen(index)
            elif self._signs[index] and not self._attached[index]:
                yield index, self._signs[index], self._widths[index]

    def _is_mark(self, index: int) -> bool:
        mark = unicodedata.category(self._characters[index]) in ("Mn", "Me")
        return mark and bool(self._levels[index] % 2)

    def _find_attached(self) -> list[bool]:
        """Which characters are marks that go with a letter before them, from right to left."""
        attached, borne = [], False
        for index, sign in enumerate(self._signs):
            mark = self._is_mark(index)
            if not mark and (sign or self._characters[index] == "\n"):
                borne = bool(self._levels[index] % 2) and not (sign or "\n").isspace()
            attached.append(mark and borne)
        return attached

    def _marks_on(self, index: int, x: float, end: int) -> Iterator[Stretch]:
        """The marks on a letter that runs from right to left, over its middle and clear of it."""
        if not self._levels[index] % 2:
            return
        letter, size = self._extent(index), self._owners[index].fontSize / 1000
        top, bottom = letter.top + _GAP, letter.bottom - _GAP
        place = index + 1
        while place < end and (self._attached[place] or not self._signs[place]):
            if self._signs[place]:
                mark = self._extent(place)
                rise = 0.0
                if mark.bottom >= _HIGH:
                    rise = min(max(top - mark.bottom, 0), _FARTHEST)
                    top = mark.top + rise + _GAP
                elif mark.top <= 0:
                    rise = max(min(bottom - mark.top, 0), -_FARTHEST)
                    bottom = mark.bottom + rise - _GAP
                middle = x + self._widths[index] / 2
                left = middle - (mark.left + mark.right) / 2 * size
                yield Stretch(self._signs[place], self._owners[place], left, 0, rise * size)
            place += 1

    def _extent(self, index: int) -> Extent:
        return self._font(index).extent(self._signs[index])

    def _drawn(self, text: str) -> list[str]:
        """What each character draws: joined, mirrored, or nothing."""
        signs = joined(text)
        for index, character in enumerate(text):
            if character in HIDDEN or character == "\n":
                signs[index] = ""
            elif self._levels[index] % 2:
                other = mirrored(signs[index])
                if other != signs[index] and self._font(index).has(other):
                    signs[index] = other
        return signs

    def _advance(self, index: int) -> float:
        sign = self._signs[index]
        if not sign or self._attached[index]:
            return 0.0
        size: float = self._owners[index].fontSize
        return self._font(index).advance(sign) * size / 1000

    def _hyphen(self, index: int) -> float:
        size: float = self._owners[index].fontSize
        return self._font(index).advance("-") * size / 1000

    def _font(self, index: int) -> Typeface:
        return self._fonts[self._owners[index].fontName]


def _side_by_side(fragments: Sequence[ParaFrag]) -> tuple[list[str], list[ParaFrag]]:
    """Every character and the fragment it is of; spaces beside each other are one."""
    characters: list[str] = []
    owners: list[ParaFrag] = []
    for fragment in fragments:
        text = "\n" if hasattr(fragment, "lineBreak") else fragment.text
        for character in text:
            if character == " " and (not characters or characters[-1] in " \n"):
                continue
            characters.append(character)
            owners.append(fragment)
    return characters, owners
