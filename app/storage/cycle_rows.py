"""The rows of goals that a cycle could take, read without the goals' many texts."""

from __future__ import annotations

from typing import Final

from app.domain.goals import GoalState
from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.rows import Reader

_OPEN: Final = tuple(state.value for state in GoalState if not state.closed)
_BESIDE: Final = (
    f"FROM goal WHERE deleted IS NULL AND cycle <> ? AND state IN ({', '.join('?' * len(_OPEN))})"
)


def goals_beside(reader: Reader, cycle: Id) -> list[Row]:
    """Id, title, state and cycle of the goals not ended that belong elsewhere or nowhere."""
    return reader.rows(f"SELECT id, title, state, cycle {_BESIDE}", (cycle, *_OPEN))


def any_beside(reader: Reader, cycle: Id) -> bool:
    """Whether there are such goals."""
    return bool(reader.rows(f"SELECT 1 {_BESIDE} LIMIT 1", (cycle, *_OPEN)))
