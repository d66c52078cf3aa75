"""Stretch confidence: every check-in as it was, at its real date, and attempts as flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from app.charts.words import CommonWords, Plural, sentences
from app.domain.goals import PlanUse
from app.domain.ids import Kind
from app.domain.progress import Direction, Point, Reading, Trend, TrendRow
from app.domain.records import RATINGS
from app.drawing.axes import Days, Label, Scale, newest_first, placed
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.figures import flag
from app.drawing.shapes import (
    Disc,
    Drawing,
    Frame,
    Line,
    Mark,
    Opens,
    Shape,
    Stroke,
    Text,
)

KEY = "stretch"
HEIGHT = 148.0
_TOP, _BOTTOM, _DATES = 12.0, 116.0, 134.0
_SCALE, _LEAD, _TAIL = 24.0, 8.0, 40.0
_RADIUS = 6.5
_FLAG_FOOT = _BOTTOM + 4
_SPARK_WIDTH, _SPARK_HEIGHT, _SPARK_EDGE = 96.0, 24.0, 5.0


@dataclass(frozen=True, slots=True)
class StretchWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Confidence check-ins"
    point: str = "{day}: {value} of 5."
    ends: Plural = Plural(
        "It was {first} at first and {last} at the last, from {n} check-in.",
        "It was {first} at first and {last} at the last, from {n} check-ins.",
    )
    directions: Mapping[Direction, str] = field(
        default_factory=lambda: {
            Direction.HIGHER: "It was higher at the last check-ins than at first.",
            Direction.LOWER: "It was lower at the last check-ins than at first.",
            Direction.SAME: "It was about the same at first and at the last.",
        }
    )
    always: Plural = Plural("Always {low} over {n} check-in.", "Always {low} over {n} check-ins.")
    between: Plural = Plural(
        "Between {low} and {high} over {n} check-in.",
        "Between {low} and {high} over {n} check-ins.",
    )
    quiet: str = "Last check-in {day}."
    attempt: str = "{day}: {what}"
    nothing: str = "No check-in yet. One takes less than a minute."
    unrated: str = "Rate confidence at a check-in and it shows here."
    day_column: str = "Date"
    confidence_column: str = "Confidence"
    measure_column: str = "Measure"
    plan_column: str = "Plan used"
    note_column: str = "Note"
    uses: Mapping[PlanUse, str] = field(
        default_factory=lambda: {
            PlanUse.YES: "Yes",
            PlanUse.NOT_THIS_TIME: "Not this time",
            PlanUse.DID_NOT_COME_UP: "It did not come up",
        }
    )


@dataclass(frozen=True, slots=True)
class Flag:
    """An attempt: its day, and what was tried."""

    id: str
    day: date
    label: str
    opens: Opens | None = None


@dataclass(frozen=True, slots=True)
class _Source:
    """What the chart is made from; `today` is None where time does not run on."""

    trend: Trend
    words: StretchWords
    flags: tuple[Flag, ...] = ()
    today: date | None = None


def stretch_chart(
    trend: Trend, words: StretchWords, flags: Iterable[Flag] = (), today: date | None = None
) -> Chart:
    """The chart of a goal's check-ins; with `today` time runs on until then."""
    source = _Source(trend, words, tuple(sorted(flags, key=lambda f: (f.day, f.id))), today)
    return _chart(source, partial(_lay_out, source) if trend.points else unseen)


def stretch_spark(trend: Trend, words: StretchWords) -> Chart:
    """The same as a line of 96 pixels with the last value beside it."""
    source = _Source(trend, words)
    chart = _chart(source, partial(_lay_out_spark, source) if trend.points else unseen)
    return replace(chart, small=True)


def point_words(point: Point, words: StretchWords) -> str:
    """A point as its day and its rating, as 20 May: 4 of 5."""
    common = words.common
    return words.point.format(day=common.day(point.day), value=common.number(point.confidence))


def trend_words(trend: Trend, words: StretchWords) -> str:
    """What was seen, in the past tense; nothing where nothing was rated."""
    common, count = words.common, len(trend.points)
    if trend.first is None or trend.last is None:
        return ""
    if trend.reading is Reading.ONE:
        return common.one_point
    if trend.reading is Reading.TWO:
        return common.two_points
    if trend.reading is Reading.ENDS:
        first, last = common.number(trend.first.confidence), common.number(trend.last.confidence)
        return common.figures(words.ends, count, first=first, last=last)
    low, high = common.number(trend.lowest), common.number(trend.highest)
    span = words.always if low == high else words.between
    return f"{words.directions[trend.direction]} {common.figures(span, count, low=low, high=high)}"


def _chart(source: _Source, lay_out: Callable[[Space], Drawing]) -> Chart:
    trend, words = source.trend, source.words
    heading = point_words(trend.last, words) if trend.last else ""
    quiet = trend.quiet_since(source.today) if source.today else None
    pause = words.quiet.format(day=words.common.day(quiet)) if quiet else ""
    under = sentences(trend_words(trend, words), pause)
    values = " ".join(point_words(point, words) for point in trend.points)
    tried = " ".join(sentences(_attempt(each, words)) for each in source.flags)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(trend, words),
        description=sentences(words.name, under, values, tried) if heading else "",
        invitation=words.unrated if trend.rows else words.nothing,
        lay_out=lay_out,
    )


def _table(trend: Trend, words: StretchWords) -> Table:
    columns = (
        Column(words.day_column),
        Column(words.confidence_column, figures=True),
        Column(words.measure_column, figures=True),
        Column(words.plan_column),
        Column(words.note_column),
    )
    rows = tuple(_row(row, place, words) for place, row in enumerate(trend.rows))
    return Table(columns, rows).without_empty()


