"""Experiences: what a mentee lived through on purpose, as a portfolio."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from app.domain.goals import DatesReversedError
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_title
from app.errors import RuleBrokenError

HOURS_LIMIT: Final = 10_000


class ExperienceKind(StrEnum):
    """What sort of experience it is."""

    STRETCH_ASSIGNMENT = "stretch_assignment"
    ROTATION = "rotation"
    CROSS_FUNCTIONAL = "cross_functional_project"
    PUBLIC_SPEAKING = "public_speaking"
    STRATEGIC_PLANNING = "strategic_planning"
    STAKEHOLDERS = "stakeholder_management"
    HARDSHIP = "hardship"
    SHADOWING = "shadowing"
    COACHING = "coaching"
    COURSE = "formal_learning"
    OTHER = "other"


class Learning(StrEnum):
    """How one learns by it; the three are shown and never a quota."""

    ON_THE_JOB = "on-the-job"
    WITH_OTHERS = "with-others"
    FORMAL = "formal"

    @classmethod
    def by(cls, kind: ExperienceKind) -> Learning:
        """How one usually learns by experiences of a kind."""
        if kind in {ExperienceKind.SHADOWING, ExperienceKind.COACHING}:
            return cls.WITH_OTHERS
        return cls.FORMAL if kind is ExperienceKind.COURSE else cls.ON_THE_JOB


class Phase(StrEnum):
    """Where an experience stands on a day."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"


class HoursError(RuleBrokenError):
    """The hours of an experience are no number of hours."""

    message = "Hours run from 0 to 10,000, or are left out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience(Record):
    """A rotation, a talk, a course, a hard time: when, with whom, and what it taught.

    `learning` is chosen, or None where the kind says it. `host` is where it took place, `people`
    who took part; `goals` are ids of goals and stretch goals, `competencies` of competencies.
    """

    kind: ClassVar[Kind] = Kind.EXPERIENCE

    title: str = ""
    type: ExperienceKind = ExperienceKind.OTHER
    learning: Learning | None = None
    start: date | None = None
    end: date | None = None
    hours: float | None = None
    host: str = ""
    people: tuple[Id, ...] = ()
    goals: tuple[Id, ...] = ()
    competencies: tuple[str, ...] = ()
    did: str = ""
    outcome: str = ""
    learned: str = ""
    cycle: Id = NO_ID

    @property
    def learnt_by(self) -> Learning:
        """How one learns by it: as chosen, else as its kind says."""
        return self.learning or Learning.by(self.type)

    def phase(self, day: date) -> Phase:
        """Where it stands on a day; one without dates is planned, one day alone is done on it."""
        if self.start is None and self.end is None:
            return Phase.PLANNED
        if self.start is not None and self.start > day:
            return Phase.PLANNED
        if self.end is not None and self.end <= day:
            return Phase.DONE
        return Phase.UNDER_WAY

    def overlaps(self, first: date, last: date) -> bool:
        """Whether some of it lies in a range of days, both ends included; never without dates."""
        begin, end = self.start or self.end, self.end or (self.start and date.max)
        return begin is not None and end is not None and begin <= last and end >= first

    def check(self) -> None:
        """Raise RuleBrokenError where it has no title, or its dates or hours cannot be."""
        check_title(self.title)
        check_length("host", self.host, TITLE_LIMIT)
        for name in ("did", "outcome", "learned"):
            check_length(name, getattr(self, name))
        if self.start and self.end and self.end < self.start:
            raise DatesReversedError(field="end")
        if self.hours is not None and not 0 <= self.hours <= HOURS_LIMIT:
            raise HoursError(field="hours")
