"""Confidence over time: the middle value of each week's entries, or of each month's.

Sessions are marks beside it, where they are given: when they were, and never a cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise

from app.charts.words import CommonWords, Plural, sentences
from app.domain.ids import Kind
from app.domain.progress import Direction, Reading
from app.domain.progress.confidence import Confidence, Period
from app.domain.records import RATINGS
from app.drawing.axes import Days, Label, Scale, newest_first, placed
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.figures import diamond
from app.drawing.shapes import Disc, Drawing, Frame, Line, Mark, Opens, Shape, Stroke, Text

KEY = "confidence"
DAYS = "days"
"""What a mark opens: the entries of these days, as `first..last` in ISO 8601."""

_TOP, _BOTTOM, _DATES, _HEIGHT = 18.0, 158.0, 180.0, 190.0
_SCALE, _LEAD, _TAIL = 16.0, 12.0, 20.0
_RADIUS, _LABEL_UP = 3.6, 16.0
_DIAMOND, _SESSIONS = 5.0, 174.0
_LOWER = 18.0
"""How much lower the dates stand below the names of sessions."""


@dataclass(frozen=True, slots=True)
class ConfidenceWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Confidence over time"
    ends: str = "Confidence was {first} at first, {last} now"
    moved: str = "It moved between {low} and {high}"
    still: str = "Confidence was {value} all along"
    once: str = "Confidence was {value}"
    session_sign: str = "S{n}"
    session_mark: str = "{day}: session {n} with {name}."
    alone_mark: str = "{day}: session {n}."
    own_mark: str = "{day}: {title}."
    session: str = "Session {n}."
    signs: str = "{measured}, S marks a session"
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
    sessions_column: str = "Sessions"


def days_of(first: date, last: date) -> Opens:
    """What opens the entries of a range of days."""
    return Opens(DAYS, f"{first.isoformat()}..{last.isoformat()}")


@dataclass(frozen=True, slots=True)
class Held:
    """A session that was held; `number` counts those with the same person."""

    id: str
    day: date
    number: int
    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """What the chart is made from, with the sessions that lie within it."""

    found: Confidence
    words: ConfidenceWords
    held: tuple[Held, ...] = ()

    def within(self, period: Period) -> tuple[Held, ...]:
        """The sessions of a week or a month."""
        return tuple(each for each in self.held if period.first <= each.day <= period.last)


def confidence_chart(found: Confidence, words: ConfidenceWords, held: Sequence[Held] = ()) -> Chart:
    """The chart of the journal's confidence, with sessions marked at their days."""
    heading = _heading(found, words)
    source = _Source(found, words, tuple(_seen(found, held)))
    lay_out = partial(_lay_out, source) if len(found.periods) > 1 else unseen
    said = " ".join(f"{_said(p, found, words)} {_from(p, source)}" for p in found.periods)
    under = _under(source)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(source),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.invitation,
        lay_out=lay_out,
    )


def _seen(found: Confidence, held: Sequence[Held]) -> Iterator[Held]:
    """The sessions between the first and the last week or month, by their day."""
    if found.periods:
        first, last = found.periods[0].first, found.periods[-1].last
        within = (each for each in held if first <= each.day <= last)
        yield from sorted(within, key=lambda each: (each.day, each.id))


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


def _under(source: _Source) -> str:
    found, words, common = source.found, source.words, source.words.common
    few = {Reading.ONE: common.one_point, Reading.TWO: common.two_points}.get(found.reading, "")
    measured = common.figures(words.monthly if found.monthly else words.weekly, found.entries)
    if source.held and len(found.periods) > 1:
        measured = words.signs.format(measured=measured)
    return sentences(measured, few) if few else measured


def _said(period: Period, found: Confidence, words: ConfidenceWords) -> str:
    common, value = words.common, words.common.number(period.middle)
    if found.monthly:
        return words.month.format(month=common.month(period.first), value=value)
    return words.week.format(day=common.day(period.first), value=value)


def _from(period: Period, source: _Source) -> str:
    words, number = source.words, source.words.common.number
    entries = words.common.figures(words.from_entries, period.count)
    sessions = (words.session.format(n=number(each.number)) for each in source.within(period))
    return " ".join((entries, *sessions))


