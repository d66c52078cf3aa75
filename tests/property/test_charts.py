"""Charts of any values: each stands at its place, no words over others, mirrored for the right."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.stretch import Flag, StretchWords, stretch_chart
from app.charts.then_now import then_now_chart
from app.charts.then_now_words import ThenNowWords
from app.domain.goals import CheckIn
from app.domain.progress import ThenNow, ThenNowRow, trend
from app.drawing.shapes import Disc, Line, mirrored
from tests.drawings import of, outside, overlapping, space, texts

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
CHECK_INS = st.lists(
    st.builds(
        CheckIn, day=DAYS, confidence=st.none() | st.integers(1, 5), note=st.text(max_size=9)
    ),
    max_size=30,
)
FLAGS = st.lists(st.builds(Flag, st.uuids().map(str), DAYS, st.text(max_size=9)), max_size=4)
WIDTHS = st.floats(140, 1200)
WORDS = StretchWords()


@given(CHECK_INS, FLAGS, st.none() | DAYS, WIDTHS)
def test_every_check_in_is_a_lamp_at_its_day_and_rating(
    notes: list[CheckIn], flags: list[Flag], today: date | None, width: float
) -> None:
    seen = trend(notes)
    drawing = stretch_chart(seen, WORDS, flags, today).draw(space(width))
    lamps = of(drawing, Disc)
    assert len(lamps) == len(seen.points)
    for lamp, point in zip(lamps, seen.points, strict=True):
        assert lamp.y == pytest.approx(116 - 26 * (point.confidence - 1))
    for one, two in pairwise(lamps):
        assert one.x <= two.x
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    for mark in drawing.marks:
        assert mark.frame.x >= 0
        assert mark.frame.x + mark.frame.width <= width


@given(CHECK_INS, WIDTHS)
def test_right_to_left_everything_is_mirrored(notes: list[CheckIn], width: float) -> None:
    chart = stretch_chart(trend(notes), WORDS)
    turned = chart.draw(space(width, rtl=True))
    assert turned == mirrored(chart.draw(space(width)))
    assert overlapping(turned) == []
    assert texts(turned) == texts(chart.draw(space(width)))


LEVELS = st.none() | st.integers(1, 5)


@given(
    st.lists(st.tuples(LEVELS, LEVELS, LEVELS), max_size=16),
    st.lists(st.booleans(), min_size=16, max_size=16),
    WIDTHS,
)
def test_levels_stand_on_their_line_and_words_apart(
    given_levels: list[tuple[int | None, int | None, int | None]], anew: list[bool], width: float
) -> None:
    rows = tuple(
        ThenNowRow(f"c{n}", "Competency " * (n % 3), f"g{n // 5}", then, now, by, recalibrated=new)
        for n, ((then, now, by), new) in enumerate(zip(given_levels, anew, strict=False))
        if then is not None or now is not None
    )
    drawing = then_now_chart(ThenNow(rows), ThenNowWords(), "g0").draw(space(width))
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    grid = {
        round(line.spots[0][0], 3)
        for line in of(drawing, Line)
        if line.stroke.colour == "chart-grid"
    }
    assert len(grid) in {0, 5}
    keys = 2
    marks = [round(disc.x, 3) for disc in of(drawing, Disc)[:-keys]]
    assert set(marks) <= grid
