"""Then and now: a ring and a disc for each competency, and a line that points to now."""

from __future__ import annotations

from functools import partial

from app.charts.then_now_layout import Source, lay_out
from app.charts.then_now_words import ThenNowWords
from app.charts.words import sentences
from app.domain.ids import Kind
from app.domain.progress import ThenNow, ThenNowRow
from app.drawing.chart import Cell, Chart, Column, Row, Table, unseen
from app.drawing.shapes import Opens

KEY = "then_now"


def then_now_chart(seen: ThenNow, words: ThenNowWords, unfolded: str | None = None) -> Chart:
    """The chart of competencies; over twelve fold by group, all but the `unfolded` one.

    Without `unfolded` that is the first group.
    """
    heading, under = words.heading(seen), words.under(seen)
    source = Source(seen, words, unfolded)
    said = " ".join(_said(row, source) for row in seen.rows)
    return Chart(
        key=KEY,
        name=words.name,
        heading=heading,
        under=under,
        table=_table(source),
        description=sentences(words.name, heading, under, said) if heading else "",
        invitation=words.nothing,
        lay_out=partial(lay_out, source) if seen.rows else unseen,
    )


def _said(row: ThenNowRow, source: Source) -> str:
    return f"{source.words.figure(row)} {source.words.details(row, source.seen)}".strip()


# Table


def _table(source: Source) -> Table:
    words, rows = source.words, source.seen.rows
    names = dict.fromkeys(words.who(row) for row in rows if row.mentor is not None)
    columns = (
        Column(words.competency_column),
        Column(words.then_column, figures=True),
        Column(words.now_column, figures=True),
        Column(words.difference_column),
        Column(next(iter(names)) if len(names) == 1 else words.others, figures=True),
        Column(words.evidence_column),
    )
    return Table(columns, tuple(_row(row, words) for row in rows)).without_empty()


def _row(row: ThenNowRow, words: ThenNowWords) -> Row:
    change = (row.now - row.then) if row.now is not None and row.then is not None else None
    cells = (
        Cell(row.name),
        _level(row.then, words),
        _level(row.now, words),
        Cell(words.difference(row), float("-inf") if change is None else change),
        _level(row.mentor, words),
        Cell(" ".join(row.evidence.split())),
    )
    return Row(row.competency, cells, Opens(Kind.COMPETENCY, row.competency))


def _level(level: int | None, words: ThenNowWords) -> Cell:
    return Cell("", 0) if level is None else Cell(words.common.number(level), level)
