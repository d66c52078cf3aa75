"""A chart draws itself where there is room, and leaves it to its table where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.chart import Cell, Chart, Column, Row, Space, Table, unseen
from app.drawing.shapes import Disc, Drawing, Stroke
from tests.drawings import letters, space


def lay_out(space: Space) -> Drawing:
    return Drawing(space.width, 20, (Disc(10, 10, 5, "lamp"),))


CHART = Chart("key", "Name", "Heading", "Under", Table(), "All.", "Come in.", lay_out)


def test_right_to_left_a_chart_is_mirrored() -> None:
    (disc,) = CHART.draw(space(300)).shapes
    (turned,) = CHART.draw(space(300, rtl=True)).shapes
    assert isinstance(disc, Disc)
    assert isinstance(turned, Disc)
    assert (disc.x, turned.x) == (10, 290)


def test_where_there_is_no_room_nothing_is_drawn() -> None:
    assert CHART.draw(space(139)).is_empty
    assert not CHART.draw(space(140)).is_empty
    assert unseen(space()).is_empty


@pytest.mark.parametrize(
    ("width", "inner", "marks"), [(320, True, True), (319, False, True), (199, False, False)]
)
def test_a_small_space_drops_labels_step_by_step(width: int, inner: bool, marks: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (space(width).has_inner_labels, space(width).has_mark_labels) == (inner, marks)


def test_lines_are_stronger_in_high_contrast() -> None:
    assert space().line("chart-line") == Stroke("chart-line", 2)
    assert space(high_contrast=True).line("chart-line", "dotted") == Stroke(
        "chart-line", 3, "dotted"
    )
    assert space().edge("lamp-edge").width < space(high_contrast=True).edge("lamp-edge").width


@given(st.text(max_size=30), st.floats(0, 200))
def test_words_are_cut_to_their_room(words: str, room: float) -> None:
    cut = space().cut(words, "label", room)
    assert letters(cut, "label") <= room or cut == ""
    whole = " ".join(words.split())
    assert cut == whole or cut.endswith("…") or cut == ""
    assert cut == whole if letters(whole, "label") <= room else len(cut) <= len(whole)


def test_a_table_leaves_empty_columns_out() -> None:
    table = Table(
        (Column("Day"), Column("Value", figures=True), Column("Note")),
        (
            Row("a", (Cell("1 May", 0), Cell("", 0.0), Cell(""))),
            Row("b", (Cell("2 May", 1), Cell("", 0.0), Cell("x"))),
        ),
    )
    kept = table.without_empty()
    assert [column.name for column in kept.columns] == ["Day", "Note"]
    assert [cell.words for cell in kept.rows[1].cells] == ["2 May", "x"]
