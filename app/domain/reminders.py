"""When to remind of what: once for each occurrence, outside quiet hours, one at a time.

All of it goes by the clock on the wall, which sleep, journeys, summer time and somebody's hand
may move by any amount at any time. So nothing is scheduled: each look decides anew from the
present time, from what there is, and from what was said, whose only meaning is "not again".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Final

from app.clock import Moment
from app.domain.ids import NO_ID, Id, Kind
from app.domain.reminder_choices import ReminderChoices, Subject

SAID: Final = "reminders_said"
"""The preference that holds what was said."""
LOOK_AGAIN: Final = timedelta(minutes=2)
"""The longest time until the next look: a timer does not count sleep, nor see a clock set."""
FRESH: Final = timedelta(days=30)
"""How long after its time something is still worth a reminder."""
LATER: Final = timedelta(hours=3)
_LATER_AT_LEAST: Final = timedelta(minutes=30)
_KEPT: Final = 128
"""How many occurrences are remembered besides those that could still be said."""
_USEFUL: Final = timedelta(minutes=15)
_WEEK: Final = timedelta(weeks=1)
_ENOUGH: Final = timedelta(days=3)
_SOONEST: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to be reminded of, which is the record `kind` and `id`, if it is one.

    `day` is the day it belongs to, `start` the time of a session, `count` how many it stands for.
    `aim` is what a milestone serves, or the one stretch goal to check in on.
    """

    subject: Subject
    kind: Kind
    day: date
    id: Id = NO_ID
    title: str = ""
    start: Moment | None = None
    count: int = 1
    aim_kind: Kind = Kind.GOAL
    aim: Id = NO_ID
    person: str = ""

    @property
    def occurrence(self) -> str:
        """What is said once at most; the same thing on another day is another occurrence."""
        when = self.start.at if self.start else self.day.isoformat()
        return f"{self.subject}:{self.kind}:{self.id}:{when}"


