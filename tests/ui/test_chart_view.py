"""A chart on the screen: keys, pointer, colours, and what assistive tools meet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from app.charts.stretch import stretch_chart
from app.domain.goals import CheckIn
from app.domain.progress import Trend, trend
from app.drawing.chart import Chart, Space, Table
from app.drawing.shapes import Box, Disc, Drawing, Icon, Line, Polygon, Stroke, Text
from tests.ui.stretch_desk import KEY, TODAY
from ui.charts.stretch import stretch_words
from ui.theme import ThemeSource
from ui.widgets.chart_body import ChartBody
from ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


def weekly(*ratings: int) -> Trend:
    first = TODAY - timedelta(weeks=len(ratings) - 1)
    return trend(
        CheckIn(day=first + timedelta(weeks=week), confidence=rating, note=f"Note {week}.")
        for week, rating in enumerate(ratings)
    )


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(392, 148)
    made.show()
    return made


def show(view: ChartView, *ratings: int) -> list[str]:
    seen = weekly(*ratings)
    view.show_chart(stretch_chart(seen, stretch_words(TODAY), today=TODAY))
    return [point.id for point in seen.points]


def told(view: ChartView) -> str:
    return view.mark.id if view.mark else ""


def spot(view: ChartView, place: int) -> QPoint:
    return view.spot(view.drawing.marks[place]).toPoint()


def test_the_keys_move_the_mark_and_open_it(view: ChartView) -> None:
    ids = show(view, 2, 3, 4)
    opened: list[tuple[str, str]] = []
    view.opened.connect(lambda kind, found: opened.append((kind, found)))
    seen = [told(view)]
    for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Right, KEY.Key_Home, KEY.Key_End, KEY.Key_Up):
        QTest.keyClick(view, key)
        seen.append(told(view))
    assert [ids.index(found) for found in seen] == [2, 1, 2, 2, 0, 2, 2]
    QTest.keyClick(view, KEY.Key_Home)
    QTest.keyClick(view, KEY.Key_Return)
    assert opened == [("check_in", ids[0])]


def test_escape_lets_the_mark_go_and_then_belongs_to_the_page(view: ChartView) -> None:
    ids = show(view, 2, 3, 4)
    QTest.keyClick(view, KEY.Key_Home)
    assert told(view) == ids[0]
    QTest.keyClick(view, KEY.Key_Escape)
    assert told(view) == ids[2]


def test_right_to_left_time_runs_from_the_right(view: ChartView) -> None:
    ids = show(view, 2, 3, 4)
    assert spot(view, 0).x() < spot(view, 2).x()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert spot(view, 0).x() > spot(view, 2).x()
    QTest.keyClick(view, KEY.Key_Right)
    assert told(view) == ids[1]


def test_the_pointer_tells_a_mark_and_a_press_keeps_it(view: ChartView) -> None:
    ids = show(view, 2, 5, 1)
    QTest.mouseMove(view, spot(view, 0))
    assert told(view) == ids[0]
    QTest.mouseMove(view, QPoint(380, 2))
    assert told(view) == ids[2]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, 1))
    QTest.mouseMove(view, QPoint(380, 2))
    assert told(view) == ids[1]


def test_a_double_click_opens(view: ChartView) -> None:
    ids = show(view, 2, 5, 1)
    opened: list[str] = []
    view.opened.connect(lambda _kind, found: opened.append(found))
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(380, 2))
    QTest.mouseMove(view, spot(view, 1))
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot(view, 1))
    assert opened == [ids[1]]


def test_the_mark_stays_with_its_point_when_another_is_added(view: ChartView) -> None:
    seen = weekly(2, 3, 4)
    words = stretch_words(TODAY)
    view.show_chart(stretch_chart(seen, words))
    QTest.keyClick(view, KEY.Key_Home)
    kept = told(view)
    notes = [CheckIn(id=p.id, day=p.day, confidence=p.confidence) for p in seen.points]
    longer = trend([*notes, CheckIn(day=TODAY - timedelta(weeks=9), confidence=1)])
    view.show_chart(stretch_chart(longer, words))
    assert told(view) == kept


def test_assistive_tools_meet_a_chart_with_all_its_values(view: ChartView) -> None:
    show(view, 2, 3)
    face = QAccessible.queryAccessibleInterface(view)
    assert face.role() == QAccessible.Role.Chart
    assert face.text(QAccessible.Text.Name) == "Confidence check-ins. 20 May: 3 of 5."
    described = "Two points: too few for a direction. Table available."
    assert face.text(QAccessible.Text.Description) == described
    values = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert values == ["13 May: 2 of 5. Note 0.", "20 May: 3 of 5. Note 1."]


def test_points_and_line_have_their_colours(view: ChartView, look: ThemeSource) -> None:
    show(view, 2, 2)
    for scheme in ("light", "dark"):
        look.choose_scheme("dark" if scheme == "dark" else "light")
        picture = view.grab().toImage()
        first, last = spot(view, 0), spot(view, 1)
        assert picture.pixelColor(first) == look.theme.colours.lamp
        middle = (first + last) / 2
        line = {picture.pixelColor(middle.x(), middle.y() + by).name() for by in (-1, 0, 1)}
        assert look.theme.colours.chart_line.name() in line


def test_at_twice_the_text_size_it_is_twice_as_high(view: ChartView, look: ThemeSource) -> None:
    show(view, 2, 3)
    before = view.heightForWidth(392)
    look.choose_scale(2.0)
    assert view.heightForWidth(784) == 2 * before


SHAPES = Drawing(
    200,
    100,
    (
        Box(0, 0, 40, 40, fill="heat-2", stroke=Stroke("accent", 2)),
        Box(50, 0, 40, 40, fill="ground", hatch="chart-then"),
        Disc(120, 20, 15, fill="lamp", half="left", stroke=Stroke("lamp-edge")),
        Polygon(((150, 0), (190, 0), (170, 40)), fill="mix-others"),
        Line(((0, 60), (200, 60)), Stroke("chart-now", 3)),
        Line(((0, 70), (200, 70)), Stroke("chart-then", 2, "dashed")),
        Text(0, 85, "Words", "label-strong", "text"),
        Icon(60, 78, 16, "flag"),
    ),
)


def drawn(_space: Space) -> Drawing:
    return SHAPES


def test_every_shape_is_painted_in_its_colour(view: ChartView, look: ThemeSource) -> None:
    view.show_chart(Chart("k", "Shapes", "", "", Table(), "", "", drawn))
    for scheme in ("light", "dark"):
        look.choose_scheme("dark" if scheme == "dark" else "light")
        colours = look.theme.colours
        picture = view.grab().toImage()
        assert picture.pixelColor(20, 20) == colours.heat_2
        assert picture.pixelColor(20, 1) == colours.accent
        assert picture.pixelColor(112, 20) == colours.lamp
        assert picture.pixelColor(128, 20) == colours.surface
        assert picture.pixelColor(170, 10) == colours.mix_others
        assert picture.pixelColor(100, 60) == colours.chart_now
        hatched = _colours(picture, range(52, 88), range(2, 38))
        assert {colours.surface.name(), colours.chart_then.name()} <= hatched
        dashes = _colours(picture, range(200), range(69, 71))
        assert {colours.surface.name(), colours.chart_then.name()} <= dashes
        assert colours.text.name() in _colours(picture, range(45), range(78, 92))
        assert len(_colours(picture, range(60, 76), range(78, 94))) > 1


def _colours(picture: QImage, across: range, down: range) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in across for y in down}


def test_where_a_drawing_has_no_room_the_table_is_shown(qtbot: QtBot, look: ThemeSource) -> None:
    body = ChartBody()
    qtbot.addWidget(body)
    body.resize(392, 300)
    body.show()
    body.show_chart(stretch_chart(weekly(2, 3), stretch_words(TODAY)))
    assert (body.view.isVisible(), body.table.isVisible(), body.can_swap) == (True, False, True)
    assert body.told.text() == "20 May: 3 of 5. Note 1."
    body.resize(130, 300)
    assert (body.view.isVisible(), body.table.isVisible(), body.can_swap) == (False, True, False)
    assert not body.told.isVisible()
    body.resize(392, 300)
    body.want_table(wanted=True)
    assert (body.view.isVisible(), body.table.isVisible(), body.can_swap) == (False, True, True)
    body.want_table(wanted=False)
    look.choose_scale(2.0)
    assert body.view.isVisible()


def test_the_focus_goes_along_when_the_table_takes_the_place(qtbot: QtBot) -> None:
    body = ChartBody()
    qtbot.addWidget(body)
    body.show()
    body.show_chart(stretch_chart(weekly(2, 3), stretch_words(TODAY)))
    body.view.setFocus()
    body.want_table(wanted=True)
    assert body.focusWidget() is body.table
    body.want_table(wanted=False)
    assert body.focusWidget() is body.view
