"""What a mentee grows in: competencies of their own, and dated assessments of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import TITLE_LIMIT, Record, check_length, check_rating, check_title
from app.errors import RuleBrokenError

LEVELS: Final = 5


class AnchorsError(RuleBrokenError):
    """A competency has some other number of anchors than there are levels."""

    message = "A competency has five anchors, one for each level, or none."


class NothingRatedError(RuleBrokenError):
    """An assessment rates nothing."""

    message = "Rate one competency at least. The others can stay as they are."


class RatedTwiceError(RuleBrokenError):
    """An assessment rates a competency twice."""

    message = "Each competency is rated once in an assessment."


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCompetency(Record):
    """A competency of one's own, or a shipped one as changed here: that one has its id.

    `anchors` describe the five levels, level 1 first; an empty one has no words yet. An archived
    competency is offered nowhere, and what was said of it stays.
    """

    kind: ClassVar[Kind] = Kind.COMPETENCY

    name: str = ""
    group: str = ""
    definition: str = ""
    anchors: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    archived: bool = False

    @property
    def words(self) -> str:
        """Its anchors and questions, a line each."""
        return "\n".join((*self.anchors, *self.questions))

    def check(self) -> None:
        """Raise RuleBrokenError where it has no name, or neither five anchors nor none."""
        check_title(self.name)
        check_length("group", self.group, TITLE_LIMIT)
        check_length("definition", self.definition)
        check_length("anchors", self.words)
        if len(self.anchors) not in {0, LEVELS}:
            raise AnchorsError(field="anchors")


@dataclass(frozen=True, slots=True)
class Rating:
    """A level from 1 to 5, with name and anchor as they read then, and the proof of it.

    `recalibrated` says that the one before it was seen wrongly, and not that anything changed.
    """

    competency: str
    name: str
    level: int
    anchor: str = ""
    note: str = ""
    recalibrated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """Ratings of one day; once it is stored it never changes.

    With a `person` it is how they see the mentee, and `by` is their name as it was then.
    """

    kind: ClassVar[Kind] = Kind.ASSESSMENT
    fixed: ClassVar[bool] = True

    day: date = date(1970, 1, 1)
    label: str = ""
    cycle: Id = NO_ID
    person: Id = NO_ID
    by: str = ""
    ratings: tuple[Rating, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is how the mentee sees themselves."""
        return not self.person

    @property
    def words(self) -> str:
        """What was rated and the proof of it, a line each."""
        return "\n".join(part for r in self.ratings for part in (r.name, r.note) if part)

    def level(self, competency: str) -> int | None:
        """The level of a competency; None where it was not rated."""
        return next((r.level for r in self.ratings if r.competency == competency), None)

    def check(self) -> None:
        """Raise RuleBrokenError where nothing is rated, something twice, or not from 1 to 5."""
        check_title(self.label, required=False)
        check_length("ratings", self.words)
        if not self.ratings:
            raise NothingRatedError(field="ratings")
        if len({rating.competency for rating in self.ratings}) < len(self.ratings):
            raise RatedTwiceError(field="ratings")
        for rating in self.ratings:
            check_rating("ratings", rating.level)
