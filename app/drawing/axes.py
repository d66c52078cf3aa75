"""Scales of charts: from a value or a day to a place, and words that stand clear of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.drawing.chart import Space
from app.drawing.shapes import Colour, Role, Text

MOST_LABELS = 6
_APART = 10.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from one value to another, laid between two places."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; the start where the scale has no length."""
        length = self.high - self.low
        share = (value - self.low) / length if length else 0.0
        return self.start + (self.end - self.start) * share


@dataclass(frozen=True, slots=True)
class Days:
    """A scale of days; time is linear."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        """The place of a day."""
        days = max(1, (self.last - self.first).days)
        return self.start + (self.end - self.start) * (day - self.first).days / days


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand under a place."""

    x: float
    words: str
    role: Role = "axis"
    colour: Colour = "text-2"


def placed(
    labels: Iterable[Label], y: float, space: Space, most: int = MOST_LABELS
) -> Iterator[Text]:
    """The labels that fit on a line, the most important first; none over another."""
    taken: list[tuple[float, float]] = []
    for label in labels:
        if len(taken) >= most:
            return
        wide = space.measure(label.words, label.role)
        start = min(max(label.x - wide / 2, 0.0), space.width - wide)
        end = start + wide
        if start >= 0 and all(end + _APART <= a or b + _APART <= start for a, b in taken):
            taken.append((start, end))
            middle = (start + end) / 2
            yield Text(middle, y, label.words, label.role, label.colour, "middle")


def newest_first(count: int) -> Iterator[int]:
    """The places of a row of dates by importance: last, first, then from the newest back."""
    yield from dict.fromkeys([count - 1, 0, *range(count - 2, 0, -1)] if count else [])
