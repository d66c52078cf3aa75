"""Positions in a text: Qt counts UTF-16 units, Python counts characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_LAST_OF_ONE_UNIT = "\uffff"
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Both ways of counting in one text; an emoji is one character and two units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide: list[int] = []
        """Where the characters of two units are."""
        if not text.isascii() and max(text) > _LAST_OF_ONE_UNIT:
            self._wide = [match.start() for match in _TWO_UNITS.finditer(text)]
        self._after = [place + number + 2 for number, place in enumerate(self._wide)]

    def unit(self, character: int) -> int:
        """Qt's position of a character."""
        if not self._wide:
            return character
        character = min(character, self._length)
        return character + bisect_left(self._wide, character)

    def character(self, unit: int) -> int:
        """The character at Qt's position; the middle of one counts as its end."""
        return unit - bisect_right(self._after, unit)
