"""Days are read as people write them, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.days import ENGLISH, DayLanguage, read_day

TODAY = date(2026, 5, 22)
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 5, 23)),
        ("yesterday", date(2026, 5, 21)),
        ("Sat", date(2026, 5, 23)),
        ("Thursday", date(2026, 5, 28)),
        ("Fri.", date(2026, 5, 29)),
        ("next week", date(2026, 5, 25)),
        ("next Fri", date(2026, 5, 29)),
        ("next monday", date(2026, 5, 25)),
        ("end of week", TODAY),
        ("end of the month", date(2026, 5, 31)),
        ("in 3 days", date(2026, 5, 25)),
        ("in 1 week", date(2026, 5, 29)),
        ("in 2 weeks", date(2026, 6, 5)),
        ("22 May", TODAY),
        ("May 22", TODAY),
        ("21 May", date(2026, 5, 21)),
        ("1 Nov", date(2026, 11, 1)),
        ("20 Nov", date(2026, 11, 20)),
        ("Fri 29 May", date(2026, 5, 29)),
        ("Friday, 29 May", date(2026, 5, 29)),
        ("29th of May", date(2026, 5, 29)),
        ("the 1st of June", date(2026, 6, 1)),
        ("May 29, 2027", date(2027, 5, 29)),
        ("29 February 2028", date(2028, 2, 29)),
        ("2026-12-01", date(2026, 12, 1)),
        ("  2026-12-01. ", date(2026, 12, 1)),
        ("\uff12\uff19 May", date(2026, 5, 29)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        " . ",
        "22",
        "May",
        "soon",
        "31 Feb",
        "29 Feb",
        "31 Feb 2027",
        "22 May 27",
        "0 May",
        "Ruth 22 May",
        "22 May please",
        "Fri Sat",
        "Friday's",
        "in weeks",
        "in two weeks",
        "in 9999 weeks or so",
        "99999999999999999999 May",
        "2026-13-01",
        "20261201",
        "2026-W21-5",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", None),
        ("21 May", date(2027, 5, 21)),
        ("22 May", TODAY),
        ("21 May 2026", date(2026, 5, 21)),
        ("2026-05-01", date(2026, 5, 1)),
    ],
)
def test_ahead_nothing_lies_before_today_unless_its_year_was_written(
    text: str, day: date | None
) -> None:
    assert read_day(text, TODAY, ahead=True) == day


@pytest.mark.parametrize("text", ["tomorrow", "next week", "Mon", "in 9999 weeks", "1 Jan"])
def test_beyond_the_last_day_there_is_none(text: str) -> None:
    assert read_day(text, date.max, ENGLISH, ahead=True) is None


@pytest.mark.parametrize("text", ["yesterday", "next week", "Mon", "end of month"])
def test_the_first_day_is_one_too(text: str) -> None:
    expected = {
        "yesterday": None,
        "next week": date(1, 1, 8),
        "Mon": date(1, 1, 8),
        "end of month": date(1, 1, 31),
    }
    assert read_day(text, date.min) == expected[text]


def test_the_end_of_december_is_its_last_day() -> None:
    assert read_day("end of month", date(2026, 12, 3)) == date(2026, 12, 31)


def test_another_language_is_read_without_regard_to_case_and_accents() -> None:
    french = DayLanguage(
        today=("ce jour",),
        tomorrow=("demain",),
        yesterday=("hier",),
        weekdays=(("lundi", "lun."),) + (("x",),) * 6,
        months=(("janvier",), ("février", "févr."), *((str(at),) for at in range(10))),
        in_days=("dans {n} jours",),
    )
    assert read_day("3 FEVR", date(2026, 1, 30), french) == date(2026, 2, 3)
    assert read_day("Lun", TODAY, french) == date(2026, 5, 25)
    assert read_day("dans 4 jours", TODAY, french) == date(2026, 5, 26)
