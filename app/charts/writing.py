"""The journaling calendar: words by day, weeks side by side, without a word on what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from app.charts.confidence import days_of
from app.charts.words import CommonWords, Plural, sentences
from app.domain.progress.writing import STEPS, Writing, WritingDay
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Box, Colour, Disc, Drawing, Frame, Mark, Shape, Text

KEY = "writing"
MOST_WEEKS = 53
_HALF_A_YEAR = 27
"""Over so many weeks it is moved sideways; fewer are cut to what has room."""

_CELL, _GAP, _RADIUS = 16.0, 4.0, 4.0
_PITCH = _CELL + _GAP
_TOP, _DAYS_IN_WEEK = 22.0, 7
_NAMES, _EDGE = 34.0, 4.0
_LEGEND = _TOP + _DAYS_IN_WEEK * _PITCH + 14
_HEIGHT = _LEGEND + 14
_HEAT: tuple[Colour, ...] = ("heat-0", "heat-1", "heat-2", "heat-3", "heat-4")
_DOTTED = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WritingWords:
    """What the chart says; `weekdays` run from Monday, `weekday_names` are short."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Journaling calendar"
    wrote: Plural = Plural("You wrote on {n} day", "You wrote on {n} days")
    often: tuple[str, ...] = (
        "Most often on Mondays.",
        "Most often on Tuesdays.",
        "Most often on Wednesdays.",
        "Most often on Thursdays.",
        "Most often on Fridays.",
        "Most often on Saturdays.",
        "Most often on Sundays.",
    )
    weekday_names: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    span: str = "{first} to {last}"
    last_weeks: str = "The picture shows the last 53 weeks."
    day: str = "{weekday} {day},"
    words: Plural = Plural("{n} word,", "{n} words,")
    entries: Plural = Plural("{n} entry", "{n} entries")
    legend: str = "Words per day"
    legend_most: str = "{n} or more"
    invitation: str = "Write on a day and it shows here."
    month_column: str = "Month"
    days_column: str = "Days"
    entries_column: str = "Entries"
    words_column: str = "Words"


@dataclass(frozen=True, slots=True)
class WritingSpan:
    """What the calendar covers, and the weekday that its weeks begin on (0 is Monday)."""

    first: date
    last: date
    today: date = field(compare=False)
    first_weekday: int = 0

    @property
    def drawn_from(self) -> date:
        """The first day of the first week that is drawn."""
        week = _week_of(self.first, self.first_weekday)
        latest = _week_of(self.last, self.first_weekday) - timedelta(weeks=MOST_WEEKS - 1)
        return max(week, latest)

    @property
    def weeks(self) -> int:
        """How many weeks are drawn."""
        return (self.last - self.drawn_from).days // _DAYS_IN_WEEK + 1


def writing_chart(found: Writing, span: WritingSpan, words: WritingWords) -> Chart:
    """The chart of the days written on."""
    wrote = [day for day in found.days if day.words]
    heading = words.common.figures(words.wrote, len(wrote)) if wrote else ""
    cut = words.last_weeks if span.drawn_from > span.first else ""
    named = words.common.day
    covered = words.span.format(first=named(span.first), last=named(span.last))
    often = words.often[found.weekday] if found.weekday is not None else ""
    under = sentences(covered, often, cut) if often or cut else covered
    said = " ".join(_said(day, words) + " " + _amount(day, words) + "." for day in wrote)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under if heading else "",
        table=_table(found, words),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.invitation,
        lay_out=partial(_lay_out, found, span, words) if heading else unseen,
        wide=_wide(span) if span.weeks > _HALF_A_YEAR else 0.0,
    )


def _said(day: WritingDay, words: WritingWords) -> str:
    weekday = words.weekday_names[day.day.weekday()]
    return words.day.format(weekday=weekday, day=words.common.day(day.day))


def _amount(day: WritingDay, words: WritingWords) -> str:
    common = words.common
    return f"{common.figures(words.words, day.words)} {common.figures(words.entries, day.entries)}"


def _table(found: Writing, words: WritingWords) -> Table:
    columns = (
        Column(words.month_column),
        Column(words.days_column, figures=True),
        Column(words.entries_column, figures=True),
        Column(words.words_column, figures=True),
    )
    days, entries, counts = Counter[date](), Counter[date](), Counter[date]()
    for day in found.days:
        month = day.day.replace(day=1)
        days[month] += day.words > 0
        entries[month] += day.entries
        counts[month] += day.words
    rows = []
    for place, month in enumerate(sorted(entries)):
        values = (days[month], entries[month], counts[month])
        figures = (Cell(words.common.number(value), value) for value in values)
        opens = days_of(month, _end_of_month(month))
        name = Cell(words.common.month(month), place)
        rows.append(Row(month.isoformat(), (name, *figures), opens))
    return Table(columns, tuple(rows))


