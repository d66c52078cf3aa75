"""Goals by state: a mark for each goal, and as much room for what was let go as for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from app.charts.words import CommonWords, Plural, begun, sentences
from app.domain.goals import GoalState
from app.domain.ids import Kind
from app.domain.progress.goal_states import GoalStates, StateRow
from app.drawing.axes import Scale
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Box, Disc, Drawing, Frame, Line, Mark, Opens, Shape, Text

KEY = "goals"

_ROW, _MARK, _PITCH, _NAMES, _FIGURE = 34.0, 14.0, 22.0, 96.0, 32.0
_BAR = 14.0


@dataclass(frozen=True, slots=True)
class GoalsWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Goals by state"
    counts: Mapping[GoalState, Plural] = field(
        default_factory=lambda: {
            GoalState.MET: Plural("{n} met", "{n} met"),
            GoalState.PARTLY_MET: Plural("{n} partly met", "{n} partly met"),
            GoalState.ACTIVE: Plural("{n} active", "{n} active"),
            GoalState.PAUSED: Plural("{n} paused", "{n} paused"),
            GoalState.SOMEDAY: Plural("{n} for someday", "{n} for someday"),
            GoalState.LET_GO: Plural("{n} let go", "{n} let go"),
        }
    )
    states: Mapping[GoalState, str] = field(
        default_factory=lambda: {
            GoalState.MET: "Met",
            GoalState.PARTLY_MET: "Partly met",
            GoalState.ACTIVE: "Active",
            GoalState.PAUSED: "Paused",
            GoalState.SOMEDAY: "Someday",
            GoalState.LET_GO: "Let go",
        }
    )
    under: Plural = Plural("{n} goal", "{n} goals")
    mark: str = "{title}: {state}."
    since: str = "Since {day}."
    taught: str = "It taught: {what}"
    invitation: str = "No goals in these days yet."
    goal_column: str = "Goal"
    state_column: str = "State"
    since_column: str = "Since"
    learned_column: str = "What it taught"


def goals_chart(found: GoalStates, words: GoalsWords) -> Chart:
    """The chart of goals by their states."""
    counts = [words.common.counted(words.counts[state], n) for state, n in found.counts]
    heading = begun(", ".join(counts))
    under = words.common.figures(words.under, len(found.rows)) if found.rows else ""
    named = (row for row in found.rows if row.title.strip())
    said = " ".join(f"{_strong(row, words)} {_rest(row, words)}".strip() for row in named)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(found, words),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.invitation,
        lay_out=partial(_lay_out, found, words) if found.rows else unseen,
    )


def _strong(row: StateRow, words: GoalsWords) -> str:
    return words.mark.format(title=row.title.strip(), state=words.states[row.state])


def _rest(row: StateRow, words: GoalsWords) -> str:
    since = words.since.format(day=words.common.day(row.since)) if row.since else ""
    learned = " ".join(row.learned.split())
    taught = words.taught.format(what=learned) if learned and row.state.closed else ""
    return " ".join(part for part in (since, taught) if part)


def _table(found: GoalStates, words: GoalsWords) -> Table:
    columns = (
        Column(words.goal_column),
        Column(words.state_column),
        Column(words.since_column),
        Column(words.learned_column),
    )
    rows = tuple(_row(row, place, words) for place, row in enumerate(found.rows))
    return Table(columns, rows).without_empty()


def _row(row: StateRow, place: int, words: GoalsWords) -> Row:
    since = Cell(words.common.day(row.since), row.since.toordinal()) if row.since else Cell("", 0)
    learned = " ".join(row.learned.split()) if row.state.closed else ""
    cells = (Cell(row.title), Cell(words.states[row.state], place), since, Cell(learned))
    return Row(row.id, cells, Opens(Kind.GOAL, row.id))


# Drawing


def _lay_out(found: GoalStates, words: GoalsWords, space: Space) -> Drawing:
    if found.many:
        return _bars(found, words, space)
    names = _names(space)
    room = max(1, int((space.width - names - _FIGURE) // _PITCH))
    shapes: list[Shape] = []
    marks: list[Mark] = []
    top, line = 0.0, 0
    for state, count in found.counts:
        rows = [row for row in found.rows if row.state is state]
        middle = top + _ROW / 2
        shapes += _head(state, count, middle, words, space)
        for place, row in enumerate(rows):
            down, across = divmod(place, room)
            spot = (names + across * _PITCH + _MARK / 2, middle + down * _PITCH)
            shapes += _figure(state, spot, space)
            frame = Frame.around(*spot, _MARK / 2)
            said = (_strong(row, words), _rest(row, words))
            opens = Opens(Kind.GOAL, row.id)
            marks.append(Mark(row.id, frame, line + down, across, *said, opens))
        lines = -(-len(rows) // room)
        top += _ROW + (lines - 1) * _PITCH
        line += lines
    return Drawing(space.width, top, tuple(shapes), tuple(marks))


def _bars(found: GoalStates, words: GoalsWords, space: Space) -> Drawing:
    """Bars where there are too many goals for a mark each."""
    names = _names(space)
    wide = Scale(0, max(count for _, count in found.counts), 0, space.width - names - _FIGURE)
    shapes: list[Shape] = []
    marks: list[Mark] = []
    for place, (state, count) in enumerate(found.counts):
        middle = (place + 0.5) * _ROW
        shapes += _head(state, count, middle, words, space)
        top, length = middle - _BAR / 2, max(wide.at(count), 2.0)
        shapes.append(Box(names, top, length, _BAR, 3.0, fill="chart-now"))
        said = begun(words.common.figures(words.counts[state], count))
        frame = Frame(names, top, length, _BAR, 3.0)
        marks.append(Mark(state.value, frame, place, 0, f"{said}."))
    return Drawing(space.width, len(found.counts) * _ROW, tuple(shapes), tuple(marks))


def _names(space: Space) -> float:
    return min(_NAMES, space.width / 2.5)


def _head(
    state: GoalState, count: int, middle: float, words: GoalsWords, space: Space
) -> Sequence[Shape]:
    name = space.cut(words.states[state], "label", _names(space) - 8)
    figure = words.common.number(count)
    return (
        Text(0.0, middle, name, "label", "text"),
        Text(space.width, middle, figure, "label-strong", "text", "end"),
    )


def _figure(state: GoalState, spot: tuple[float, float], space: Space) -> Iterator[Shape]:
    """Met is a disc, partly met half of one, the others rings: dotted, or with a bar across."""
    x, y = spot
    radius = _MARK / 2 - 1
    edge = space.edge("chart-now")
    if state is GoalState.MET:
        yield Disc(x, y, radius, "chart-now", edge)
    elif state is GoalState.PARTLY_MET:
        yield Disc(x, y, radius, "chart-now", edge, half="left")
    elif state is GoalState.SOMEDAY:
        yield Disc(x, y, radius, None, replace(space.edge("chart-then"), dash="dotted"))
    elif state is GoalState.LET_GO:
        yield Disc(x, y, radius, None, space.edge("chart-then"))
        reach = radius * 0.7
        yield Line(((x - reach, y + reach), (x + reach, y - reach)), space.edge("chart-then"))
    else:
        yield Disc(x, y, radius, None, edge)
        if state is GoalState.PAUSED:
            for side in (-2.0, 2.0):
                yield Line(((x + side, y - 3), (x + side, y + 3)), edge)
