"""Lays out then and now: where names, levels and values stand, and which groups are folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.charts.then_now_words import ThenNowWords
from app.charts.words import sentences
from app.domain.ids import Kind
from app.domain.progress import Change, ThenNow, ThenNowRow
from app.domain.records import RATINGS
from app.drawing.axes import Scale
from app.drawing.chart import Space
from app.drawing.figures import chevron, square
from app.drawing.shapes import Disc, Drawing, Frame, Line, Mark, Opens, Shape, Stroke, Text

GROUP = "group"
"""What a folded group opens: itself, by its name."""
MOST_ROWS = 12
ROW = 31.0
_AXIS, _TOP, _KEY_GAP, _FOOT = 6.0, 18.0, 18.0, 10.0
_RADIUS, _EQUAL = 7.0, 11.0
(
    _SQUARE,
    _SQUARE_STEP,
) = 12.0, 8.0
_GAP, _NAMES, _NAMES_LEAST, _VALUES = 16.0, 0.42, 0.3, 22.0
_LEVELS_LEAST = 72.0
_CHEVRON, _CHEVRON_ROOM = 5.0, 44.0
_KEY_MARK, _KEY_STEP, _KEY_LINE = 18.0, 16.0, 18.0


@dataclass(frozen=True, slots=True)
class Source:
    """What the chart is made from."""

    seen: ThenNow
    words: ThenNowWords
    unfolded: str | None


# Rows, or groups of rows


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the chart: a competency, or the name of a group with the words about it."""

    row: ThenNowRow | None = None
    group: str = ""
    words: str = ""


def _items(source: Source, space: Space) -> tuple[_Item, ...]:
    rows, words = source.seen.rows, source.words
    groups = [(name, list(found)) for name, found in groupby(rows, key=lambda row: row.group)]
    if space.paper or len(rows) <= MOST_ROWS or len(groups) == 1:
        return tuple(_Item(row) for row in rows)
    unfolded = groups[0][0] if source.unfolded is None else source.unfolded
    items: list[_Item] = []
    for name, found in groups:
        said = words.counted(found) or words.common.figures(words.rated, len(found))
        items.append(_Item(group=name, words=said))
        items += [_Item(row) for row in found if name == unfolded]
    return tuple(items)


# Drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where names end, levels stand, and values begin."""

    names: float
    values: float
    levels: Scale

    @classmethod
    def of(cls, items: Sequence[_Item], words: ThenNowWords, space: Space) -> _Plot:
        """Room for the longest name, up to a share of the width, and for the longest value."""
        rows = [item.row for item in items if item.row]
        longest = max((space.measure(row.name, "label") for row in rows), default=0.0)
        least = space.width * _NAMES_LEAST if space.width > MOST_ROWS * ROW else 0.0
        names = min(max(longest + _GAP, least), space.width * _NAMES)
        start, values = names + _EQUAL, 0.0
        if space.has_mark_labels:
            wide = (space.measure(words.value(row), "label-strong") for row in rows)
            values = max(wide, default=0.0) + _VALUES
            # Where they would push the levels together, the values go before the drawing does.
            values = values if space.width - values - start >= _LEVELS_LEAST else 0.0
        end = space.width - max(values, _EQUAL)
        return cls(names - _GAP, values, Scale(RATINGS[0], RATINGS[-1], start, end))


def lay_out(source: Source, space: Space) -> Drawing:
    """The drawing of it in a space."""
    items = _items(source, space)
    plot = _Plot.of(items, source.words, space)
    shapes: list[Shape] = list(_grid(plot, items, source.words, space))
    marks: list[Mark] = []
    for place, item in enumerate(items):
        y = _TOP + ROW * (place + 0.5)
        if item.row is None:
            shapes += _group(item, y, space)
            marks.append(_group_mark(item, place, y, space))
        else:
            shapes += _competency(item.row, y, plot, source.words, space)
            marks.append(_mark(item.row, place, y, plot, source))
    bottom = _TOP + ROW * len(items)
    keys = list(_keys(source, plot, bottom + _KEY_GAP, space))
    low = max((key.y for key in keys if isinstance(key, Text)), default=bottom)
    return Drawing(space.width, low + _FOOT, (*shapes, *keys), tuple(marks))


def _grid(
    plot: _Plot, items: Sequence[_Item], words: ThenNowWords, space: Space
) -> Iterator[Shape]:
    """The five levels; the lines leave the names of groups free."""
    for level in RATINGS:
        x = plot.levels.at(level)
        if space.has_inner_labels or level in (RATINGS[0], RATINGS[-1]):
            yield Text(x, _AXIS, words.common.number(level), anchor="middle")
        for begin, end in _stretches(items):
            spots = ((x, _TOP + ROW * begin), (x, _TOP + ROW * end))
            yield Line(spots, Stroke("chart-grid"))


def _stretches(items: Sequence[_Item]) -> Iterator[tuple[int, int]]:
    """Where competencies follow each other: the first, and the one after the last."""
    places = enumerate(items)
    for is_row, found in groupby(places, key=lambda each: each[1].row is not None):
        stretch = [place for place, _ in found]
        if is_row:
            yield stretch[0], stretch[-1] + 1


def _group(item: _Item, y: float, space: Space) -> Iterator[Shape]:
    """The name, and what changed in it where there is room; it is read out in any case."""
    said = space.measure(item.words, "axis")
    room = space.width - said - _GAP
    has_room = said <= space.width / 2
    name = space.cut(item.group, "label-strong", room if has_room else space.width)
    yield Text(0, y, name, "label-strong", "text")
    if has_room:
        yield Text(space.width, y, item.words, "axis", "text-2", "end")


