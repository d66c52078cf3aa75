"""The words of one item of Share: what it is called, what it is, and what its fields say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.charts.seen import SeenWords, chart_of
from app.domain.cycles import Cycle
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.forms import Consent
from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState, Session
from app.prose import snippet
from app.queries.packs import Candidate
from app.sharing.charts import SharedChart
from app.sharing.fields import said
from app.sharing.source import Chosen
from app.sharing.talks import rated, written
from ui import labels
from ui.share.words import counted, translate

_COUNTS = {
    "milestones": (
        QT_TRANSLATE_NOOP("Share", "1 milestone"),
        QT_TRANSLATE_NOOP("Share", "%n milestones"),
    ),
    "check_ins": (
        QT_TRANSLATE_NOOP("Share", "1 check-in"),
        QT_TRANSLATE_NOOP("Share", "%n check-ins"),
    ),
    "images": (QT_TRANSLATE_NOOP("Share", "1 image"), QT_TRANSLATE_NOOP("Share", "%n images")),
    "confidence": (
        QT_TRANSLATE_NOOP("Share", "1 rating"),
        QT_TRANSLATE_NOOP("Share", "%n ratings"),
    ),
    "answers": (QT_TRANSLATE_NOOP("Share", "1 answer"), QT_TRANSLATE_NOOP("Share", "%n answers")),
    "rating": (QT_TRANSLATE_NOOP("Share", "1 rating"), QT_TRANSLATE_NOOP("Share", "%n ratings")),
    "agenda": (QT_TRANSLATE_NOOP("Share", "1 topic"), QT_TRANSLATE_NOOP("Share", "%n topics")),
    "agreement": (QT_TRANSLATE_NOOP("Share", "1 point"), QT_TRANSLATE_NOOP("Share", "%n points")),
}
_GLANCE = 80
_LISTS = frozenset({"tags", "competencies", "plan", "people"})


def title_words(candidate: Candidate, today: date) -> str:
    """An item's title; an entry or a session without one is called by its day."""
    if candidate.title:
        return candidate.title
    if candidate.kind is Kind.FEEDBACK:
        return kind_words(candidate.kind)
    if candidate.day is None:
        return ""
    form = translate("Share", "Entry of {day}")
    if candidate.kind is Kind.SESSION:
        form = translate("Share", "Session on {day}")
    return form.format(day=labels.short_day(candidate.day, today))


def untitled_words(kind: Kind) -> str:
    """What an item without a title is called where its day is not known."""
    if kind is Kind.SESSION:
        return translate("Share", "A session")
    if kind is Kind.FEEDBACK:
        return translate("Share", "Feedback")
    return translate("Share", "An entry without a title")


def about_words(candidate: Candidate, today: date) -> str:
    """The line below an item's title: its kind and day, and whom it is with or from."""
    record = candidate.whole.record
    if isinstance(record, SharedChart):
        days = _days_words(record.choice.first, record.choice.last)
        return translate("Share", "Chart, {days}").format(days=days)
    day = labels.short_day(candidate.day, today) if candidate.day else ""
    if candidate.kind is Kind.ENTRY:
        return day
    if isinstance(record, Session | Action | Feedback):
        return _talk_words(candidate, record, day)
    if not day:
        return kind_words(candidate.kind)
    forms = {
        Kind.CYCLE: translate("Share", "Cycle, from {day}"),
        Kind.GOAL: translate("Share", "Goal, due {day}"),
        Kind.STRETCH: translate("Share", "Stretch goal, until {day}"),
        Kind.EXPERIENCE: translate("Share", "Experience, {day}"),
    }
    return forms[candidate.kind].format(day=day)


