"""Lists as tall as their rows: the rows they become, and the heights they measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.ids import Id
from ui.widgets.tall_list import RECORD, Index, RowModel, TallDelegate, TallList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2)), unique_by=lambda row: row[0])


@dataclass(frozen=True)
class Line:
    """A row with a height."""

    id: Id
    height: int = 10


class Lines(RowModel):
    """Rows that say their id."""

    def title(self, row: Line) -> str:
        """Return the id."""
        return row.id

    def sentence(self, row: Line) -> str:
        """Return the id in a sentence."""
        return f"Line {row.id}"


class Measuring(TallDelegate):
    """Rows as high as they say; counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def height_at(self, width: int, index: Index) -> int:
        """Return what the row says."""
        del width
        self.asked += 1
        return int(index.data(RECORD).height)

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Nothing to see."""


def lines(*drawn: tuple[int, int]) -> list[Line]:
    return [Line(Id(str(name)), 10 + height) for name, height in drawn]


def held(model: RowModel) -> list[Line]:
    return [model.index(at, 0).data(RECORD) for at in range(model.rowCount())]


@given(before=ROWS, after=ROWS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_rows_become_any_others_and_whoever_held_one_still_holds_it(
    look: object, before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    """What is held of a row that stays moves with it; of one that went, nothing is left."""
    del look
    model = Lines()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(lines(*before))
    kept = {
        row.id: QPersistentModelIndex(model.index(at, 0)) for at, row in enumerate(lines(*before))
    }
    model.show_rows(lines(*after))
    assert held(model) == lines(*after)
    staying = {row.id for row in lines(*after)}
    for row_id, index in kept.items():
        assert index.isValid() == (row_id in staying)
        if index.isValid():
            assert index.data() == row_id
    del tester


@pytest.mark.parametrize("after", [(0, 2, 3, 1, 4), (3, 0, 1, 2, 4)])
def test_one_row_that_moves_is_moved_alone(look: object, after: tuple[int, ...]) -> None:
    """Down or up: the others stay where they are."""
    del look
    model, moves = Lines(), []
    model.show_rows(lines(*((at, 0) for at in range(5))))
    model.rowsMoved.connect(lambda *_: moves.append(1))
    model.layoutChanged.connect(lambda *_: moves.append(2))
    model.show_rows(lines(*((at, 0) for at in after)))
    assert moves == [1]
    assert [row.id for row in held(model)] == [str(at) for at in after]


def test_many_new_rows_come_in_one_step(look: object) -> None:
    """A thousand rows are announced once."""
    del look
    model, steps = Lines(), []
    model.rowsInserted.connect(lambda _parent, first, last: steps.append((first, last)))
    model.show_rows(lines(*((at, 0) for at in range(1_000))))
    assert steps == [(0, 999)]


def test_heights_are_measured_once_for_each_width_until_rows_change(
    qtbot: QtBot, look: object
) -> None:
    """The list is as tall as its rows, and asks for each of them once."""
    del look
    model, delegate = Lines(), Measuring()
    shown = TallList("Lines", model, delegate)
    qtbot.addWidget(shown)
    model.show_rows(lines((1, 0), (2, 1), (3, 2)))
    delegate.asked = 0
    assert [shown.heightForWidth(300) for _ in range(3)] == [33, 33, 33]
    assert delegate.asked == 3
    model.show_rows(lines((1, 2), (3, 2)))
    assert shown.heightForWidth(300) == 24
    assert model.place(Id("2")) == QModelIndex()
