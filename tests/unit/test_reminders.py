"""When there is a reminder: once for each occurrence, one a day, never in quiet hours."""

# ruff: noqa: DTZ001 - the clock on the wall has no zone

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.clock import Moment
from app.domain.ids import Id, Kind
from app.domain.reminder_choices import ReminderChoices, Subject
from app.domain.reminders import (
    LOOK_AGAIN,
    Due,
    Nudge,
    Said,
    Thing,
    due,
    later_today,
    waiting,
    weekly_day,
    weekly_reflection,
)

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
WEDNESDAY = date(2026, 5, 20)
DAY = timedelta(days=1)
CHOICES = ReminderChoices(quiet_from=time(18), quiet_until=time(8))


def at(day: date, hour: int, minute: int = 0, zone: ZoneInfo = BERLIN) -> Moment:
    return Moment.of(datetime.combine(day, time(hour, minute), zone))


def milestone(day: date = WEDNESDAY, name: str = "m") -> Thing:
    return Thing(Subject.MILESTONES, Kind.MILESTONE, day, Id(name), name)


def session(start: Moment) -> Thing:
    return Thing(Subject.SESSIONS, Kind.PERSON, start.day, Id("s"), "Session", start)


def look(now: Moment, *things: Thing, said: Said | None = None, **choices: object) -> Due:
    chosen = replace(CHOICES, **choices)  # type: ignore[arg-type] # a test may
    return due(now, chosen, things, said or Said())


def test_a_day_s_reminder_comes_at_the_chosen_time_and_once() -> None:
    early = look(at(WEDNESDAY, 8, 59), milestone())
    assert (early.nudge, early.new, early.again) == (None, False, timedelta(minutes=1))
    first = look(at(WEDNESDAY, 9), milestone())
    assert (first.nudge, first.new) == (Nudge((milestone(),)), True)
    again = look(at(WEDNESDAY, 9, 2), milestone(), said=first.said)
    assert (again.nudge, again.new) == (Nudge((milestone(),)), False)


def test_it_looks_again_after_two_minutes_at_the_latest() -> None:
    assert look(at(WEDNESDAY, 3)).again == LOOK_AGAIN


def test_nothing_comes_in_quiet_hours_but_at_their_end() -> None:
    assert not look(at(WEDNESDAY, 7, 59), milestone(), at=time(6)).new
    assert look(at(WEDNESDAY, 8), milestone(), at=time(6)).new
    late = milestone(WEDNESDAY - DAY)
    assert not look(at(WEDNESDAY, 18), late).new


def test_a_second_one_waits_for_the_next_day() -> None:
    said = look(at(WEDNESDAY, 9), milestone()).said
    other = milestone(name="other")
    assert not look(at(WEDNESDAY, 17), milestone(), other, said=said).new
    next_day = look(at(WEDNESDAY + DAY, 9), other, said=said)
    assert (next_day.new, next_day.nudge) == (True, Nudge((other,), WEDNESDAY))


def test_several_a_day_come_where_somebody_asked_for_them() -> None:
    said = look(at(WEDNESDAY, 9), milestone(), several=True).said
    other = milestone(name="other")
    assert look(at(WEDNESDAY, 9, 2), milestone(), other, said=said, several=True).new


def test_the_one_of_a_day_holds_what_comes_later_that_day() -> None:
    reflection = Thing(Subject.REFLECTION, Kind.ENTRY, WEDNESDAY)
    meeting = session(at(WEDNESDAY, 15))
    one = look(at(WEDNESDAY, 9), milestone(), reflection, meeting, lead=60)
    assert one.nudge == Nudge((milestone(), meeting, reflection))
    each = look(at(WEDNESDAY, 9), milestone(), reflection, meeting, lead=60, several=True)
    assert each.nudge == Nudge((milestone(),))


def test_after_days_away_there_is_one_summary_since_the_first() -> None:
    monday, tuesday = WEDNESDAY - 2 * DAY, WEDNESDAY - DAY
    things = (milestone(monday, "a"), milestone(tuesday, "b"), milestone(WEDNESDAY, "c"))
    back = look(at(WEDNESDAY, 12), *things)
    assert (back.nudge, back.new) == (Nudge(things, monday), True)
    assert not look(at(WEDNESDAY + DAY, 9), *things, said=back.said).new


def test_what_lies_a_month_back_is_let_go() -> None:
    assert look(at(WEDNESDAY, 12), milestone(WEDNESDAY - 31 * DAY)).nudge is None


