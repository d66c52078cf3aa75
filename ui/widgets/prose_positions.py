"""Positions in a text: Qt counts UTF-16 units, Python counts characters."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

_LAST_OF_ONE_UNIT = 0xFFFF


class Positions:
    """Both ways of counting in one text; an emoji is one character and two units."""

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if not text.isascii() and any(ord(sign) > _LAST_OF_ONE_UNIT for sign in text):
            widths = (2 if ord(sign) > _LAST_OF_ONE_UNIT else 1 for sign in text)
            self._units = list(accumulate(widths, initial=0))

    def unit(self, character: int) -> int:
        """Qt's position of a character."""
        if self._units is None:
            return character
        return self._units[min(character, len(self._units) - 1)]

    def character(self, unit: int) -> int:
        """The character at Qt's position; the middle of one counts as its end."""
        return unit if self._units is None else bisect_left(self._units, unit)
