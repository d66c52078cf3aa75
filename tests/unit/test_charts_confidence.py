"""Confidence over time: what it says, and where its rings stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.confidence import ConfidenceWords, Held, confidence_chart, days_of
from app.charts.words import CommonWords
from app.domain.progress.confidence import Confidence, Rated, confidence
from app.drawing.shapes import Disc, Line, Opens, Polygon
from tests.drawings import of, outside, overlapping, space, texts

MONDAY = date(2026, 3, 2)
WORDS = ConfidenceWords(CommonWords(day=lambda day: f"{day:%-d %b}"))


def weekly(*values: int) -> Confidence:
    return confidence(Rated(MONDAY + timedelta(weeks=n), v) for n, v in enumerate(values))


@pytest.mark.parametrize(
    ("values", "heading", "under"),
    [
        ((), "", ""),
        ((3,), "Confidence was 3", "Weekly middle value of 1 entry. One point so far."),
        (
            (3, 4),
            "Confidence was 3 at first, 4 now",
            "Weekly middle value of 2 entries. Two points: too few for a direction.",
        ),
        ((2, 5, 3), "Confidence was 2 at first, 3 now", "Weekly middle value of 3 entries"),
        ((4, 3, 3, 2, 2), "Confidence was 4 at first, 2 now", "Weekly middle value of 5 entries"),
        ((3, 2, 4, 2, 3), "It moved between 2 and 4", "Weekly middle value of 5 entries"),
        ((2, 4, 3, 3, 1, 3), "It moved between 1 and 4", "Weekly middle value of 6 entries"),
        ((3, 3, 3, 3, 3), "Confidence was 3 all along", "Weekly middle value of 5 entries"),
    ],
)
def test_the_heading_says_what_so_many_weeks_allow(
    values: tuple[int, ...], heading: str, under: str
) -> None:
    chart = confidence_chart(weekly(*values), WORDS)
    assert (chart.heading, chart.under if heading else "") == (heading, under)


def test_one_week_is_a_sentence_and_a_table_and_no_drawing() -> None:
    chart = confidence_chart(weekly(3), WORDS)
    assert chart.draw(space()).is_empty
    assert [[cell.words for cell in row.cells] for row in chart.table.rows] == [
        ["2 Mar", "1", "3", "3", "3"]
    ]


def test_a_ring_is_read_out_and_opens_its_week() -> None:
    drawing = confidence_chart(weekly(2, 4, 3), WORDS).draw(space())
    assert [mark.said for mark in drawing.marks] == [
        "Week of 2 Mar: confidence 2, from 1 entry.",
        "Week of 9 Mar: confidence 4, from 1 entry.",
        "Week of 16 Mar: confidence 3, from 1 entry.",
    ]
    assert drawing.marks[0].opens == Opens("days", "2026-03-02..2026-03-08")
    assert days_of(MONDAY, MONDAY) == Opens("days", "2026-03-02..2026-03-02")


def test_time_is_linear_and_higher_is_further_up() -> None:
    found = confidence(
        [Rated(MONDAY + timedelta(weeks=week), value) for week, value in ((0, 1), (1, 3), (4, 5))]
    )
    first, second, third = of(confidence_chart(found, WORDS).draw(space()), Disc)
    assert third.x - first.x == pytest.approx(4 * (second.x - first.x))
    assert first.y - second.y == pytest.approx(second.y - third.y)


def test_a_line_over_a_gap_is_dotted() -> None:
    found = confidence([Rated(MONDAY + timedelta(weeks=week), 3 + week // 5) for week in (0, 1, 6)])
    drawn = confidence_chart(found, WORDS).draw(space())
    courses = [line for line in of(drawn, Line) if line.stroke.colour != "chart-grid"]
    assert [line.stroke.dash for line in courses] == ["solid", "dotted"]


def test_months_are_named_where_it_is_long() -> None:
    found = confidence([Rated(MONDAY, 2), Rated(MONDAY + timedelta(weeks=70), 4)])
    chart = confidence_chart(found, WORDS)
    assert chart.under.startswith("Monthly middle value of 2 entries")
    assert chart.table.columns[0].name == "Month"
    assert chart.draw(space()).marks[0].strong == "Mar 2026: confidence 2,"


def test_a_session_is_a_mark_at_its_day_and_is_read_out_with_its_week() -> None:
    sessions = (
        Held("b", MONDAY + timedelta(days=9), 6, "Ruth"),
        Held("a", MONDAY + timedelta(days=7), 5),
        Held("c", MONDAY + timedelta(days=15), 7, "Ruth", "Goodbye"),
    )
    chart = confidence_chart(weekly(2, 4, 3), WORDS, sessions)
    drawing = chart.draw(space())
    assert chart.under == "Weekly middle value of 3 entries, S marks a session"
    assert [mark.said for mark in drawing.marks if mark.row == 1] == [
        "9 Mar: session 5.",
        "11 Mar: session 6 with Ruth.",
        "17 Mar: Goodbye.",
    ]
    week = next(mark for mark in drawing.marks if mark.id == "2026-03-09")
    assert week.said == "Week of 9 Mar: confidence 4, from 1 entry. Session 5. Session 6."
    assert [row.cells[-1].words for row in chart.table.rows] == ["", "S5, S6", "S7"]
    diamonds = [shape for shape in of(drawing, Polygon) if shape.fill == "chart-marker"]
    rings = of(drawing, Disc)
    assert next(sum(x for x, _ in shape.spots) / 4 for shape in diamonds) == rings[1].x
    assert {"S6", "S7"} <= set(texts(drawing))
    assert drawing.marks[-1].opens == Opens("session", "c")


def test_a_session_outside_what_was_rated_is_no_mark() -> None:
    apart = (Held("a", MONDAY - timedelta(days=1), 1), Held("b", MONDAY + timedelta(days=21), 2))
    assert confidence_chart(weekly(2, 4, 3), WORDS, apart) == confidence_chart(
        weekly(2, 4, 3), WORDS
    )
    assert confidence_chart(weekly(3), WORDS, (Held("a", MONDAY, 1),)).under.startswith("Weekly")


@given(
    st.lists(
        st.builds(Rated, st.dates(date(2025, 1, 1), date(2026, 6, 1)), st.integers(1, 5)),
        max_size=80,
    ),
    st.lists(
        st.builds(
            Held,
            st.uuids().map(str),
            st.dates(date(2025, 1, 1), date(2026, 6, 1)),
            st.integers(1, 99),
        ),
        max_size=20,
    ),
    st.floats(140, 900),
    st.booleans(),
)
def test_every_week_has_its_mark_and_nothing_lies_outside_or_over_another(
    rated: list[Rated],
    held: list[Held],
    width: float,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    found = confidence(rated)
    drawing = confidence_chart(found, WORDS, held).draw(space(width, rtl=rtl))
    if len(found.periods) > 1:
        first, last = found.periods[0].first, found.periods[-1].last
        within = [each for each in held if first <= each.day <= last]
        assert len(drawing.marks) == len(found.periods) + len(within)
        assert all(m.frame.x >= 0 and m.frame.x + m.frame.width <= width for m in drawing.marks)
    assert outside(drawing) == []
    assert overlapping(drawing) == []
