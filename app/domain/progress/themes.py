"""Themes over time: in how many entries of each month a tag stands. No text is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

SHOWN: Final = 6
"""How many tags are drawn."""

MONTHS: Final = 12
"""How many months are drawn, the last ones."""

LEAST: Final = 3
"""A tag in fewer entries stands in the table alone."""

ENOUGH: Final = 10
"""From so many tagged entries on there is something to draw."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """An entry's tags, on its local day."""

    day: date
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A tag, and in how many entries of each month it stands."""

    tag: str
    first: date
    by_month: tuple[int, ...]

    @property
    def entries(self) -> int:
        """In how many entries of the months it stands."""
        return sum(self.by_month)

    @property
    def months(self) -> int:
        """In how many months it stands."""
        return sum(count > 0 for count in self.by_month)


@dataclass(frozen=True, slots=True)
class Themes:
    """All tags by their entries, the most used first; `months` are first days, the oldest first."""

    months: tuple[date, ...] = ()
    rows: tuple[Theme, ...] = ()
    entries: int = 0

    @property
    def drawn(self) -> tuple[Theme, ...]:
        """The tags that are drawn."""
        if self.entries < ENOUGH:
            return ()
        return tuple(row for row in self.rows if row.entries >= LEAST)[:SHOWN]

    @property
    def most(self) -> int:
        """The most entries of one tag in one month, of those that are drawn."""
        return max((count for row in self.drawn for count in row.by_month), default=0)


def themes(entries: Iterable[Tagged], first: date, last: date) -> Themes:
    """Tags by month for the last 12 months of a range of days, both ends included.

    A tag is spelled as in its newest entry; spellings that differ in case alone are one tag.
    """
    months = _months(first, last)
    place = {month: number for number, month in enumerate(months)}
    counts: dict[str, Counter[int]] = {}
    spelled: dict[str, str] = {}
    begun: dict[str, date] = {}
    tagged = 0
    for entry in sorted(entries, key=lambda one: one.day):
        month = place.get(entry.day.replace(day=1))
        if month is None or not entry.tags or not first <= entry.day <= last:
            continue
        tagged += 1
        for folded, tag in {tag.casefold(): tag for tag in entry.tags}.items():
            spelled[folded] = tag
            begun.setdefault(folded, entry.day)
            counts.setdefault(folded, Counter())[month] += 1
    rows = [
        Theme(spelled[folded], begun[folded], tuple(counts[folded][n] for n in range(len(months))))
        for folded in counts
    ]
    rows.sort(key=lambda row: (-row.entries, row.tag.casefold()))
    return Themes(tuple(months), tuple(rows), tagged)


def _months(first: date, last: date) -> Sequence[date]:
    """The first days of at most 12 months up to the last one of a range."""
    months: list[date] = []
    month = last.replace(day=1)
    while len(months) < MONTHS and month >= first.replace(day=1):
        months.append(month)
        if month == date.min:
            break
        month = date.fromordinal(month.toordinal() - 1).replace(day=1)
    return months[::-1]
