"""How the journal names days, times and the sections of its list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.clock import Moment
from app.queries.journal import Section, Span
from ui.labels import clock, long_day, number, short_day

_CONTEXT = "Journal"


def section_words(section: Section, today: date) -> str:
    """A heading of the list: "This week", "Earlier in May", "April", "December 2025"."""
    if section.month is None:
        return _span_words(section.span)
    month = _as_qdate(section.month)
    if section.span is Span.EARLIER:
        words = QCoreApplication.translate(_CONTEXT, "Earlier in {month}")
        return words.format(month=QLocale().toString(month, "MMMM"))
    pattern = "MMMM" if section.month.year == today.year else "MMMM yyyy"
    return QLocale().toString(month, pattern)


def row_day(day: date, today: date, *, dated: bool) -> str:
    """The day beside a row's title: "Wed 20" below a heading that says when, else "14 May"."""
    return short_day(day, today) if dated else QLocale().toString(_as_qdate(day), "ddd d")


def weekday_words(day: date, today: date) -> str:
    """A day of the calendar: "Wednesday 20 May", with the year in another one."""
    pattern = "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy"
    return QLocale().toString(_as_qdate(day), pattern)


def goals_words(count: int) -> str:
    """How many goals an entry is evidence for."""
    if count == 1:
        return QCoreApplication.translate(_CONTEXT, "evidence for 1 goal")
    return QCoreApplication.translate(_CONTEXT, "evidence for {0} goals").format(count)


def entries_words(count: int) -> str:
    """How many entries there are."""
    if count == 1:
        return QCoreApplication.translate(_CONTEXT, "1 entry")
    return QCoreApplication.translate(_CONTEXT, "{0} entries").format(number(count))


def replaced_words(count: int) -> str:
    """How many passages were replaced at once."""
    if count == 1:
        return QCoreApplication.translate(_CONTEXT, "1 passage replaced")
    return QCoreApplication.translate(_CONTEXT, "{0} passages replaced").format(number(count))


def length_words(words: int) -> str:
    """How long a text is."""
    if words == 1:
        return QCoreApplication.translate(_CONTEXT, "1 word")
    return QCoreApplication.translate(_CONTEXT, "{0} words").format(number(words))


def written_words(written: Moment, now: Moment, *, short: bool = False) -> str:
    """When an entry was written; its zone is named only where it is another one than now."""
    local = written.local
    day = long_day(local.date(), now.day)
    if short:
        pattern = "ddd, d MMM" if local.year == now.day.year else "ddd, d MMM yyyy"
        day = QLocale().toString(_as_qdate(local.date()), pattern)
    words = f"{day}, {clock(local)}"
    if written.offset == now.offset:
        return words
    hours, minutes = divmod(abs(written.offset), 60)
    sign = "-" if written.offset < 0 else "+"
    return f"{words} (UTC{sign}{hours}:{minutes:02})"


def _as_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _span_words(span: Span) -> str:
    words = {
        Span.PINNED: QCoreApplication.translate(_CONTEXT, "Pinned"),
        Span.LATER: QCoreApplication.translate(_CONTEXT, "Later"),
        Span.THIS_WEEK: QCoreApplication.translate(_CONTEXT, "This week"),
        Span.LAST_WEEK: QCoreApplication.translate(_CONTEXT, "Last week"),
    }
    return words[span]