def _group_mark(item: _Item, place: int, y: float, space: Space) -> Mark:
    frame = Frame(0, y - ROW / 2 + 2, space.width, ROW - 4, 4)
    return Mark(
        f"{GROUP}:{item.group}",
        frame,
        place,
        0,
        f"{item.group}:",
        sentences(item.words),
        Opens(GROUP, item.group),
    )


def _competency(
    row: ThenNowRow, y: float, plot: _Plot, words: ThenNowWords, space: Space
) -> Iterator[Shape]:
    yield Text(0, y, space.cut(row.name, "label", plot.names), "label", "text")
    if plot.values:
        yield Text(space.width, y, words.value(row), "label-strong", "text", "end")
    yield from _way(row, y, plot, space)
    yield from _levels(row, y, plot, space)


def _way(row: ThenNowRow, y: float, plot: _Plot, space: Space) -> Iterator[Shape]:
    """The line from then to now; dashed and without a direction where it is only seen anew."""
    if row.then is None or row.now is None or row.then == row.now:
        return
    start, end = plot.levels.at(row.then), plot.levels.at(row.now)
    if row.change is Change.ANEW:
        yield Line(((start, y), (end, y)), space.line("chart-then", "dashed"))
        return
    stroke = Stroke("chart-line", space.line("chart-line").width + 0.5)
    yield Line(((start, y), (end, y)), stroke)
    if abs(end - start) >= _CHEVRON_ROOM:
        ahead = end > start
        tip = (start + end) / 2 + (_CHEVRON / 2 if ahead else -_CHEVRON / 2)
        yield chevron(tip, y, _CHEVRON, stroke, ahead=ahead)


def _levels(row: ThenNowRow, y: float, plot: _Plot, space: Space) -> Iterator[Shape]:
    """A ring for then, a disc for now, the disc in the ring where they are equal."""
    same = row.then == row.now
    if row.then is not None:
        edge = space.edge("chart-then", 2.5)
        radius = _EQUAL if same else _RADIUS
        yield Disc(plot.levels.at(row.then), y, radius - edge.width / 2, "ground", edge)
    if row.now is not None:
        yield _now(plot.levels.at(row.now), y, space)
    if row.mentor is not None:
        side = _SQUARE + _SQUARE_STEP * sum(row.mentor == level for level in (row.then, row.now))
        x = plot.levels.at(row.mentor)
        yield square(x, y, side, None, space.edge("chart-marker", 1.5))


def _now(x: float, y: float, space: Space) -> Shape:
    if space.high_contrast:
        return Disc(x, y, _RADIUS - 1, "chart-now", Stroke("text", 2))
    return Disc(x, y, _RADIUS, "chart-now")


def _mark(row: ThenNowRow, place: int, y: float, plot: _Plot, source: Source) -> Mark:
    levels = [level for level in (row.then, row.now, row.mentor) if level is not None]
    start = plot.levels.at(min(levels)) - _EQUAL
    end = plot.levels.at(max(levels)) + _EQUAL
    frame = Frame(start, y - _EQUAL, end - start, 2 * _EQUAL, _EQUAL)
    return Mark(
        row.competency,
        frame,
        place,
        0,
        source.words.figure(row),
        source.words.details(row, source.seen),
        Opens(Kind.COMPETENCY, row.competency),
    )


def _keys(source: Source, plot: _Plot, y: float, space: Space) -> Iterator[Shape]:
    """What ring, disc, square and dashes stand for, as far as they occur; on as many lines."""
    keys = [(kind, words, _key_width(words, space)) for kind, words in _wanted(source)]
    whole = sum(wide for _, _, wide in keys)
    begin = min(plot.levels.start - _RADIUS, max(0.0, space.width - whole))
    x = begin
    for kind, words, wide in keys:
        if x + wide - _KEY_STEP > space.width and x > begin:
            x, y = begin, y + _KEY_LINE
        yield _key(kind, x + _RADIUS, y, space)
        yield Text(x + _KEY_MARK, y, space.cut(words, "axis", space.width - x - _KEY_MARK))
        x += wide


def _key_width(words: str, space: Space) -> float:
    return _KEY_MARK + space.measure(words, "axis") + _KEY_STEP


def _wanted(source: Source) -> Iterator[tuple[str, str]]:
    seen, words = source.seen, source.words
    if any(row.then is not None for row in seen.rows):
        yield "then", _dated(words.then_key, [row.then_day for row in seen.rows], words)
    if any(row.now is not None for row in seen.rows):
        yield "now", _dated(words.now_key, [row.now_day for row in seen.rows], words)
    names = dict.fromkeys(words.who(row) for row in seen.rows if row.mentor is not None)
    if names:
        yield "mentor", next(iter(names)) if len(names) == 1 else words.others
    if seen.count(Change.ANEW):
        yield "anew", words.anew_key


def _dated(key: str, days: Iterable[date | None], words: ThenNowWords) -> str:
    """A key with its day, where all of them are of one day."""
    found = {day for day in days if day is not None}
    return (
        words.dated.format(key=key, day=words.common.day(found.pop())) if len(found) == 1 else key
    )


def _key(kind: str, x: float, y: float, space: Space) -> Shape:
    radius = _RADIUS - 1
    if kind == "then":
        edge = space.edge("chart-then", 2)
        return Disc(x, y, radius - edge.width / 2, "ground", edge)
    if kind == "now":
        return Disc(x, y, radius, "chart-now")
    if kind == "mentor":
        return square(x, y, 2 * radius - 1, None, space.edge("chart-marker", 1.5))
    return Line(((x - radius, y), (x + radius, y)), space.line("chart-then", "dashed"))