def _table(source: _Source) -> Table:
    found, words = source.found, source.words
    columns = (
        Column(words.month_column if found.monthly else words.week_column),
        Column(words.count_column, figures=True),
        Column(words.middle_column, figures=True),
        Column(words.low_column, figures=True),
        Column(words.high_column, figures=True),
        *((Column(words.sessions_column),) if source.held else ()),
    )
    return Table(columns, tuple(_rows(source)))


def _rows(source: _Source) -> Iterator[Row]:
    found, words = source.found, source.words
    named = words.common.month if found.monthly else words.common.day
    for place, period in enumerate(found.periods):
        values = (period.count, period.middle, period.lowest, period.highest)
        figures = (Cell(words.common.number(value), value) for value in values)
        opens = days_of(period.first, period.last)
        cells = (Cell(named(period.first), place), *figures)
        if source.held:
            signs = [_sign(each, words) for each in source.within(period)]
            cells = (*cells, Cell(", ".join(signs), len(signs)))
        yield Row(period.first.isoformat(), cells, opens)


def _sign(held: Held, words: ConfidenceWords) -> str:
    return words.session_sign.format(n=words.common.number(held.number))


# Drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    days: Days
    ratings: Scale

    @classmethod
    def of(cls, source: _Source, width: float) -> _Plot:
        periods = source.found.periods
        first = periods[0].first
        last = max([periods[-1].first, *(each.day for each in source.held)])
        across = Days(first, last, _SCALE + _LEAD, width - _TAIL)
        return cls(across, Scale(RATINGS[0], RATINGS[-1], _BOTTOM, _TOP))

    def spot(self, period: Period) -> tuple[float, float]:
        return self.days.at(period.first), self.ratings.at(period.middle)


def _lay_out(source: _Source, space: Space) -> Drawing:
    found, words = source.found, source.words
    plot, periods = _Plot.of(source, space.width), found.periods
    lower = _LOWER if source.held and space.has_mark_labels else 0.0
    shapes = (
        *_grid(plot, words, space),
        *_sessions(source, plot, space),
        *_course(periods, plot, space),
        *(_ring(plot.spot(period), space) for period in periods),
        *_last(periods[-1], plot, words, space),
        *_months(periods, plot, words, space, _DATES + lower),
    )
    rings = (
        Mark(
            period.first.isoformat(),
            Frame.around(*plot.spot(period), 5),
            0,
            place,
            _said(period, found, words),
            _from(period, source),
            days_of(period.first, period.last),
        )
        for place, period in enumerate(periods)
    )
    marks = (*rings, *_session_marks(source, plot))
    return Drawing(space.width, _HEIGHT + lower, shapes, marks)


def _sessions(source: _Source, plot: _Plot, space: Space) -> Iterator[Shape]:
    """A dotted line at each session's day, its diamond on the axis, and its sign below."""
    stroke = space.edge("chart-marker", 1.0)
    for each in source.held:
        x = plot.days.at(each.day)
        yield Line(((x, _TOP), (x, _BOTTOM)), Stroke(stroke.colour, stroke.width, "dotted"))
        yield diamond(x, _BOTTOM, _DIAMOND, "chart-marker")
    if space.has_mark_labels:
        labels = [
            Label(plot.days.at(each.day), _sign(each, source.words), "axis-strong", "text")
            for each in reversed(source.held)
        ]
        yield from placed(labels, _SESSIONS, space, most=len(labels))


def _session_marks(source: _Source, plot: _Plot) -> Iterator[Mark]:
    words, common = source.words, source.words.common
    for place, each in enumerate(source.held):
        form = words.session_mark if each.name else words.alone_mark
        form = words.own_mark if each.title else form
        said = form.format(
            day=common.day(each.day),
            n=common.number(each.number),
            name=each.name,
            title=each.title,
        )
        frame = Frame.around(plot.days.at(each.day), _BOTTOM, _DIAMOND)
        yield Mark(each.id, frame, 1, place, said, opens=Opens(Kind.SESSION, each.id))


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
    periods: Sequence[Period], plot: _Plot, words: ConfidenceWords, space: Space, y: float
) -> Iterator[Shape]:
    firsts: dict[date, Period] = {}
    for period in periods:
        firsts.setdefault(period.first.replace(day=1), period)
    months = list(firsts.items())
    labels = [
        Label(plot.days.at(months[place][1].first), words.common.month(months[place][0]))
        for place in newest_first(len(months))
    ]
    yield from placed(labels if space.has_mark_labels else labels[:1], y, space)
