"""Tables fit the page, whatever is in them."""

from __future__ import annotations

import pytest

from app.domain.document import TablePart
from app.domain.prose import Grid, Run
from app.export.boxes import Row
from app.export.styles import Setter
from app.export.tables import GAP, Sheet, _shared, table

WIDTH = 468.0


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def rows_of(part: TablePart, setter: Setter) -> list[Row]:
    return [row for row in table(Sheet.of_part(part), WIDTH, setter) if isinstance(row, Row)]


def test_columns_are_as_wide_as_their_words_and_reach_both_margins(setter: Setter) -> None:
    part = TablePart(("Action", "Owner", "Due"), (("Send the bet", "Inês", "22 May"),))
    head, row = rows_of(part, setter)
    assert head.keep
    assert [cell.width for cell in head.cells] == [cell.width for cell in row.cells]
    assert row.cells[-1].x + row.cells[-1].width == pytest.approx(WIDTH)
    assert row.cells[0].width > row.cells[1].width


def test_each_row_but_the_first_knows_the_head(setter: Setter) -> None:
    head, *rows = rows_of(TablePart(("A",), (("1",), ("2",), ("3",))), setter)
    assert [row.head for row in rows] == [None, head.again(), head.again()]


def test_a_table_without_a_head_has_none(setter: Setter) -> None:
    rows = rows_of(TablePart((), (("a", "b"), ("c",))), setter)
    assert [len(row.cells) for row in rows] == [2, 2]
    assert all(row.head is None for row in rows)
    assert rows_of(TablePart(("", ""), ()), setter) == []
    assert rows_of(TablePart((), ()), setter) == []


def test_a_head_as_high_as_half_a_page_is_not_repeated(setter: Setter) -> None:
    _, _, row = rows_of(TablePart(("word " * 500,), (("1",), ("2",))), setter)
    assert row.head is None


def test_a_table_too_wide_for_the_page_is_a_list(setter: Setter) -> None:
    names = tuple(f"column {n}" for n in range(12))
    rows = rows_of(TablePart(names, (names, names)), setter)
    assert [len(row.cells) for row in rows] == [1, 1]
    assert rows[0].height == pytest.approx(12 * setter.looks.item.leading + 7.5)


def test_wide_columns_share_what_the_narrow_leave() -> None:
    assert _shared([50, 500, 300], 450) == [50, 200, 200]
    assert _shared([50, 60], 450) == [50, 60]


def test_a_grid_somebody_wrote_is_a_table(setter: Setter) -> None:
    grid = Grid(((Run("A"),), (Run("B"),)), (((Run("1", bold=True),), ()),))
    head, row = table(Sheet.of_grid(grid), WIDTH, setter)
    assert isinstance(row, Row)
    assert row.cells[1].paragraph is None
    assert row.cells[1].x == pytest.approx(row.cells[0].width + GAP)
    assert head.keep
