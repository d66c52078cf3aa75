"""Reads a page by where its characters stand, in whatever order they were drawn."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from app.sharing.turning import has_leftward

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfTextPage

SAME_LINE = 0.4
WORD_GAP = 0.1
COLUMN_GAP = 1.3
PARAGRAPH_GAP = 2.0
"""All in heights of a character."""
NEAR_DIAGONAL = 0.1
_HIGH, _LOW, _END = "\ud800", "\udc00", "\ue000"
"""Where the first and the second halves begin of characters that are written in two."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character and its box, turned so that its line runs from left to right."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(slots=True)
class Stretch:
    """Letters of one line with no wide gap between them."""

    letters: list[Letter] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The letters, with a space wherever there is room for one."""
        said = [self.letters[0].text]
        for before, letter in zip(self.letters, self.letters[1:], strict=False):
            wide = letter.left - before.right > WORD_GAP * max(before.height, letter.height)
            said.append(f" {letter.text}" if wide else letter.text)
        return "".join(said)

    @property
    def last(self) -> Letter:
        """The letter at its right end."""
        return self.letters[-1]


def in_order(page: PdfTextPage) -> bool:
    """Whether the stretches of a page were drawn as one reads: to the right, then downwards."""
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(each) for each in (left, top, right, bottom)]
    earlier: tuple[float, float, float] | None = None
    for index in range(page.count_rects()):
        pdfium.FPDFText_GetRect(page.raw, index, *places)
        if earlier is not None:
            start, low, high = earlier
            middle = (top.value + bottom.value) / 2
            if middle > high or (middle >= low and right.value < start):
                return False
        earlier = (left.value, bottom.value, top.value)
    return True


def by_place(page: PdfTextPage) -> tuple[str, str]:
    """The text of a page line by line, and column by column."""
    rows: list[str] = []
    columns: list[str] = []
    for letters in _by_angle(page).values():
        lines = [_stretches(line) for line in _lines(letters)]
        rows += ["   ".join(stretch.text for stretch in line) for line in lines]
        columns += _columns([stretch for line in lines for stretch in line])
    return "\n".join(rows), "\n".join(columns)


def _by_angle(page: PdfTextPage) -> dict[int, list[Letter]]:
    found: dict[int, list[Letter]] = defaultdict(list)
    raw, box = page.raw, pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        character = chr(code) if code else ""
        if not character.strip():
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, index, at_box)
        pdfium.FPDFText_GetCharOrigin(raw, index, at_x, at_y)
        # PDFium counts clockwise.
        angle = round(-math.degrees(pdfium.FPDFText_GetCharAngle(raw, index))) % 360
        wide, high = box.right - box.left, box.top - box.bottom
        if angle:
            letter = _turned(character, (x.value, y.value), (wide, high), math.radians(angle))
        else:
            letter = Letter(character, x.value, x.value + wide, y.value, high)
        _add(found[angle], letter)
    return found


def _add(letters: list[Letter], letter: Letter) -> None:
    """Add a letter, or what else the sign at the end means that stands in the same place."""
    before = letters[-1] if letters else None
    if before is None or (before.left, before.base) != (letter.left, letter.base):
        letters.append(letter)
    elif has_leftward(letter.text) or (_HIGH <= letter.text < _LOW <= before.text < _END):
        # PDFium turns the halves of an emoji around in a line from right to left.
        letters[-1] = replace(before, text=_whole(letter.text + before.text))
    else:
        letters[-1] = replace(before, text=_whole(before.text + letter.text))


def _whole(halves: str) -> str:
    """A character from its two halves; anything else as it is."""
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _turned(
    character: str, origin: tuple[float, float], box: tuple[float, float], angle: float
) -> Letter:
    """A letter of a line that runs at an angle, from the upright box around it."""
    x, y = origin
    cos, sin = math.cos(angle), math.sin(angle)
    start, base = x * cos + y * sin, y * cos - x * sin
    wide, high = box
    square = cos * cos - sin * sin
    if abs(square) > NEAR_DIAGONAL:
        across, sine = abs(cos), abs(sin)
        wide, high = (wide * across - high * sine) / square, (high * across - wide * sine) / square
    else:  # an upright box tells little of what stands in it diagonally
        wide, high = wide / 2, high / 2
    return Letter(character, start, start + wide, base, high)


def _lines(letters: list[Letter]) -> Iterator[list[Letter]]:
    """The letters by line, from the top; each line from the left."""
    line: list[Letter] = []
    near = 0.0
    for letter in sorted(letters, key=lambda each: -each.base):
        if line and line[0].base - letter.base > near:
            yield sorted(line, key=lambda each: each.left)
            line, near = [], 0.0
        line.append(letter)
        near = max(near, SAME_LINE * letter.height)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _stretches(line: Sequence[Letter]) -> list[Stretch]:
    stretches = [Stretch([line[0]])]
    for letter in line[1:]:
        last = stretches[-1].last
        if letter.left - last.right > COLUMN_GAP * max(letter.height, last.height):
            stretches.append(Stretch())
        stretches[-1].letters.append(letter)
    return stretches


def _columns(stretches: Sequence[Stretch]) -> list[str]:
    """Each column as one text: a stretch goes on where the one above it ended."""
    columns: list[list[Stretch]] = []
    for stretch in stretches:
        above = next((each for each in reversed(columns) if _under(stretch, each[-1])), None)
        if above is None:
            columns.append([stretch])
        else:
            above.append(stretch)
    return ["\n".join(stretch.text for stretch in column) for column in columns]


def _under(stretch: Stretch, above: Stretch) -> bool:
    first, last = stretch.letters[0], stretch.last
    apart = above.last.base - first.base
    near = PARAGRAPH_GAP * max(first.height, above.last.height)
    overlaps = first.left < above.last.right and above.letters[0].left < last.right
    return 0 < apart <= near and overlaps
