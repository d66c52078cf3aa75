"""The same place in a text as it is written and as it is read."""

from __future__ import annotations

from dataclasses import dataclass

_ENOUGH = 40
"""Characters that tell a line from most others."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line by the words it begins with, and how far down the text it stands, from 0 to 1."""

    words: str = ""
    share: float = 0.0

    @classmethod
    def at(cls, text: str, place: int) -> Spot:
        """The spot of the first line with words from a place on."""
        for line in text[place : place + 10 * _ENOUGH].split("\n"):
            if line.strip():
                return cls(line.strip()[:_ENOUGH], place / len(text))
        return cls("", place / max(len(text), 1))

    def find(self, text: str) -> int:
        """Where it is in a text of about the same words; by its share where they are not there."""
        wanted = round(self.share * len(text))
        if not self.words:
            return wanted
        before = text.rfind(self.words, 0, wanted + len(self.words))
        after = text.find(self.words, wanted)
        found = [place for place in (before, after) if place >= 0]
        return min(found, key=lambda place: abs(place - wanted), default=wanted)


def line_start(text: str, number: int) -> int:
    """Where a line begins, counted from 0."""
    place = 0
    for _ in range(number):
        place = text.find("\n", place) + 1
    return place
