"""Confidence in the journal over time: one middle value a week, or a month where it is long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from app.domain.progress.reading import Direction, Reading

MOST_WEEKS: Final = 60
"""What lasts longer than this is told by months."""

_WEEK: Final = 7
_EMPTY: Final = 2
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Rated:
    """An entry's confidence, 1 to 5, on its local day."""

    day: date
    confidence: int


@dataclass(frozen=True, slots=True)
class Period:
    """A week or a month with ratings in it: how many, their middle, lowest and highest.

    `after_gap` says that more than two periods before it are empty.
    """

    first: date
    last: date
    count: int
    middle: float
    lowest: int
    highest: int
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Confidence:
    """Periods from the oldest to the newest; those without a rating are left out, never 0."""

    periods: tuple[Period, ...] = ()
    monthly: bool = False

    @property
    def entries(self) -> int:
        """How many entries were rated."""
        return sum(period.count for period in self.periods)

    @property
    def reading(self) -> Reading:
        """What may be said of the periods."""
        return Reading.of(len(self.periods))

    @property
    def direction(self) -> Direction:
        """Where the middle of the last third lies to that of the first."""
        return Direction.of([period.middle for period in self.periods])


def confidence(rated: Iterable[Rated], first_weekday: int = 0) -> Confidence:
    """The ratings by weeks that begin on a weekday (0 is Monday), or by months if over 60 weeks."""
    ratings = sorted(rated, key=lambda one: one.day)
    if not ratings:
        return Confidence()
    weeks = (ratings[-1].day - _week_of(ratings[0].day, first_weekday)).days // _WEEK + 1
    monthly = weeks > MOST_WEEKS
    grouped: defaultdict[date, list[int]] = defaultdict(list)
    for one in ratings:
        first = one.day.replace(day=1) if monthly else _week_of(one.day, first_weekday)
        grouped[first].append(one.confidence)
    return Confidence(tuple(_periods(grouped, monthly=monthly)), monthly)


def _periods(grouped: dict[date, list[int]], *, monthly: bool) -> Iterator[Period]:
    before: date | None = None
    for first, values in sorted(grouped.items()):
        apart = 0 if before is None else _apart(before, first, monthly=monthly)
        yield _period(first, values, monthly=monthly, after_gap=apart - 1 > _EMPTY)
        before = first


def _period(first: date, values: Sequence[int], *, monthly: bool, after_gap: bool) -> Period:
    last = _end_of_month(first) if monthly else first + timedelta(days=_WEEK - 1)
    middle = float(median(values))
    return Period(first, last, len(values), middle, min(values), max(values), after_gap)


def _apart(before: date, after: date, *, monthly: bool) -> int:
    """How many periods one lies after another."""
    if monthly:
        return (after.year - before.year) * _MONTHS + after.month - before.month
    return (after - before).days // _WEEK


def _week_of(day: date, first_weekday: int) -> date:
    # The first days that there are lie in a week that began before them.
    return date.fromordinal(max(1, day.toordinal() - (day.weekday() - first_weekday) % _WEEK))


def _end_of_month(first: date) -> date:
    beyond = first.toordinal() + 31
    if beyond > date.max.toordinal():
        return date.max
    return date.fromordinal(beyond).replace(day=1) - timedelta(days=1)