def test_a_kind_that_is_off_is_not_said_nor_waiting() -> None:
    without = frozenset(Subject) - {Subject.MILESTONES}
    assert not look(at(WEDNESDAY, 9), milestone(), subjects=without).new
    said = look(at(WEDNESDAY, 9), milestone()).said
    assert look(at(WEDNESDAY, 9), milestone(), said=said, subjects=without).nudge is None


@pytest.mark.parametrize(
    ("start", "lead", "expected"),
    [
        (at(WEDNESDAY, 15), 60, at(WEDNESDAY, 14)),
        (at(WEDNESDAY, 15), 1440, at(WEDNESDAY - DAY, 15)),
        (at(WEDNESDAY, 8, 30), 60, at(WEDNESDAY, 8)),
        (at(WEDNESDAY, 7, 30), 60, at(WEDNESDAY - DAY, 17)),
        (at(WEDNESDAY, 20), 60, at(WEDNESDAY, 17)),
    ],
)
def test_a_session_is_reminded_of_before_it_or_before_the_quiet(
    start: Moment, lead: int, expected: Moment
) -> None:
    before = Moment(expected.at - 60_000, expected.offset)
    assert not look(before, session(start), lead=lead).new
    assert look(expected, session(start), lead=lead).new


def test_a_session_that_has_begun_is_never_mentioned() -> None:
    start = at(WEDNESDAY, 9)
    assert look(at(WEDNESDAY, 9), session(start)).nudge is None
    assert look(at(WEDNESDAY + 3 * DAY, 9), session(start)).nudge is None


def test_a_session_that_was_moved_is_another_occurrence() -> None:
    said = look(at(WEDNESDAY, 9), session(at(WEDNESDAY, 15))).said
    moved = session(at(WEDNESDAY + 2 * DAY, 15))
    assert look(at(WEDNESDAY + DAY, 15), moved, said=said).new


def test_a_time_that_summer_time_leaves_out_comes_right_after() -> None:
    """On 29 March 2026 the clocks of Berlin go from 01:59 to 03:00."""
    sunday = date(2026, 3, 29)
    night: dict[str, Any] = {"at": time(2, 30), "quiet_from": time(0), "quiet_until": time(0)}
    three = Moment.of(datetime(2026, 3, 29, 1, 0, tzinfo=ZoneInfo("UTC")).astimezone(BERLIN))
    assert three.local.hour == 3
    before = look(Moment(three.at - 60_000, 60), milestone(sunday), **night)
    assert not before.new
    assert look(three, milestone(sunday), **night).new


def test_an_hour_that_comes_twice_has_one_reminder() -> None:
    """On 25 October 2026 the clocks of Berlin go from 02:59 back to 02:00."""
    night: dict[str, Any] = {"at": time(2, 30), "quiet_from": time(0), "quiet_until": time(0)}
    sunday, said, count = date(2026, 10, 25), Said(), 0
    start = datetime(2026, 10, 25, 0, 0, tzinfo=ZoneInfo("UTC"))
    for minute in range(150):
        now = Moment.of((start + timedelta(minutes=minute)).astimezone(BERLIN))
        found = look(now, milestone(sunday), said=said, **night)
        count, said = count + found.new, found.said
    assert count == 1


def test_a_day_lived_twice_on_a_journey_has_one_reminder() -> None:
    said = look(at(WEDNESDAY, 9, zone=TOKYO), milestone()).said
    west = at(WEDNESDAY, 9, zone=ZoneInfo("America/Los_Angeles"))
    assert not look(west, milestone(), milestone(name="other"), said=said).new


@pytest.mark.parametrize("days", [-400, -1, 1, 29, 400])
def test_a_clock_that_was_wrong_neither_repeats_nor_silences(days: int) -> None:
    """What was said under it stays said; what comes afterwards is said on its day."""
    wrong = WEDNESDAY + days * DAY
    said = look(at(wrong, 9), milestone(wrong, "then")).said
    assert said.marks
    now = look(at(WEDNESDAY, 9), milestone(wrong, "then"), milestone(), said=said)
    assert (now.new, milestone() in now.nudge.things if now.nudge else False) == (True, True)
    # That day has had its reminder, whatever else comes up on it.
    others = (milestone(wrong, "then"), milestone(wrong, "other"), milestone())
    assert not look(at(wrong, 17), *others, said=now.said).new


def test_leap_days_and_new_years_are_days_like_others() -> None:
    for day in (date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1)):
        first = look(at(day, 9), milestone(day))
        assert first.new
        assert not look(at(day + DAY, 9), milestone(day), said=first.said).new


