"""The head of the first page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.document import Fact
from app.export.boxes import Row
from app.export.masthead import imprint, masthead
from app.export.styles import Setter
from tests.documents import EMPTY, brief

WIDTH = 468.0


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def fact_rows(setter: Setter, *facts: Fact) -> list[Row]:
    boxes = masthead(replace(EMPTY, title="", facts=facts), WIDTH, setter)
    return [box for box in boxes if isinstance(box, Row)]


def test_facts_reach_from_margin_to_margin(setter: Setter) -> None:
    labels, values = fact_rows(setter, *brief().facts)
    assert labels.keep
    assert [cell.x for cell in labels.cells] == [cell.x for cell in values.cells]
    assert values.cells[0].x == 0
    last = values.cells[-1]
    assert last.x + last.width == pytest.approx(WIDTH)


def test_facts_without_room_stand_two_by_two_under_each_other(setter: Setter) -> None:
    facts = [Fact(f"Label {n}", "a value of some length") for n in range(7)]
    rows = fact_rows(setter, *facts)
    assert [len(row.cells) for row in rows] == [2, 2, 2, 2, 2, 2, 1, 1]
    assert len({cell.x for row in rows for cell in row.cells}) == 2
    assert all(cell.x + cell.width <= WIDTH for row in rows for cell in row.cells)


def test_a_long_fact_wraps_in_its_column(setter: Setter) -> None:
    _, values = fact_rows(setter, Fact("Purpose", "to talk about it " * 20), Fact("For", "Ruth"))
    assert values.cells[0].width < WIDTH / 2
    assert values.height > 3 * setter.looks.fact.leading


def test_a_long_title_is_set_in_lines_of_one_length(setter: Setter) -> None:
    title = "One page for Ruth: what I have done, what I am ready for"
    boxes = masthead(replace(EMPTY, title=title), WIDTH, setter)
    (row,) = [box for box in boxes if isinstance(box, Row)]
    assert row.height == 2 * setter.looks.title.leading
    assert row.cells[0].width < 0.85 * WIDTH


def test_no_facts_leave_no_row(setter: Setter) -> None:
    assert fact_rows(setter) == []


def test_an_imprint_has_the_mark_and_none_is_no_line(setter: Setter) -> None:
    row = imprint("Made with Greenroom.", WIDTH, setter)
    assert row is not None
    assert row.mark is not None
    assert imprint(" ", WIDTH, setter) is None
