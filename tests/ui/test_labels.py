"""Words for days and times."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from ui.labels import clock, day_words, in_days, long_day, number, read_day, weekday_and_day

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("qapp")]
TODAY = date(2026, 5, 21)
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 21), "Today"),
        (date(2026, 5, 22), "Tomorrow"),
        (date(2026, 5, 20), "Yesterday"),
        (date(2026, 5, 19), "Tue 19"),
        (date(2026, 5, 27), "Wed 27"),
        (date(2026, 5, 14), "14 May"),
        (date(2026, 5, 28), "28 May"),
        (date(2025, 5, 14), "14 May 2025"),
    ],
)
def test_a_day_is_named_from_today(day: date, words: str) -> None:
    assert day_words(day, TODAY, ENGLISH) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 21), ""),
        (date(2026, 5, 22), "in 1 day"),
        (date(2026, 5, 29), "in 8 days"),
        (date(2026, 6, 4), "in 14 days"),
        (date(2026, 6, 5), ""),
        (date(2026, 5, 20), ""),
    ],
)
def test_days_ahead_are_counted_up_to_fourteen(day: date, words: str) -> None:
    assert in_days(day, TODAY) == words


def test_longer_forms_carry_the_weekday() -> None:
    assert weekday_and_day(date(2026, 5, 22), TODAY, ENGLISH) == "Fri 22 May"
    assert long_day(date(2026, 5, 20), TODAY, ENGLISH) == "Wednesday, 20 May"
    assert long_day(date(2025, 5, 20), TODAY, ENGLISH) == "Tuesday, 20 May 2025"


def test_clock_and_numbers_follow_the_locale() -> None:
    moment = datetime(2026, 5, 20, 21, 14, tzinfo=UTC)
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    assert clock(moment, ENGLISH) == "21:14"
    assert number(3.0, german) == "3"
    assert number(2.5, german) == "2,5"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 May", date(2026, 5, 22)),
        ("May 22", date(2026, 5, 22)),
        ("22 may 2027", date(2027, 5, 22)),
        ("1 Jan", date(2026, 1, 1)),
        ("tomorrow", date(2026, 5, 22)),
        ("Today", TODAY),
        ("Fri", date(2026, 5, 22)),
        ("thursday", date(2026, 5, 28)),
        ("2026-06-01", date(2026, 6, 1)),
        ("31 Feb", None),
        ("soon", None),
        ("22", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text, TODAY, ENGLISH) == day


def test_a_day_long_past_is_next_year() -> None:
    assert read_day("3 Feb", date(2026, 11, 20), ENGLISH) == date(2027, 2, 3)
