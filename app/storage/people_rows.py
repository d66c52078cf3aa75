"""What the support map reads of goals: far less than their whole rows, for there are many."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from app.domain.coverage import Behind
from app.domain.goals import GoalState, StretchState
from app.domain.ids import Id, Kind
from app.storage.rows import Reader

_DAYS = {Kind.GOAL: "due", Kind.STRETCH: "coalesce(commit_day, reach_day)"}
_STATES = {
    Kind.GOAL: tuple(state.value for state in GoalState if state.closed),
    Kind.STRETCH: tuple(state.value for state in StretchState if state.closed),
}


def open_goals(reader: Reader) -> list[Behind]:
    """Every goal and stretch goal that is not closed, oldest first."""
    return [goal for kind in _DAYS for goal in _of_kind(reader, kind)]


def _of_kind(reader: Reader, kind: Kind) -> list[Behind]:
    closed = _STATES[kind]
    marks = ", ".join("?" * len(closed))
    sql = (
        f'SELECT id, title, {_DAYS[kind]}, competencies FROM "{kind}" '  # noqa: S608 - names are ours, values are bound
        f"WHERE deleted IS NULL AND state NOT IN ({marks}) ORDER BY created, id"
    )
    return [
        Behind(
            Id(str(row[0])),
            kind,
            str(row[1]),
            date.fromisoformat(str(row[2])) if row[2] else None,
            _names(str(row[3])),
        )
        for row in reader.rows(sql, closed)
    ]


@lru_cache(maxsize=1024)
def _names(competencies: str) -> tuple[str, ...]:
    """The ids in a column; many goals ask for the same ones."""
    return tuple(json.loads(competencies))
