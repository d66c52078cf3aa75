"""The weekly review: what moved since the last one, and the stretch goals to check in on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.entries import Evidence
from app.domain.goals import CHECK_IN_EVERY, CheckIn, Stretch, check_in_due
from app.domain.ids import NO_ID, Id, Kind
from app.domain.progress import Trend, trend
from app.storage import coming_rows, step_rows
from app.storage.connection import Row
from app.storage.rows import Reader

REVIEWED: Final = "weekly_review_done"
"""The preference that holds the day of the last review."""
PUT_OFF: Final = "weekly_review_put_off"
"""The preference that holds the day until which a review was put off."""
_JOURNEY: Final = timedelta(days=1)
"""How far the date may go back on a journey."""
_DRAWN: Final = 26
"""How many of the last check-ins are drawn: about half a year."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that moved, by its `kind`: `count` times, the last time on `day`.

    MILESTONE is one that was done, CHECK_IN values that were logged, GOAL and STRETCH one that
    was closed, EXPERIENCE one that ended, ENTRY what was written, `evidence` of it as evidence.
    SESSION is one that was held, FEEDBACK came back: `name` is with whom or from whom, `number`
    counts sessions with the same person.
    `opens` and `id` name what it leads to.
    """

    kind: Kind
    title: str
    day: date
    opens: Kind
    id: Id
    count: int = 1
    evidence: int = 0
    name: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class DueCheckIn:
    """A stretch goal to check in on, and the trend of its last check-ins with a rating."""

    stretch: Stretch
    trend: Trend


@dataclass(frozen=True, slots=True)
class Review:
    """What moved from a day on, newest first within its kind, and what is due."""

    since: date
    moved: tuple[Moved, ...]
    due: tuple[DueCheckIn, ...]


def due_review(read: Reader, day: date) -> Review | None:
    """The review of a day; None where no check-in is due, it was done this week, or put off."""
    if not may_review(read, day):
        return None
    due = tuple(_due(read, day))
    done = _day(read.preference(REVIEWED))
    since = done if done and done <= day else day - CHECK_IN_EVERY
    return Review(since, tuple(_moved(read, since, day)), due) if due else None


def may_review(read: Reader, day: date) -> bool:
    """Whether the review was neither done in the week before a day nor put off to a later one.

    Days that only a wrong clock can have made do not count: they would silence it for a long time.
    """
    done, put_off = _day(read.preference(REVIEWED)), _day(read.preference(PUT_OFF))
    recent = done is not None and day - CHECK_IN_EVERY < done <= day + _JOURNEY
    waits = put_off is not None and day < put_off <= day + _JOURNEY + _JOURNEY
    return not (recent or waits)


def _due(read: Reader, day: date) -> Iterator[DueCheckIn]:
    for stretch_id, _, start, last in step_rows.last_check_ins(read):
        if check_in_due(_day(start), _day(last), day) <= day:
            notes = (_note(row) for row in step_rows.newest_ratings(read, stretch_id, _DRAWN))
            yield DueCheckIn(read.get(Stretch, Id(stretch_id)), trend(notes))


def _note(row: Row) -> CheckIn:
    note_id, day, created, confidence = row
    return CheckIn(
        id=Id(note_id), day=date.fromisoformat(day), created=created, confidence=confidence
    )


def _moved(read: Reader, since: date, day: date) -> Iterator[Moved]:
    first = since.isoformat()
    for kind, aim, title, closed in step_rows.aims_closed(read, first):
        yield Moved(Kind(kind), title, date.fromisoformat(closed), Kind(kind), Id(aim))
    for title, done, kind, aim in step_rows.milestones_done(read, first):
        yield Moved(Kind.MILESTONE, title, date.fromisoformat(done), Kind(kind), Id(aim))
    for goal, title, count, last in step_rows.values_logged(read, first):
        logged = date.fromisoformat(last)
        yield Moved(Kind.CHECK_IN, title, logged, Kind.GOAL, Id(goal), count)
    yield from _between(read, first)
    for row_id, title, end in step_rows.experiences_ended(read, first, day.isoformat()):
        ended = date.fromisoformat(end)
        yield Moved(Kind.EXPERIENCE, title, ended, Kind.EXPERIENCE, Id(row_id))
    yield from _written(read, since)


def _between(read: Reader, first: str) -> Iterator[Moved]:
    """Sessions that were held, and feedback that came back; its words stay where they are read."""
    for own, title, held, number, name in coming_rows.held_since(read, first):
        day = date.fromisoformat(held)
        yield Moved(Kind.SESSION, title, day, Kind.SESSION, Id(own), name=name or "", number=number)
    for own, arrived, name in coming_rows.arrived_since(read, first):
        day = date.fromisoformat(arrived)
        yield Moved(Kind.FEEDBACK, "", day, Kind.FEEDBACK, Id(own), name=name or "")


def _written(read: Reader, since: date) -> Iterator[Moved]:
    entries = step_rows.entries_since(read, since.isoformat())
    if entries:
        ids = [entry for entry, _ in entries]
        linked = {link.entry for link in read.among(Evidence, "entry", ids)}
        last, count = date.fromisoformat(entries[0][1]), len(entries)
        yield Moved(Kind.ENTRY, "", last, Kind.ENTRY, NO_ID, count, len(linked))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
