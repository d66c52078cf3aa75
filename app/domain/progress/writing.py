"""The journaling calendar: how much was written on which local day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

STEPS: Final = (1, 100, 250, 500)
"""From how many words on a day is one step darker."""

_ENOUGH: Final = 12
_TWICE: Final = 2
_WEEKDAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Written:
    """An entry's words, on the local day it was written."""

    day: date
    words: int


@dataclass(frozen=True, slots=True)
class WritingDay:
    """A day with entries on it; `step` runs from 0 to 4 by its words."""

    day: date
    words: int
    entries: int

    @property
    def step(self) -> int:
        """How dark it is shown."""
        return sum(self.words >= least for least in STEPS)


@dataclass(frozen=True, slots=True)
class Writing:
    """Days with entries, the oldest first."""

    days: tuple[WritingDay, ...] = ()

    @property
    def weekday(self) -> int | None:
        """The weekday (0 is Monday) most often written on; None unless it stands out.

        That takes 12 days, and twice as many on it as on the other weekdays by the mean.
        """
        if len(self.days) < _ENOUGH:
            return None
        often = Counter(day.day.weekday() for day in self.days)
        (weekday, count), *_ = often.most_common(1)
        others = (len(self.days) - count) / (_WEEKDAYS - 1)
        return weekday if count >= _TWICE * others else None


def writing(entries: Iterable[Written]) -> Writing:
    """Entries by day, words and entries added up."""
    words: Counter[date] = Counter()
    counts: Counter[date] = Counter()
    for entry in entries:
        words[entry.day] += entry.words
        counts[entry.day] += 1
    return Writing(tuple(WritingDay(day, words[day], counts[day]) for day in sorted(counts)))
