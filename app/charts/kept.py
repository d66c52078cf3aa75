"""Actions kept, on both sides: a bar for each, on one scale from 0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from app.charts.words import CommonWords, Plural, sentences
from app.domain.ids import Kind
from app.domain.progress.kept import Kept, KeptRow, Side
from app.domain.sessions import ActionState
from app.drawing.axes import Scale
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Box, Colour, Drawing, Frame, Mark, Opens, Shape, Text

KEY: Final = "kept"
OWED: Final = "actions"
"""What lies behind a bar: the actions with somebody of this name."""

_NAME, _TOP, _BAR, _ROW, _GAP, _RADIUS = 9.0, 24.0, 20.0, 64.0, 2.0, 3.0
_LEGEND, _SWATCH, _APART, _LEAST = 24.0, 12.0, 22.0, 4.0
_STATES: Final = (ActionState.DONE, ActionState.OPEN, ActionState.DROPPED)


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Actions kept, on both sides"
    both: str = "You did {mine} of {my_whole}, {name} {theirs} of {their_whole}"
    own: str = "You did {mine} of {my_whole}"
    other: str = "{name} did {theirs} of {their_whole}"
    still: Plural = Plural(
        "{n} is still open, from {day}", "{n} are still open, the oldest from {day}"
    )
    none_open: str = "None is open"
    you: str = "You"
    done: str = "Done"
    open: str = "Open"
    dropped: str = "Dropped"
    of: str = "{n} of {whole}"
    said: str = "{who}: {done} of {whole} done, {open} open, {dropped} dropped."
    invitation: str = "What is agreed in a session shows here, on both sides."
    action_column: str = "Action"
    owner_column: str = "Whose"
    agreed_column: str = "Agreed"
    due_column: str = "Due"
    state_column: str = "State"

    def state(self, state: ActionState) -> str:
        """What a state is called."""
        return {
            ActionState.DONE: self.done,
            ActionState.OPEN: self.open,
            ActionState.DROPPED: self.dropped,
        }[state]


def kept_chart(found: Kept, words: KeptWords) -> Chart:
    """The chart of what was agreed with one person."""
    heading, under = _heading(found, words), _under(found, words)
    said = " ".join(_said(who, side, words) for who, side in _sides(found, words))
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(found, words),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.invitation,
        lay_out=unseen if found.is_few else partial(_lay_out, found, words),
    )


def _sides(found: Kept, words: KeptWords) -> list[tuple[str, Side]]:
    """Who agreed to something, and what became of it; one's own side comes first."""
    sides = ((words.you, found.side(mine=True)), (found.name, found.side(mine=False)))
    return [(who, side) for who, side in sides if side.whole]


def _heading(found: Kept, words: KeptWords) -> str:
    number = words.common.number
    mine, theirs = found.side(mine=True), found.side(mine=False)
    if not (mine.whole or theirs.whole):
        return ""
    form = words.both if mine.whole and theirs.whole else words.own
    return (form if mine.whole else words.other).format(
        name=found.name,
        mine=number(mine.done),
        my_whole=number(mine.whole),
        theirs=number(theirs.done),
        their_whole=number(theirs.whole),
    )


def _under(found: Kept, words: KeptWords) -> str:
    if not found.rows:
        return ""
    oldest = found.oldest_open
    count = sum(side.open for _, side in _sides(found, words))
    if oldest is None:
        return words.none_open
    return words.common.figures(words.still, count, day=words.common.day(oldest))


def _said(who: str, side: Side, words: KeptWords) -> str:
    number = words.common.number
    return words.said.format(
        who=who,
        done=number(side.done),
        whole=number(side.whole),
        open=number(side.open),
        dropped=number(side.dropped),
    )


# The table


def _table(found: Kept, words: KeptWords) -> Table:
    columns = (
        Column(words.action_column),
        Column(words.owner_column),
        Column(words.agreed_column),
        Column(words.due_column),
        Column(words.state_column),
    )
    return Table(columns, tuple(_row(row, found, words) for row in found.rows)).without_empty()


