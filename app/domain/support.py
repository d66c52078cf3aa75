"""Support: what a mentee asks of whom on the way to a goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from app.domain.goals import Stretch, StretchState
from app.domain.ids import NO_ID, Id, Kind
from app.domain.records import Record, check_title

BIG: Final = 4
"""From this size on a stretch goal pays off less without feedback."""


class SupportState(StrEnum):
    """How far asking has come."""

    WANTED = "wanted"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Record):
    """Something to ask of somebody; without a `person` it is not known yet whom.

    `goal` is the goal or stretch goal that it is for. It helps with all competencies of that
    goal, or with the one `competency` it names. `feedback` says that they tell how it went.
    `day` is when they were asked, or agreed.
    """

    kind: ClassVar[Kind] = Kind.SUPPORT

    goal: Id = NO_ID
    person: Id = NO_ID
    title: str = ""
    competency: str = ""
    state: SupportState = SupportState.WANTED
    day: date | None = None
    feedback: bool = False

    @property
    def lined_up(self) -> bool:
        """Whether somebody was asked and has not said no."""
        return bool(self.person) and self.state in {SupportState.ASKED, SupportState.AGREED}

    def check(self) -> None:
        """Raise RuleBrokenError where it does not say what is asked for."""
        check_title(self.title)


def lacks_feedback(stretch: Stretch, asked: Iterable[Support]) -> bool:
    """Whether a stretch goal under way is a big one and nobody is lined up to give feedback."""
    big = stretch.state is StretchState.ACTIVE and (stretch.size or 0) >= BIG
    return big and not any(each.feedback and each.lined_up for each in asked)
