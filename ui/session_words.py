"""What sessions are called and when they are, wherever they are named."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.clock import Moment
from app.domain.sessions import Session, SessionState
from app.queries.sessions import READY, Readiness, SessionRow
from ui import labels

_SOON: Final = 7


def title_words(title: str, number: int | None) -> str:
    """What a list calls a session: its own name, or its number, unless it was cancelled."""
    if title or number is None:
        return title or _tr("Session")
    return _tr("Session {number}").format(number=labels.number(number))


def full_title(title: str, number: int | None, name: str) -> str:
    """What a session is called by itself: its own name, or its number and the person."""
    if title or not name:
        return title_words(title, number)
    if number is None:
        return _tr("Session with {name}").format(name=name)
    form = _tr("Session {number} with {name}")
    return form.format(number=labels.number(number), name=name)


def row_title(row: SessionRow) -> str:
    """What a session is called by itself, as a list knows it."""
    return full_title(row.title, row.number, row.name)


def hours_words(start: Moment, minutes: int) -> str:
    """From when to when it is: "10:00 to 10:50"."""
    form, end = _tr("{start} to {end}"), end_of(start, minutes)
    return form.format(start=labels.clock(start.local), end=labels.clock(end.local))


def end_of(start: Moment, minutes: int) -> Moment:
    """When it is planned to end."""
    return Moment(start.at + minutes * 60_000, start.offset)


def list_when(row: SessionRow, today: date) -> str:
    """When a session is, as short as a list needs it."""
    if row.day == today:
        return hours_words(row.start, row.minutes)
    if 0 < (row.day - today).days < _SOON:
        form = _tr("{day}, {time}")
        day = labels.day_words(row.day, today)
        return form.format(day=day, time=labels.clock(row.start.local))
    if row.day > today:
        return labels.weekday_and_day(row.day, today)
    return labels.short_day(row.day, today)


def whole_when(session: Session, today: date) -> str:
    """When a session is, in full: "Tomorrow, Friday 22 May, 10:00 to 10:50"."""
    day = session.day
    pattern = "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy"
    whole = QLocale().toString(QDate(day.year, day.month, day.day), pattern)
    parts = [whole, hours_words(session.start, session.minutes)]
    if abs((day - today).days) <= 1:
        parts.insert(0, labels.day_words(day, today))
    return ", ".join(parts)


def readiness_words(ready: Readiness, *, owed: bool) -> tuple[tuple[str, bool], ...]:
    """The four things that make a session ready, and whether each is there."""
    one, many = _tr("1 agenda topic"), _tr("{n} agenda topics")
    topics = labels.counted(ready.topics, one, many) if ready.topics else _tr("Agenda topics")
    one, many = _tr("1 entry to bring"), _tr("{n} entries to bring")
    bring = labels.counted(ready.to_bring, one, many) if ready.to_bring else _tr("Entries to bring")
    return (
        (topics, ready.topics > 0),
        (bring, ready.to_bring > 0),
        (_tr("Actions reviewed") if owed else _tr("No open actions"), ready.reviewed),
        (_tr("One real question"), ready.question),
    )


def soon_words(session: Session, today: date) -> str:
    """When a session of the next days is: "Tomorrow, 10:00 to 10:50"."""
    form = _tr("{day}, {time}")
    hours = hours_words(session.start, session.minutes)
    return form.format(day=labels.day_words(session.day, today), time=hours)


def moved_words(moved: date | None, today: date) -> str:
    """From which day it was moved; nothing where it was not."""
    if moved is None:
        return ""
    return _tr("Moved from {day}").format(day=labels.short_day(moved, today))


def shared_words(*, shared: bool) -> str:
    """Whether a session is private."""
    return _tr("In a share pack") if shared else _tr("Private")


def ready_words(row: SessionRow) -> str:
    """How much of it is prepared."""
    form = _tr("{count} of {all} ready")
    return form.format(count=labels.number(row.ready), all=labels.number(READY))


def owed_words(row: SessionRow) -> str:
    """What is open of the actions agreed in it; nothing where none were."""
    if row.open_actions:
        one, many = _tr("1 action open"), _tr("{n} actions open")
        return labels.counted(row.open_actions, one, many)
    return _tr("All done") if row.actions else ""


def standing_words(row: SessionRow, now: Moment) -> str:
    """How it stands: how ready it is, that it is now, or what is open of it."""
    if row.state is SessionState.CANCELLED:
        return _tr("Cancelled")
    if row.under_way:
        return _tr("Now")
    if row.state is SessionState.HELD:
        return owed_words(row)
    return _tr("Still planned") if end_of(row.start, row.minutes).at < now.at else ready_words(row)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
