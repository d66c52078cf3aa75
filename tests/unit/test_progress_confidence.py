from __future__ import annotations

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress import Direction, Reading
from app.domain.progress.confidence import MOST_WEEKS, Confidence, Rated, confidence

MONDAY = date(2026, 3, 2)
SOME = st.lists(
    st.builds(Rated, st.dates(date(2020, 1, 1), date(2024, 1, 1)), st.integers(1, 5)), max_size=60
)


def in_week(number: int, *values: int) -> list[Rated]:
    return [Rated(MONDAY + timedelta(weeks=number, days=3), value) for value in values]


def test_without_a_rating_there_is_nothing_to_say() -> None:
    assert confidence([]) == Confidence()
    assert Confidence().reading is Reading.NOTHING


def test_a_week_has_its_middle_lowest_and_highest_value() -> None:
    (week,) = confidence(in_week(0, 2, 5, 3, 3)).periods
    assert (week.first, week.last) == (MONDAY, MONDAY + timedelta(days=6))
    assert (week.count, week.middle, week.lowest, week.highest) == (4, 3.0, 2, 5)


def test_the_locale_says_on_which_day_a_week_begins() -> None:
    sunday = Rated(MONDAY - timedelta(days=1), 4)
    assert [p.first for p in confidence([sunday, *in_week(0, 3)]).periods] == [
        MONDAY - timedelta(weeks=1),
        MONDAY,
    ]
    (week,) = confidence([sunday, *in_week(0, 3)], first_weekday=6).periods
    assert week.first == sunday.day


def test_more_than_two_empty_weeks_are_a_gap() -> None:
    near = confidence([*in_week(0, 3), *in_week(3, 3)])
    far = confidence([*in_week(0, 3), *in_week(4, 3)])
    assert [period.after_gap for period in near.periods] == [False, False]
    assert [period.after_gap for period in far.periods] == [False, True]


def test_over_60_weeks_are_told_by_months() -> None:
    sixty = confidence([*in_week(0, 2), *in_week(MOST_WEEKS - 1, 4)])
    longer = confidence([*in_week(0, 2), *in_week(MOST_WEEKS, 4)])
    assert (sixty.monthly, longer.monthly) == (False, True)
    assert [(p.first, p.last) for p in longer.periods] == [
        (date(2026, 3, 1), date(2026, 3, 31)),
        (date(2027, 4, 1), date(2027, 4, 30)),
    ]
    assert [period.after_gap for period in longer.periods] == [False, True]


def test_a_direction_is_read_from_the_middles() -> None:
    rising = confidence([r for n, v in enumerate((2, 2, 3, 4, 4)) for r in in_week(n, v, v, 1, 5)])
    assert (rising.reading, rising.direction) == (Reading.DIRECTION, Direction.HIGHER)


def test_the_ends_of_time_are_days_like_others() -> None:
    assert len(confidence([Rated(date.min, 1)]).periods) == 1
    assert confidence([Rated(date.min, 1), Rated(date.max, 5)]).periods[-1].last == date.max


@given(SOME, st.integers(0, 6))
def test_every_rating_lies_in_exactly_one_period(rated: list[Rated], first_weekday: int) -> None:
    found = confidence(rated, first_weekday)
    assert found.entries == len(rated)
    for period in found.periods:
        inside = [r.confidence for r in rated if period.first <= r.day <= period.last]
        assert (period.count, period.middle) == (len(inside), median(inside))
        assert 1 <= period.lowest <= period.middle <= period.highest <= 5
    firsts = [period.first for period in found.periods]
    assert firsts == sorted(set(firsts))


@given(SOME, st.randoms())
def test_the_order_of_entries_does_not_matter(
    rated: list[Rated],
    random: object,
) -> None:
    mixed = list(rated)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert confidence(mixed) == confidence(rated)


@given(SOME)
def test_values_are_whole_or_half(rated: list[Rated]) -> None:
    assert all((period.middle * 2).is_integer() for period in confidence(rated).periods)
