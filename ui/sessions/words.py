"""The words of preparing a session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.cycles import Person
from app.domain.ids import Kind
from app.domain.sessions import Session
from app.queries.since_last_time import Advanced, SinceLastTime
from ui import labels, session_words

_ICONS = {
    Kind.ENTRY: "notebook-pen",
    Kind.GOAL: "target",
    Kind.STRETCH: "mountain",
    Kind.MILESTONE: "milestone",
    Kind.EXPERIENCE: "layers",
    Kind.ACTION: "square-check",
    Kind.FEEDBACK: "message-square-quote",
}
_PLACES = {
    Kind.ENTRY: "journal",
    Kind.GOAL: "plan",
    Kind.STRETCH: "stretch",
    Kind.EXPERIENCE: "plan",
    Kind.FEEDBACK: "feedback",
}


def icon_of(kind: Kind) -> str:
    """The icon of what a topic was pulled from."""
    return _ICONS.get(kind, "link")


def place_of(kind: Kind) -> str:
    """The place that shows what a topic was pulled from; empty where none does."""
    return _PLACES.get(kind, "")


def kind_words(kind: Kind) -> str:
    """What a topic was pulled from."""
    return {
        Kind.ENTRY: _tr("Journal entry"),
        Kind.GOAL: _tr("Goal"),
        Kind.STRETCH: _tr("Stretch goal"),
        Kind.MILESTONE: _tr("Milestone"),
        Kind.EXPERIENCE: _tr("Experience"),
        Kind.ACTION: _tr("Action"),
        Kind.FEEDBACK: _tr("Feedback"),
    }.get(kind, "")


def minutes_words(minutes: int) -> str:
    """How long a topic may take; nothing where it has no share of the time."""
    return _tr("{n} min").format(n=labels.number(minutes)) if minutes else ""


def total_words(session: Session) -> str:
    """How much of the time the agenda takes."""
    form = _tr("{planned} of {minutes} minutes")
    planned, minutes = session.planned_minutes, session.minutes
    return form.format(planned=labels.number(planned), minutes=labels.number(minutes))


def invitation(day: date, today: date) -> str:
    """What the field of the one real question asks."""
    ahead = (day - today).days
    if ahead == 1:
        return _tr("What would you regret not asking tomorrow?")
    if ahead == 0:
        return _tr("What would you regret not asking today?")
    return _tr("What would you regret not asking?")


def time_words(person: Person | None) -> str:
    """Whose session it is: their time, the mentee's questions."""
    if person is None:
        return ""
    first = person.pronouns.strip().casefold().partition("/")[0].strip()
    if first in {"she", "her"}:
        return _tr("Your questions, her time.")
    if first in {"he", "him"}:
        return _tr("Your questions, his time.")
    return _tr("Your questions, their time.")


def advanced_words(each: Advanced) -> str:
    """What happened to a goal."""
    closed = {
        "met": _tr("met"),
        "partly_met": _tr("partly met"),
        "let_go": _tr("let go"),
        "reached": _tr("reached"),
        "tried": _tr("tried"),
    }
    parts = [closed.get(each.closed, ""), _tr("taken up") if each.taken_up else ""]
    parts += list(each.milestones)
    for count, one, many in (
        (each.check_ins, _tr("1 check-in"), _tr("{n} check-ins")),
        (each.attempts, _tr("1 attempt"), _tr("{n} attempts")),
    ):
        parts.append(labels.counted(count, one, many) if count else "")
    return ", ".join(part for part in parts if part)


def since_words(since: SinceLastTime, number: int | None, today: date) -> str:
    """From when on it is told, and how much was written."""
    day = labels.short_day(since.since, today)
    if since.last is None:
        said = _tr("Since {day}.").format(day=day)
    else:
        title = session_words.title_words(since.last.title, number)
        said = _tr("Since {day}, {session}.").format(day=day, session=title)
    if not since.entries:
        return said
    one, many = _tr("You wrote 1 entry."), _tr("You wrote {n} entries.")
    return f"{said} {labels.counted(since.entries, one, many)}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
