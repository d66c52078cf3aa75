"""The experience mix: one bar in three parts, and a row for each way to learn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from app.charts.words import CommonWords, Plural, begun, sentences
from app.domain.experiences import ExperienceKind, Learning
from app.domain.ids import Kind
from app.domain.progress.mix import Balance, Mix, MixRow
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Box, Colour, Drawing, Frame, Icon, Mark, Opens, Shape, Text

KEY: Final = "mix"
LIST: Final = "experiences"
"""What lies behind a part of the bar: the list, with a way to learn as id."""

_BAR, _GAP, _RADIUS, _LEAST = 28.0, 2.0, 4.0, 6.0
_TOP, _ROW, _SWATCH, _ICON, _LEAD, _NAME = 20.0, 34.0, 12.0, 16.0, 21.0, 47.0
_IN_LINE, _APART = 480.0, 28.0
_COLOURS: Mapping[Learning, Colour] = {
    Learning.ON_THE_JOB: "mix-job",
    Learning.WITH_OTHERS: "mix-others",
    Learning.FORMAL: "mix-formal",
}
LEARNING_ICONS: Mapping[Learning, str] = {
    Learning.ON_THE_JOB: "briefcase",
    Learning.WITH_OTHERS: "users",
    Learning.FORMAL: "graduation-cap",
}


def _kinds() -> dict[ExperienceKind, str]:
    return {
        ExperienceKind.STRETCH_ASSIGNMENT: "Stretch assignment",
        ExperienceKind.ROTATION: "Rotation",
        ExperienceKind.CROSS_FUNCTIONAL: "Cross-functional",
        ExperienceKind.PUBLIC_SPEAKING: "Public speaking",
        ExperienceKind.STRATEGIC_PLANNING: "Strategic planning",
        ExperienceKind.STAKEHOLDERS: "Stakeholder management",
        ExperienceKind.HARDSHIP: "Hardship",
        ExperienceKind.SHADOWING: "Shadowing",
        ExperienceKind.COACHING: "Coaching",
        ExperienceKind.COURSE: "Course",
        ExperienceKind.OTHER: "Other",
    }


def _some() -> dict[ExperienceKind, Plural]:
    return {
        ExperienceKind.STRETCH_ASSIGNMENT: Plural(
            "a stretch assignment", "{n} stretch assignments"
        ),
        ExperienceKind.ROTATION: Plural("a rotation", "{n} rotations"),
        ExperienceKind.CROSS_FUNCTIONAL: Plural(
            "a cross-functional project", "{n} cross-functional projects"
        ),
        ExperienceKind.PUBLIC_SPEAKING: Plural("a talk", "{n} talks"),
        ExperienceKind.STRATEGIC_PLANNING: Plural("a round of planning", "{n} rounds of planning"),
        ExperienceKind.STAKEHOLDERS: Plural(
            "a piece of work with stakeholders", "{n} pieces of work with stakeholders"
        ),
        ExperienceKind.HARDSHIP: Plural("a hard time", "{n} hard times"),
        ExperienceKind.SHADOWING: Plural("a shadowing", "{n} shadowings"),
        ExperienceKind.COACHING: Plural("a round of coaching", "{n} rounds of coaching"),
        ExperienceKind.COURSE: Plural("a course", "{n} courses"),
        ExperienceKind.OTHER: Plural("something else", "{n} other things"),
    }


@dataclass(frozen=True, slots=True)
class MixWords:
    """What the chart says; `some` names a number of experiences of a kind within a sentence."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Experience mix"
    ways: Mapping[Learning, str] = field(
        default_factory=lambda: {
            Learning.ON_THE_JOB: "On the job",
            Learning.WITH_OTHERS: "With others",
            Learning.FORMAL: "Formal",
        }
    )
    inside: Mapping[Learning, str] = field(
        default_factory=lambda: {
            Learning.ON_THE_JOB: "on the job",
            Learning.WITH_OTHERS: "with others",
            Learning.FORMAL: "formal",
        }
    )
    kinds: Mapping[ExperienceKind, str] = field(default_factory=_kinds)
    some: Mapping[ExperienceKind, Plural] = field(default_factory=_some)
    few: Plural = Plural("{n} so far: {what}", "{n} so far: {what}")
    all: str = "All {n} {way}"
    each: str = "{n} of each"
    mostly: str = "Mostly {way}, {n} of {whole}"
    most_often: str = "Most often {way}, {n} of {whole}"
    two_alike: str = "{one} as often as {other}, {n} each of {whole}"
    count: Plural = Plural("{n} experience", "{n} experiences")
    within: str = "{count}, {first} to {last}"
    both: str = "{one} and {other}"
    more: str = "{one}, {other}"
    part: str = "{way}: {n} of {whole}."
    invitation: str = "Add an experience and the mix shows here."
    title_column: str = "Experience"
    kind_column: str = "Kind"
    way_column: str = "Learning"
    days_column: str = "When"
    hours_column: str = "Hours"
    competencies_column: str = "Competencies"
    span: str = "{start} to {end}"
    open_start: str = "until {day}"
    open_end: str = "from {day}"


