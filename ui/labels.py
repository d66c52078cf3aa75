"""Words for days, times and numbers, by the locale; English puts the day first."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from app.domain import days
from app.domain.days import DayLanguage

_WEEK, _MONTHS = 7, 12
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
    """Return the day a person wrote, None if it is none."""
    return days.read_day(text, today, day_language(locale))


def day_language(locale: QLocale | None = None) -> DayLanguage:
    """Return how days are named here: names by the locale, phrases as they are translated."""
    locale = locale or QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    weekdays = (tuple(locale.dayName(day, form) for form in forms) for day in range(1, _WEEK + 1))
    months = (
        tuple(locale.monthName(month, form) for form in forms) for month in range(1, _MONTHS + 1)
    )
    said = QCoreApplication.translate
    return DayLanguage(
        today=(said(_CONTEXT, "Today"),),
        tomorrow=(said(_CONTEXT, "Tomorrow"),),
        yesterday=(said(_CONTEXT, "Yesterday"),),
        weekdays=tuple(weekdays),
        months=tuple(months),
        next_week=_ways(said(_CONTEXT, "next week")),
        next_weekday=_ways(said(_CONTEXT, "next {weekday}")),
        end_of_week=_ways(said(_CONTEXT, "end of week|end of the week|the end of the week")),
        end_of_month=_ways(said(_CONTEXT, "end of month|end of the month|the end of the month")),
        in_days=_ways(said(_CONTEXT, "in {n} day|in {n} days")),
        in_weeks=_ways(said(_CONTEXT, "in {n} week|in {n} weeks")),
        particles=_ways(said(_CONTEXT, "the|of", "words between a day and its month")),
        ordinals=_ways(said(_CONTEXT, "st|nd|rd|th", "endings of a numbered day")),
    )


def _ways(said: str) -> tuple[str, ...]:
    """The ways to say one thing, which a translation has as many of as it likes."""
    return tuple(said.split("|"))


def _formatted(day: date, pattern: str, locale: QLocale | None) -> str:
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), pattern)
