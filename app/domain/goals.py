"""Goals, stretch goals, their milestones and check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import (
    RATINGS,
    TITLE_LIMIT,
    Record,
    check_length,
    check_rating,
    check_title,
)
from app.errors import RuleBrokenError

PANIC_SIZE = 5
STRETCH_SIZES = range(3, 5)
CHECK_IN_EVERY: Final = timedelta(weeks=1)


class GoalState(StrEnum):
    """Where a goal stands; letting go is an ending as good as the others."""

    SOMEDAY = "someday"
    ACTIVE = "active"
    PAUSED = "paused"
    MET = "met"
    PARTLY_MET = "partly_met"
    LET_GO = "let_go"

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        return self in {GoalState.MET, GoalState.PARTLY_MET, GoalState.LET_GO}


class StretchState(StrEnum):
    """Where a stretch goal stands."""

    SOMEDAY = "someday"
    ACTIVE = "active"
    REACHED = "reached"
    TRIED = "tried"
    LET_GO = "let_go"

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        return self in {StretchState.REACHED, StretchState.TRIED, StretchState.LET_GO}


class Zone(StrEnum):
    """How far a stretch goal lies outside what one can do."""

    COMFORT = "comfort"
    STRETCH = "stretch"
    PANIC = "panic"


class MeasureKind(StrEnum):
    """What the values of a measure are."""

    NUMBER = "number"
    COUNT = "count"
    YES_NO = "yes_no"
    """0 is no, 1 is yes."""
    RATING = "rating"
    """From 1 to 5."""

    def fits(self, value: float) -> bool:
        """Whether a value is one of this kind; counts are whole and not below 0."""
        if self is MeasureKind.COUNT:
            return value >= 0 and value == int(value)
        if self is MeasureKind.YES_NO:
            return value in {0, 1}
        return self is MeasureKind.NUMBER or value in RATINGS


class PlanUse(StrEnum):
    """Whether the if-then plan was used since the last check-in."""

    YES = "yes"
    NOT_THIS_TIME = "not_this_time"
    DID_NOT_COME_UP = "did_not_come_up"


class DatesReversedError(RuleBrokenError):
    """Something would end before it starts."""

    message = "It would end before it starts. Check the two dates."


class ReachedTooSoonError(DatesReversedError):
    """What one reaches for would come before what one commits to."""

    message = "You would reach it before you do what you commit to. Check the two dates."


class ValueKindError(RuleBrokenError):
    """A value is none of its measure's kind."""

    message = "That does not fit the measure. A count is whole, a rating runs from 1 to 5."