def mix_chart(found: Mix, words: MixWords, days: tuple[date, date] | None = None) -> Chart:
    """The chart of a mix; `days` is the range that it was taken from."""
    heading, under = heading_of(found, words), ""
    if heading:
        under = words.common.figures(words.count, len(found.rows))
        if days is not None:
            first, last = (words.common.day(day) for day in days)
            under = words.within.format(count=under, first=first, last=last)
    parts = " ".join(_part(learning, found, words) for learning in Learning)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(found, words),
        description=sentences(words.name, heading, under, parts) if heading else "",
        invitation=words.invitation,
        lay_out=partial(_lay_out, found, words) if heading else unseen,
    )


def heading_of(found: Mix, words: MixWords) -> str:
    """What was seen; nothing where there is nothing."""
    common, whole, balance = words.common, len(found.rows), found.balance
    if balance is Balance.NONE:
        return ""
    if balance is Balance.FEW:
        return begun(common.counted(words.few, whole, what=_named(found, words)))
    top, ways = found.most[0], [words.inside[way] for way in found.most]
    figures = {"n": common.number(found.count(top)), "whole": common.number(whole)}
    if balance is Balance.EACH:
        return begun(common.counted(Plural(words.each, words.each), found.count(top)))
    if balance is Balance.TWO_ALIKE:
        return begun(words.two_alike.format(one=ways[0], other=ways[1], **figures))
    form = {
        Balance.ALL: words.all,
        Balance.MOSTLY: words.mostly,
        Balance.MOST_OFTEN: words.most_often,
    }[balance]
    return form.format(way=ways[0], **figures)


def _named(found: Mix, words: MixWords) -> str:
    """A few experiences by their kinds: a rotation and two courses."""
    kinds = list(dict.fromkeys(row.kind for row in found.rows))
    said = [
        words.common.counted(words.some[kind], sum(1 for row in found.rows if row.kind is kind))
        for kind in kinds
    ]
    while len(said) > 2:  # noqa: PLR2004 - the last two are joined by a word of their own
        said = [words.more.format(one=said[0], other=said[1]), *said[2:]]
    return words.both.format(one=said[0], other=said[1]) if len(said) > 1 else said[0]


def _part(learning: Learning, found: Mix, words: MixWords) -> str:
    number = words.common.number
    count, whole = number(found.count(learning)), number(len(found.rows))
    return words.part.format(way=words.ways[learning], n=count, whole=whole)


# The table


def _table(found: Mix, words: MixWords) -> Table:
    columns = (
        Column(words.title_column),
        Column(words.kind_column),
        Column(words.way_column),
        Column(words.days_column),
        Column(words.hours_column, figures=True),
        Column(words.competencies_column),
    )
    return Table(columns, tuple(_row(row, words) for row in found.rows)).without_empty()


