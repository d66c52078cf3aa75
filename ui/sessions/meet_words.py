"""What is said while a session is held: how long it has taken, and what stays open from before."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.domain.sessions import Session
from app.queries.sessions import SessionView
from ui import session_words
from ui.labels import counted, number


class Timed(Protocol):
    """A topic with its minutes: those it may take, and those it took."""

    @property
    def minutes(self) -> int:
        """What it may take; 0 for no share of the time."""

    @property
    def spent(self) -> int:
        """What it took."""

    @property
    def done(self) -> bool:
        """Whether it is through."""

    @property
    def on(self) -> bool:
        """Whether it is talked about."""


def spent_words(row: Timed) -> str:
    """How long a topic has taken of its minutes; only those before it is talked about."""
    begun = row.on or row.done or row.spent > 0
    if not begun:
        return _tr("{n} min").format(n=number(row.minutes)) if row.minutes else ""
    if not row.minutes:
        return _tr("{n} min").format(n=number(row.spent))
    return _tr("{spent} of {n} min").format(spent=number(row.spent), n=number(row.minutes))


def remark_words(session: Session, now: int) -> str:
    """How far a session is, or how long it was; nothing before it began."""
    if session.started is None:
        return ""
    until = session.ended if session.ended is not None else now
    minutes = max(0, until - session.started) // 60_000
    if session.ended is None:
        return counted(minutes, _tr("1 minute in."), _tr("{n} minutes in."))
    return counted(minutes, _tr("It took 1 minute."), _tr("It took {n} minutes."))


def carried_words(view: SessionView) -> str:
    """What is open with somebody from before, and stays on the list."""
    count = len(view.carried)
    if not count:
        return ""
    last = view.last
    if last is not None and all(row.session == last.id for row in view.carried):
        title = session_words.title_words(last.title, view.last_number)
        one = _tr("1 open from {session} stays on the list.")
        many = _tr("{n} open from {session} stay on the list.")
        return counted(count, one, many, session=_lowered(title) if not last.title else title)
    one, many = (
        _tr("1 open from before stays on the list."),
        _tr("{n} open from before stay on the list."),
    )
    return counted(count, one, many)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Meet", words)
