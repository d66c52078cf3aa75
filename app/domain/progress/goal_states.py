"""Where the goals of a cycle stand: each goal as a row, grouped by its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.goals import GoalState
from app.domain.ids import Id

MANY: Final = 40
"""Over so many goals, a mark for each would be no drawing any more."""

ORDER: Final = (
    GoalState.MET,
    GoalState.PARTLY_MET,
    GoalState.ACTIVE,
    GoalState.PAUSED,
    GoalState.SOMEDAY,
    GoalState.LET_GO,
)
"""The groups as they stand beside each other."""

_PLACES: Final = {state: place for place, state in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class StateRow:
    """A goal: its state, since when it stands so, and what it taught."""

    id: Id
    title: str
    state: GoalState
    since: date | None
    learned: str


@dataclass(frozen=True, slots=True)
class GoalStates:
    """The goals, group by group; within one, by the day since when."""

    rows: tuple[StateRow, ...] = ()

    @property
    def counts(self) -> tuple[tuple[GoalState, int], ...]:
        """How many goals are in each state that any is in, in the order of the groups."""
        found = Counter(row.state for row in self.rows)
        return tuple((state, found[state]) for state in ORDER if found[state])

    @property
    def many(self) -> bool:
        """Whether there are too many for a mark each: bars with counts tell as much."""
        return len(self.rows) > MANY


def goal_states(rows: Iterable[StateRow]) -> GoalStates:
    """Where goals stand; those without a day stand last in their group."""
    return GoalStates(tuple(sorted(rows, key=_place)))


def _place(row: StateRow) -> tuple[int, date, str, Id]:
    return (_PLACES[row.state], row.since or date.max, row.title.casefold(), row.id)
