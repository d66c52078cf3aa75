"""The letters inside a place of a page, as the text that somebody typed there.

A line that ended because there was no room is joined to the next one; one that ended earlier was
ended by its writer. What leaves no ink on the page is not read: it may be the rest of an answer
that did not fit, and nobody who looked at the page has seen it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from app.domain.folding import fold, stands_alone
from app.domain.forms import Place
from app.replies.contents import Box, Letter, Page

_ROUND: Final = 1.5
"""Points by which a letter may stand over the edge of its place."""
_MARGIN: Final = 6.0
"""Points at the sides of a place that readers leave free."""
_APART: Final = 0.45
"""Share of a letter's height by which the base line of another line is lower."""
_PARAGRAPH: Final = 1.6
"""Steps of one line that an empty line between two makes of them."""
_SMALLEST: Final = 4.0
"""Points that a line is high at least; a full stop is lower."""
_CONTRAST: Final = 24
"""Greys between a letter and what it stands on."""
_RIM: Final = 5
"""Tenths of a point around a letter that are looked at, too."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and whether the end of it did not fit where it was written."""

    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """A letter in the coordinates of the form, which run down the page."""

    sign: str
    base: float
    left: float
    right: float
    top: float
    bottom: float

    def within(self, place: Place) -> bool:
        """Whether its middle is in a place."""
        x, y = (self.left + self.right) / 2, -(self.top + self.bottom) / 2
        across = place.left - _ROUND <= x <= place.right + _ROUND
        return across and place.bottom - _ROUND <= y <= place.top + _ROUND


@dataclass(slots=True)
class _Line:
    letters: list[_Seen] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each.sign for each in self.letters).strip()

    @property
    def base(self) -> float:
        return self.letters[0].base

    @property
    def height(self) -> float:
        return max(each.bottom - each.top for each in self.letters)

    @property
    def width(self) -> float:
        return _width([each for each in self.letters if not each.sign.isspace()])

    def first_word(self) -> float:
        """How wide the first word is; in a script without spaces, two signs are one."""
        word: list[_Seen] = []
        for each in self.letters:
            if each.sign.isspace() and word:
                break
            if not each.sign.isspace():
                word.append(each)
                if stands_alone(fold(each.sign)) and len(word) > 1:
                    break
        return _width(word)

    def goes_on(self, letter: _Seen) -> bool:
        """Whether a letter stands on this line, and not on another."""
        return abs(letter.base - self.base) <= _APART * max(self.height, _SMALLEST)

    def add(self, letter: _Seen, *, after_space: bool) -> None:
        """Put a letter at the end."""
        if after_space and self.letters:
            self.letters.append(replace(letter, sign=" "))
        self.letters.append(letter)


def joined(page: Page, place: Place, back: Callable[[complex], complex]) -> Written:
    """What is written in a place; `back` takes a point of the page to where it is on the form."""
    lines: list[_Line] = []
    inside = cut = space = False
    for letter in page.letters:
        if letter.put_in:
            space = inside
            continue
        seen, inked = _seen(letter, back), letter.sign.isspace() or _has_ink(page, letter)
        within = seen.within(place)
        if within and inked:
            line = next((each for each in reversed(lines) if each.goes_on(seen)), None)
            if line is None:
                line = _Line()
                lines.append(line)
            line.add(seen, after_space=space)
        cut = cut or (inside and not within and not inked)
        inside, space = within and inked, False
    # On a page that was turned the reader of it may begin with the last line.
    ordered = sorted((line for line in lines if line.text), key=lambda line: line.base)
    return Written(_text(ordered, place), cut)


def _seen(letter: Letter, back: Callable[[complex], complex]) -> _Seen:
    one = back(complex(letter.box.left, letter.box.top))
    other = back(complex(letter.box.right, letter.box.bottom))
    left, right = sorted((one.real, other.real))
    top, bottom = sorted((one.imag, other.imag))
    base = back(complex(letter.x, letter.y)).imag
    return _Seen(letter.sign, base, left, right, top, bottom)


def _width(letters: Sequence[_Seen]) -> float:
    if not letters:
        return 0.0
    return max(each.right for each in letters) - min(each.left for each in letters)


def _has_ink(page: Page, letter: Letter) -> bool:
    """Whether anything is seen where a letter is said to be; so it is where nothing was drawn."""
    if not page.pixels:
        return True
    box = letter.box
    greys = b"".join(
        page.greys(Box(box.left - _RIM, box.top - _RIM, box.right + _RIM, box.bottom + _RIM))
    )
    return bool(greys) and max(greys) - min(greys) >= _CONTRAST


def _text(lines: list[_Line], place: Place) -> str:
    steps = [abs(after.base - before.base) for before, after in pairwise(lines)]
    step = min((each for each in steps if each > 0), default=0.0)
    room = place.right - place.left - _MARGIN
    text = lines[0].text if lines else ""
    for (before, after), down in zip(pairwise(lines), steps, strict=True):
        parted = "\n\n" if down > step * _PARAGRAPH else _between(before, after, room)
        text += parted + after.text
    return text


def _between(before: _Line, after: _Line, room: float) -> str:
    """What parted two lines: their writer, or only the end of the room."""
    if before.width + after.first_word() < room:
        return "\n"
    unspaced = stands_alone(fold(before.text[-1])) and stands_alone(fold(after.text[0]))
    return "" if unspaced or before.text.endswith("-") else " "
