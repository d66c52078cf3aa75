"""Themes over time: what it says, and where its bars stand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.charts.themes import ThemesWords, themes_chart
from app.domain.progress.themes import Tagged, Themes, themes
from app.drawing.shapes import Box, Opens
from tests.drawings import of, outside, overlapping, space

FIRST, LAST = date(2026, 3, 2), date(2026, 5, 21)
WORDS = ThemesWords()
MARCH = [Tagged(date(2026, 3, 9), ("calm",))] * 8
MAY = [Tagged(date(2026, 5, 1), ("calm", "limits"))] * 4


def found(*entries: Tagged) -> Themes:
    return themes(entries, FIRST, LAST)


def test_the_heading_says_what_was_written_about_and_when_a_tag_came_up() -> None:
    chart = themes_chart(found(*MARCH, *MAY), WORDS)
    assert chart.heading == "You wrote about calm in two of the months shown"
    assert chart.under == "Tags of 12 entries. #limits first came up in May 2026."


def test_few_tagged_entries_are_an_invitation_and_a_table() -> None:
    chart = themes_chart(found(*MARCH), WORDS)
    assert (chart.heading, chart.draw(space()).is_empty) == ("", True)
    assert chart.invitation == "Tags show up here once a few entries have them."
    assert [[cell.words for cell in row.cells] for row in chart.table.rows] == [
        ["calm", "8", "0", "0"]
    ]


def test_a_bar_is_read_out_and_opens_its_entries() -> None:
    drawing = themes_chart(found(*MARCH, *MAY), WORDS).draw(space())
    assert [mark.said for mark in drawing.marks] == [
        "#calm, Mar 2026: in 8 entries.",
        "#calm, May 2026: in 4 entries.",
        "#limits, May 2026: in 4 entries.",
    ]
    assert drawing.marks[2].opens == Opens("tag", "2026-05-01..2026-05-31#limits")


def test_all_tags_share_one_scale_from_0() -> None:
    eight, four, also_four = of(themes_chart(found(*MARCH, *MAY), WORDS).draw(space()), Box)
    assert eight.height == 2 * four.height == 2 * also_four.height


@given(
    st.lists(
        st.builds(
            Tagged,
            st.dates(date(2025, 6, 1), LAST),
            st.lists(st.text("abcäöü漢字", min_size=1, max_size=40), max_size=4).map(tuple),
        ),
        max_size=60,
    ),
    st.floats(140, 900),
    st.booleans(),
)
def test_nothing_lies_outside_or_over_another(
    entries: list[Tagged],
    width: float,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    found_ones = themes(entries, date(2025, 1, 1), LAST)
    drawing = themes_chart(found_ones, WORDS).draw(space(width, rtl=rtl))
    assert outside(drawing) == []
    assert overlapping(drawing) == []
