"""The values of a measure over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.goals import CheckIn
from app.domain.ids import Id


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it was logged."""

    id: Id
    day: date
    value: float
    note: str = ""


def logged(check_ins: Iterable[CheckIn]) -> tuple[Value, ...]:
    """The values of check-ins, oldest first; of two on a day, the one logged first comes first."""
    ordered = sorted(check_ins, key=lambda note: (note.day, note.created, note.id))
    return tuple(Value(n.id, n.day, n.value, n.note) for n in ordered if n.value is not None)
