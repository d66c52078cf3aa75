"""What may be said of so many check-ins, and where the line breaks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.goals import CheckIn, PlanUse
from app.domain.progress import Direction, Reading, is_gap, trend

MONDAY = date(2026, 3, 9)


def weekly(*ratings: int | None) -> list[CheckIn]:
    return [
        CheckIn(day=MONDAY + timedelta(weeks=week), confidence=rating, note="A word.")
        for week, rating in enumerate(ratings)
    ]


def test_without_check_ins_nothing_can_be_said() -> None:
    seen = trend([])
    assert (seen.reading, seen.rows, seen.points) == (Reading.NOTHING, (), ())
    assert (seen.first, seen.last, seen.lowest, seen.highest) == (None, None, 0, 0)
    assert seen.direction is Direction.SAME
    assert seen.quiet_since(MONDAY) is None


def test_what_was_not_rated_has_a_row_and_no_point() -> None:
    seen = trend(weekly(2, None, 4))
    assert [row.confidence for row in seen.rows] == [2, None, 4]
    assert [point.confidence for point in seen.points] == [2, 4]


@pytest.mark.parametrize(
    ("count", "reading"),
    [
        (1, Reading.ONE),
        (2, Reading.TWO),
        (3, Reading.ENDS),
        (4, Reading.ENDS),
        (5, Reading.DIRECTION),
        (9, Reading.DIRECTION),
    ],
)
def test_a_direction_needs_five_points(count: int, reading: Reading) -> None:
    assert trend(weekly(*[3] * count)).reading is reading


@pytest.mark.parametrize(
    ("ratings", "direction"),
    [
        ((1, 2, 3, 4, 5), Direction.HIGHER),
        ((5, 4, 3, 2, 1), Direction.LOWER),
        ((3, 1, 5, 1, 3), Direction.SAME),
        ((2, 2, 1, 5, 5, 2, 3), Direction.HIGHER),
        ((3, 2, 4, 4, 3, 2), Direction.SAME),
    ],
)
def test_a_direction_compares_the_middle_of_the_outer_thirds(
    ratings: tuple[int, ...], direction: Direction
) -> None:
    assert trend(weekly(*ratings)).direction is direction


def test_check_ins_stand_by_day_then_by_when_they_were_made() -> None:
    late = CheckIn(day=MONDAY, created=2, confidence=5)
    early = CheckIn(day=MONDAY, created=1, confidence=1)
    before = CheckIn(day=MONDAY - timedelta(days=1), created=3, confidence=3)
    assert [point.confidence for point in trend([late, early, before]).points] == [3, 1, 5]


@pytest.mark.parametrize(
    ("weeks", "days", "gap"),
    [(0, 0, False), (3, 0, False), (3, 6, False), (4, 0, True), (3, 7, True), (52, 0, True)],
)
def test_over_two_empty_weeks_are_a_gap(weeks: int, days: int, *, gap: bool) -> None:
    assert is_gap(MONDAY, MONDAY + timedelta(weeks=weeks, days=days)) is gap


def test_the_line_breaks_after_a_pause_and_says_so_until_today() -> None:
    notes = [CheckIn(day=MONDAY, confidence=2), CheckIn(day=date(2026, 4, 14), confidence=3)]
    seen = trend(notes)
    assert [point.after_gap for point in seen.points] == [False, True]
    assert seen.quiet_since(date(2026, 4, 28)) is None
    assert seen.quiet_since(date(2026, 5, 20)) == date(2026, 4, 14)


def test_a_plan_counts_only_where_it_was_used() -> None:
    uses = (PlanUse.YES, PlanUse.NOT_THIS_TIME, PlanUse.DID_NOT_COME_UP, None, PlanUse.YES)
    notes = [CheckIn(day=MONDAY, confidence=3, plan_used=use) for use in uses]
    assert trend(notes).plans_used == 2
