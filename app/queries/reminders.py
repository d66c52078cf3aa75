"""What there is to be reminded of in a vault, and what of it is waiting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.clock import Moment
from app.domain.goals import Stretch, check_in_due
from app.domain.ids import NO_ID, Id, Kind
from app.domain.reminder_choices import CHOICES, ReminderChoices, Subject
from app.domain.reminders import (
    FRESH,
    SAID,
    Due,
    Nudge,
    Said,
    Thing,
    due,
    waiting,
    weekly_day,
    weekly_reflection,
)
from app.queries import plan
from app.queries.reviews import may_review
from app.storage import step_rows
from app.storage.rows import Reader

_WEEKS_BACK = timedelta(weeks=2)
_AHEAD_MS = 10 * 86_400_000
"""A session further ahead has its reminder on a later day, whatever lead and quiet there are."""


def choices(read: Reader) -> ReminderChoices:
    """What was chosen."""
    return ReminderChoices.from_text(read.preference(CHOICES))


def said(read: Reader) -> Said:
    """What was said so far."""
    return Said.from_text(read.preference(SAID))


def look(read: Reader, now: Moment) -> Due:
    """What is waiting at a time, whether to announce it, and when to look again."""
    return due(now, choices(read), things(read, now), said(read))


def is_waiting(read: Reader, now: Moment) -> Nudge | None:
    """What was announced before and still waits."""
    known = said(read)
    return waiting(now, choices(read), things(read, now), known) if known.waiting else None


def things(read: Reader, now: Moment) -> tuple[Thing, ...]:
    """Everything to be reminded of, whether it is wanted or not."""
    return (
        *_reflection(read, now),
        *_check_ins(read, now),
        *_milestones(read, now.day),
        *_sessions(read, now),
        *_answers(read, now.day),
    )


def _reflection(read: Reader, now: Moment) -> Iterator[Thing]:
    first, last = now.day - _WEEKS_BACK, now.day + timedelta(days=1)
    rows = step_rows.weekly_reflections(read, first.isoformat(), last.isoformat())
    written = (date.fromisoformat(str(row[0])) for row in rows)
    found = weekly_reflection(now, choices(read), written)
    if found is not None and found.day >= _begun(read, now):
        yield found


def _begun(read: Reader, now: Moment) -> date:
    """The day the vault was made; nobody is reminded of a week before it."""
    day = Moment(int(read.meta("created") or 0), now.offset).day
    return day if day <= now.day else date.min


def _check_ins(read: Reader, now: Moment) -> Iterator[Thing]:
    """One for all stretch goals to check in on, once a week as long as there are some."""
    if not may_review(read, now.day):
        return
    days: dict[Id, date] = {}
    titles: dict[Id, str] = {}
    for stretch_id, title, start, last in step_rows.last_check_ins(read):
        day = check_in_due(_day(start), _day(last), now.day)
        if day <= now.day:
            aim = Id(stretch_id)
            known = start or last
            days[aim] = day if known else _made(read, aim, now)
            titles[aim] = str(title)
    if days:
        one = next(iter(days)) if len(days) == 1 else NO_ID
        yield Thing(
            Subject.CHECK_INS,
            Kind.CHECK_IN,
            weekly_day(min(days.values()), now.day),
            title=titles.get(one, ""),
            count=len(days),
            aim_kind=Kind.STRETCH,
            aim=one,
        )


def _made(read: Reader, aim: Id, now: Moment) -> date:
    """The day on which a stretch goal was written down, which has no other day to go by."""
    return min(Moment(read.get(Stretch, aim).created, now.offset).day, now.day)


def _milestones(read: Reader, day: date) -> Iterator[Thing]:
    first = day - FRESH
    for step_id, title, kind, aim, when in step_rows.milestones_due(
        read, first.isoformat(), day.isoformat()
    ):
        yield Thing(
            Subject.MILESTONES,
            Kind.MILESTONE,
            date.fromisoformat(when),
            Id(step_id),
            title,
            aim_kind=Kind(kind),
            aim=Id(aim),
        )
    for goal in plan.reviews_due(read, day):
        if goal.review >= first:
            yield Thing(
                Subject.MILESTONES, Kind.GOAL, goal.review, goal.id, goal.title, aim=goal.id
            )


def _sessions(read: Reader, now: Moment) -> Iterator[Thing]:
    for session, title, at, offset, name in step_rows.sessions_coming(
        read, now.at, now.at + _AHEAD_MS
    ):
        start = Moment(at, offset)
        known = Id(session)
        yield Thing(
            Subject.SESSIONS, Kind.SESSION, start.day, known, title, start, person=name or ""
        )


def _answers(read: Reader, day: date) -> Iterator[Thing]:
    """Requests from the day after the one that an answer was asked for by."""
    first, last = day - FRESH, day - timedelta(days=1)
    found = step_rows.requests_unanswered(read, first.isoformat(), last.isoformat())
    for request, reply_by, name in found:
        after = date.fromisoformat(reply_by) + timedelta(days=1)
        yield Thing(Subject.ANSWERS, Kind.REQUEST, after, Id(request), person=name or "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