def _talk_words(candidate: Candidate, record: Session | Action | Feedback, day: str) -> str:
    """Whom it is with or from, and what the giver of feedback allows."""
    who = candidate.who or translate("Share", "somebody")
    if isinstance(record, Session):
        return translate("Share", "With {name}, {day}").format(name=who, day=day)
    if isinstance(record, Feedback):
        form = translate("Share", "From {name}, {day}, only without their name")
        if record.consent is Consent.NAMED:
            form = translate("Share", "From {name}, {day}, with or without their name")
        return form.format(name=who, day=day)
    if not day:
        form = translate("Share", "I owe it to {name}")
        return (form if record.mine else translate("Share", "{name} owes it")).format(name=who)
    form = translate("Share", "I owe it to {name}, by {day}")
    form = form if record.mine else translate("Share", "{name} owes it, by {day}")
    return form.format(name=who, day=day)


def value_words(candidate: Candidate, field: str) -> str:
    """What a field says, at a glance: a few words of it, or how much there is."""
    whole = candidate.whole
    if number := _number_words(candidate, field):
        return number
    if isinstance(whole.record, Cycle | Experience) and field == "dates":
        return _days_words(whole.record.start, whole.record.end)
    if told := _SAID.get(field):
        return told(whole)
    texts = said(whole, field)
    if field in {"energy", "confidence"}:
        return translate("Share", "{value} of 5").format(value=texts[0])
    return snippet(", ".join(texts if field in _LISTS else texts[:1]), _GLANCE)


def _number_words(candidate: Candidate, field: str) -> str:
    """How much there is of a field that is told by its number; nothing for other fields."""
    whole = candidate.whole
    if isinstance(whole.record, SharedChart):
        return chart_of(whole.record.seen, SeenWords()).heading
    if field not in _COUNTS or (field == "confidence" and candidate.kind is Kind.ENTRY):
        return ""
    return counted(*_COUNTS[field], _count(whole, field))


def _count(whole: Chosen, field: str) -> int:
    if field == "confidence":
        return sum(1 for note in whole.check_ins if note.confidence is not None)
    if isinstance(whole.record, Cycle):
        return len(whole.record.agreement)
    if isinstance(whole.record, Session):
        return len(whole.record.agenda)
    if isinstance(whole.record, Feedback):
        return len(rated(whole.record) if field == "rating" else written(whole.record))
    return len({"milestones": whole.milestones, "images": whole.images}.get(field, whole.check_ins))


def _days_words(start: date | None, end: date | None) -> str:
    days = [day for day in (start, end) if day]
    first, last = (labels.short_day(day, days[-1]) for day in (days[0], days[-1]))
    words = translate("Share", "{start} to {end}")
    return first if first == last else words.format(start=first, end=last)


def kind_words(kind: Kind) -> str:
    """The name of a kind of item that is no entry."""
    names = {
        Kind.CYCLE: translate("Share", "Cycle"),
        Kind.GOAL: translate("Share", "Goal"),
        Kind.EXPERIENCE: translate("Share", "Experience"),
        Kind.CHART: translate("Share", "Chart"),
        Kind.SESSION: translate("Share", "Session"),
        Kind.ACTION: translate("Share", "Action"),
        Kind.FEEDBACK: translate("Share", "Feedback"),
    }
    return names.get(kind, translate("Share", "Stretch goal"))


def _when_words(whole: Chosen) -> str:
    """When a session is, in its own zone."""
    session = whole.record
    if not isinstance(session, Session):
        return ""
    form = translate("Share", "{day}, {time}")
    day = labels.short_day(session.day, session.day)
    return form.format(day=day, time=labels.clock(session.start.local))


def _who_words(whole: Chosen) -> str:
    if isinstance(whole.record, Action) and whole.record.mine:
        return translate("Share", "Me")
    return ", ".join(whole.people)


def _due_words(whole: Chosen) -> str:
    due = whole.record.due if isinstance(whole.record, Action) else None
    return labels.short_day(due, due) if due else ""


def _state_words(whole: Chosen) -> str:
    if not isinstance(whole.record, Action):
        return ""
    return {
        ActionState.OPEN: translate("Share", "Open"),
        ActionState.DONE: translate("Share", "Done"),
        ActionState.DROPPED: translate("Share", "Dropped"),
    }[whole.record.state]


_SAID: Final[dict[str, Callable[[Chosen], str]]] = {
    "when": _when_words,
    "who": _who_words,
    "due": _due_words,
    "state": _state_words,
}
