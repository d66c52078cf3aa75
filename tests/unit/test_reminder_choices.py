"""What somebody chose: quiet hours, their ends, and choices as they are kept."""

# ruff: noqa: DTZ001 - the clock on the wall has no zone

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.reminder_choices import LEADS, ReminderChoices, Subject

EVENING = ReminderChoices(quiet_from=time(18), quiet_until=time(8))
MIDDAY = ReminderChoices(quiet_from=time(12), quiet_until=time(14))
NEVER = ReminderChoices(quiet_from=time(8), quiet_until=time(8))
WEEKEND = ReminderChoices(quiet_from=time(18), quiet_until=time(8), quiet_weekends=True)

TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))
CHOICES = st.builds(
    ReminderChoices,
    subjects=st.frozensets(st.sampled_from(Subject)),
    at=TIMES,
    weekday=st.integers(0, 6),
    weekly_at=TIMES,
    lead=st.sampled_from(LEADS),
    quiet_from=TIMES,
    quiet_until=TIMES,
    quiet_weekends=st.booleans(),
    several=st.booleans(),
    notify=st.booleans(),
)
DAYS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))


def wednesday(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, 20, hour, minute)


@pytest.mark.parametrize(
    ("choices", "hour", "expected"),
    [
        (EVENING, 7, True),
        (EVENING, 8, False),
        (EVENING, 17, False),
        (EVENING, 18, True),
        (EVENING, 0, True),
        (MIDDAY, 11, False),
        (MIDDAY, 12, True),
        (MIDDAY, 14, False),
        (NEVER, 8, False),
        (NEVER, 3, False),
        (WEEKEND, 12, False),
    ],
)
def test_quiet_hours_may_run_over_midnight_or_not(
    choices: ReminderChoices,
    hour: int,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert choices.is_quiet(wednesday(hour)) == expected


def test_a_quiet_weekend_is_saturday_and_sunday() -> None:
    noons = [datetime(2026, 5, day, 12) for day in (22, 23, 24, 25)]
    assert [WEEKEND.is_quiet(noon) for noon in noons] == [False, True, True, False]
    assert [EVENING.is_quiet(noon) for noon in noons] == [False] * 4


@pytest.mark.parametrize(
    ("choices", "when", "expected"),
    [
        (EVENING, wednesday(9), wednesday(9)),
        (EVENING, wednesday(7, 30), wednesday(8)),
        (EVENING, wednesday(22), datetime(2026, 5, 21, 8)),
        (MIDDAY, wednesday(13), wednesday(14)),
        (WEEKEND, datetime(2026, 5, 22, 19), datetime(2026, 5, 25, 8)),
        (WEEKEND, datetime(2026, 5, 24, 16), datetime(2026, 5, 25, 8)),
    ],
)
def test_what_falls_into_quiet_comes_at_its_end(
    choices: ReminderChoices, when: datetime, expected: datetime
) -> None:
    assert choices.after_quiet(when) == expected


def test_before_quiet_is_the_last_hour_before_it() -> None:
    assert EVENING.before_quiet(wednesday(7, 30)) == datetime(2026, 5, 19, 17)
    assert WEEKEND.before_quiet(datetime(2026, 5, 24, 7)) == datetime(2026, 5, 22, 17)
    all_but_a_minute = ReminderChoices(quiet_from=time(8, 1), quiet_until=time(8))
    assert all_but_a_minute.before_quiet(wednesday(7, 7)) is None


@given(CHOICES, DAYS)
def test_the_end_of_quiet_is_never_quiet_nor_earlier(
    choices: ReminderChoices, when: datetime
) -> None:
    free = choices.after_quiet(when)
    assert free >= when
    assert not choices.is_quiet(free)
    assert (free == when) == (not choices.is_quiet(when))
    before = choices.before_quiet(when)
    assert before is None or (before < when and not choices.is_quiet(before))


@given(CHOICES)
def test_choices_are_read_as_they_were_kept(choices: ReminderChoices) -> None:
    assert ReminderChoices.from_text(choices.to_text()) == choices


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"at": 9, "lead": true, "weekday": 7, "subjects": "sessions"}']
)
def test_what_cannot_be_read_counts_as_not_chosen(text: str) -> None:
    assert ReminderChoices.from_text(text) == ReminderChoices()


def test_what_can_be_read_beside_it_still_counts() -> None:
    kept = '{"at": "25:00", "several": true, "subjects": ["sessions", "horoscopes"], "more": 1}'
    expected = ReminderChoices(several=True, subjects=frozenset({Subject.SESSIONS}))
    assert ReminderChoices.from_text(kept) == expected
