from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.goals import CheckIn, Goal
from app.domain.measures import Measure, Standing, newest_value, position, values_before

NUMBERS = st.floats(-1e6, 1e6)


def _note(day: int, value: float | None, *, created: int = 0) -> CheckIn:
    return CheckIn(day=date(2026, 5, day), value=value, note="n", created=created)


@pytest.mark.parametrize(
    ("now", "baseline", "target", "expected"),
    [
        (1, 4, 0, 0.75),
        (9, 21, 7, 12 / 14),
        (3, 1, 5, 0.5),
        (7, 0, 6, 1),
        (5, 4, 0, 0),
        (2, 2, 2, 1),
        (1, 2, 2, 0),
    ],
)
def test_position_grows_towards_the_target(
    now: float, baseline: float, target: float, expected: float
) -> None:
    assert position(now, baseline, target) == pytest.approx(expected)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_position_stays_between_the_ends(now: float, baseline: float, target: float) -> None:
    assert 0 <= position(now, baseline, target) <= 1


@pytest.mark.parametrize(
    ("measure", "standing", "has_way"),
    [
        (Measure("m", "", 4, 0, None), Standing.UNKNOWN, True),
        (Measure("m", "", 4, 0, 1), Standing.BETWEEN, True),
        (Measure("m", "", 4, 0, 0), Standing.BETWEEN, True),
        (Measure("m", "", 4, 0, 5), Standing.BEHIND, True),
        (Measure("m", "", 0, 5, 6), Standing.BEYOND, True),
        (Measure("m", "", None, 5, 6), Standing.FIGURE, False),
        (Measure("m", "", 2, None, 6), Standing.FIGURE, False),
        (Measure("m", "", 2, 2, 2), Standing.FIGURE, False),
    ],
)
def test_what_can_be_said_of_a_measure(measure: Measure, standing: Standing, has_way: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert (measure.standing, measure.has_way) == (standing, has_way)


def test_a_measure_without_a_value_stands_at_its_start() -> None:
    assert Measure("m", "", 4, 0, None).position == 0


def test_a_measure_is_named_by_its_words_or_by_a_number() -> None:
    assert Measure(what="Releases").named
    assert Measure(baseline=0.0).named
    assert not Measure(what="  ").named


def test_the_newest_value_is_by_day_then_by_when_it_was_logged() -> None:
    notes = [_note(20, 1, created=5), _note(20, 2, created=9), _note(1, 7, created=10)]
    assert newest_value(notes) == 2
    assert newest_value([*notes, _note(21, None)]) == 2
    assert newest_value([_note(21, None)]) is None


def test_a_goal_is_measured_where_its_newest_check_in_stands() -> None:
    goal = Goal(title="g", measure="Releases", unit="a month", baseline=4, target=0)
    assert Measure.of(goal, [_note(2, 3)]) == Measure("Releases", "a month", 4, 0, 3)


def test_each_value_follows_the_one_before_it() -> None:
    late, early, silent = _note(9, 1), _note(3, 2), _note(5, None)
    assert values_before([late, early, silent], 4) == {early.id: 4, silent.id: 2, late.id: 2}
