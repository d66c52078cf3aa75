"""Reminders under every clock: jumps, journeys, summer time, sleep, and any order of them."""

# ruff: noqa: D102, DTZ001 - the clock on the wall has no zone; rules are named by what happens

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.clock import Moment
from app.domain.ids import Id, Kind
from app.domain.reminder_choices import LEADS, ReminderChoices, Subject
from app.domain.reminders import (
    FRESH,
    LOOK_AGAIN,
    Said,
    Thing,
    due,
    later_today,
    wall,
    weekly_reflection,
)

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Africa/Casablanca",
            "UTC",
        )
    ]
)
HALF_HOURS = st.integers(0, 47).map(lambda n: time(n // 2, n % 2 * 30))
CHOICES = st.builds(
    ReminderChoices,
    at=HALF_HOURS,
    weekday=st.integers(0, 6),
    weekly_at=HALF_HOURS,
    lead=st.sampled_from(LEADS),
    quiet_from=HALF_HOURS,
    quiet_until=HALF_HOURS,
    quiet_weekends=st.booleans(),
    several=st.booleans(),
)
STARTS = st.one_of(
    st.datetimes(datetime(2024, 1, 1), datetime(2029, 1, 1)),
    # Around changes of summer time, a leap day and the end of a year.
    st.sampled_from(
        [
            datetime(2026, 3, 28, 22),
            datetime(2026, 10, 24, 22),
            datetime(2026, 11, 1, 3),
            datetime(2028, 2, 28, 20),
            datetime(2026, 12, 31, 20),
        ]
    ),
)
MINUTE = timedelta(minutes=1)


class Life(RuleBasedStateMachine):
    """Somebody's days with Greenroom, whose clock does whatever clocks do."""

    @initialize(start=STARTS, zone=ZONES, choices=CHOICES)
    def begin(self, start: datetime, zone: ZoneInfo, choices: ReminderChoices) -> None:
        self.clock = start.replace(tzinfo=UTC)
        self.zone = zone
        self.choices = choices
        self.things: dict[str, Thing] = {}
        self.written: set[date] = set()
        self.said = Said()
        self.times_said: Counter[str] = Counter()
        self.days_said: Counter[date] = Counter()
        self.asked_again = 0
        self.count = 0

    def now(self) -> Moment:
        return Moment.of(self.clock.astimezone(self.zone))

    def there_is(self) -> list[Thing]:
        today = self.now().day
        dated = [t for t in self.things.values() if t.start or t.day <= today]
        weekly = weekly_reflection(self.now(), self.choices, self.written)
        return [*dated, weekly] if weekly else dated

    def look(self) -> None:
        now, before = self.now(), {occurrence for occurrence, _ in self.said.marks}
        found = due(now, self.choices, self.there_is(), self.said)
        fresh = {occurrence for occurrence, _ in found.said.marks} - before
        assert timedelta(0) < found.again <= LOOK_AGAIN
        if found.new:
            assert not self.choices.is_quiet(wall(now))
            assert found.nudge is not None
            for thing in found.nudge.things:
                assert thing.start is None or thing.start.at > now.at
        else:
            assert not fresh
        self.times_said.update(fresh)
        if fresh:
            self.days_said[now.day] += 1
        elif found.new:
            self.asked_again -= 1
        self.said = Said.from_text(found.said.to_text())

    @rule(minutes=st.integers(1, 600))
    def use(self, minutes: int) -> None:
        """Work on, with a look now and then as a timer would have it."""
        for _ in range(0, minutes, 20):
            self.clock += 20 * MINUTE
            self.look()

    @rule(hours=st.floats(0.1, 300))
    def sleep(self, hours: float) -> None:
        """Asleep, locked or closed: nobody looks until it is over."""
        self.clock += timedelta(hours=hours)
        self.look()

    @rule(days=st.sampled_from([-400, -30, -1, 1, 30, 400]), minutes=st.integers(-90, 90))
    def set_clock(self, days: int, minutes: int) -> None:
        self.clock += timedelta(days=days, minutes=minutes)
        self.look()

    @rule(zone=ZONES)
    def travel(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.look()

    @rule(ahead=st.integers(-40, 20))
    def plan_milestone(self, ahead: int) -> None:
        self.count += 1
        day = self.now().day + timedelta(days=ahead)
        name = f"m{self.count}"
        self.things[name] = Thing(Subject.MILESTONES, Kind.MILESTONE, day, Id(name), name)

    @rule(hours=st.integers(1, 200))
    def plan_session(self, hours: int) -> None:
        self.count += 1
        name = f"s{self.count}"
        start = Moment(self.now().at + hours * 3_600_000, self.now().offset)
        self.things[name] = Thing(Subject.SESSIONS, Kind.PERSON, start.day, Id(name), name, start)

    @rule()
    def write(self) -> None:
        self.written.add(self.now().day)
        self.look()

    @rule()
    def do_what_is_waiting(self) -> None:
        for occurrence in self.said.waiting[:1]:
            self.things = {n: t for n, t in self.things.items() if t.occurrence != occurrence}
            self.said = self.said.without([occurrence])
        self.look()

    @rule()
    def put_off(self) -> None:
        later = later_today(self.now(), self.choices)
        if later and self.said.waiting:
            self.said = replace(self.said, later=later)
            self.asked_again += 1
        self.look()

    @rule(choices=CHOICES)
    def choose(self, choices: ReminderChoices) -> None:
        """Other choices; what was said under the old ones stays said."""
        self.choices = replace(choices, several=self.choices.several)
        self.look()

    @invariant()
    def each_occurrence_is_said_once(self) -> None:
        assert all(count == 1 for count in getattr(self, "times_said", Counter()).values())

    @invariant()
    def one_a_day_unless_more_were_asked_for(self) -> None:
        if hasattr(self, "choices") and not self.choices.several:
            assert all(count == 1 for count in self.days_said.values())
            assert self.asked_again >= 0


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


@settings(max_examples=200, deadline=None)
@given(CHOICES, STARTS, ZONES, st.lists(st.integers(-450, 450), max_size=6), st.integers(-450, 450))
def test_no_clock_that_was_wrong_silences_what_comes_afterwards(
    choices: ReminderChoices, start: datetime, zone: ZoneInfo, wrong: list[int], later: int
) -> None:
    """Said on any days, put off to any day: a milestone of today is said within four days."""
    clock = start.replace(tzinfo=UTC)
    now = Moment.of(clock.astimezone(zone))
    marks = tuple((f"x{n}", now.day + timedelta(days=n)) for n in wrong)
    said = Said(marks, ("x",), wall(now) + timedelta(days=later))
    thing = Thing(Subject.MILESTONES, Kind.MILESTONE, now.day, Id("m"), "m")
    announced = []
    for _ in range(4 * 48 + len(wrong) * 48):
        found = due(Moment.of(clock.astimezone(zone)), choices, [thing], said)
        announced += [clock] * found.new
        said, clock = found.said, clock + timedelta(minutes=30)
    assert len([when for when in announced if thing.occurrence in dict(said.marks)]) >= 1
    assert thing.occurrence in dict(said.marks)


@given(STARTS, ZONES, st.integers(0, int(FRESH.days) - 3))
def test_after_any_absence_there_is_one_summary_and_no_burst(
    start: datetime, zone: ZoneInfo, days: int
) -> None:
    choices, clock = ReminderChoices(), start.replace(tzinfo=UTC)
    first = Moment.of(clock.astimezone(zone)).day
    things = [
        Thing(Subject.MILESTONES, Kind.MILESTONE, first + timedelta(days=n), Id(f"{n}"), f"{n}")
        for n in range(days + 1)
    ]
    clock += timedelta(days=days + 1)
    said, announced = Said(), []
    for _ in range(48):
        found = due(Moment.of(clock.astimezone(zone)), choices, things, said)
        if found.new:
            announced.append(found.nudge)
        said, clock = found.said, clock + timedelta(minutes=30)
    assert len(announced) == 1
    assert announced[0] is not None
    assert set(announced[0].things) == set(things)
    assert announced[0].since == first
