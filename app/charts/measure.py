"""The values of a measure over time: a table of all, and a line where there is no bar to draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from app.charts.words import CommonWords, plain_number, sentences
from app.domain.goals import MeasureKind
from app.domain.ids import Kind
from app.domain.measures import Measure
from app.domain.progress.values import Value
from app.domain.records import RATINGS
from app.drawing.axes import Days, Label, Scale, newest_first, placed
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Disc, Drawing, Frame, Line, Mark, Opens, Shape, Stroke, Text

KEY = "measure"

_TOP, _BOTTOM, _DATES, _HEIGHT = 14.0, 92.0, 114.0, 124.0
_GAP, _TAIL, _RADIUS, _SCALE_ROOM = 8.0, 12.0, 3.6, 72.0


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """What the chart says; `value` writes a value as its kind has it."""

    common: CommonWords = field(default_factory=CommonWords)
    value: Callable[[float], str] = plain_number
    name: str = "Values"
    point: str = "{day}: {value}."
    invitation: str = "Log a value and it shows here."
    day_column: str = "Date"
    value_column: str = "Value"
    note_column: str = "Note"


def measure_chart(measure: Measure, values: Sequence[Value], words: MeasureWords) -> Chart:
    """The chart of a measure's values; from two on there is a line."""
    drawn = len({value.day for value in values}) > 1
    heading = _said(values[-1], words) if values else ""
    told = " ".join(_said(value, words) for value in values)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under="",
        table=_table(values, words),
        description=sentences(words.name, told) if values else "",
        invitation=words.invitation,
        lay_out=partial(_lay_out, measure, tuple(values), words) if drawn else unseen,
    )


def _said(value: Value, words: MeasureWords) -> str:
    return words.point.format(day=words.common.day(value.day), value=words.value(value.value))


def _opens(value: Value) -> Opens:
    return Opens(Kind.CHECK_IN.value, value.id)


def _table(values: Sequence[Value], words: MeasureWords) -> Table:
    columns = (
        Column(words.day_column),
        Column(words.value_column, figures=True),
        Column(words.note_column),
    )
    rows = (
        Row(
            value.id,
            (
                Cell(words.common.day(value.day), place),
                Cell(words.value(value.value), value.value),
                Cell(" ".join(value.note.split())),
            ),
            _opens(value),
        )
        for place, value in enumerate(values)
    )
    return Table(columns, tuple(rows))


# Drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    days: Days
    values: Scale

    @classmethod
    def of(
        cls, measure: Measure, values: Sequence[Value], words: MeasureWords, space: Space
    ) -> _Plot:
        low, high = _bounds(measure, values)
        wide = max(space.measure(words.value(end), "axis") for end in (low, high))
        start = min(wide, _SCALE_ROOM) + _GAP + _RADIUS
        across = Days(values[0].day, values[-1].day, start, space.width - _TAIL)
        return cls(across, Scale(low, high, _BOTTOM, _TOP))

    def spot(self, value: Value) -> tuple[float, float]:
        return self.days.at(value.day), self.values.at(value.value)


def _bounds(measure: Measure, values: Sequence[Value]) -> tuple[float, float]:
    """Ratings run from 1 to 5, yes and no from 0 to 1, counts from 0; numbers as they are."""
    found = [value.value for value in values]
    low, high = min(found), max(found)
    if measure.kind is MeasureKind.RATING:
        return min(low, RATINGS[0]), max(high, RATINGS[-1])
    if measure.kind is MeasureKind.YES_NO:
        return min(low, 0.0), max(high, 1.0)
    if measure.kind is MeasureKind.COUNT:
        low = min(low, 0.0)
    return (low, high) if low < high else (low - 1, high + 1)


def _lay_out(
    measure: Measure, values: Sequence[Value], words: MeasureWords, space: Space
) -> Drawing:
    plot = _Plot.of(measure, values, words, space)
    shapes = (
        *_grid(plot, words, space),
        *(
            Line((plot.spot(before), plot.spot(after)), space.line("chart-line"))
            for before, after in pairwise(values)
        ),
        *(Disc(*plot.spot(v), _RADIUS, "ground", space.line("chart-line")) for v in values),
        *_dates(values, plot, words, space),
    )
    marks = (
        Mark(
            value.id,
            Frame.around(*plot.spot(value), 5),
            0,
            place,
            _said(value, words),
            " ".join(value.note.split()),
            _opens(value),
        )
        for place, value in enumerate(values)
    )
    return Drawing(space.width, _HEIGHT, shapes, tuple(marks))


def _grid(plot: _Plot, words: MeasureWords, space: Space) -> Iterator[Shape]:
    for end in (plot.values.low, plot.values.high):
        y = plot.values.at(end)
        start = plot.days.start - _RADIUS
        yield Line(((start, y), (space.width, y)), Stroke("chart-grid"))
        said = space.cut(words.value(end), "axis", _SCALE_ROOM)
        yield Text(start - _GAP, y, said, anchor="end")


def _dates(
    values: Sequence[Value], plot: _Plot, words: MeasureWords, space: Space
) -> Iterator[Shape]:
    days = list(dict.fromkeys(value.day for value in values))
    labels = [
        Label(plot.days.at(days[place]), words.common.day(days[place]))
        for place in newest_first(len(days))
    ]
    yield from placed(labels if space.has_mark_labels else labels[:1], _DATES, space)
