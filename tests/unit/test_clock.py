from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

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
