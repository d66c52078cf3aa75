"""What the journal's calendar shows: which days have entries, one day, and the same day before."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.queries.journal import EntryRow, entry_rows_of
from app.storage import entry_rows
from app.storage.rows import Reader

_FEBRUARY, _LAST, _LEAP = 2, 28, 29
MOST: Final = 200
"""How many entries of one day, and of the same day in other years, are read at most."""


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day's entries, and those of the same day in other years; each newest first."""

    day: date
    entries: tuple[EntryRow, ...]
    other_years: tuple[EntryRow, ...]


def marks(reader: Reader, since: date, until: date) -> dict[date, int]:
    """How many entries each day between two has, both included; days without any are left out."""
    found = entry_rows.counts_by_day(reader, since.isoformat(), until.isoformat())
    return {date.fromisoformat(day): count for day, count in found}


def day_page(reader: Reader, day: date) -> DayPage:
    """One day, and what was written on the same day of other years."""
    first, last = entry_rows.first_and_last_day(reader)
    years = range(int(first[:4]), int(last[:4]) + 1) if first else range(0)
    return DayPage(
        day,
        entry_rows_of(reader, entry_rows.on_days(reader, [day.isoformat()], MOST)),
        entry_rows_of(
            reader,
            entry_rows.on_days(reader, [d.isoformat() for d in same_days(day, years)], MOST),
        ),
    )


def same_days(day: date, years: Iterable[int]) -> list[date]:
    """The same day in other years.

    What was written on 29 February is not hidden for three years out of four: a year without that
    day has it on the 28th.
    """
    found: list[date] = []
    for year in years:
        if year == day.year:
            continue
        if (day.month, day.day) == (_FEBRUARY, _LEAP):
            found.append(date(year, _FEBRUARY, _LEAP if isleap(year) else _LAST))
        else:
            found.append(day.replace(year=year))
            if (day.month, day.day) == (_FEBRUARY, _LAST) and not isleap(day.year) and isleap(year):
                found.append(date(year, _FEBRUARY, _LEAP))
    return found
