"""Keys go from mark to mark: along a row, to the next row, to the ends."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.shapes import Frame, Mark
from app.drawing.steps import Step, stepped


def mark(row: int, column: int, x: float) -> Mark:
    return Mark(f"{row}-{column}", Frame(x, row * 30, 10, 10), row, column, "")


# Three above two: 0 1 2 / 3 4
MARKS = [mark(0, 0, 0), mark(0, 1, 50), mark(0, 2, 100), mark(1, 0, 48), mark(1, 1, 200)]


@pytest.mark.parametrize(
    ("at", "step", "place"),
    [
        (0, "ahead", 1),
        (2, "ahead", 3),
        (4, "ahead", 4),
        (3, "back", 2),
        (0, "back", 0),
        (0, "down", 3),
        (2, "down", 3),
        (3, "down", 3),
        (4, "up", 2),
        (3, "up", 1),
        (2, "first", 0),
        (2, "last", 4),
        (-1, "ahead", 0),
        (-1, "up", 0),
        (-1, "last", 4),
    ],
)
def test_a_step_leads_to_the_mark_one_expects(at: int, step: Step, place: int) -> None:
    assert stepped(MARKS, at, step) == place


def test_without_marks_there_is_nowhere_to_go() -> None:
    assert {stepped([], -1, step) for step in get_args(Step)} == {-1}


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), min_size=1, max_size=20, unique=True)
)
def test_ahead_visits_every_mark_once_and_back_returns(places: list[tuple[int, int]]) -> None:
    marks = [mark(row, column, column * 20.0) for row, column in places]
    at = min(range(len(marks)), key=lambda n: (marks[n].row, marks[n].column))
    seen = [at]
    while (following := stepped(marks, at, "ahead")) != at:
        assert stepped(marks, following, "back") == at
        seen.append(at := following)
    assert sorted(seen) == list(range(len(marks)))