# Drawing


def _lay_out(found: Writing, span: WritingSpan, words: WritingWords, space: Space) -> Drawing:
    by_day = {day.day: day for day in found.days}
    first_written = min(by_day, default=span.last)
    weeks = _weeks(span, space)
    shapes: list[Shape] = [*_weekdays(span, words), *_months(weeks, words, space)]
    marks: list[Mark] = []
    there_are = (date.max - weeks[0]).days + 1
    for place in range(min(len(weeks) * _DAYS_IN_WEEK, there_are)):
        day = weeks[0] + place * _DAY
        if not span.first <= day <= span.last:
            continue
        column, row = divmod(place, _DAYS_IN_WEEK)
        x, y = _NAMES + column * _PITCH, _TOP + row * _PITCH
        known = by_day.get(day)
        if day > span.today or day < first_written:
            shapes.append(_outline(x, y, space))
        else:
            shapes += _cell(x, y, known.step if known else 0, space)
        if day == span.today:
            shapes.append(Box(x, y, _CELL, _CELL, _RADIUS, stroke=space.edge("text")))
        if known:
            frame = Frame(x, y, _CELL, _CELL, _RADIUS)
            opens = days_of(day, day)
            said = (_said(known, words), f"{_amount(known, words)}.")
            marks.append(Mark(day.isoformat(), frame, row, column, *said, opens))
    shapes += _legend(words, space)
    return Drawing(space.width, _HEIGHT, tuple(shapes), tuple(marks))


def _wide(span: WritingSpan) -> float:
    return _NAMES + span.weeks * _PITCH + _EDGE


def _weeks(span: WritingSpan, space: Space) -> Sequence[date]:
    """The first days of the weeks that have room, the newest ones."""
    room = max(1, int((space.width - _NAMES - _EDGE) // _PITCH))
    begin = max(0, span.weeks - room)
    return [span.drawn_from + timedelta(weeks=number) for number in range(begin, span.weeks)]


def _cell(x: float, y: float, step: int, space: Space) -> Iterator[Shape]:
    edge = space.edge("border-control", 0.5) if space.high_contrast or space.paper else None
    yield Box(x, y, _CELL, _CELL, _RADIUS, fill=_HEAT[step], stroke=edge)
    if space.paper and step >= _DOTTED:
        yield Disc(x + _CELL / 2, y + _CELL / 2, 2, "ground")


def _outline(x: float, y: float, space: Space) -> Shape:
    half = 0.5
    side = _CELL - 2 * half
    return Box(x + half, y + half, side, side, _RADIUS, stroke=space.edge("border", 1.0))


def _weekdays(span: WritingSpan, words: WritingWords) -> Iterator[Shape]:
    for row in range(0, _DAYS_IN_WEEK, 2):
        name = words.weekday_names[(row + span.first_weekday) % _DAYS_IN_WEEK]
        yield Text(0.0, _TOP + row * _PITCH + _CELL / 2, name)


def _months(weeks: Sequence[date], words: WritingWords, space: Space) -> Iterator[Shape]:
    begins = [0, *(n + 1 for n, (a, b) in enumerate(pairwise(weeks)) if a.month != b.month)]
    free = 0.0
    for number in begins:
        x = _NAMES + number * _PITCH
        name = words.common.short_month(weeks[number])
        wide = space.measure(name, "axis")
        # A month that has no room before the next one is left to the table.
        if x >= free and x + wide <= max(space.width, x):
            yield Text(x, 8.0, name)
            free = x + wide + _PITCH / 2


def _legend(words: WritingWords, space: Space) -> Iterator[Shape]:
    if not space.has_mark_labels:
        return
    common = words.common
    lead = space.measure(words.legend, "axis") if space.has_inner_labels else 0.0
    if lead:
        yield Text(_NAMES, _LEGEND, words.legend)
    least = common.number(0)
    x = _NAMES + (lead + 24 if lead else 0)
    yield Text(x, _LEGEND, least)
    x += space.measure(least, "axis") + 10
    for step in range(len(_HEAT)):
        yield from _cell(x, _LEGEND - _CELL / 2, step, space)
        x += _CELL + _GAP
    yield Text(x + 6, _LEGEND, words.legend_most.format(n=common.number(STEPS[-1])))


def _week_of(day: date, first_weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - first_weekday) % _DAYS_IN_WEEK)


def _end_of_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - _DAY
