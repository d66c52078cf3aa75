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


def test_many_facts_go_on_in_further_rows(setter: Setter) -> None:
    facts = [Fact(f"Label {n}", "a value of some length") for n in range(7)]
    rows = fact_rows(setter, *facts)
    assert len(rows) > 2
    assert sum(len(row.cells) for row in rows) == 14
    assert all(cell.x + cell.width <= WIDTH for row in rows for cell in row.cells)


def test_a_long_fact_wraps_in_its_column(setter: Setter) -> None:
    _, values = fact_rows(setter, Fact("Purpose", "to talk about it " * 20), Fact("For", "Ruth"))
    assert values.cells[0].width < WIDTH / 2
    assert values.height > 3 * setter.looks.fact.leading


def test_no_facts_leave_no_row(setter: Setter) -> None:
    assert fact_rows(setter) == []


def test_an_imprint_has_the_mark_and_none_is_no_line(setter: Setter) -> None:
    row = imprint("Made with Greenroom.", WIDTH, setter)
    assert row is not None
    assert row.mark is not None
    assert imprint(" ", WIDTH, setter) is None
