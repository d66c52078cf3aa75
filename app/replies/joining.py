"""The letters inside a place of a page, as the text that somebody typed there.

A line that ended because there was no room is joined to the next one; one that ended earlier was
ended by its writer. Letters without ink were not seen by anybody, and ink without letters is not
known to anybody: with either of them the text is not sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from app.domain.folding import fold, stands_alone
from app.domain.forms import Place
from app.replies.contents import UNKNOWN, Box, Letter, Page
from app.replies.directions import read_line, runs_leftward

_ROUND: Final = 1.5
"""Points by which a letter may stand over the edge of its place."""
_MARGIN: Final = 6.0
"""Points at the sides of a place that readers leave free."""
_SPACE: Final = 0.25
"""How wide a space is, as a share of the height of a line."""
_APART: Final = 0.45
"""Share of a letter's height by which the base line of another line is lower."""
_PARAGRAPH: Final = 1.6
"""Steps of one line that an empty line between two makes of them."""
_SMALLEST: Final = 4.0
"""Points that a line is high at least; a full stop is lower."""
_CONTRAST: Final = 24
"""Greys between a letter and what it stands on."""
_INK: Final = 80
"""Greys that something is darker than the paper around it."""
_SPECKS: Final = 12
"""Dark pixels beside letters that are only their edges."""
_RIM: Final = 5
"""Tenths of a point around a letter that are looked at, too."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, whether its end did not fit where it was written, and whether all of it is known.

    A reader may draw letters and not say which ones they are.
    """

    text: str
    cut: bool = False
    known: bool = True


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
    def signs(self) -> str:
        return "".join(each.sign for each in self.letters).strip()

    def read(self) -> tuple[str, bool]:
        """What it says, and whether that is sure."""
        return read_line(self.letters) if runs_leftward(self.signs) else (self.signs, True)

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


def joined(page: Page, place: Place, box: Box, back: Callable[[complex], complex]) -> Written:
    """What is written in a place.

    `box` is the place on the page without its frame; `back` takes a point of the page to where it
    is on the form.
    """
    found = _Found()
    for letter in page.letters:
        if letter.put_in:
            found.part()
            continue
        seen = _seen(letter, back)
        if seen.within(place):
            found.add(seen, inked=_has_ink(page, letter))
        elif found.inside:
            found.leave(inked=_has_ink(page, letter))
    # On a page that was turned the reader of it may begin with the last line.
    lines = sorted((line for line in found.lines if line.signs), key=lambda line: line.base)
    read = [line.read() for line in lines]
    text = _text(lines, [words for words, _ in read], place)
    unknown = UNKNOWN in text or found.unseen or not all(sure for _, sure in read)
    known = not (unknown or _strange_ink(page, box))
    return Written(text.replace(UNKNOWN, ""), found.cut, known)


@dataclass(slots=True)
class _Found:
    """The lines in a place, while one letter after another is looked at."""

    lines: list[_Line] = field(default_factory=list)
    cut: bool = False
    unseen: bool = False
    inside: bool = False
    _space: bool = False

    def part(self) -> None:
        """Something parts the last letter from the next one."""
        self._space = self.inside

    def add(self, letter: _Seen, *, inked: bool) -> None:
        """Put a letter into the line it stands on."""
        line = next((each for each in reversed(self.lines) if each.goes_on(letter)), None)
        if line is None:
            line = _Line()
            self.lines.append(line)
        line.add(letter, after_space=self._space)
        self.unseen = self.unseen or not inked
        self.inside, self._space = True, False

    def leave(self, *, inked: bool) -> None:
        """Pass a letter elsewhere; unseen after one in here, it is the rest that had no room."""
        self.cut = self.cut or not inked
        self.inside = self._space = False


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
    if letter.sign.isspace() or not page.pixels:
        return True
    box = letter.box
    greys = b"".join(
        page.greys(Box(box.left - _RIM, box.top - _RIM, box.right + _RIM, box.bottom + _RIM))
    )
    return bool(greys) and max(greys) - min(greys) >= _CONTRAST


def _strange_ink(page: Page, box: Box) -> bool:
    """Whether something is drawn that is no letter: by hand, or letters without a name."""
    if not page.pixels:
        return False
    across, down = page.columns / page.width, page.rows / page.height
    rows = [bytearray(row) for row in page.greys(box)]
    left, top = max(0, round(box.left * across)), max(0, round(box.top * down))
    lightest = max(map(max, rows), default=0) if rows and rows[0] else 0
    dark = bytes(int(grey < lightest - _INK) for grey in range(256))
    marked = [bytearray(row.translate(dark)) for row in rows]
    for letter in page.letters:
        first = max(0, int((letter.box.left - _RIM) * across) - left)
        last = int((letter.box.right + _RIM) * across) + 2 - left
        if letter.put_in or last <= 0 or not rows or first >= len(rows[0]):
            continue
        start = max(0, int((letter.box.top - _RIM) * down) - top)
        for row in marked[start : max(start, int((letter.box.bottom + _RIM) * down) + 2 - top)]:
            row[first:last] = bytes(len(row[first:last]))
    return sum(map(sum, marked)) > _SPECKS


def _text(lines: list[_Line], words: list[str], place: Place) -> str:
    steps = [abs(after.base - before.base) for before, after in pairwise(lines)]
    step = min((each for each in steps if each > 0), default=0.0)
    room = place.right - place.left - _MARGIN
    text = words[0] if words else ""
    for at, (before, after) in enumerate(pairwise(lines)):
        ended = before.width + before.height * _SPACE + after.first_word() < room
        if steps[at] > step * _PARAGRAPH:
            text += "\n\n" + words[at + 1]
        else:
            text += ("\n" if ended else _joint(words[at], words[at + 1])) + words[at + 1]
    return text


def _joint(before: str, after: str) -> str:
    """What stands between two parts of a sentence that only the end of the room parted."""
    unspaced = stands_alone(fold(before[-1])) and stands_alone(fold(after[0]))
    return "" if unspaced or before.endswith("-") else " "