def test_later_today_is_three_hours_on_and_before_the_quiet() -> None:
    assert later_today(at(WEDNESDAY, 9, 5), CHOICES) == datetime(2026, 5, 20, 12, 5)
    assert later_today(at(WEDNESDAY, 16), CHOICES) == datetime(2026, 5, 20, 17)
    assert later_today(at(WEDNESDAY, 17, 30), CHOICES) is None
    assert later_today(at(WEDNESDAY, 22), replace(CHOICES, quiet_until=time(18))) is None


def test_what_was_put_off_is_away_until_then_and_announced_once_more() -> None:
    said = replace(look(at(WEDNESDAY, 9), milestone()).said, later=datetime(2026, 5, 20, 12))
    away = look(at(WEDNESDAY, 11, 59), milestone(), said=said)
    assert (away.nudge, away.new, away.again) == (None, False, timedelta(minutes=1))
    assert waiting(at(WEDNESDAY, 11), CHOICES, [milestone()], said) is None
    back = look(at(WEDNESDAY, 12), milestone(), said=away.said)
    assert (back.nudge, back.new) == (Nudge((milestone(),)), True)
    assert not look(at(WEDNESDAY, 12, 1), milestone(), said=back.said).new


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_put_off_by_a_clock_that_was_wrong_it_is_there_without_a_word(days: int) -> None:
    said = look(at(WEDNESDAY, 9), milestone()).said
    said = replace(said, later=datetime(2026, 5, 20, 12) + days * DAY)
    found = look(at(WEDNESDAY, 10), milestone(), said=said)
    assert (found.nudge, found.new, found.said.later) == (Nudge((milestone(),)), False, None)


def test_what_is_done_or_dismissed_waits_no_longer() -> None:
    said = look(at(WEDNESDAY, 9), milestone(), milestone(name="b")).said
    assert look(at(WEDNESDAY, 10), said=said).nudge is None
    left = said.without([milestone().occurrence])
    expected = Nudge((milestone(name="b"),))
    assert waiting(at(WEDNESDAY, 10), CHOICES, [milestone(), milestone(name="b")], left) == expected


def test_what_was_said_is_remembered_within_bounds() -> None:
    """What is still there is never forgotten, of the rest the newest 128."""
    many = [milestone(WEDNESDAY, f"{n}") for n in range(300)]
    said = look(at(WEDNESDAY, 9), *many).said
    assert len(said.marks) == 300
    later = look(at(WEDNESDAY + DAY, 9), many[0], milestone(WEDNESDAY + DAY, "new"), said=said).said
    names = [occurrence for occurrence, _ in later.marks]
    assert len(names) == 130
    assert names[0] == many[0].occurrence
    assert later.waiting == (many[0].occurrence, milestone(WEDNESDAY + DAY, "new").occurrence)


def test_what_was_said_is_read_as_it_was_kept() -> None:
    said = Said((("a", WEDNESDAY), ("b", WEDNESDAY)), ("b",), datetime(2026, 5, 20, 12, 5))
    assert Said.from_text(said.to_text()) == said
    assert Said.from_text(Said().to_text()) == Said()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"marks": 3}', '{"marks": [["a", "noon"]]}', '{"later": "soon"}']
)
def test_what_cannot_be_read_counts_as_not_said(text: str) -> None:
    assert Said.from_text(text) == Said()


@pytest.mark.parametrize(
    ("weekday", "today", "written", "expected"),
    [
        (4, date(2026, 5, 22), None, date(2026, 5, 22)),
        (4, date(2026, 5, 21), None, date(2026, 5, 15)),
        (4, date(2026, 5, 22), date(2026, 5, 18), None),
        (4, date(2026, 5, 22), date(2026, 5, 15), date(2026, 5, 22)),
        (4, date(2026, 5, 24), date(2026, 5, 23), None),
        (0, date(2026, 5, 25), date(2026, 5, 24), None),
        (0, date(2026, 5, 25), date(2026, 5, 20), date(2026, 5, 25)),
        (6, date(2026, 5, 24), date(2026, 5, 18), None),
        (4, date(2026, 5, 22), date(2027, 6, 20), date(2026, 5, 22)),
    ],
)
def test_the_weekly_reflection_is_left_out_where_one_was_written(
    weekday: int, today: date, written: date | None, expected: date | None
) -> None:
    choices = replace(CHOICES, weekday=weekday)
    found = weekly_reflection(at(today, 12), choices, [written] if written else [])
    assert (found.day if found else None) == expected


@pytest.mark.parametrize(("passed", "expected"), [(-400, 0), (0, 0), (6, 0), (7, 7), (20, 14)])
def test_a_weekly_series_stands_at_its_last_day(passed: int, expected: int) -> None:
    assert weekly_day(WEDNESDAY, WEDNESDAY + passed * DAY) == WEDNESDAY + expected * DAY