def _row(row: MixRow, words: MixWords) -> Row:
    when = (row.start or row.end or date.max).toordinal()
    hours = "" if row.hours is None else words.common.number(row.hours)
    cells = (
        Cell(row.title),
        Cell(words.kinds[row.kind]),
        Cell(words.ways[row.learning], list(Learning).index(row.learning)),
        Cell(_days(row, words), when),
        Cell(hours, -1.0 if row.hours is None else row.hours),
        Cell(", ".join(row.competencies)),
    )
    return Row(row.id, cells, Opens(Kind.EXPERIENCE, row.id))


def _days(row: MixRow, words: MixWords) -> str:
    day = words.common.day
    if row.start and row.end:
        if row.start == row.end:
            return day(row.start)
        return words.span.format(start=day(row.start), end=day(row.end))
    if row.start:
        return words.open_end.format(day=day(row.start))
    return words.open_start.format(day=day(row.end)) if row.end else ""


# Drawing


def _lay_out(found: Mix, words: MixWords, space: Space) -> Drawing:
    shapes: list[Shape] = []
    marks: list[Mark] = []
    for learning, x, width in _parts(found, space.width):
        shapes.append(_filled(Box(x, 0, width, _BAR, _RADIUS), learning, space))
        frame = Frame(x, 0, width, _BAR, _RADIUS)
        said = _part(learning, found, words)
        opens = Opens(LIST, learning)
        marks.append(Mark(learning, frame, 0, len(marks), said, opens=opens))
    in_line = _line_width(found, words, space) <= space.width and space.width >= _IN_LINE
    rows = tuple(_legend(found, words, space, in_line=in_line))
    height = _BAR + _TOP + (_SWATCH + 4 if in_line else _ROW * len(Learning) - 14)
    return Drawing(space.width, height, (*shapes, *rows), tuple(marks))


def _parts(found: Mix, width: float) -> Iterator[tuple[Learning, float, float]]:
    """Where each way's part of the bar begins, and how wide it is; none is too small to be hit."""
    there = [(learning, count) for learning, count in found.counts if count]
    room = width - _GAP * (len(there) - 1)
    spare = room - _LEAST * len(there)
    x = 0.0
    for learning, count in there:
        wide = _LEAST + spare * count / len(found.rows)
        yield learning, x, wide
        x += wide + _GAP


def _filled(box: Box, learning: Learning, space: Space) -> Box:
    """A part as it is told apart: by colour, and on paper solid, diagonal and white."""
    fill: Colour | None = _COLOURS[learning]
    hatch: Colour | None = None
    if space.paper and learning is not Learning.ON_THE_JOB:
        fill = "ground"
        hatch = "text-2" if learning is Learning.WITH_OTHERS else None
    outlined = space.paper or space.high_contrast
    stroke = space.edge("text", 1.0) if outlined else None
    return Box(box.x, box.y, box.width, box.height, box.radius, fill, stroke, hatch)


def _legend(found: Mix, words: MixWords, space: Space, *, in_line: bool) -> Iterator[Shape]:
    x, y = 0.0, _BAR + _TOP + _SWATCH / 2
    for learning, count in found.counts:
        swatch = Box(x, y - _SWATCH / 2, _SWATCH, _SWATCH, 3)
        yield _filled(swatch, learning, space)
        yield Icon(x + _LEAD, y - _ICON / 2, _ICON, LEARNING_ICONS[learning])
        name, number = words.ways[learning], words.common.number(count)
        wide = space.measure(number, "label-strong")
        if in_line:
            yield Text(x + _NAME, y, name, "label", "text")
            after = x + _NAME + space.measure(name, "label") + 10
            yield Text(after, y, number, "label-strong", "text")
            x = after + wide + _APART
        else:
            room = space.width - _NAME - wide - 10
            yield Text(_NAME, y, space.cut(name, "label", room), "label", "text")
            yield Text(space.width, y, number, "label-strong", "text", "end")
            y += _ROW


def _line_width(found: Mix, words: MixWords, space: Space) -> float:
    return sum(
        _NAME
        + space.measure(words.ways[learning], "label")
        + 10
        + space.measure(words.common.number(count), "label-strong")
        + _APART
        for learning, count in found.counts
    )
