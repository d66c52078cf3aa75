"""How confidence went from check-in to check-in: the points, and what may be said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.goals import CheckIn, PlanUse
from app.domain.ids import Id
from app.domain.progress.reading import Direction, Reading

_EMPTY_WEEKS: Final = 2
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Point:
    """A rated check-in, 1 to 5; `after_gap` says that over two weeks before it are empty."""

    id: Id
    day: date
    confidence: int
    note: str = ""
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A check-in as a row of the table; nothing in it has to be there but the day."""

    id: Id
    day: date
    confidence: int | None
    value: float | None
    plan_used: PlanUse | None
    note: str


@dataclass(frozen=True, slots=True)
class Trend:
    """Check-ins from the oldest to the newest; what was not rated has a row and no point."""

    rows: tuple[TrendRow, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def reading(self) -> Reading:
        """What may be said of the points."""
        return Reading.of(len(self.points))

    @property
    def direction(self) -> Direction:
        """Where the middle of the last third lies to that of the first."""
        return Direction.of([point.confidence for point in self.points])

    @property
    def first(self) -> Point | None:
        """The oldest point."""
        return self.points[0] if self.points else None

    @property
    def last(self) -> Point | None:
        """The newest point."""
        return self.points[-1] if self.points else None

    @property
    def lowest(self) -> int:
        """The lowest rating; 0 without points."""
        return min((point.confidence for point in self.points), default=0)

    @property
    def highest(self) -> int:
        """The highest rating; 0 without points."""
        return max((point.confidence for point in self.points), default=0)

    @property
    def plans_used(self) -> int:
        """At how many check-ins the if-then plan had been used."""
        return sum(row.plan_used is PlanUse.YES for row in self.rows)

    def quiet_since(self, today: date) -> date | None:
        """The day of the last check-in where over two whole weeks are empty since, else None."""
        last = self.rows[-1].day if self.rows else None
        return last if last is not None and is_gap(last, today) else None


def trend(check_ins: Iterable[CheckIn]) -> Trend:
    """The trend of a goal's check-ins; of two on a day, the one made first comes first."""
    ordered = sorted(check_ins, key=lambda note: (note.day, note.created, note.id))
    return Trend(tuple(_row(note) for note in ordered), tuple(_points(ordered)))


def is_gap(before: date, after: date) -> bool:
    """Whether more than two weeks between two days are empty; weeks begin on Monday."""
    return (_monday(after) - _monday(before)).days // _WEEK - 1 > _EMPTY_WEEKS


def _points(ordered: Sequence[CheckIn]) -> Iterable[Point]:
    before: date | None = None
    for note in ordered:
        if note.confidence is None:
            continue
        after_gap = before is not None and is_gap(before, note.day)
        yield Point(note.id, note.day, note.confidence, note.note, after_gap)
        before = note.day


def _row(note: CheckIn) -> TrendRow:
    return TrendRow(note.id, note.day, note.confidence, note.value, note.plan_used, note.note)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
