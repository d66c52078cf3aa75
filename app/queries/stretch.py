"""What the page of stretch goals shows: its list, one of them with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.entries import Entry
from app.domain.goals import (
    Attempt,
    CheckIn,
    Goal,
    Milestone,
    Stretch,
    StretchState,
    Zone,
    check_in_due,
)
from app.domain.ids import NO_ID, Id, Kind
from app.domain.measures import Measure
from app.domain.progress import Trend, trend
from app.domain.support import Support, lacks_feedback
from app.prose import snippet
from app.queries.support import feedback_by_goal, feedback_for
from app.queries.trail import feedback, quoted
from app.storage import goal_rows, step_rows
from app.storage.rows import Reader


class Shelf(StrEnum):
    """The three groups of stretch goals."""

    ACTIVE = "active"
    SOMEDAY = "someday"
    CLOSED = "closed"

    @classmethod
    def of(cls, state: StretchState) -> Shelf:
        """The shelf of a stretch goal in this state."""
        if state.closed:
            return cls.CLOSED
        return cls.ACTIVE if state is StretchState.ACTIVE else cls.SOMEDAY


@dataclass(frozen=True, slots=True)
class StretchRow:
    """A stretch goal as the list shows it; `confidence` is the last one rated.

    `lacks_feedback` says that it is a big one and nobody is lined up to give feedback.
    """

    id: Id
    title: str
    state: StretchState
    commit_day: date | None
    reach_day: date | None
    zone: Zone | None
    confidence: int | None
    lacks_feedback: bool = False


@dataclass(frozen=True, slots=True)
class PackMention:
    """A share pack that names the stretch goal; `left` says that a file of it was saved."""

    title: str
    left: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A journal entry that is evidence for the stretch goal, with the passages quoted of it.

    `passage` is the Evidence of the first one. Feedback has `name` for its giver.
    """

    id: Id
    day: date
    title: str
    quotes: tuple[str, ...] = ()
    passage: Id = NO_ID
    kind: Kind = Kind.ENTRY
    name: str = ""


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt; `entry` is its debrief, NO_ID where there is none or it is in the trash."""

    id: Id
    day: date
    title: str
    taught: str
    entry: Id = NO_ID


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An experience that names the stretch goal."""

    id: Id
    title: str


