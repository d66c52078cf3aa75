"""Confidence over time: the middle value of each week's entries, or of each month's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise

from app.charts.words import CommonWords, Plural, sentences
from app.domain.progress import Direction, Reading
from app.domain.progress.confidence import Confidence, Period
from app.domain.records import RATINGS
from app.drawing.axes import Days, Label, Scale, newest_first, placed
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Disc, Drawing, Frame, Line, Mark, Opens, Shape, Stroke, Text

KEY = "confidence"
DAYS = "days"
"""What a mark opens: the entries of these days, as `first..last` in ISO 8601."""

_TOP, _BOTTOM, _DATES, _HEIGHT = 18.0, 158.0, 180.0, 190.0
_SCALE, _LEAD, _TAIL = 16.0, 12.0, 20.0
_RADIUS, _LABEL_UP = 3.6, 16.0


@dataclass(frozen=True, slots=True)
class ConfidenceWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Confidence over time"
    ends: str = "Confidence was {first} at first, {last} now"
    moved: str = "It moved between {low} and {high}"
    still: str = "Confidence was {value} all along"
    once: str = "Confidence was {value}"
    weekly: Plural = Plural(
        "Weekly middle value of {n} entry", "Weekly middle value of {n} entries"
    )
    monthly: Plural = Plural(
        "Monthly middle value of {n} entry", "Monthly middle value of {n} entries"
    )
    week: str = "Week of {day}: confidence {value},"
    month: str = "{month}: confidence {value},"
    from_entries: Plural = Plural("from {n} entry.", "from {n} entries.")
    invitation: str = "Rate confidence on an entry and it shows here."
    week_column: str = "Week of"
    month_column: str = "Month"
    count_column: str = "Entries"
    middle_column: str = "Middle"
    low_column: str = "Lowest"
    high_column: str = "Highest"


def days_of(first: date, last: date) -> Opens:
    """What opens the entries of a range of days."""
    return Opens(DAYS, f"{first.isoformat()}..{last.isoformat()}")


def confidence_chart(found: Confidence, words: ConfidenceWords) -> Chart:
    """The chart of the journal's confidence."""
    heading = _heading(found, words)
    lay_out = partial(_lay_out, found, words) if len(found.periods) > 1 else unseen
    said = " ".join(f"{_said(p, found, words)} {_from(p, words)}" for p in found.periods)
    under = _under(found, words)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(found, words),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.invitation,
        lay_out=lay_out,
    )


def _heading(found: Confidence, words: ConfidenceWords) -> str:
    if not found.periods:
        return ""
    number = words.common.number
    first, last = found.periods[0].middle, found.periods[-1].middle
    if found.reading is Reading.ONE:
        return words.once.format(value=number(first))
    low = min(period.middle for period in found.periods)
    high = max(period.middle for period in found.periods)
    if low == high:
        return words.still.format(value=number(low))
    ended = {True: Direction.HIGHER, False: Direction.LOWER}[last > first]
    few = found.reading is not Reading.DIRECTION
    if first != last and (few or found.direction is ended):
        return words.ends.format(first=number(first), last=number(last))
    return words.moved.format(low=number(low), high=number(high))


def _under(found: Confidence, words: ConfidenceWords) -> str:
    common = words.common
    few = {Reading.ONE: common.one_point, Reading.TWO: common.two_points}.get(found.reading, "")
    measured = common.figures(words.monthly if found.monthly else words.weekly, found.entries)
    return sentences(measured, few) if few else measured


def _said(period: Period, found: Confidence, words: ConfidenceWords) -> str:
    common, value = words.common, words.common.number(period.middle)
    if found.monthly:
        return words.month.format(month=common.month(period.first), value=value)
    return words.week.format(day=common.day(period.first), value=value)


def _from(period: Period, words: ConfidenceWords) -> str:
    return words.common.figures(words.from_entries, period.count)


