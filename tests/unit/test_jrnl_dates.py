"""Dates in the headers of a jrnl journal."""

from datetime import date, time

import pytest

from app.importing.jrnl_dates import Stamp, is_day_first, stamp

DAY = date(2020, 8, 29)
DOTS, SLASHES = "{}.{}.2020", "{}/{}/2020"


def stamps(shape: str, *days: tuple[int, int]) -> list[Stamp]:
    """The stamps of dates of which each gives two numbers."""
    found = [stamp(shape.format(*day)) for day in days]
    assert None not in found
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    "text",
    [
        "2020-08-29 11:11",
        "2020-08-29 11:11:00",
        "2020-08-29 11:11:00 AM",
        "2020-08-29 11:11am",
        "2020-08-29 11:11 a.m.",
        "2020-08-29T11:11:00",
        "2020-08-29_11:11",
        "2020-08-29T11:11:00.123",
        "2020/08/29 11:11",
        "2020.8.29 11.11",
        "20200829 11:11",
        "29.08.2020 11:11",
        "29.8.20 11:11",
        "29/08/2020, 11:11",
        "08/29/2020 11:11 AM",
        "29-08-2020 - 11:11",
        "Sat Aug 29 2020 11:11",
        "Sat Aug 29 11:11:00 2020",
        "Saturday, 29 August 2020, 11:11",
        "Saturday, August 29th, 2020 at 11:11 AM",
        "29. Aug. 2020 11:11",
        "29-Aug-2020 11:11",
        "2020-08-29 Sat 11:11",
        "29.08.2020 11h11",
    ],
)
def test_a_date_is_read_in_the_format_somebody_chose(text: str) -> None:
    found = stamp(text)

    assert found is not None
    assert found.day(day_first=True) == found.day(day_first=False) == DAY
    assert found.at == time(11, 11)
    assert found.offset is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2020-08-29", time()),
        ("2020-08-29 12:05 AM", time(0, 5)),
        ("2020-08-29 12:05 PM", time(12, 5)),
        ("2020-08-29 02:32:09 PM", time(14, 32, 9)),
        ("2020-08-29 14:32 PM", time(14, 32)),
        ("2020-08-29 14:32 AM", time(14, 32)),
        ("Sat Aug 29 2020", time()),
    ],
)
def test_the_time_may_be_of_twelve_hours_or_missing(text: str, at: time) -> None:
    found = stamp(text)

    assert found is not None
    assert found.at == at


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+0200", 120), (" -03:30", -210), ("Z", 0), (" UTC", 0), ("+9900", None)],
)
def test_a_zone_is_minded(text: str, minutes: int | None) -> None:
    found = stamp("2020-08-29 11:11" + text)

    assert found is not None
    assert found.offset == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Saturday",
        "todo",
        "link",
        "1",
        "123456",
        "2020",
        "2020-13-29",
        "2020-02-30 10:00",
        "30.02.2020",
        "2020-08-29 25:00",
        "2020-08-29 10:61",
        "1850-08-29",
        "9999-08-29",
        "Okt 29 2020",
        "see 2020-08-29",
        "2020-08-29 and more",
        "2020-08/29",
        "٢٠٢٠-٠٨-٢٩",
        "August 2020",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert stamp(text) is None


def test_a_time_alone_is_told_from_a_date() -> None:
    alone, dated = stamp("09:14 PM"), stamp("2020-08-29 09:14")

    assert alone is not None
    assert alone.time_only
    assert alone.at == time(21, 14)
    assert dated is not None
    assert not dated.time_only


def test_years_of_two_digits_are_of_the_last_and_this_century() -> None:
    assert [s.day(day_first=True) for s in stamps("{}.12.{}", (1, 68), (1, 69))] == [
        date(2068, 12, 1),
        date(1969, 12, 1),
    ]


def test_one_date_above_twelve_decides_for_all() -> None:
    assert is_day_first(stamps(SLASHES, (3, 4), (25, 12), (1, 2)))
    assert not is_day_first(stamps(DOTS, (3, 4), (12, 25), (1, 2)))


def test_without_one_the_order_decides_in_which_entries_follow_each_other() -> None:
    assert is_day_first(stamps(SLASHES, (1, 2), (12, 2), (3, 4)))
    assert not is_day_first(stamps(DOTS, (2, 1), (2, 12), (4, 3)))


def test_without_anything_dots_mean_day_first_and_slashes_month_first() -> None:
    assert is_day_first(stamps(DOTS, (3, 4)))
    assert not is_day_first(stamps(SLASHES, (3, 4)))
    assert not is_day_first([])


def test_a_date_that_exists_in_one_order_is_read_in_that_one() -> None:
    one, other = stamps(SLASHES, (25, 12), (12, 25))

    assert one.day(day_first=False) == other.day(day_first=True) == date(2020, 12, 25)