def _row(row: KeptRow, found: Kept, words: KeptWords) -> Row:
    day = words.common.day
    cells = (
        Cell(row.title),
        Cell(words.you if row.mine else found.name, float(not row.mine)),
        Cell(day(row.agreed), row.agreed.toordinal()),
        Cell(day(row.due) if row.due else "", row.due.toordinal() if row.due else float("inf")),
        Cell(words.state(row.state), _STATES.index(row.state)),
    )
    return Row(row.id, cells, Opens(Kind.ACTION, row.id))


# Drawing


def _lay_out(found: Kept, words: KeptWords, space: Space) -> Drawing:
    sides = _sides(found, words)
    scale = Scale(0, max(side.whole for _, side in sides), 0, space.width)
    shapes: list[Shape] = []
    marks: list[Mark] = []
    for place, (who, side) in enumerate(sides):
        top = place * _ROW
        shapes += _named(who, side, top + _NAME, words, space)
        bar = top + _TOP
        shapes += _bar(side, bar, scale, space)
        frame = Frame(0, bar, max(scale.at(side.whole), _LEAST), _BAR, _RADIUS)
        said = _said(who, side, words)
        marks.append(Mark(str(place), frame, place, 0, said, opens=Opens(OWED, found.name)))
    legend, height = _legend(len(sides) * _ROW, words, space)
    return Drawing(space.width, height, (*shapes, *legend), tuple(marks))


def _named(who: str, side: Side, y: float, words: KeptWords, space: Space) -> Iterator[Shape]:
    number = words.common.number
    figure = words.of.format(n=number(side.done), whole=number(side.whole))
    wide = space.measure(figure, "label-strong")
    yield Text(0, y, space.cut(who, "label", space.width - wide - 10), "label", "text")
    yield Text(space.width, y, figure, "label-strong", "text", "end")


def _bar(side: Side, y: float, scale: Scale, space: Space) -> Iterator[Shape]:
    """The parts of a bar, in the fixed order; one that is empty has none."""
    upto = 0
    for state, count in zip(_STATES, (side.done, side.open, side.dropped), strict=True):
        if count:
            start, end = scale.at(upto), scale.at(upto + count)
            upto += count
            wide = max(end - start - _GAP, _LEAST / 2)
            yield _filled(state, Frame(start, y, wide, _BAR), space)


def _filled(state: ActionState, part: Frame, space: Space) -> Box:
    """A part as it is told apart without colours: filled, outlined and hatched."""
    x, y, width, height = part.x, part.y, part.width, part.height
    if state is ActionState.DONE:
        return Box(x, y, width, height, _RADIUS, fill="accent")
    dropped = state is ActionState.DROPPED
    stroke = space.edge("chart-then" if dropped else "border-control")
    inset = stroke.width / 2
    hatch: Colour | None = "chart-then" if dropped else None
    inner, low = max(width - 2 * inset, 0.5), height - 2 * inset
    return Box(x + inset, y + inset, inner, low, _RADIUS, "ground", stroke, hatch)


def _legend(top: float, words: KeptWords, space: Space) -> tuple[list[Shape], float]:
    """What the parts mean, in lines as there is room, and where they end."""
    shapes: list[Shape] = []
    x, y = 0.0, top + _SWATCH / 2
    for state in _STATES:
        word = space.cut(words.state(state), "axis", space.width - _SWATCH - 8)
        wide = _SWATCH + 8 + space.measure(word, "axis")
        if x and x + wide > space.width:
            x, y = 0.0, y + _LEGEND
        shapes.append(_filled(state, Frame(x, y - _SWATCH / 2, _SWATCH, _SWATCH), space))
        shapes.append(Text(x + _SWATCH + 8, y, word, "axis", "text-2"))
        x += wide + _APART
    return shapes, y + _SWATCH