def _table(found: Confidence, words: ConfidenceWords) -> Table:
    columns = (
        Column(words.month_column if found.monthly else words.week_column),
        Column(words.count_column, figures=True),
        Column(words.middle_column, figures=True),
        Column(words.low_column, figures=True),
        Column(words.high_column, figures=True),
    )
    return Table(columns, tuple(_rows(found, words)))


def _rows(found: Confidence, words: ConfidenceWords) -> Iterator[Row]:
    named = words.common.month if found.monthly else words.common.day
    for place, period in enumerate(found.periods):
        values = (period.count, period.middle, period.lowest, period.highest)
        figures = (Cell(words.common.number(value), value) for value in values)
        opens = days_of(period.first, period.last)
        yield Row(period.first.isoformat(), (Cell(named(period.first), place), *figures), opens)


# Drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    days: Days
    ratings: Scale

    @classmethod
    def of(cls, found: Confidence, width: float) -> _Plot:
        first, last = found.periods[0].first, found.periods[-1].first
        across = Days(first, last, _SCALE + _LEAD, width - _TAIL)
        return cls(across, Scale(RATINGS[0], RATINGS[-1], _BOTTOM, _TOP))

    def spot(self, period: Period) -> tuple[float, float]:
        return self.days.at(period.first), self.ratings.at(period.middle)


def _lay_out(found: Confidence, words: ConfidenceWords, space: Space) -> Drawing:
    plot, periods = _Plot.of(found, space.width), found.periods
    shapes = (
        *_grid(plot, words, space),
        *_course(periods, plot, space),
        *(_ring(plot.spot(period), space) for period in periods),
        *_last(periods[-1], plot, words, space),
        *_months(periods, plot, words, space),
    )
    marks = (
        Mark(
            period.first.isoformat(),
            Frame.around(*plot.spot(period), 5),
            0,
            place,
            _said(period, found, words),
            _from(period, words),
            days_of(period.first, period.last),
        )
        for place, period in enumerate(periods)
    )
    return Drawing(space.width, _HEIGHT, shapes, tuple(marks))


def _grid(plot: _Plot, words: ConfidenceWords, space: Space) -> Iterator[Shape]:
    for rating in RATINGS:
        y = plot.ratings.at(rating)
        yield Line(((_SCALE + 4, y), (space.width, y)), Stroke("chart-grid"))
        if space.has_inner_labels or rating in (RATINGS[0], RATINGS[-1]):
            yield Text(_SCALE - 4, y, words.common.number(rating), anchor="end")


def _course(periods: Sequence[Period], plot: _Plot, space: Space) -> Iterator[Shape]:
    for before, after in pairwise(periods):
        colour = space.line("chart-then", "dotted") if after.after_gap else space.line("chart-line")
        yield Line((plot.spot(before), plot.spot(after)), colour)


def _ring(spot: tuple[float, float], space: Space) -> Shape:
    return Disc(*spot, _RADIUS, "ground", space.line("chart-line"))


def _last(period: Period, plot: _Plot, words: ConfidenceWords, space: Space) -> Iterator[Shape]:
    if space.has_mark_labels:
        x, y = plot.spot(period)
        value = words.common.number(period.middle)
        wide = space.measure(value, "label-strong")
        # Over the highest ring there is no room for words.
        up = y - _LABEL_UP if y > _TOP else y + _LABEL_UP
        yield Text(min(x, space.width - wide / 2), up, value, "label-strong", "text", "middle")


def _months(
    periods: Sequence[Period], plot: _Plot, words: ConfidenceWords, space: Space
) -> Iterator[Shape]:
    firsts: dict[date, Period] = {}
    for period in periods:
        firsts.setdefault(period.first.replace(day=1), period)
    months = list(firsts.items())
    labels = [
        Label(plot.days.at(months[place][1].first), words.common.month(months[place][0]))
        for place in newest_first(len(months))
    ]
    yield from placed(labels if space.has_mark_labels else labels[:1], _DATES, space)
