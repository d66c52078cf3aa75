from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.cycles import Cycle, Person
from app.domain.goals import DatesReversedError
from app.domain.records import TitleMissingError

SPRING = Cycle(
    title="Spring", start=date(2026, 3, 2), middle=date(2026, 5, 29), end=date(2026, 8, 28)
)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 3, 2), 1),
        (date(2026, 3, 8), 1),
        (date(2026, 3, 9), 2),
        (date(2026, 5, 21), 12),
        (date(2026, 2, 1), 1),
        (date(2027, 1, 1), 26),
    ],
)
def test_weeks_are_counted_from_one_and_stay_in_the_cycle(day: date, week: int) -> None:
    assert SPRING.week_of(day) == week
    assert SPRING.weeks == 26


@pytest.mark.parametrize(("days", "weeks"), [(0, 1), (7, 1), (8, 2), (126, 18)])
def test_a_cycle_of_whole_weeks_has_as_many(days: int, weeks: int) -> None:
    start = date(2026, 1, 28)
    assert Cycle(title="x", start=start, end=start + timedelta(days=days)).weeks == weeks


def test_the_middle_lies_in_the_cycle() -> None:
    SPRING.check()
    with pytest.raises(DatesReversedError):
        Cycle(title="x", start=SPRING.start, middle=date(2027, 1, 1), end=SPRING.end).check()
    with pytest.raises(DatesReversedError):
        Cycle(title="x", start=SPRING.end, middle=SPRING.end, end=SPRING.start).check()


def test_a_person_has_a_name() -> None:
    Person(name="Ruth").check()
    with pytest.raises(TitleMissingError):
        Person(name=" ").check()