def _row(row: TrendRow, place: int, words: StretchWords) -> Row:
    cells = (
        Cell(words.common.day(row.day), place),
        _figure(row.confidence, words),
        _figure(row.value, words),
        Cell(words.uses[row.plan_used] if row.plan_used else ""),
        Cell(" ".join(row.note.split())),
    )
    return Row(row.id, cells, Opens(Kind.CHECK_IN, row.id))


def _figure(value: float | None, words: StretchWords) -> Cell:
    return Cell("", float("-inf")) if value is None else Cell(words.common.number(value), value)


# Drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where days and ratings stand."""

    days: Days
    ratings: Scale

    @classmethod
    def of(cls, source: _Source, width: float) -> _Plot:
        """The plot of these points in a width."""
        days = [point.day for point in source.trend.points]
        days += [each.day for each in source.flags]
        until = max([*days, source.today or min(days)])
        across = Days(min(days), until, _SCALE + _LEAD, width - _TAIL)
        return cls(across, Scale(RATINGS[0], RATINGS[-1], _BOTTOM, _TOP))

    def spot(self, point: Point) -> tuple[float, float]:
        """Where a point stands."""
        return self.days.at(point.day), self.ratings.at(point.confidence)


def _lay_out(source: _Source, space: Space) -> Drawing:
    plot, points = _Plot.of(source, space.width), source.trend.points
    shapes = (
        *_grid(plot, source.words, space),
        *_flags(source.flags, plot, space),
        *_course(points, plot, space),
        *(_lamp(plot.spot(point), space, today=point.day == source.today) for point in points),
        *_dates(points, plot, source.words, space),
    )
    marks = (*_marks(points, plot, source.words), *_flag_marks(source.flags, plot, source.words))
    return Drawing(space.width, HEIGHT, shapes, marks, len(points) - 1)


def _grid(plot: _Plot, words: StretchWords, space: Space) -> Iterator[Shape]:
    for rating in RATINGS:
        y = plot.ratings.at(rating)
        yield Line(((_SCALE, y), (space.width, y)), Stroke("chart-grid"))
        if space.has_inner_labels or rating in (RATINGS[0], RATINGS[-1]):
            yield Text(_SCALE - _LEAD, y, words.common.number(rating), anchor="end")


def _course(points: Sequence[Point], plot: _Plot, space: Space) -> Iterator[Shape]:
    """The line from point to point, dots over a gap."""
    run: list[tuple[float, float]] = []
    for point in points:
        spot = plot.spot(point)
        if run and point.after_gap:
            yield Line((run[-1], spot), space.line("chart-then", "dotted"))
            yield from _run(run, space)
            run = []
        run.append(spot)
    yield from _run(run, space)


def _run(spots: list[tuple[float, float]], space: Space) -> Iterator[Shape]:
    if len(spots) > 1:
        yield Line(tuple(spots), space.line("chart-line"))


def _lamp(spot: tuple[float, float], space: Space, *, today: bool) -> Shape:
    edge = space.edge("lamp-edge", 2.5 if today else 1.5)
    return Disc(*spot, _RADIUS - edge.width / 2, "lamp", edge)


def _flags(flags: Iterable[Flag], plot: _Plot, space: Space) -> Iterator[Shape]:
    for each in flags:
        yield from flag(plot.days.at(each.day), _FLAG_FOOT, space.edge("chart-marker"))


def _dates(
    points: Sequence[Point], plot: _Plot, words: StretchWords, space: Space
) -> Iterator[Shape]:
    last = len(points) - 1
    labels = [
        Label(
            plot.days.at(points[place].day),
            words.common.day(points[place].day),
            "axis-strong" if place == last else "axis",
            "text" if place == last else "text-2",
        )
        for place in newest_first(len(points))
    ]
    yield from placed(labels if space.has_mark_labels else labels[:1], _DATES, space)


def _marks(points: Sequence[Point], plot: _Plot, words: StretchWords) -> Iterator[Mark]:
    for place, point in enumerate(points):
        frame = Frame.around(*plot.spot(point), _RADIUS)
        note = " ".join(point.note.split())
        opens = Opens(Kind.CHECK_IN, point.id)
        yield Mark(point.id, frame, 0, place, point_words(point, words), note, opens)


def _flag_marks(flags: Sequence[Flag], plot: _Plot, words: StretchWords) -> Iterator[Mark]:
    for place, each in enumerate(flags):
        frame = Frame(plot.days.at(each.day) - 2, _FLAG_FOOT - 18, 12, 18, 3)
        yield Mark(each.id, frame, 1, place, _attempt(each, words), opens=each.opens)


def _attempt(each: Flag, words: StretchWords) -> str:
    return words.attempt.format(day=words.common.day(each.day), what=" ".join(each.label.split()))


def _lay_out_spark(source: _Source, space: Space) -> Drawing:
    """Line, last disc, and its value beside it."""
    points = source.trend.points
    days = Days(points[0].day, points[-1].day, _SPARK_EDGE, _SPARK_WIDTH - _SPARK_EDGE)
    ratings = Scale(RATINGS[0], RATINGS[-1], _SPARK_HEIGHT - _SPARK_EDGE, _SPARK_EDGE)
    plot = _Plot(days, ratings)
    last = plot.spot(points[-1])
    value = source.words.common.number(points[-1].confidence)
    width = _SPARK_WIDTH + 4 + space.measure(value, "label-strong")
    shapes: tuple[Shape, ...] = (
        *_course(points, plot, space),
        Disc(*last, 4, "lamp", space.edge("lamp-edge", 1)),
        Text(
            _SPARK_WIDTH + 4,
            _SPARK_HEIGHT / 2,
            value,
            "label-strong",
            "text",
        ),
    )
    return Drawing(width, _SPARK_HEIGHT, shapes)
