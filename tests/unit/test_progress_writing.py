from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress.writing import Writing, WritingDay, Written, writing

MONDAY = date(2026, 3, 2)
SOME = st.lists(
    st.builds(Written, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.integers(0, 900)),
    max_size=40,
)


@pytest.mark.parametrize(
    ("words", "step"),
    [(0, 0), (1, 1), (99, 1), (100, 2), (249, 2), (250, 3), (499, 3), (500, 4), (9000, 4)],
)
def test_a_day_is_darker_the_more_was_written(words: int, step: int) -> None:
    assert WritingDay(MONDAY, words, 1).step == step


def test_entries_of_a_day_are_added_up() -> None:
    found = writing([Written(MONDAY, 60), Written(MONDAY, 50)])
    assert found.days == (WritingDay(MONDAY, 110, 2),)


def test_nothing_written_is_nothing_said() -> None:
    assert (writing([]), Writing().weekday) == (Writing(), None)


def weeks(count: int, *weekdays: int) -> Writing:
    days = (MONDAY + timedelta(weeks=week, days=day) for week in range(count) for day in weekdays)
    return writing(Written(day, 10) for day in days)


def test_a_weekday_that_stands_out_is_named_from_12_days_on() -> None:
    assert weeks(11, 0).weekday is None
    assert weeks(12, 0).weekday == 0
    assert weeks(12, 6).weekday == 6
    assert weeks(5, 0, 1, 2, 3, 4, 5, 6).weekday is None


@given(SOME)
def test_no_word_and_no_entry_is_lost(entries: list[Written]) -> None:
    found = writing(entries)
    assert sum(day.words for day in found.days) == sum(entry.words for entry in entries)
    assert sum(day.entries for day in found.days) == len(entries)
    days = [day.day for day in found.days]
    assert days == sorted({entry.day for entry in entries})
