"""What was found in a file, as plain values: they come from a process that nobody trusts.

The other side may have been taken over by the file it read. So what it says is JSON of texts and
whole numbers, and each of them is checked here; whatever does not fit is no result at all.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeVar

from app.errors import MALFORMED
from app.replies import limits
from app.replies.reply import What

T = TypeVar("T")
REFUSALS: Final = ("not a PDF", "locked", "damaged", "too large")
UNKNOWN: Final = "\ufffd"
"""A letter that is drawn, and nothing in the file says which one it is."""
FURTHEST: Final = 200_000
"""The largest coordinate, in tenths of a point: pages are at most 200 inches wide."""


class MalformedError(ValueError):
    """What came is not what was agreed; it never says what came instead."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as the file has it: its name, the words that explain it, what it holds."""

    name: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in tenths of a point, from the upper left corner of the page as it is seen."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A character on a page: where it begins on its base line, and what its ink covers.

    One that the reader put in (a space between words, the end of a line) covers nothing.
    """

    sign: str
    x: int
    y: int
    box: Box

    @property
    def put_in(self) -> bool:
        """Whether no ink belongs to it."""
        return self.box.right <= self.box.left and self.box.bottom <= self.box.top


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is seen, its size in tenths of a point; `pixels` are its greys, row by row."""

    width: int
    height: int
    letters: tuple[Letter, ...] = ()
    columns: int = 0
    rows: int = 0
    pixels: bytes = b""

    @property
    def text(self) -> str:
        """What is written on it, in the order of the file."""
        return "".join(letter.sign for letter in self.letters)

    def greys(self, box: Box) -> Iterator[bytes]:
        """The greys of a part of the page, row by row; none where it was not drawn."""
        if not (self.pixels and self.width and self.height):
            return
        across, down = self.columns / self.width, self.rows / self.height
        left, right = (min(self.columns, max(0, round(x * across))) for x in (box.left, box.right))
        for row in range(max(0, round(box.top * down)), min(self.rows, round(box.bottom * down))):
            yield self.pixels[row * self.columns + left : row * self.columns + right]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is known of a file; `found` counts what was left alone."""

    fields: tuple[Field, ...] = ()
    pages: tuple[Page, ...] = ()
    found: dict[What, int] = field(default_factory=dict)


def packed(contents: Contents) -> bytes:
    """The contents as they are handed over."""
    said = {
        "fields": [[each.name, each.label, list(each.values)] for each in contents.fields],
        "pages": [_packed_page(page) for page in contents.pages],
        "found": {what.value: count for what, count in contents.found.items()},
    }
    return json.dumps(said, separators=(",", ":")).encode("ascii")


def refused(why: str) -> bytes:
    """The one word that is handed over where there are no contents."""
    return json.dumps({"refused": why}).encode("ascii")


def unpacked(data: bytes) -> Contents | str:
    """The contents that were handed over, or why there are none; raises MalformedError."""
    try:
        said = json.loads(data, parse_float=_no, parse_constant=_no)
        if isinstance(said, dict) and set(said) == {"refused"}:
            return REFUSALS[REFUSALS.index(said["refused"])]
        _needs(isinstance(said, dict) and set(said) == {"fields", "pages", "found"})
        pages = _list(said["pages"], _page, limits.PAGES)
        _needs(sum(len(page.letters) for page in pages) <= limits.LETTERS)
        return Contents(_list(said["fields"], _field, limits.FIELDS), pages, _found(said["found"]))
    except MALFORMED:
        raise MalformedError from None


def _packed_page(page: Page) -> list[object]:
    letters = [
        [each.sign, each.x, each.y, each.box.left, each.box.top, each.box.right, each.box.bottom]
        for each in page.letters
    ]
    picture = b64encode(page.pixels).decode("ascii")
    return [page.width, page.height, letters, page.columns, page.rows, picture]


def _no(_: str) -> NoReturn:
    raise MalformedError


def _needs(fits: object) -> None:
    if not fits:
        raise MalformedError


def _text(value: object, limit: int) -> str:
    if not (isinstance(value, str) and len(value) <= limit):
        raise MalformedError
    return value


def _number(value: object, least: int, most: int) -> int:
    if not (type(value) is int and least <= value <= most):
        raise MalformedError
    return value


def _list(value: object, each: Callable[[object], T], most: int) -> tuple[T, ...]:
    if not (isinstance(value, list) and len(value) <= most):
        raise MalformedError
    return tuple(map(each, value))


def _parts(value: object, count: int) -> list[object]:
    if not (isinstance(value, list) and len(value) == count):
        raise MalformedError
    return value


def _value(value: object) -> str:
    return _text(value, limits.ANSWER_SIGNS * 4)


def _field(value: object) -> Field:
    name, label, values = _parts(value, 3)
    return Field(
        _text(name, limits.NAME_SIGNS),
        _text(label, limits.NAME_SIGNS),
        _list(values, _value, limits.VALUES),
    )


def _letter(value: object) -> Letter:
    sign, *numbers = _parts(value, 7)
    x, y, left, top, right, bottom = (_number(each, -FURTHEST, FURTHEST) for each in numbers)
    return Letter(_text(sign, 1), x, y, Box(left, top, right, bottom))


def _page(value: object) -> Page:
    width, height, letters, columns, rows, picture = _parts(value, 6)
    wide, high = _number(columns, 0, limits.PIXELS), _number(rows, 0, limits.PIXELS)
    _needs(wide * high <= limits.PIXELS)
    pixels = b64decode(_text(picture, limits.PIXELS * 4 // 3 + 4), validate=True)
    _needs(len(pixels) == wide * high)
    size = _number(width, 0, FURTHEST), _number(height, 0, FURTHEST)
    return Page(*size, _list(letters, _letter, limits.LETTERS), wide, high, pixels)


def _found(value: object) -> dict[What, int]:
    if not isinstance(value, dict):
        raise MalformedError
    return {What(what): _number(count, 1, limits.OBJECTS) for what, count in value.items()}