class NothingCheckedInError(RuleBrokenError):
    """A check-in holds nothing."""

    message = "Give a value, a rating or a note first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim(Record):
    """What goals and stretch goals share.

    The measure runs from `baseline` to `target` in `unit`s; its present value is the newest
    check-in's. `if_when` and `then_do` are the two halves of the if-then plan. `competencies`
    are ids of competencies. `state_day` is when it came into its state; None since its start.
    """

    title: str = ""
    why: str = ""
    measure: str = ""
    measure_kind: MeasureKind = MeasureKind.NUMBER
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    obstacle: str = ""
    if_when: str = ""
    then_do: str = ""
    support: str = ""
    competencies: tuple[str, ...] = ()
    start: date | None = None
    learned: str = ""
    cycle: Id = NO_ID
    template: str = ""
    state_day: date | None = None

    @property
    def has_plan(self) -> bool:
        """Whether there is an if-then plan to show."""
        return bool(self.if_when.strip() and self.then_do.strip())

    def check(self) -> None:
        """Raise RuleBrokenError where there is no title or a text is too long."""
        check_title(self.title)
        for name in ("measure", "unit"):
            check_length(name, getattr(self, name), TITLE_LIMIT)
        for name in ("why", "obstacle", "if_when", "then_do", "support", "learned"):
            check_length(name, getattr(self, name))
        for name in ("baseline", "target"):
            self.check_value(getattr(self, name), name)

    def check_value(self, value: float | None, field: str = "value") -> None:
        """Raise ValueKindError for a value that is none of the measure's kind."""
        if value is not None and not self.measure_kind.fits(value):
            raise ValueKindError(field=field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Aim):
    """A development goal; `position` orders goals by hand, smallest first."""

    kind: ClassVar[Kind] = Kind.GOAL

    alignment: str = ""
    due: date | None = None
    review: date | None = None
    state: GoalState = GoalState.ACTIVE
    position: float = 0.0

    def check(self) -> None:
        """Raise RuleBrokenError for what Aim refuses, and for a due date before the start."""
        Aim.check(self)
        check_length("alignment", self.alignment)
        if self.start and self.due and self.due < self.start:
            raise DatesReversedError(field="due")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Aim):
    """A stretch goal: what one commits to, and what one reaches for.

    `size` is the size of the challenge, 1 to 5; `goal` is the goal it serves, if any.
    """

    kind: ClassVar[Kind] = Kind.STRETCH

    goal: Id = NO_ID
    commit: str = ""
    commit_day: date | None = None
    reach: str = ""
    reach_day: date | None = None
    size: int | None = None
    zone: Zone | None = None
    if_badly: str = ""
    state: StretchState = StretchState.ACTIVE

    @property
    def felt_zone(self) -> Zone | None:
        """The zone that was chosen, else the one its size suggests."""
        if self.zone is not None or self.size is None:
            return self.zone
        if self.size in STRETCH_SIZES:
            return Zone.STRETCH
        return Zone.PANIC if self.size >= PANIC_SIZE else Zone.COMFORT

    def check(self) -> None:
        """Raise RuleBrokenError for what Aim refuses, and for a size outside 1 to 5."""
        Aim.check(self)
        check_rating("size", self.size)
        for name in ("commit", "reach"):
            check_length(name, getattr(self, name), TITLE_LIMIT)
        check_length("if_badly", self.if_badly)
        if self.commit_day and self.reach_day and self.reach_day < self.commit_day:
            raise ReachedTooSoonError(field="reach_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """A step of a goal or stretch goal (`goal` is the id of either)."""

    kind: ClassVar[Kind] = Kind.MILESTONE

    goal: Id = NO_ID
    title: str = ""
    due: date | None = None
    done: date | None = None
    position: float = 0.0

    def check(self) -> None:
        """Raise RuleBrokenError where it has no title."""
        check_title(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Record):
    """A try at a stretch goal (`goal`), and what it taught; `entry` is its debrief, if any."""

    kind: ClassVar[Kind] = Kind.ATTEMPT

    goal: Id = NO_ID
    day: date = date(1970, 1, 1)
    title: str = ""
    happened: str = ""
    taught: str = ""
    entry: Id = NO_ID

    def check(self) -> None:
        """Raise RuleBrokenError where it has no title or a text is too long."""
        check_title(self.title)
        check_length("happened", self.happened)
        check_length("taught", self.taught)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """A dated note of progress on a goal or stretch goal (`goal` is the id of either)."""

    kind: ClassVar[Kind] = Kind.CHECK_IN

    goal: Id = NO_ID
    day: date = date(1970, 1, 1)
    value: float | None = None
    confidence: int | None = None
    plan_used: PlanUse | None = None
    note: str = ""

    def check(self) -> None:
        """Raise RuleBrokenError for a confidence outside 1 to 5 or a check-in without content."""
        check_rating("confidence", self.confidence)
        check_length("note", self.note)
        said = (self.value, self.confidence, self.plan_used)
        if all(part is None for part in said) and not self.note.strip():
            raise NothingCheckedInError(field="confidence")


def check_in_due(start: date | None, last: date | None, today: date) -> date:
    """When to check in on a stretch goal: a week after the last time, at first from its start.

    A last time further ahead than tomorrow, which a wrong clock made, does not count.
    """
    if last and last <= today + timedelta(days=1):
        return last + CHECK_IN_EVERY
    return start or today
