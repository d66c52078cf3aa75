"""What the plan shows: goals on their shelves, one goal with its trail, and the cycle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.cycles import Cycle
from app.domain.goals import CheckIn, Goal, GoalState, MeasureKind, Milestone
from app.domain.ids import Id, Kind
from app.domain.measures import Measure
from app.domain.progress.values import Value, logged
from app.prose import snippet
from app.queries.trail import PackMention, TrailItem, mentions, step_evidence, trail
from app.storage import goal_rows
from app.storage.connection import Row
from app.storage.rows import Reader

LINKABLE = 50
"""How many entries are offered as evidence at a time."""


class Shelf(StrEnum):
    """The three groups of goals; what is paused waits with what is for someday."""

    ACTIVE = "active"
    SOMEDAY = "someday"
    CLOSED = "closed"

    @classmethod
    def of(cls, state: GoalState) -> Shelf:
        """The shelf of a goal in this state."""
        if state.closed:
            return cls.CLOSED
        return cls.ACTIVE if state is GoalState.ACTIVE else cls.SOMEDAY


_SHELVES = {state: Shelf.of(state) for state in GoalState}
_STATES = {state.value: state for state in GoalState}
_KINDS = {kind.value: kind for kind in MeasureKind}


class Order(StrEnum):
    """How goals can be sorted."""

    DUE = "due"
    TITLE = "title"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as the list shows it; `following` is its first open milestone."""

    id: Id
    title: str
    state: GoalState
    due: date | None
    following: str
    done: int
    steps: int
    evidence: int
    packs: tuple[PackMention, ...]
    measure: Measure
    learned: str
    position: float


@dataclass(frozen=True, slots=True)
class Overview:
    """All goals by shelf, and the cycle."""

    shelves: dict[Shelf, tuple[GoalRow, ...]]
    cycle: Cycle | None

    @property
    def empty(self) -> bool:
        """Whether there is no goal at all."""
        return not any(self.shelves.values())


@dataclass(frozen=True, slots=True)
class GoalPage:
    """A goal with all that belongs to it; the trail runs from the newest to the oldest."""

    goal: Goal
    milestones: tuple[Milestone, ...]
    measure: Measure
    values: tuple[Value, ...]
    trail: tuple[TrailItem, ...]
    packs: tuple[PackMention, ...]
    step_evidence: dict[Id, int]
    """How many entries are evidence for each milestone that has any."""

    @property
    def done(self) -> int:
        """How many milestones are done."""
        return sum(1 for step in self.milestones if step.done)

    @property
    def evidence(self) -> int:
        """How many entries, and how much feedback, are evidence."""
        return sum(1 for item in self.trail if item.is_evidence)


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """An open goal that was to be looked at again by now."""

    id: Id
    title: str
    review: date


@dataclass(frozen=True, slots=True)
class Linkable:
    """An entry that can become evidence."""

    id: Id
    day: date
    title: str
    snippet: str


def overview(reader: Reader, today: date, order: Order = Order.DUE) -> Overview:
    """Everything the plan begins with."""
    rows = _ordered(_rows(reader), order)
    shelves: dict[Shelf, list[GoalRow]] = {shelf: [] for shelf in Shelf}
    for row in rows:
        shelves[_SHELVES[row.state]].append(row)
    full = {shelf: tuple(found) for shelf, found in shelves.items()}
    return Overview(full, cycle_of(reader, today))


def cycle_of(reader: Reader, today: date) -> Cycle | None:
    """The cycle that today lies in, else the next one to begin."""
    cycles = sorted(
        (c for c in reader.all(Cycle) if today <= c.last_day), key=lambda c: (c.start, c.created)
    )
    begun = [cycle for cycle in cycles if cycle.start <= today]
    return begun[-1] if begun else next(iter(cycles), None)


def goal_page(reader: Reader, goal_id: Id) -> GoalPage | None:
    """One goal; None where it is gone or in the trash."""
    goal = reader.find(Goal, goal_id)
    if goal is None or goal.deleted is not None:
        return None
    steps = sorted(reader.all(Milestone, goal=goal_id), key=lambda m: (m.position, m.created))
    notes = reader.all(CheckIn, goal=goal_id)
    return GoalPage(
        goal=goal,
        milestones=tuple(steps),
        measure=Measure.of(goal, notes),
        values=logged(notes),
        trail=trail(reader, goal, steps, notes),
        step_evidence=step_evidence(reader, steps),
        packs=mentions(reader, Kind.GOAL).get(goal_id, ()),
    )


def reviews_due(reader: Reader, today: date) -> tuple[ReviewDue, ...]:
    """The open goals whose day of review has come, the one that waits longest first."""
    closed = [state.value for state in GoalState if state.closed]
    found = goal_rows.to_review(reader, today.isoformat(), closed)
    return tuple(ReviewDue(Id(row[0]), row[1], date.fromisoformat(row[2])) for row in found)


def linkable(reader: Reader, goal_id: Id, words: str = "") -> tuple[Linkable, ...]:
    """The newest entries that hold every word and are no evidence for the goal yet."""
    found = goal_rows.linkable(reader, goal_id, words, LINKABLE)
    return tuple(Linkable(Id(row[0]), _day(row), row[3], snippet(row[4])) for row in found)


def _rows(reader: Reader) -> list[GoalRow]:
    steps = goal_rows.step_counts(reader)
    evidence = goal_rows.evidence_counts(reader)
    packs = mentions(reader, Kind.GOAL)
    return [
        _row(row, steps.get(row[0], (0, 0)), evidence.get(row[0], 0), packs.get(row[0], ()))
        for row in goal_rows.listed(reader)
    ]


def _row(
    row: Row, steps: tuple[int, int], evidence: int, packs: tuple[PackMention, ...]
) -> GoalRow:
    goal_id, title, state, due, following, learned, position = row[:7]
    what, unit, baseline, target, now, kind = row[7:]
    return GoalRow(
        id=Id(goal_id),
        title=title,
        state=_STATES[state],
        due=date.fromisoformat(due) if due else None,
        following=following or "",
        done=steps[0],
        steps=steps[1],
        evidence=evidence,
        packs=packs,
        measure=Measure(what, unit, baseline, target, now, _KINDS[kind]),
        learned=learned,
        position=position,
    )


def _ordered(rows: list[GoalRow], order: Order) -> list[GoalRow]:
    if order is Order.TITLE:
        return sorted(rows, key=lambda row: (row.title.casefold(), row.id))
    if order is Order.HAND:
        return sorted(rows, key=lambda row: (row.position, row.id))
    return sorted(rows, key=lambda row: (row.due or date.max, row.position, row.id))


def _day(row: Row) -> date:
    return date.fromisoformat(str(row[1]))
