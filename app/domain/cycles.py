"""Coaching cycles, the people of a mentee, and preferences kept inside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import ClassVar

from app.domain.goals import DatesReversedError
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import Record, check_length, check_title

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Record):
    """A time-boxed coaching cycle with a check-in in the middle and an exit reflection."""

    kind: ClassVar[Kind] = Kind.CYCLE

    title: str = ""
    purpose: str = ""
    start: date = date(1970, 1, 1)
    middle: date = date(1970, 1, 1)
    end: date = date(1970, 1, 1)
    person: Id = NO_ID

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
        if self.end < self.start:
            raise DatesReversedError(field="end")
        if not self.start <= self.middle <= self.end:
            raise DatesReversedError(field="middle")


class Relation(StrEnum):
    """What somebody is to the mentee."""

    MENTOR = "mentor"
    SPONSOR = "sponsor"
    MANAGER = "manager"
    PEER = "peer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody the mentee works with."""

    kind: ClassVar[Kind] = Kind.PERSON

    name: str = ""
    relation: Relation = Relation.MENTOR
    role: str = ""

    def check(self) -> None:
        """Raise RuleBrokenError where there is no name."""
        check_title(self.name)
        check_length("role", self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference(Record):
    """A choice that belongs to this vault; its id is its name."""

    kind: ClassVar[Kind] = Kind.PREFERENCE

    value: str = ""
