"""What the view of a cycle shows, and what the next cycle can take from the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Cycle, Person, Point
from app.domain.entries import Entry
from app.domain.goals import Goal, GoalState
from app.domain.ids import NO_ID, Id, Kind
from app.prose import snippet
from app.queries.plan import cycle_of
from app.queries.trail import PackMention, mentions
from app.storage import cycle_rows
from app.storage.rows import Reader

LETTER: Final = "letter-to-next-mentee"
"""The template of the letter that is written near a cycle's end."""
NEAR_END: Final = timedelta(weeks=2)
_CARRIED: Final = frozenset({GoalState.ACTIVE, GoalState.PAUSED})


@dataclass(frozen=True, slots=True)
class CyclePoint:
    """A point of a cycle; `entry` is what was written for it, NO_ID where nothing is."""

    point: Point
    day: date
    entry: Id = NO_ID
    title: str = ""


@dataclass(frozen=True, slots=True)
class CycleRow:
    """A cycle as a list shows it; `last_day` is the day it ended or is to end on."""

    id: Id
    title: str
    start: date
    last_day: date
    person: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Addable:
    """A goal that a cycle could take; `cycle` is the title of the one that has it."""

    id: Id
    title: str
    state: GoalState
    cycle: str


@dataclass(frozen=True, slots=True)
class CyclePage:
    """A cycle with all that belongs to it; `others` runs from the newest to the oldest."""

    cycle: Cycle
    person: Person | None
    points: tuple[CyclePoint, ...]
    goals: tuple[Goal, ...]
    others: tuple[CycleRow, ...]
    packs: tuple[PackMention, ...]
    letter: Id
    addable: bool
    """Whether there are goals that it could take."""

    def closes(self, today: date) -> bool:
        """Whether it is over, or will be within two weeks."""
        return near_end(self.cycle, today)

    def over(self, today: date) -> bool:
        """Whether it was ended by hand or has run out."""
        return self.cycle.ended is not None or today > self.cycle.end


def near_end(cycle: Cycle, today: date) -> bool:
    """Whether a cycle is over, or will be within two weeks."""
    return today + NEAR_END >= cycle.last_day


def page(reader: Reader, cycle_id: Id) -> CyclePage | None:
    """One cycle; None where it is gone or in the trash."""
    cycle = reader.find(Cycle, cycle_id)
    if cycle is None or cycle.deleted is not None:
        return None
    person = reader.find(Person, cycle.person)
    goals = sorted(reader.all(Goal, cycle=cycle_id), key=_by_state)
    return CyclePage(
        cycle=cycle,
        person=person if person is not None and person.deleted is None else None,
        points=points(reader, cycle),
        goals=tuple(goals),
        others=rows(reader, besides=cycle_id),
        packs=mentions(reader, Kind.CYCLE).get(cycle_id, ()),
        letter=_letter(reader, cycle),
        addable=cycle_rows.any_beside(reader, cycle_id),
    )


def points(reader: Reader, cycle: Cycle) -> tuple[CyclePoint, ...]:
    """The three points of a cycle, each with what was written for it."""
    return tuple(_point(reader, cycle, point) for point in Point)


def rows(reader: Reader, besides: Id = NO_ID) -> tuple[CycleRow, ...]:
    """Every cycle, or every other one, the newest first."""
    names = {person.id: person.name for person in reader.all(Person)}
    return tuple(
        CycleRow(
            cycle.id,
            cycle.title,
            cycle.start,
            cycle.last_day,
            names.get(cycle.person, ""),
            cycle.outcome,
        )
        for cycle in _newest_first(reader)
        if cycle.id != besides
    )


def first_shown(reader: Reader, today: date) -> Id:
    """The cycle that runs, else the next one to begin, else the last; NO_ID without any."""
    current = cycle_of(reader, today) or last(reader)
    return current.id if current else NO_ID


def last(reader: Reader) -> Cycle | None:
    """The cycle that began last, whose person and agreement the next one can take."""
    return next(iter(_newest_first(reader)), None)


def overlapping(reader: Reader, cycle: Cycle) -> tuple[Cycle, ...]:
    """The other cycles that share a day with this one, the newest first."""
    return tuple(c for c in _newest_first(reader) if c.id != cycle.id and c.overlaps(cycle))


def to_carry(reader: Reader) -> tuple[Goal, ...]:
    """The goals under way of the last cycle or of none, which a new cycle can take over."""
    kept = {cycle.id for cycle in _newest_first(reader)[1:]}
    return tuple(g for g in reader.all(Goal) if g.state in _CARRIED and g.cycle not in kept)


def to_add(reader: Reader, cycle_id: Id) -> tuple[Addable, ...]:
    """The goals not ended that another cycle has, or none, by title."""
    titles = {cycle.id: cycle.title for cycle in reader.all(Cycle)}
    found = (
        Addable(Id(goal), title, GoalState(state), titles.get(Id(cycle), ""))
        for goal, title, state, cycle in cycle_rows.goals_beside(reader, cycle_id)
    )
    return tuple(sorted(found, key=lambda goal: (goal.title.casefold(), goal.id)))


def people(reader: Reader) -> tuple[Person, ...]:
    """Everybody a cycle can be with, by name."""
    return tuple(sorted(reader.all(Person), key=lambda person: person.name.casefold()))


def _newest_first(reader: Reader) -> list[Cycle]:
    return sorted(reader.all(Cycle), key=lambda c: (c.start, c.created), reverse=True)


def _by_state(goal: Goal) -> tuple[bool, date, str]:
    return goal.state.closed, goal.due or date.max, goal.title.casefold()


def _point(reader: Reader, cycle: Cycle, point: Point) -> CyclePoint:
    entry_id = cycle.entry_of(point)
    entry = reader.find(Entry, entry_id) if entry_id else None
    if entry is None or entry.deleted is not None:
        return CyclePoint(point, cycle.day_of(point))
    title = entry.title.strip() or snippet(entry.body)
    return CyclePoint(point, cycle.day_of(point), entry.id, title)


def _letter(reader: Reader, cycle: Cycle) -> Id:
    """The newest letter written since the cycle began."""
    letters = (e for e in reader.all(Entry, template=LETTER) if e.day >= cycle.start)
    newest = max(letters, key=lambda entry: entry.at, default=None)
    return newest.id if newest else NO_ID
