"""Themes over time: how many entries of each month have a tag, on one scale for all tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from app.charts.words import CommonWords, Plural, sentences
from app.domain.progress.themes import Theme, Themes
from app.drawing.axes import MOST_LABELS, Label, Scale, placed
from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Box, Drawing, Frame, Line, Mark, Opens, Shape, Stroke, Text

KEY = "themes"
TAG = "tag"
"""What a mark opens: the entries with a tag in a month, as `first..last#tag`."""

_PITCH, _BAR, _NAMES, _EDGE = 38.0, 26.0, 116.0, 4.0
_LEAST, _WIDEST = 2.0, 22.0
_FOOT = 22.0
_FEW_LABELS = 3


@dataclass(frozen=True, slots=True)
class ThemesWords:
    """What the chart says."""

    common: CommonWords = field(default_factory=CommonWords)
    name: str = "Themes over time"
    wrote: Plural = Plural(
        "You wrote about {tag} in {n} of the months shown",
        "You wrote about {tag} in {n} of the months shown",
    )
    first_came: str = "#{tag} first came up in {month}."
    under: Plural = Plural("Tags of {n} entry", "Tags of {n} entries")
    month: str = "#{tag}, {month}:"
    entries: Plural = Plural("in {n} entry.", "in {n} entries.")
    invitation: str = "Tags show up here once a few entries have them."
    tag_column: str = "Tag"


def themes_chart(found: Themes, words: ThemesWords) -> Chart:
    """The chart of the tags of a range of days."""
    drawn = found.drawn
    heading = words.common.counted(words.wrote, drawn[0].months, tag=drawn[0].tag) if drawn else ""
    under = words.common.figures(words.under, found.entries) if drawn else ""
    began = _began(found, words)
    said = " ".join(_said(row, place, found, words) for row, place in _told(found))
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=sentences(under, began) if began else under,
        table=_table(found, words),
        description=sentences(words.name, heading, under, began, said) if heading else "",
        invitation=words.invitation,
        lay_out=partial(_lay_out, found, words) if drawn else unseen,
    )


def _began(found: Themes, words: ThemesWords) -> str:
    """The tag that came up last, where it did so within the months."""
    later = [row for row in found.drawn if row.first >= found.months[0] + timedelta(days=31)]
    newest = max(later, key=lambda row: row.first, default=None)
    if newest is None:
        return ""
    return words.first_came.format(tag=newest.tag, month=words.common.month(newest.first))


def _told(found: Themes) -> Iterator[tuple[Theme, int]]:
    for row in found.drawn:
        for place, count in enumerate(row.by_month):
            if count:
                yield row, place


def _said(row: Theme, place: int, found: Themes, words: ThemesWords) -> str:
    return f"{_strong(row, place, found, words)} {_count(row, place, words)}"


def _strong(row: Theme, place: int, found: Themes, words: ThemesWords) -> str:
    return words.month.format(tag=row.tag, month=words.common.month(found.months[place]))


def _count(row: Theme, place: int, words: ThemesWords) -> str:
    return words.common.figures(words.entries, row.by_month[place])


def _opens(row: Theme, month: date) -> Opens:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Opens(TAG, f"{month.isoformat()}..{last.isoformat()}#{row.tag}")


def _table(found: Themes, words: ThemesWords) -> Table:
    months = (Column(words.common.short_month(month), figures=True) for month in found.months)
    rows = tuple(
        Row(
            row.tag,
            (Cell(row.tag), *(Cell(words.common.number(n), n) for n in row.by_month)),
        )
        for row in found.rows
    )
    return Table((Column(words.tag_column), *months), rows)


# Drawing


def _lay_out(found: Themes, words: ThemesWords, space: Space) -> Drawing:
    names = min(_NAMES, space.width / 3)
    rows = found.drawn
    across = (space.width - names - _EDGE) / len(found.months)
    height = Scale(0, max(found.most, 1), 0, _BAR)
    shapes: list[Shape] = []
    marks: list[Mark] = []
    for number, row in enumerate(rows):
        foot = (number + 1) * _PITCH - _EDGE
        shapes.append(Line(((names, foot), (space.width, foot)), Stroke("chart-grid")))
        shapes.append(
            Text(0.0, foot - _BAR / 2, space.cut(row.tag, "label", names - 8), "label", "text")
        )
        for place, count in enumerate(row.by_month):
            if not count:
                continue
            wide = min(_WIDEST, across - _LEAST)
            x = names + place * across + (across - wide) / 2
            tall = max(height.at(count), _LEAST)
            edge = space.edge("border-control", 0.5) if space.high_contrast else None
            shapes.append(Box(x, foot - tall, wide, tall, 2.0, fill="heat-3", stroke=edge))
            said = (_strong(row, place, found, words), _count(row, place, words))
            frame = Frame(x, foot - tall, wide, tall, 2.0)
            mark = f"{row.tag}@{found.months[place].isoformat()}"
            opens = _opens(row, found.months[place])
            marks.append(Mark(mark, frame, number, place, *said, opens))
    foot = len(rows) * _PITCH + _FOOT / 2
    step = -(-len(found.months) // (MOST_LABELS if space.has_inner_labels else _FEW_LABELS))
    labels = [
        Label(names + (place + 0.5) * across, words.common.short_month(found.months[place]))
        for place in range(len(found.months) - 1, -1, -step)
    ]
    shapes += placed(labels if space.has_mark_labels else labels[:1], foot, space)
    return Drawing(space.width, len(rows) * _PITCH + _FOOT, tuple(shapes), tuple(marks))
