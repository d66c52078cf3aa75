"""What was agreed with one person, on both sides. Never a verdict, and nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.ids import Id
from app.domain.sessions import ActionState

FEW: Final = 5
"""Below so many in all there is no bar: the numbers do."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """An action: whose it is, the day it was agreed, by when it is due and what became of it."""

    id: Id
    title: str
    mine: bool
    agreed: date
    due: date | None
    state: ActionState


@dataclass(frozen=True, slots=True)
class Side:
    """How many actions of one side are done, open and dropped."""

    done: int
    open: int
    dropped: int

    @property
    def whole(self) -> int:
        """All that was agreed."""
        return self.done + self.open + self.dropped


@dataclass(frozen=True, slots=True)
class Kept:
    """The actions agreed with somebody of this name, each once, by the day they were agreed."""

    name: str = ""
    rows: tuple[KeptRow, ...] = ()

    def side(self, *, mine: bool) -> Side:
        """One side of it."""
        states = [row.state for row in self.rows if row.mine is mine]
        return Side(*map(states.count, (ActionState.DONE, ActionState.OPEN, ActionState.DROPPED)))

    @property
    def is_few(self) -> bool:
        """Whether there are too few for bars."""
        return len(self.rows) < FEW

    @property
    def oldest_open(self) -> date | None:
        """When the oldest open one was agreed."""
        days = (row.agreed for row in self.rows if row.state is ActionState.OPEN)
        return min(days, default=None)


def kept(name: str, rows: Iterable[KeptRow]) -> Kept:
    """The actions agreed with somebody, by the day they were agreed."""
    return Kept(name, tuple(sorted(rows, key=lambda row: (row.agreed, row.id))))
