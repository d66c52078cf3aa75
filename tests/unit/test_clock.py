from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from app.clock import FixedClock, Moment, SystemClock, monotonic


def test_a_moment_keeps_the_local_date_of_its_zone() -> None:
    late = datetime(2026, 5, 20, 23, 30, tzinfo=timezone(timedelta(hours=-9)))
    assert Moment.of(late).day == date(2026, 5, 20)
    assert Moment.of(late).local == late


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment.of(datetime(2026, 5, 20))  # noqa: DTZ001 - the case under test


def test_the_system_clock_agrees_with_utc() -> None:
    before = datetime.now(UTC).timestamp() * 1000
    assert SystemClock().now().at >= before - 1


def test_a_fixed_clock_moves_when_it_is_moved() -> None:
    clock = FixedClock(Moment(1_000, 60))
    clock.advance(500)
    assert clock.now() == Moment(1_500, 60)


def test_the_idle_clock_never_goes_back() -> None:
    first = monotonic()
    assert monotonic() >= first


def test_a_time_by_the_wall_follows_the_rules_of_the_zone_for_its_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    clock = FixedClock(Moment(0, 120), berlin)
    winter, summer = datetime(2026, 1, 5, 10), datetime(2026, 7, 5, 10)  # noqa: DTZ001 - by the wall
    assert (clock.here(winter).offset, clock.here(summer).offset) == (60, 120)
    assert clock.here(winter).local.hour == clock.here(summer).local.hour == 10


def test_a_time_that_is_skipped_is_an_hour_later_and_one_that_comes_twice_the_first() -> None:
    clock = FixedClock(Moment(0, 60), ZoneInfo("Europe/Berlin"))
    skipped = clock.here(datetime(2026, 3, 29, 2, 30))  # noqa: DTZ001 - by the wall
    assert skipped.local.isoformat() == "2026-03-29T03:30:00+02:00"
    twice = clock.here(datetime(2026, 10, 25, 2, 30))  # noqa: DTZ001 - by the wall
    assert twice.local.isoformat() == "2026-10-25T02:30:00+02:00"


def test_without_a_zone_the_offset_stays_all_year() -> None:
    clock = FixedClock(Moment(0, 90))
    assert clock.here(datetime(2026, 7, 5, 10)).offset == 90  # noqa: DTZ001 - by the wall


def test_this_computers_clock_knows_its_own_zone() -> None:
    wall = datetime(2026, 7, 5, 10, 15)  # noqa: DTZ001 - by the wall
    assert SystemClock().here(wall).local.replace(tzinfo=None) == wall
