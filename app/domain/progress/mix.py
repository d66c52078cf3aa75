"""The mix of experiences: how many were on the job, with others and formal. Never a quota."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.experiences import Experience, ExperienceKind, Learning

FEW: Final = 4
"""Below so many nothing is called most of them: they are named one by one."""


class Balance(StrEnum):
    """What can be said of the three ways to learn beside each other."""

    NONE = "none"
    FEW = "few"
    ALL = "all"
    """All by one way."""
    EACH = "each"
    """As many by each way."""
    MOSTLY = "mostly"
    """More than half by one way."""
    MOST_OFTEN = "most_often"
    """One way more often than any other, but no more than half."""
    TWO_ALIKE = "two_alike"
    """Two ways equally often, the third less so."""


@dataclass(frozen=True, slots=True)
class MixRow:
    """An experience in the mix; `competencies` are names."""

    id: str
    title: str
    kind: ExperienceKind
    learning: Learning
    start: date | None = None
    end: date | None = None
    hours: float | None = None
    competencies: tuple[str, ...] = ()

    @classmethod
    def of(cls, experience: Experience, competencies: tuple[str, ...] = ()) -> MixRow:
        """The row of an experience, with the names of its competencies."""
        return cls(
            experience.id,
            experience.title,
            experience.type,
            experience.learnt_by,
            experience.start,
            experience.end,
            experience.hours,
            competencies,
        )


@dataclass(frozen=True, slots=True)
class Mix:
    """Experiences, each once, in the fixed order of the ways to learn and then by date."""

    rows: tuple[MixRow, ...] = ()

    def count(self, learning: Learning) -> int:
        """How many are learnt by one way."""
        return sum(1 for row in self.rows if row.learning is learning)

    @property
    def counts(self) -> tuple[tuple[Learning, int], ...]:
        """How many there are by each way, in the fixed order."""
        return tuple((learning, self.count(learning)) for learning in Learning)

    @property
    def most(self) -> tuple[Learning, ...]:
        """The ways that come up most often: one, or several that are equal."""
        top = max((count for _, count in self.counts), default=0)
        return tuple(learning for learning, count in self.counts if count == top and top)

    @property
    def balance(self) -> Balance:
        """What can be said of them."""
        whole = len(self.rows)
        if whole < FEW:
            return Balance.FEW if whole else Balance.NONE
        top = self.count(self.most[0])
        if len(self.most) == len(Learning):
            return Balance.EACH
        if len(self.most) > 1:
            return Balance.TWO_ALIKE
        if top == whole:
            return Balance.ALL
        return Balance.MOSTLY if 2 * top > whole else Balance.MOST_OFTEN


def mix(rows: Iterable[MixRow], days: tuple[date, date] | None = None) -> Mix:
    """The mix of the experiences that overlap a range of days, or of all of them."""
    found = (row for row in rows if days is None or _overlaps(row, *days))
    return Mix(tuple(sorted(found, key=_place)))


def _place(row: MixRow) -> tuple[int, date, str]:
    return (list(Learning).index(row.learning), row.start or row.end or date.max, row.id)


def _overlaps(row: MixRow, first: date, last: date) -> bool:
    return Experience(start=row.start, end=row.end).overlaps(first, last)
