"""The words of reminders, and where each of them leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.clock import Moment
from app.domain.ids import Kind
from app.domain.reminder_choices import Subject
from app.domain.reminders import Nudge, Thing
from ui import labels
from ui.context import Destination

_CONTEXT: Final = "Reminders"
_WEEK: Final = timedelta(weeks=1)


def nudge_words(nudge: Nudge, now: Moment) -> str:
    """What is waiting, as a sentence: the one thing, or how much of what since when."""
    if len(nudge.things) == 1:
        return thing_words(nudge.things[0], now)
    things = labels.listed(tuple(_counts(nudge)))
    if nudge.since is None:
        return _tr("Today: {things}.").format(things=things)
    since = since_words(nudge.since, now.day)
    return _tr("Since {day}: {things}.").format(day=since, things=things)


def thing_words(thing: Thing, now: Moment) -> str:
    """One thing to be reminded of, as a sentence."""
    if thing.subject is Subject.REFLECTION:
        return _tr("Ten minutes for your weekly reflection.")
    if thing.subject is Subject.SESSIONS:
        return _session_words(thing, now)
    if thing.subject is Subject.ANSWERS:
        return _answer_words(thing, now.day)
    if thing.kind is Kind.CHECK_IN:
        return _check_in_words(thing)
    return _milestone_words(thing, now.day)


def action_words(thing: Thing) -> str:
    """What the button that leads there says."""
    words = {
        Subject.REFLECTION: _tr("Start writing"),
        Subject.CHECK_INS: _tr("Check in"),
        Subject.MILESTONES: _tr("Open goal"),
        Subject.SESSIONS: _tr("Open session"),
        Subject.ANSWERS: _tr("Open request"),
    }
    if thing.subject is Subject.MILESTONES and thing.aim_kind is Kind.STRETCH:
        return _tr("Open stretch goal")
    return words[thing.subject]


def destination(thing: Thing) -> Destination:
    """Where it is done."""
    if thing.subject is Subject.REFLECTION:
        return Destination("journal", act="new", detail="template:weekly-review")
    if thing.subject is Subject.SESSIONS:
        return Destination("sessions", thing.id, Kind.SESSION)
    if thing.subject is Subject.ANSWERS:
        return Destination("feedback", thing.id, Kind.REQUEST)
    if thing.kind is Kind.CHECK_IN:
        return Destination("stretch", thing.aim, act="check-in" if thing.aim else "review")
    return Destination("stretch" if thing.aim_kind is Kind.STRETCH else "plan", thing.aim)


def since_words(day: date, today: date) -> str:
    """A past day as Yesterday, Tuesday, or 12 May."""
    if day == today - timedelta(days=1):
        return _tr("yesterday")
    if today - day < _WEEK:
        return QLocale().dayName(day.isoweekday())
    return labels.short_day(day, today)


def _session_words(thing: Thing, now: Moment) -> str:
    if thing.start is None:
        return thing.title
    start = Moment(thing.start.at, now.offset)
    day, time = labels.day_words(start.day, now.day), labels.clock(start.local)
    if thing.person:
        return _tr("Session with {name}: {day}, {time}.").format(
            name=thing.person, day=day, time=time
        )
    title = thing.title or _tr("A session")
    return _tr("{title}: {day}, {time}.").format(title=title, day=day, time=time)


def _answer_words(thing: Thing, today: date) -> str:
    day = labels.short_day(thing.day - timedelta(days=1), today)
    if thing.person:
        words = _tr("You asked {name} for feedback by {day}. You could ask how it stands.")
        return words.format(name=thing.person, day=day)
    return _tr("You asked for feedback by {day}. You could ask how it stands.").format(day=day)


def _check_in_words(thing: Thing) -> str:
    if thing.title:
        return _tr("How confident are you now? {title}").format(title=thing.title)
    return labels.counted(
        thing.count,
        _tr("{n} stretch goal to check in on."),
        _tr("{n} stretch goals to check in on."),
    )


def _milestone_words(thing: Thing, today: date) -> str:
    if thing.kind is Kind.GOAL:
        return _tr("You wanted to look at this goal again: {title}.").format(title=thing.title)
    if thing.day >= today:
        return _tr("For today: {title}.").format(title=thing.title)
    day = labels.short_day(thing.day, today)
    return _tr("{title} was due {day}.").format(title=thing.title, day=day)


def _counts(nudge: Nudge) -> Iterator[str]:
    """How much there is of each kind, in one order whenever it came."""
    counts = (
        (Kind.SESSION, _tr("a session"), _tr("{n} sessions")),
        (Kind.MILESTONE, _tr("a milestone"), _tr("{n} milestones")),
        (Kind.GOAL, _tr("a goal to look at again"), _tr("{n} goals to look at again")),
        (Kind.CHECK_IN, _tr("a check-in"), _tr("{n} check-ins")),
        (Kind.REQUEST, _tr("feedback you asked for"), _tr("feedback you asked {n} people for")),
        (Kind.ENTRY, _tr("your weekly reflection"), _tr("your weekly reflection")),
    )
    for kind, one, many in counts:
        number = sum(thing.count for thing in nudge.things if thing.kind is kind)
        if number:
            yield labels.counted(number, one, many)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
