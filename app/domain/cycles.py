"""Coaching cycles, the people of a mentee, and preferences kept inside the vault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil
from typing import ClassVar

from app.domain.goals import DatesReversedError
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import (
    TITLE_LIMIT,
    Record,
    check_length,
    check_rating,
    check_title,
)

DAYS_IN_WEEK = 7


class Point(StrEnum):
    """A moment of a cycle at which something is written; its value begins a field's name."""

    START = "start"
    MIDDLE = "middle"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with the mentor on one point; `field` is an id of the working agreement."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Record):
    """A time-boxed coaching cycle with a check-in in the middle and an exit reflection.

    The three `..._entry` are the journal entries written for its start, middle and exit. `ended`
    is the day it was ended by hand; without one it runs until its end.
    """

    kind: ClassVar[Kind] = Kind.CYCLE

    title: str = ""
    purpose: str = ""
    start: date = date(1970, 1, 1)
    middle: date = date(1970, 1, 1)
    end: date = date(1970, 1, 1)
    person: Id = NO_ID
    agreement: tuple[Agreed, ...] = ()
    start_entry: Id = NO_ID
    middle_entry: Id = NO_ID
    exit_entry: Id = NO_ID
    ended: date | None = None
    outcome: str = ""

    @property
    def agreed(self) -> str:
        """All that was agreed, a line for each point."""
        return "\n".join(point.text for point in self.agreement)

    @property
    def last_day(self) -> date:
        """The day it ended by hand, else the one it is to end on."""
        return self.ended or self.end

    def runs(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.last_day

    def overlaps(self, other: Cycle) -> bool:
        """Whether a day lies in both."""
        return self.start <= other.last_day and other.start <= self.last_day

    def day_of(self, point: Point) -> date:
        """The day of a point."""
        days = {Point.START: self.start, Point.MIDDLE: self.middle, Point.EXIT: self.last_day}
        return days[point]

    def entry_of(self, point: Point) -> Id:
        """The entry written at a point; NO_ID where there is none."""
        entries = {
            Point.START: self.start_entry,
            Point.MIDDLE: self.middle_entry,
            Point.EXIT: self.exit_entry,
        }
        return entries[point]

    def with_entry(self, point: Point, entry: Id) -> Cycle:
        """The cycle with this entry at a point; NO_ID takes one away."""
        if point is Point.START:
            return replace(self, start_entry=entry)
        if point is Point.MIDDLE:
            return replace(self, middle_entry=entry)
        return replace(self, exit_entry=entry)

    @property
    def weeks(self) -> int:
        """How many weeks it lasts, begun ones included, and at least one."""
        return max(1, ceil((self.end - self.start).days / DAYS_IN_WEEK))

    def week_of(self, day: date) -> int:
        """Which of its weeks a day lies in, from 1, kept within the cycle."""
        week = (day - self.start).days // DAYS_IN_WEEK + 1
        return min(max(week, 1), self.weeks)

    def check(self) -> None:
        """Raise RuleBrokenError where it has no title or its dates are not in order."""
        check_title(self.title)
        check_length("purpose", self.purpose)
        check_length("outcome", self.outcome)
        check_length("agreement", self.agreed)
        if self.end < self.start:
            raise DatesReversedError(field="end")
        if not self.start <= self.middle <= self.end:
            raise DatesReversedError(field="middle")
        if self.ended is not None and self.ended < self.start:
            raise DatesReversedError(field="ended")


class Relation(StrEnum):
    """What somebody is to the mentee."""

    MENTOR = "mentor"
    SPONSOR = "sponsor"
    MANAGER = "manager"
    PEER = "peer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody the mentee works with.

    `can_help` are ids of competencies. How safe it feels to be honest with them (`safety`, 1 to
    5, and its note) is never shared with anybody.
    """

    kind: ClassVar[Kind] = Kind.PERSON

    name: str = ""
    relation: Relation = Relation.MENTOR
    role: str = ""
    pronouns: str = ""
    since: date | None = None
    last_spoke: date | None = None
    can_help: tuple[str, ...] = ()
    strengths: str = ""
    interests: str = ""
    availability: str = ""
    note: str = ""
    safety: int | None = None
    safety_note: str = ""

    def check(self) -> None:
        """Raise RuleBrokenError where there is no name, or how safe it feels is not 1 to 5."""
        check_title(self.name)
        check_length("pronouns", self.pronouns, TITLE_LIMIT)
        for name in ("role", "strengths", "interests", "availability", "note", "safety_note"):
            check_length(name, getattr(self, name))
        check_rating("safety", self.safety)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference(Record):
    """A choice that belongs to this vault; its id is its name."""

    kind: ClassVar[Kind] = Kind.PREFERENCE

    value: str = ""
