"""The experience mix of any experiences: each counted once, and drawn within its space."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.mix import MixWords, heading_of, mix_chart
from app.domain.experiences import Experience, ExperienceKind, Learning
from app.domain.progress.mix import Balance, Mix, MixRow, mix
from app.drawing.shapes import Box, mirrored
from tests.drawings import of, outside, overlapping, space

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31))
WIDTHS = st.floats(140, 1200)
BAR = 28.0


@st.composite
def _rows(draw: st.DrawFn) -> list[MixRow]:
    rows = []
    for at in range(draw(st.integers(0, 30))):
        start, end = sorted((draw(DAYS), draw(DAYS)), key=lambda day: day or date.min)
        kind = draw(st.sampled_from(ExperienceKind))
        learning = draw(st.none() | st.sampled_from(Learning))
        found = Experience(title="t", type=kind, learning=learning, start=start, end=end)
        rows.append(replace(MixRow.of(found), id=str(at)))
    return rows


ROWS = _rows()


@given(ROWS, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 400))
def test_each_that_overlaps_is_counted_once(rows: list[MixRow], first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    found = mix(rows, (first, last))
    ids = [row.id for row in found.rows]
    assert len(ids) == len(set(ids)) == sum(count for _, count in found.counts)
    for row in rows:
        begins, ends = row.start or row.end, row.end or (row.start and date.max)
        inside = begins is not None and begins <= last and ends is not None and ends >= first
        assert (row.id in ids) == inside
    assert len(mix(rows).rows) == len(rows)


@given(ROWS)
def test_the_order_of_reading_changes_nothing(rows: list[MixRow]) -> None:
    assert mix(rows) == mix(reversed(rows))


@given(ROWS)
def test_the_sentence_never_says_more_than_the_counts(rows: list[MixRow]) -> None:
    found = mix(rows)
    top = max((count for _, count in found.counts), default=0)
    assert all(found.count(way) == top for way in found.most)
    if found.balance is Balance.MOSTLY:
        assert 2 * top > len(rows) > top
    if found.balance is Balance.MOST_OFTEN:
        assert 2 * top <= len(rows)
    assert bool(heading_of(found, MixWords())) == bool(rows)


@given(ROWS, WIDTHS)
def test_the_bar_fills_its_width_and_no_words_meet(rows: list[MixRow], width: float) -> None:
    found: Mix = mix(rows)
    drawing = mix_chart(found, MixWords()).draw(space(width))
    bar = [box for box in of(drawing, Box) if box.height == BAR]
    assert len(bar) == sum(1 for _, count in found.counts if count)
    if bar:
        assert sum(box.width for box in bar) + 2 * (len(bar) - 1) == pytest.approx(width)
        widths = dict(zip([way for way, count in found.counts if count], bar, strict=True))
        order = sorted(widths, key=found.count)
        sizes = [round(widths[way].width, 6) for way in order]
        assert sizes == sorted(sizes)
    assert overlapping(drawing) == []
    assert outside(drawing) == []


@given(ROWS, WIDTHS)
def test_right_to_left_it_is_mirrored(rows: list[MixRow], width: float) -> None:
    chart = mix_chart(mix(rows), MixWords())
    assert chart.draw(space(width, rtl=True)) == mirrored(chart.draw(space(width)))
