"""Days as people write them: "22 May", "tomorrow", "Fri", "in 2 weeks", 2026-05-22."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.folding import fold

_WEEK: Final = 7
_FRIDAY: Final = 5
_MONTHS: Final = 12
_LONG_PAST: Final = timedelta(days=182)
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SIGNS: Final = re.compile(r"[\s,.]+")

_YEAR: Final = 1000
"""From this number on a number is a year and no day."""


@dataclass(frozen=True, slots=True)
class DayLanguage:
    """How a language names days; each phrase may be said in several ways.

    `weekdays` begin on Monday. `in_days` and `in_weeks` have {n} where the number stands,
    `next_weekday` has {weekday}. `particles` are said between a day and its month, `ordinals`
    written at the end of its number.
    """

    today: tuple[str, ...]
    tomorrow: tuple[str, ...]
    yesterday: tuple[str, ...]
    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    next_week: tuple[str, ...] = ()
    next_weekday: tuple[str, ...] = ()
    end_of_week: tuple[str, ...] = ()
    end_of_month: tuple[str, ...] = ()
    in_days: tuple[str, ...] = ()
    in_weeks: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()


ENGLISH: Final = DayLanguage(
    today=("today",),
    tomorrow=("tomorrow",),
    yesterday=("yesterday",),
    weekdays=(
        ("Monday", "Mon"),
        ("Tuesday", "Tue", "Tues"),
        ("Wednesday", "Wed"),
        ("Thursday", "Thu", "Thurs"),
        ("Friday", "Fri"),
        ("Saturday", "Sat"),
        ("Sunday", "Sun"),
    ),
    months=(
        ("January", "Jan"),
        ("February", "Feb"),
        ("March", "Mar"),
        ("April", "Apr"),
        ("May",),
        ("June", "Jun"),
        ("July", "Jul"),
        ("August", "Aug"),
        ("September", "Sep", "Sept"),
        ("October", "Oct"),
        ("November", "Nov"),
        ("December", "Dec"),
    ),
    next_week=("next week",),
    next_weekday=("next {weekday}",),
    end_of_week=("end of week", "end of the week", "the end of the week"),
    end_of_month=("end of month", "end of the month", "the end of the month"),
    in_days=("in {n} day", "in {n} days"),
    in_weeks=("in {n} week", "in {n} weeks"),
    particles=("the", "of"),
    ordinals=("st", "nd", "rd", "th"),
)


def read_day(
    text: str, today: date, language: DayLanguage = ENGLISH, *, ahead: bool = False
) -> date | None:
    """The day that a text says, and nothing else; None where it says none.

    A weekday is the next one. A day of a month without its year is the nearest one that is not
    long past; with `ahead` nothing lies before today unless its year was written.
    """
    words = _plain(text)
    if not words:
        return None
    try:
        day = _phrase(words, today, language)
        if day is not None:
            return None if ahead and day < today else day
        return _iso_day(text.strip(" ,.")) or _day_of_month(words, today, language, ahead=ahead)
    except (ValueError, OverflowError):  # no such day, or one beyond the calendar
        return None


def _plain(text: str) -> str:
    return " ".join(fold(part) for part in _SIGNS.split(text) if part)


def _phrase(words: str, today: date, language: DayLanguage) -> date | None:
    """The day of a fixed phrase, of a weekday, or of so many days or weeks on."""
    for name, day in _named(today, language):
        if words == _plain(name):
            return day
    for phrases, days in ((language.in_days, 1), (language.in_weeks, _WEEK)):
        for phrase in phrases:
            number = _filled(words, phrase, "{n}")
            if number and _NUMBER.fullmatch(number):
                return today + timedelta(days=int(number) * days)
    return None


def _named(today: date, language: DayLanguage) -> Iterator[tuple[str, date]]:
    monday = today - timedelta(days=today.weekday())
    yield from ((name, today) for name in language.today)
    yield from _on(language.tomorrow, today, 1)
    yield from _on(language.yesterday, today, -1)
    yield from _on(language.next_week, monday, _WEEK)
    to_friday = (_FRIDAY - today.isoweekday()) % _WEEK
    yield from _on(language.end_of_week, today, to_friday)
    yield from ((name, _last_of_month(today)) for name in language.end_of_month)
    for at, names in enumerate(language.weekdays):
        for name in names:
            yield from _on((name,), today, (at - today.weekday()) % _WEEK or _WEEK)
            spoken = (phrase.replace("{weekday}", name) for phrase in language.next_weekday)
            yield from _on(tuple(spoken), monday, _WEEK + at)


def _on(names: tuple[str, ...], since: date, days: int) -> Iterator[tuple[str, date]]:
    """Each name with the day so many days after another, where the calendar goes so far."""
    if date.min.toordinal() <= since.toordinal() + days <= date.max.toordinal():
        yield from ((name, since + timedelta(days=days)) for name in names)


def _filled(words: str, phrase: str, place: str) -> str:
    """What stands in the place of a phrase; empty where the words are no such phrase."""
    before, _, after = (_plain(part) for part in phrase.partition(place))
    inside = words.removeprefix(f"{before} " if before else "").removesuffix(
        f" {after}" if after else ""
    )
    return inside if words == " ".join(filter(None, (before, inside, after))) else ""


def _last_of_month(day: date) -> date:
    if day.month == _MONTHS:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)


def _iso_day(text: str) -> date | None:
    return date.fromisoformat(text) if _ISO.fullmatch(text) else None


def _day_of_month(words: str, today: date, language: DayLanguage, *, ahead: bool) -> date | None:
    """22 May, May 22, Fri 22 May, 22 May 2026: numbers and a month, a weekday in front."""
    parts = [part for part in words.split() if part not in language.particles]
    if len(parts) > 1 and parts[0] in _folded(language.weekdays):
        parts = parts[1:]
    read = [_number(part, language.ordinals) for part in parts]
    numbers = [number for number in read if number is not None]
    names = [part for part, number in zip(parts, read, strict=True) if number is None]
    month = _folded(language.months).get(" ".join(names))
    if month is None or not 1 <= len(numbers) <= 2:  # noqa: PLR2004 - a day, or a day and a year
        return None
    if len(numbers) > 1:
        return date(numbers[1], month, numbers[0]) if numbers[1] >= _YEAR else None
    return _nearest(month, numbers[0], today, today if ahead else today - _LONG_PAST)


def _number(part: str, ordinals: tuple[str, ...]) -> int | None:
    for ending in ("", *ordinals):
        bare = part.removesuffix(ending)
        if _NUMBER.fullmatch(bare):
            return int(bare)
    return None


def _nearest(month: int, day: int, today: date, earliest: date) -> date | None:
    """The day this year or the next, whichever comes first and is not too early."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:  # no 29 February in that year
            continue
        if found >= earliest:
            return found
    return None


def _folded(names: tuple[tuple[str, ...], ...]) -> Mapping[str, int]:
    """Each name as it is compared, with its number from 1."""
    return {_plain(name): at for at, said in enumerate(names, 1) for name in said}
