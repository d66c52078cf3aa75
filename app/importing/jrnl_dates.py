"""Dates in the headers of a jrnl journal, whose format everybody chooses for themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

YEARS = range(1900, 2201)
CENTURY_TURN = 69
NOON = 12
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?")
SPACES = re.compile(r"[\s,]+")
YEAR_LAST = re.compile(r"([a-z]{3,9} \d{1,2}) (\d{1,2}:\S+) (\d{4})", re.ASCII)
SHAPE = re.compile(
    r"""
    (?:
        (?P<year>\d{4}) (?P<mark>[-/._]) (?P<month>\d{1,2}) (?P=mark) (?P<day>\d{1,2})
      | (?P<year8>\d{4}) (?P<month8>\d{2}) (?P<day8>\d{2})
      | (?P<one>\d{1,2}) (?P<dot>[-/.]) (?P<two>\d{1,2}) (?P=dot) (?P<year_n>\d{4}|\d{2})
      | (?P<day_a>\d{1,2}) (?:st|nd|rd|th|\.)? [\ /-] (?P<name_a>[a-z]{3,9}) \.? [\ /-]
        (?P<year_a>\d{4})
      | (?P<name_b>[a-z]{3,9}) \.? \  (?P<day_b>\d{1,2}) (?:st|nd|rd|th)? \  (?P<year_b>\d{4})
    )?
    (?: (?:^ | t | _ | \  (?:at\ |[-|@]\ )?)
        (?P<hour>\d{1,2}) [:.h] (?P<minute>\d{2}) (?: [:.] (?P<second>\d{2}) (?:\.\d+)? )?
        (?: \ ? (?P<half>[ap]) \.? m \.? )?
        (?: \ ? (?P<zone>z|utc|gmt|[-+]\d{2}:?\d{2}) )?
    )?
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an entry was written: its date read day first and month first, and its time.

    Both dates are the same where there is no doubt, None where the date does not exist, and both
    None where the header gives a time alone. `offset` is in minutes, None where it is not said.
    """

    day_first: date | None
    month_first: date | None
    at: time
    offset: int | None = None
    dotted: bool = False

    @property
    def time_only(self) -> bool:
        """Whether the date has to be known from elsewhere."""
        return self.day_first is None and self.month_first is None

    def day(self, *, day_first: bool) -> date | None:
        """The date in the order asked for, else in the only one that exists."""
        days = (self.day_first, self.month_first)
        one, other = days if day_first else days[::-1]
        return one or other


def stamp(text: str) -> Stamp | None:
    """The date and time between the brackets of a header; None where it is something else.

    A header without a time is of midnight, as jrnl has it.
    """
    words = SPACES.sub(" ", WEEKDAY.sub(" ", text.lower())).strip()
    shape = SHAPE.fullmatch(YEAR_LAST.sub(r"\1 \3 \2", words))
    if not words or shape is None:
        return None
    found = shape.groupdict()
    at = time_of(found)
    days = days_of(found)
    if at is None or (days == (None, None) and len(date_parts(found)) > 0):
        return None
    return Stamp(*days, at, offset_of(found["zone"]), dotted=found["dot"] == ".")


def date_parts(found: dict[str, str | None]) -> list[str]:
    """What a header says of its date."""
    times = {"hour", "minute", "second", "half", "zone"}
    return [part for name, part in found.items() if part is not None and name not in times]


def days_of(found: dict[str, str | None]) -> tuple[date | None, date | None]:
    """The date read day first and month first."""
    if (one := found["one"]) and (two := found["two"]) and (year := found["year_n"]):
        full = int(year) if len(year) > len("99") else full_year(int(year))
        return date_of(full, int(two), int(one)), date_of(full, int(one), int(two))
    for suffix in ("", "8"):
        if year := found["year" + suffix]:
            parts = found["month" + suffix], found["day" + suffix]
            day = date_of(int(year), *(int(part or 0) for part in parts))
            return day, day
    name, day_of_month = found["name_a"] or found["name_b"], found["day_a"] or found["day_b"]
    year = found["year_a"] or found["year_b"]
    day = date_of(int(year or 0), month_of(name or ""), int(day_of_month or 0))
    return day, day


def full_year(year: int) -> int:
    """A year of two digits, as the C library reads it."""
    return year + (2000 if year < CENTURY_TURN else 1900)


def month_of(name: str) -> int:
    """The month with this English name or the beginning of it, 0 where there is none."""
    return next((n for n, month in enumerate(MONTHS, 1) if name and month.startswith(name)), 0)


def date_of(year: int, month: int, day: int) -> date | None:
    """The date, where there is one in the years that journals are of."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def time_of(found: dict[str, str | None]) -> time | None:
    """The time of day, midnight where none is given; None where there is no such time."""
    hour = int(found["hour"] or 0)
    if found["half"] and hour <= NOON:
        hour = hour % NOON + (NOON if found["half"] == "p" else 0)
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def offset_of(zone: str | None) -> int | None:
    """The minutes that a zone such as +0200 is ahead of UTC."""
    if zone is None:
        return None
    digits = re.sub(r"[^0-9]", "", zone) or "0000"
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes >= 24 * 60:
        return None
    return -minutes if zone.startswith("-") else minutes


def is_day_first(stamps: Sequence[Stamp]) -> bool:
    """Whether dates such as 03/04/2020 have the day first, judged over a whole journal.

    A date that exists in one order only decides. Without one, the order decides in which fewer
    entries go back in time, as jrnl sorts them. Without that, dots mean day first (29.08.2020)
    and everything else month first.
    """
    day_only = sum(s.month_first is None and s.day_first is not None for s in stamps)
    month_only = sum(s.day_first is None and s.month_first is not None for s in stamps)
    if day_only != month_only:
        return day_only > month_only
    back = {order: steps_back(stamps, day_first=order) for order in (True, False)}
    if back[True] != back[False]:
        return back[True] < back[False]
    return any(s.dotted for s in stamps)


def steps_back(stamps: Sequence[Stamp], *, day_first: bool) -> int:
    """How often an entry is older than the one before it."""
    days = [day for s in stamps if (day := s.day(day_first=day_first)) is not None]
    return sum(one > another for one, another in pairwise(days))
