"""The values of a measure: those that were logged, oldest first."""

from __future__ import annotations

from datetime import date

from app.domain.goals import CheckIn
from app.domain.progress.values import logged


def test_values_come_oldest_first_and_notes_without_one_are_left_out() -> None:
    """Of two on a day, the one logged first comes first."""
    notes = [
        CheckIn(day=date(2026, 5, 3), value=2.0, created=2, note="n"),
        CheckIn(day=date(2026, 5, 3), value=1.0, created=1),
        CheckIn(day=date(2026, 5, 1), value=0.0),
        CheckIn(day=date(2026, 5, 2), confidence=3),
    ]
    found = [(value.day.day, value.value, value.note) for value in logged(notes)]
    assert found == [(1, 0.0, ""), (3, 1.0, ""), (3, 2.0, "n")]