@dataclass(frozen=True, slots=True)
class LinkedGoal:
    """A goal that a stretch goal can serve."""

    id: Id
    title: str


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch goal with all that belongs to it; evidence and attempts, the newest first."""

    stretch: Stretch
    goal: LinkedGoal | None
    milestones: tuple[Milestone, ...]
    measure: Measure
    trend: Trend
    evidence: tuple[EvidenceRow, ...]
    packs: tuple[PackMention, ...]
    attempts: tuple[AttemptRow, ...] = ()
    experiences: tuple[NamedRow, ...] = ()
    lacks_feedback: bool = False


Shelves = dict[Shelf, tuple[StretchRow, ...]]


def shelves(reader: Reader) -> Shelves:
    """Every stretch goal on its shelf: open ones by their next day, closed ones newest first."""
    stretches = reader.all(Stretch)
    rated = goal_rows.newest_ratings(reader)
    asked = feedback_by_goal(reader, [each.id for each in stretches])
    rows = [_row(each, rated.get(each.id), asked.get(each.id, ())) for each in stretches]
    grouped = {shelf: [row for row in rows if Shelf.of(row.state) is shelf] for shelf in Shelf}
    grouped[Shelf.CLOSED].sort(key=_far, reverse=True)
    for shelf in (Shelf.ACTIVE, Shelf.SOMEDAY):
        grouped[shelf].sort(key=_near)
    return {shelf: tuple(found) for shelf, found in grouped.items()}


def stretch_view(reader: Reader, stretch_id: Id) -> StretchView | None:
    """One stretch goal; None where it is gone or in the trash."""
    stretch = reader.find(Stretch, stretch_id)
    if stretch is None or stretch.deleted is not None:
        return None
    notes = reader.all(CheckIn, goal=stretch_id)
    steps = sorted(reader.all(Milestone, goal=stretch_id), key=lambda m: (m.position, m.created))
    return StretchView(
        stretch=stretch,
        goal=_goal(reader, stretch.goal),
        milestones=tuple(steps),
        measure=Measure.of(stretch, notes),
        trend=trend(notes),
        evidence=_evidence(reader, stretch_id),
        packs=_packs(reader, stretch_id),
        attempts=_attempts(reader, stretch_id),
        experiences=_experiences(reader, stretch_id),
        lacks_feedback=lacks_feedback(stretch, feedback_for(reader, stretch_id)),
    )


def due_check_ins(reader: Reader, today: date) -> tuple[Id, ...]:
    """The stretch goals under way to check in on today, as they stand on their shelf."""
    due = {
        str(stretch_id)
        for stretch_id, _title, start, last in step_rows.last_check_ins(reader)
        if check_in_due(_day(start), _day(last), today) <= today
    }
    return tuple(row.id for row in shelves(reader)[Shelf.ACTIVE] if row.id in due)


def linkable_goals(reader: Reader, keep: Id = NO_ID) -> tuple[LinkedGoal, ...]:
    """The goals that are still open, and the one to keep whatever its state, by title."""
    goals = [goal for goal in reader.all(Goal) if goal.id == keep or not goal.state.closed]
    found = (LinkedGoal(goal.id, goal.title) for goal in goals)
    return tuple(sorted(found, key=lambda goal: (goal.title.casefold(), goal.id)))


def _row(stretch: Stretch, confidence: int | None, asked: Iterable[Support]) -> StretchRow:
    return StretchRow(
        stretch.id,
        stretch.title,
        stretch.state,
        stretch.commit_day,
        stretch.reach_day,
        stretch.felt_zone,
        confidence,
        lacks_feedback(stretch, asked),
    )


def _near(row: StretchRow) -> tuple[date, str]:
    return (min(filter(None, (row.commit_day, row.reach_day)), default=date.max), row.id)


def _far(row: StretchRow) -> tuple[date, str]:
    return (max(filter(None, (row.commit_day, row.reach_day)), default=date.min), row.id)


def _goal(reader: Reader, goal_id: Id) -> LinkedGoal | None:
    goal = reader.find(Goal, goal_id) if goal_id else None
    return None if goal is None or goal.deleted is not None else LinkedGoal(goal.id, goal.title)


def _evidence(reader: Reader, stretch_id: Id) -> tuple[EvidenceRow, ...]:
    quotes = quoted(reader, stretch_id)
    given = (
        EvidenceRow(item.id, item.day, item.title, kind=item.kind, name=item.name)
        for item in feedback(reader, stretch_id)
    )
    entries = (
        EvidenceRow(
            Id(row[0]),
            date.fromisoformat(str(row[1])),
            str(row[3]) or snippet(row[4]),
            tuple(quote for _, quote in quotes.get(row[0], ())),
            quotes[row[0]][0][0] if row[0] in quotes else NO_ID,
        )
        for row in goal_rows.evidence(reader, stretch_id)
    )
    return tuple(sorted((*entries, *given), key=lambda row: row.day, reverse=True))


def _attempts(reader: Reader, stretch_id: Id) -> tuple[AttemptRow, ...]:
    found = reader.all(Attempt, goal=stretch_id)
    found.sort(key=lambda each: (each.day, each.created, each.id), reverse=True)
    written = {entry.id for entry in reader.among(Entry, "id", {each.entry for each in found})}
    return tuple(
        AttemptRow(each.id, each.day, each.title, each.taught,
                   each.entry if each.entry in written else NO_ID)
        for each in found
    )  # fmt: skip


def _experiences(reader: Reader, stretch_id: Id) -> tuple[NamedRow, ...]:
    found = goal_rows.experiences(reader, stretch_id)
    return tuple(NamedRow(Id(row[0]), str(row[1])) for row in found)


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _packs(reader: Reader, stretch_id: Id) -> tuple[PackMention, ...]:
    found = goal_rows.in_packs(reader, Kind.STRETCH)
    return tuple(
        PackMention(title, left) for item, _pack, title, left in found if item == stretch_id
    )