@dataclass(frozen=True, slots=True)
class Nudge:
    """What is waiting, in the order of its time.

    `since` is the day of the first of it where that is past: it came while nobody was there.
    """

    things: tuple[Thing, ...]
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: each occurrence with the local day, and what of it is still waiting.

    `later` is the time until which somebody put off what is waiting.
    """

    marks: tuple[tuple[str, date], ...] = ()
    waiting: tuple[str, ...] = ()
    later: datetime | None = None

    def on(self, day: date) -> bool:
        """Whether something was said on a day."""
        return any(said == day for _, said in self.marks)

    def without(self, occurrences: Iterable[str]) -> Said:
        """The same with these no longer waiting."""
        gone = frozenset(occurrences)
        return replace(self, waiting=tuple(each for each in self.waiting if each not in gone))

    def to_text(self) -> str:
        """What was said, as it is kept."""
        marks = [(occurrence, day.isoformat()) for occurrence, day in self.marks]
        later = self.later.isoformat(timespec="minutes") if self.later else ""
        return json.dumps({"marks": marks, "waiting": self.waiting, "later": later})

    @classmethod
    def from_text(cls, text: str) -> Said:
        """What was kept; what cannot be read counts as not said."""
        try:
            found = json.loads(text or "{}")
            marks = [(str(what), date.fromisoformat(day)) for what, day in found.get("marks", ())]
            waiting = tuple(str(each) for each in found.get("waiting", ()))
            later = found.get("later")
            until = datetime.fromisoformat(later).replace(tzinfo=None) if later else None
        except (AttributeError, TypeError, ValueError, RecursionError):
            return cls()
        return cls(tuple(marks), waiting, until)


@dataclass(frozen=True, slots=True)
class Due:
    """What one look finds.

    `nudge` is what is waiting, `new` that it is to be announced now, `said` what to remember
    from here on, `again` the time until the next look.
    """

    nudge: Nudge | None
    new: bool
    said: Said
    again: timedelta


def due(now: Moment, choices: ReminderChoices, things: Sequence[Thing], said: Said) -> Due:
    """What is waiting at a time, whether to announce it, and when to look again."""
    local = wall(now)
    times = dict(_times(now, choices, things))
    quiet = choices.is_quiet(local)
    fresh = () if quiet else _fresh(local, choices, times, said)
    if fresh:
        marks = (*said.marks, *((thing.occurrence, local.date()) for thing in fresh))
        said = Said(_kept(marks, things), _waiting(said, things, fresh))
    put_off = said.later is not None and local < said.later and said.later.date() == local.date()
    came = said.later is not None and not put_off and not quiet
    # Put off until a time of another day, or of a clock that was wrong: it is there, silently.
    again = came and said.later is not None and said.later.date() == local.date()
    if came:
        said = replace(said, later=None)
    nudge = None if put_off else _nudge(local, times, said)
    new = bool(fresh) or (again and nudge is not None)
    return Due(nudge, new, said, _again(local, choices, times, said))


def waiting(
    now: Moment, choices: ReminderChoices, things: Sequence[Thing], said: Said
) -> Nudge | None:
    """What was announced and is still there, without deciding anything."""
    local = wall(now)
    if said.later is not None and local < said.later and said.later.date() == local.date():
        return None
    return _nudge(local, dict(_times(now, choices, things)), said)


def weekly_reflection(
    now: Moment, choices: ReminderChoices, written: Iterable[date]
) -> Thing | None:
    """The reflection of the last chosen weekday; None where one was written for that week.

    The week is that of the calendar, or the days before where the weekday begins it. Entries of
    days to come, which a wrong clock made, do not count.
    """
    today = now.day
    day = today - timedelta(days=(today.weekday() - choices.weekday) % 7)
    monday = day - timedelta(days=day.weekday())
    first, last = min(monday, day - _ENOUGH), today + timedelta(days=1)
    if any(first <= each <= last for each in written):
        return None
    return Thing(Subject.REFLECTION, Kind.ENTRY, day)


def weekly_day(first: date, today: date) -> date:
    """The last day of a series that comes every week, beginning with its first day."""
    return first + max(0, (today - first) // _WEEK) * _WEEK


def later_today(now: Moment, choices: ReminderChoices) -> datetime | None:
    """The time until which something is put off for today; None where the day is too far gone."""
    local = wall(now)
    wanted = local + LATER
    if choices.is_quiet(wanted):
        wanted = choices.before_quiet(wanted) or local
    fits = wanted.date() == local.date() and wanted - local >= _LATER_AT_LEAST
    return wanted.replace(second=0, microsecond=0) if fits else None


def wall(now: Moment) -> datetime:
    """What the clock on the wall says, without a zone."""
    return now.local.replace(tzinfo=None)


def _times(
    now: Moment, choices: ReminderChoices, things: Iterable[Thing]
) -> Iterable[tuple[Thing, datetime]]:
    """What is wanted and not over, with the time of its reminder, in that order."""
    found = []
    for thing in things:
        when = _time(now, choices, thing) if thing.subject in choices.subjects else None
        if when is not None and when >= wall(now) - FRESH:
            found.append((thing, when))
    return sorted(found, key=itemgetter(1))


def _time(now: Moment, choices: ReminderChoices, thing: Thing) -> datetime | None:
    if thing.subject is Subject.SESSIONS:
        return _session_time(now, choices, thing)
    at = choices.weekly_at if thing.subject is Subject.REFLECTION else choices.at
    return choices.after_quiet(datetime.combine(thing.day, at))


def _session_time(now: Moment, choices: ReminderChoices, thing: Thing) -> datetime | None:
    """Before a session: after the quiet where that is early enough, else before the quiet.

    Where the zone of the plan and of the present differ, the earlier of both times counts.
    """
    if thing.start is None or thing.start.at <= now.at:
        return None
    begins = min(wall(thing.start), wall(Moment(thing.start.at, now.offset)))
    wanted = begins - timedelta(minutes=choices.lead)
    free = choices.after_quiet(wanted)
    return free if begins - free >= _USEFUL else choices.before_quiet(wanted)


def _fresh(
    local: datetime, choices: ReminderChoices, times: dict[Thing, datetime], said: Said
) -> tuple[Thing, ...]:
    """What is to be said now. Where that is all for today, what comes later today is among it."""
    known = {occurrence for occurrence, _ in said.marks}
    left = {thing: when for thing, when in times.items() if thing.occurrence not in known}
    if not any(when <= local for when in left.values()):
        return ()
    if choices.several:
        return tuple(thing for thing, when in left.items() if when <= local)
    if said.on(local.date()):
        return ()
    return tuple(thing for thing, when in left.items() if when.date() <= local.date())


def _nudge(local: datetime, times: dict[Thing, datetime], said: Said) -> Nudge | None:
    things = tuple(thing for thing in times if thing.occurrence in said.waiting)
    if not things:
        return None
    first = min(times[thing].date() for thing in things)
    return Nudge(things, first if first < local.date() else None)


def _waiting(said: Said, things: Iterable[Thing], fresh: Iterable[Thing]) -> tuple[str, ...]:
    """What was waiting and is still there, and what came now."""
    alive = {thing.occurrence for thing in things}
    before = (each for each in said.waiting if each in alive)
    return (*before, *(thing.occurrence for thing in fresh))


def _kept(
    marks: Sequence[tuple[str, date]], things: Iterable[Thing]
) -> tuple[tuple[str, date], ...]:
    """The marks of what could be said again, and the newest others."""
    alive = {thing.occurrence for thing in things}
    others = [mark for mark in marks if mark[0] not in alive][-_KEPT:]
    keep = {*others, *(mark for mark in marks if mark[0] in alive)}
    return tuple(mark for mark in marks if mark in keep)


def _again(
    local: datetime, choices: ReminderChoices, times: dict[Thing, datetime], said: Said
) -> timedelta:
    midnight = datetime.combine(local.date(), time()) + timedelta(days=1)
    coming = [when for when in (*times.values(), said.later, midnight) if when and when > local]
    coming.append(choices.after_quiet(local))
    wait = min(when - local for when in coming if when > local)
    return min(max(wait, _SOONEST), LOOK_AGAIN)
