"""Trends of any check-ins: nothing is invented, nothing lost, and order does not matter."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.goals import CheckIn
from app.domain.progress import Direction, Reading, Trend, is_gap, trend

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
CHECK_INS = st.lists(
    st.builds(
        CheckIn,
        day=DAYS,
        created=st.integers(0, 10**13),
        confidence=st.none() | st.integers(1, 5),
        note=st.text(max_size=10),
    ),
    max_size=12,
)


@given(CHECK_INS)
def test_every_check_in_is_a_row_and_every_rated_one_a_point(notes: list[CheckIn]) -> None:
    seen = trend(notes)
    assert sorted(row.id for row in seen.rows) == sorted(note.id for note in notes)
    rated = {note.id: note.confidence for note in notes if note.confidence is not None}
    assert {point.id: point.confidence for point in seen.points} == rated
    assert [point.day for point in seen.points] == sorted(point.day for point in seen.points)


@given(CHECK_INS, st.randoms(use_true_random=False))
def test_the_order_they_come_in_does_not_matter(notes: list[CheckIn], chance: object) -> None:
    mixed = list(notes)
    chance.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis types its randoms as objects
    assert trend(mixed) == trend(notes)


@given(CHECK_INS)
def test_words_never_outrun_the_points(notes: list[CheckIn]) -> None:
    seen = trend(notes)
    allowed = {0: Reading.NOTHING, 1: Reading.ONE, 2: Reading.TWO, 3: Reading.ENDS, 4: Reading.ENDS}
    assert seen.reading is allowed.get(len(seen.points), Reading.DIRECTION)
    for point in seen.points:
        assert seen.lowest <= point.confidence <= seen.highest


@given(CHECK_INS)
def test_told_backwards_higher_is_lower(notes: list[CheckIn]) -> None:
    seen = trend(notes)
    backwards = Trend(seen.rows[::-1], seen.points[::-1])
    turned = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    assert backwards.direction is turned.get(seen.direction, Direction.SAME)


@given(DAYS, DAYS, st.integers(-400, 400))
def test_a_gap_does_not_depend_on_which_week_it_is(before: date, after: date, weeks: int) -> None:
    moved = timedelta(weeks=weeks)
    assert is_gap(before + moved, after + moved) == is_gap(before, after)
