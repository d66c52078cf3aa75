"""The journaling calendar: what it says, and where its days stand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.charts.words import CommonWords
from app.charts.writing import WritingSpan, WritingWords, writing_chart
from app.domain.progress.writing import Writing, Written, writing
from app.drawing.chart import Chart
from app.drawing.shapes import Box, Opens
from tests.drawings import of, outside, space

MONDAY = date(2026, 3, 2)
LAST = date(2026, 8, 28)
TODAY = date(2026, 5, 21)
WORDS = WritingWords(CommonWords(day=lambda day: f"{day:%-d %b}"))
SPAN = WritingSpan(MONDAY, LAST, TODAY)


def chart(*entries: Written, span: WritingSpan = SPAN) -> Chart:
    return writing_chart(writing(entries), span, WORDS)


def test_the_heading_counts_the_days_with_words() -> None:
    found = chart(Written(MONDAY, 60), Written(MONDAY, 5), Written(TODAY, 1), Written(LAST, 0))
    assert (found.heading, found.under) == ("You wrote on 2 days", "2 Mar to 28 Aug")
    assert "streak" not in found.description


def test_a_weekday_that_stands_out_is_told() -> None:
    mondays = [Written(MONDAY + timedelta(weeks=week), 10) for week in range(12)]
    assert chart(*mondays).under == "2 Mar to 28 Aug. Most often on Mondays."


def test_without_words_there_is_an_invitation() -> None:
    for found in (chart(), chart(Written(MONDAY, 0))):
        assert (found.heading, found.invitation) == ("", "Write on a day and it shows here.")
        assert found.draw(space()).is_empty


def test_weeks_are_columns_and_days_are_rows() -> None:
    drawing = chart(Written(MONDAY, 300), Written(MONDAY + timedelta(days=8), 5)).draw(space(600))
    first, second = drawing.marks
    assert (first.row, first.column, second.row, second.column) == (0, 0, 1, 1)
    assert first.said == "Mon 2 Mar, 300 words, 1 entry."
    assert first.opens == Opens("days", "2026-03-02..2026-03-02")
    assert second.frame.x - first.frame.x == second.frame.y - first.frame.y == 20


def test_weeks_begin_where_the_locale_begins_them() -> None:
    sunday = WritingSpan(MONDAY, LAST, TODAY, first_weekday=6)
    (mark,) = chart(Written(MONDAY, 300), span=sunday).draw(space(600)).marks
    assert (mark.row, mark.column) == (1, 0)


def test_days_before_the_first_entry_and_to_come_are_outlines() -> None:
    drawing = chart(Written(TODAY, 100)).draw(space(600))
    filled = [box for box in of(drawing, Box) if box.fill]
    legend = 5
    assert [box.fill for box in filled][:-legend] == ["heat-2"]
    outlined = [box for box in of(drawing, Box) if box.stroke and box.stroke.colour == "border"]
    assert len(outlined) == (LAST - MONDAY).days


def test_where_there_is_little_room_the_newest_weeks_are_drawn() -> None:
    found = chart(Written(MONDAY, 10), Written(LAST, 10))
    assert found.wide == 0
    drawing = found.draw(space(34 + 8 * 20 + 4))
    assert [(mark.id, mark.column) for mark in drawing.marks] == [(LAST.isoformat(), 7)]
    assert outside(drawing) == []


def test_a_long_range_draws_its_last_53_weeks_and_says_so() -> None:
    old, new = date(2020, 1, 6), TODAY
    found = chart(Written(old, 10), Written(new, 10), span=WritingSpan(old, new, new))
    assert found.heading == "You wrote on 2 days"
    assert found.under == "6 Jan to 21 May. The picture shows the last 53 weeks."
    assert [mark.id for mark in found.draw(space(found.wide)).marks] == ["2026-05-21"]
    assert [row.id for row in found.table.rows] == ["2020-01-01", "2026-05-01"]


def test_the_table_counts_months() -> None:
    found = chart(Written(MONDAY, 60), Written(MONDAY, 5), Written(date(2026, 3, 9), 0))
    assert [[cell.words for cell in row.cells] for row in found.table.rows] == [
        ["Mar 2026", "1", "3", "65"]
    ]
    assert found.table.rows[0].opens == Opens("days", "2026-03-01..2026-03-31")


def test_on_paper_dark_days_have_a_dot() -> None:
    dark, light = Written(MONDAY, 400), Written(MONDAY + timedelta(days=1), 4)
    shapes = chart(dark, light).draw(space(600, paper=True)).shapes
    assert [type(shape).__name__ for shape in shapes].count("Disc") == 1 + 2


@given(
    st.lists(st.builds(Written, st.dates(MONDAY, TODAY), st.integers(0, 900)), max_size=40),
    st.integers(0, 6),
    st.booleans(),
)
def test_every_day_with_an_entry_has_its_own_mark(
    entries: list[Written],
    first_weekday: int,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    found = writing(entries)
    drawn = writing_chart(found, WritingSpan(MONDAY, LAST, TODAY, first_weekday), WORDS)
    drawing = drawn.draw(space(600, rtl=rtl))
    if any(day.words for day in found.days):
        assert {mark.id for mark in drawing.marks} == {d.day.isoformat() for d in found.days}
    assert len({(mark.row, mark.column) for mark in drawing.marks}) == len(drawing.marks)
    assert outside(drawing) == []


def test_nothing_written_has_no_days() -> None:
    assert writing_chart(Writing(), SPAN, WORDS).table.rows == ()
