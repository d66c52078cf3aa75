from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress.reading import Direction, Reading

RATINGS = st.integers(1, 5)


def test_how_many_points_allow_what() -> None:
    said = [Reading.of(count) for count in range(7)]
    few = [Reading.NOTHING, Reading.ONE, Reading.TWO, Reading.ENDS, Reading.ENDS]
    assert said == [*few, Reading.DIRECTION, Reading.DIRECTION]


def test_a_direction_is_named_from_half_a_step_on() -> None:
    assert Direction.of([2, 2, 3, 3, 3]) is Direction.HIGHER
    assert Direction.of([3, 3, 3, 2, 2]) is Direction.LOWER
    assert Direction.of([2, 5, 1, 5, 2]) is Direction.SAME
    assert Direction.of([2.0, 2.4]) is Direction.SAME
    assert Direction.of([]) is Direction.SAME


@given(st.lists(RATINGS, min_size=1))
def test_read_from_behind_the_direction_is_the_other_one(values: list[int]) -> None:
    other = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    forward = Direction.of(values)
    assert Direction.of(values[::-1]) is other.get(forward, Direction.SAME)


@given(RATINGS, st.integers(1, 30))
def test_what_never_moves_is_the_same(value: int, count: int) -> None:
    assert Direction.of([value] * count) is Direction.SAME
