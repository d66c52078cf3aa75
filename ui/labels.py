"""Words for days, times and numbers, by the locale; English puts the day first."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_WEEK = 7
_SOON = 14
_CONTEXT = "Labels"


def day_words(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return a day as Today, Tomorrow, Yesterday, Wed 20, 14 May or 14 May 2025.

    The weekday form is for the days within a week of today.
    """
    distance = (day - today).days
    named = {
        0: QCoreApplication.translate(_CONTEXT, "Today"),
        1: QCoreApplication.translate(_CONTEXT, "Tomorrow"),
        -1: QCoreApplication.translate(_CONTEXT, "Yesterday"),
    }
    if distance in named:
        return named[distance]
    if abs(distance) < _WEEK:
        return _formatted(day, "ddd d", locale)
    return short_day(day, today, locale)


def short_day(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return a day as 14 May, or 14 May 2025 in another year."""
    return _formatted(day, "d MMM" if day.year == today.year else "d MMM yyyy", locale)


def month_words(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return the month of a day as May, or May 2025 in another year."""
    return _formatted(day, "MMMM" if day.year == today.year else "MMMM yyyy", locale)


def short_month(day: date, locale: QLocale | None = None) -> str:
    """Return the month of a day as May, in short."""
    return (locale or QLocale()).standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def weekday_and_day(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return a day as Fri 22 May, or Fri 22 May 2025 in another year."""
    pattern = "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"
    return _formatted(day, pattern, locale)


def long_day(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return a day as Wednesday, 20 May, or with the year in another one."""
    pattern = "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy"
    return _formatted(day, pattern, locale)


def in_days(day: date, today: date) -> str:
    """Return "in 8 days" for the next fourteen days, else nothing."""
    distance = (day - today).days
    if not 1 <= distance <= _SOON:
        return ""
    if distance == 1:
        return QCoreApplication.translate(_CONTEXT, "in 1 day")
    words = QCoreApplication.translate(_CONTEXT, "in %n days", None, distance)
    return words.replace("%n", str(distance))


def clock(moment: datetime, locale: QLocale | None = None) -> str:
    """Return the time of day as the locale writes it, without seconds."""
    time = QTime(moment.hour, moment.minute)
    return (locale or QLocale()).toString(time, QLocale.FormatType.ShortFormat)


def number(value: float, locale: QLocale | None = None) -> str:
    """Return a number as the locale writes it, decimals only where it has them."""
    locale = locale or QLocale()
    return locale.toString(int(value)) if value == int(value) else locale.toString(value, "g", 6)


def counted(count: int, one: str, many: str, **others: str) -> str:
    """Return the sentence for one or for many, with `{n}` and the other places filled in."""
    return (one if count == 1 else many).format(n=number(count), **others)


def listed(things: Sequence[str]) -> str:
    """Return things in a row: "a, b and c"."""
    if len(things) < 2:  # noqa: PLR2004 - one thing needs no "and"
        return "".join(things)
    form = QCoreApplication.translate(_CONTEXT, "{first} and {last}")
    return form.format(first=", ".join(things[:-1]), last=things[-1])


def read_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """Return the day a person wrote, None if it is none.

    Reads today, tomorrow and yesterday, a weekday (the next one), 22 May with or without a year
    (the nearest one that is not long past), and 2026-05-22.
    """
    words = " ".join(text.replace(",", " ").replace(".", " ").lower().split())
    if not words:
        return None
    return (
        _named_day(words, today)
        or _weekday(words, today, locale or QLocale())
        or _iso_day(words)
        or _day_of_month(words, today, locale or QLocale())
    )


def _formatted(day: date, pattern: str, locale: QLocale | None) -> str:
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), pattern)


def _named_day(words: str, today: date) -> date | None:
    named = {
        QCoreApplication.translate(_CONTEXT, "Today").lower(): 0,
        QCoreApplication.translate(_CONTEXT, "Tomorrow").lower(): 1,
        QCoreApplication.translate(_CONTEXT, "Yesterday").lower(): -1,
    }
    return today + timedelta(days=named[words]) if words in named else None


def _weekday(words: str, today: date, locale: QLocale) -> date | None:
    for number_of_day in range(1, _WEEK + 1):
        names = (
            locale.dayName(number_of_day, form).rstrip(".").lower()
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        )
        if words in names:
            ahead = (number_of_day - today.isoweekday()) % _WEEK
            return today + timedelta(days=ahead or _WEEK)
    return None


def _iso_day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _day_of_month(words: str, today: date, locale: QLocale) -> date | None:
    numbers = [int(word) for word in words.split() if word.isascii() and word.isdigit()]
    names = [word for word in words.split() if not word.isdigit()]
    month = _month(names[-1], locale) if names else None
    if month is None or not 1 <= len(numbers) <= 2:  # noqa: PLR2004 - a day, or a day and a year
        return None
    year = numbers[1] if len(numbers) > 1 else today.year
    try:
        day = date(year, month, numbers[0])
    except ValueError:
        return None
    half_a_year_ago = today - timedelta(days=182)
    if len(numbers) == 1 and day < half_a_year_ago:
        return date(year + 1, month, numbers[0]) if (month, numbers[0]) != (2, 29) else None
    return day


def _month(name: str, locale: QLocale) -> int | None:
    for month in range(1, 13):
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            if name == locale.monthName(month, form).rstrip(".").lower():
                return month
    return None
