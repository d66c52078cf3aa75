"""How often a chart is laid out while the window shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF

from app.drawing.chart import Cell, Chart, Column, Row, Space, Table
from app.drawing.shapes import Drawing, Line, Stroke
from ui.theme import Theme, ThemeSource, current_theme
from ui.widgets.chart_body import ChartBody
from ui.widgets.chart_layout import ChartLayout, measured
from ui.widgets.chart_painter import chart_font
from ui.widgets.chart_table import ChartTable, ChartTableModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


class Drawn:
    """A chart that notes the spaces it is laid out in."""

    def __init__(self) -> None:
        self.spaces: list[Space] = []
        self.chart = Chart("k", "Kept", "You kept it.", "", Table(), "", "", self._lay_out)

    def _lay_out(self, space: Space) -> Drawing:
        self.spaces.append(space)
        line = Line(((0.0, 0.0), (space.width, 0.0)), Stroke("text", 1.0))
        return Drawing(space.width, space.measure("wide", "axis") + 40, (line,))


@pytest.fixture
def drawn() -> Drawn:
    return Drawn()


@pytest.fixture
def layout(drawn: Drawn) -> ChartLayout:
    made = ChartLayout()
    made.show_chart(drawn.chart)
    return made


def test_it_is_laid_out_once_at_each_width_and_in_each_direction(
    drawn: Drawn, layout: ChartLayout
) -> None:
    asked = [(400.0, False), (300.0, False), (400.0, True)]
    seen = [layout.drawing(width, rtl=rtl) for width, rtl in asked * 2]
    assert [(space.width, space.rtl) for space in drawn.spaces] == asked
    assert all(first is second for first, second in zip(seen[:3], seen[3:], strict=True))


def test_another_scheme_leaves_it_and_contrast_and_size_lay_it_out_anew(
    drawn: Drawn, layout: ChartLayout, look: ThemeSource
) -> None:
    heights = [layout.drawing(400.0, rtl=False).height]
    look.choose_scheme("dark" if look.theme.scheme == "light" else "light")
    layout.drawing(400.0, rtl=False)
    assert len(drawn.spaces) == 1
    look.choose_contrast(high=True)
    heights.append(layout.drawing(400.0, rtl=False).height)
    assert [space.high_contrast for space in drawn.spaces] == [False, True]
    look.choose_scale(1.5)
    layout.drawing(400.0, rtl=False)
    assert len(drawn.spaces) == 3
    assert heights[0] == heights[1]


def test_another_chart_takes_its_place(layout: ChartLayout) -> None:
    other = Drawn()
    before = layout.drawing(400.0, rtl=False)
    layout.show_chart(other.chart)
    assert layout.drawing(400.0, rtl=False) is not before
    assert len(other.spaces) == 1


def test_many_widths_do_not_pile_up(drawn: Drawn, layout: ChartLayout) -> None:
    for width in range(300, 400):
        layout.drawing(float(width), rtl=False)
    layout.drawing(399.0, rtl=False)
    assert len(drawn.spaces) == 100
    layout.drawing(300.0, rtl=False)
    assert len(drawn.spaces) == 101


def test_words_are_as_wide_as_they_are_painted(look: ThemeSource) -> None:
    look.choose_scale(1.3)
    theme: Theme = current_theme()
    wide = QFontMetricsF(chart_font(theme, "axis")).horizontalAdvance("Confidence 4")
    assert measured(theme)("Confidence 4", "axis") == wide / theme.scale


def test_to_show_hide_and_recolour_a_chart_lays_nothing_out_again(
    qtbot: QtBot, drawn: Drawn, look: ThemeSource
) -> None:
    body = ChartBody()
    qtbot.addWidget(body)
    body.resize(500, 300)
    body.show_chart(drawn.chart)
    body.show()
    once = {space.width for space in drawn.spaces}
    assert len(drawn.spaces) == len(once)
    body.hide()
    look.choose_scheme("dark" if look.theme.scheme == "light" else "light")
    body.show()
    body.resize(500, 301)
    assert len(drawn.spaces) == len(once)


def test_a_table_measures_its_rows_only_while_it_is_seen(
    qtbot: QtBot, look: ThemeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, data = list[int](), ChartTableModel.data

    def noted(
        model: ChartTableModel, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        asked.append(index.row())
        return data(model, index, role)

    monkeypatch.setattr(ChartTableModel, "data", noted)
    table = ChartTable()
    qtbot.addWidget(table)
    rows = tuple(Row(str(place), (Cell("wide " * place),)) for place in range(40))
    table.show_table(
        "t",
        Table(
            (Column("A"), Column("B")), tuple(Row(row.id, (*row.cells, Cell("b"))) for row in rows)
        ),
    )
    look.choose_scheme("dark")
    assert asked == []
    table.show()
    qtbot.waitUntil(lambda: 39 in asked)
    width = table.columnWidth(0)
    assert width > QFontMetricsF(table.font()).horizontalAdvance("wide " * 39)
    table.hide()
    asked.clear()
    look.choose_scheme("light")
    assert asked == []
    assert table.columnWidth(0) == width
