"""The chart of confidence, its table and what they say of so many points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from app.domain.goals import CheckIn
from app.domain.progress import trend
from tests.ui.stretch_desk import KEY, TODAY, Desk
from tests.vaults import new_vault
from ui.stretch.confidence import Confidence
from ui.stretch.words import trend_words
from ui.theme import ThemeSource
from ui.widgets.trend_chart import TrendChart

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


def weekly(*ratings: int | None) -> list[CheckIn]:
    first = TODAY - timedelta(weeks=len(ratings) - 1)
    return [
        CheckIn(day=first + timedelta(weeks=week), confidence=rating, note=f"Note {week}.")
        for week, rating in enumerate(ratings)
    ]


@pytest.fixture
def chart(qtbot: QtBot) -> TrendChart:
    made = TrendChart("Confidence check-ins")
    qtbot.addWidget(made)
    made.resize(392, 148)
    made.show()
    return made


def show(chart: TrendChart, *ratings: int) -> list[str]:
    seen = trend(weekly(*ratings))
    spoken = [f"point {place}" for place in range(len(seen.points))]
    chart.show_trend(seen, TODAY, spoken, "A sentence. Table available.", open_end=True)
    return [point.id for point in seen.points]


@pytest.fixture
def confidence(qtbot: QtBot, tmp_path: Path) -> Iterator[Confidence]:
    vault = new_vault(tmp_path / "a.greenroom")
    desk = Desk(vault)
    made = Confidence(desk.context)
    qtbot.addWidget(desk.page)
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    yield made
    made.close()
    vault.close()


def test_the_keys_move_the_mark_and_open_it(chart: TrendChart) -> None:
    ids = show(chart, 2, 3, 4)
    opened: list[str] = []
    chart.opened.connect(opened.append)
    seen = []
    for key in (KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_Left, KEY.Key_End):
        QTest.keyClick(chart, key)
        seen.append(ids.index(chart.marked_id()))
    assert seen == [2, 1, 0, 0, 2]
    QTest.keyClick(chart, KEY.Key_Return)
    assert opened == [ids[2]]


def test_right_to_left_time_runs_from_the_right(chart: TrendChart) -> None:
    ids = show(chart, 2, 3, 4)
    assert chart._spot(0).x() < chart._spot(2).x()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart._spot(0).x() > chart._spot(2).x()
    QTest.keyClick(chart, KEY.Key_Right)
    assert chart.marked_id() == ids[1]


def test_the_pointer_moves_the_mark(chart: TrendChart) -> None:
    ids = show(chart, 2, 5, 1)
    marked: list[str] = []
    chart.marked.connect(marked.append)
    QTest.mouseMove(chart, chart._spot(0).toPoint())
    QTest.mouseMove(chart, QPoint(2, 2))
    assert marked == [ids[0]]


def test_a_value_stands_on_its_line(chart: TrendChart) -> None:
    show(chart, 1, 2, 3, 4, 5)
    heights = [chart._spot(place).y() for place in range(5)]
    steps = {round(upper - lower, 6) for lower, upper in pairwise(heights)}
    assert len(steps) == 1
    assert steps.pop() < 0


def test_at_most_six_dates_stand_apart_and_the_last_is_among_them(
    chart: TrendChart, look: ThemeSource
) -> None:
    show(chart, *[3] * 12)
    placed = chart._dates(look.theme)
    assert 2 <= len(placed) <= 6
    assert 11 in [place for _, place in placed]
    boxes = [box for box, _ in placed]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_the_mark_stays_with_its_point_when_another_is_added(chart: TrendChart) -> None:
    seen = trend(weekly(2, 3, 4))
    chart.show_trend(seen, TODAY, ["", "", ""], "", open_end=True)
    QTest.keyClick(chart, KEY.Key_Home)
    kept = chart.marked_id()
    notes = [CheckIn(id=p.id, day=p.day, confidence=p.confidence) for p in seen.points]
    longer = trend([*notes, CheckIn(day=TODAY - timedelta(weeks=9), confidence=1)])
    chart.show_trend(longer, TODAY, ["", "", "", ""], "", open_end=True)
    assert chart.marked_id() == kept


def test_assistive_tools_meet_a_chart(chart: TrendChart) -> None:
    show(chart, 2, 3)
    face = QAccessible.queryAccessibleInterface(chart)
    assert face.role() == QAccessible.Role.Chart
    assert face.text(QAccessible.Text.Name) == "Confidence check-ins"
    assert face.text(QAccessible.Text.Description) == "A sentence. Table available."


def test_points_and_line_have_their_colours(chart: TrendChart, look: ThemeSource) -> None:
    show(chart, 2, 2)
    for scheme in ("light", "dark"):
        look.choose_scheme("dark" if scheme == "dark" else "light")
        picture = chart.grab().toImage()
        first, last = chart._spot(0), chart._spot(1)
        assert picture.pixelColor(first.toPoint()) == look.theme.colours.lamp
        middle = ((first + last) / 2).toPoint()
        line = {picture.pixelColor(middle.x(), middle.y() + by).name() for by in (-1, 0, 1)}
        assert look.theme.colours.chart_line.name() in line


@pytest.mark.parametrize(
    ("ratings", "words"),
    [
        ((), ""),
        ((3,), "One point so far."),
        ((3, 4), "Two points: too few for a direction."),
        ((2, 5, 3), "It was 2 at first and 3 at the last, from 3 check-ins."),
        (
            (1, 2, 3, 4, 4),
            "It was higher at the last check-ins than at first. Between 1 and 4 over 5 check-ins.",
        ),
        (
            (4, 4, 3, 2, 1),
            "It was lower at the last check-ins than at first. Between 1 and 4 over 5 check-ins.",
        ),
        (
            (3, 3, 3, 3, 3),
            "It was about the same at first and at the last. Always 3 over 5 check-ins.",
        ),
    ],
)
def test_the_sentence_says_what_so_many_points_allow(ratings: tuple[int, ...], words: str) -> None:
    assert trend_words(trend(weekly(*ratings))) == words


def test_without_check_ins_there_is_a_sentence_and_a_button(confidence: Confidence) -> None:
    asked: list[bool] = []
    confidence.asked.connect(lambda: asked.append(True))
    confidence.show_trend(trend([]), is_open=True)
    assert confidence.sentence.text() == "No check-in yet. One takes less than a minute."
    assert not confidence.chart.isVisible()
    assert not confidence.swap.isVisible()
    confidence.begin.click()
    assert asked == [True]


def test_check_ins_without_a_rating_are_a_table(confidence: Confidence) -> None:
    confidence.show_trend(trend(weekly(None, None)), is_open=True)
    assert (confidence.chart.isVisible(), confidence.table.isVisible()) == (False, True)
    assert confidence.sentence.text() == "Rate confidence at a check-in and it shows here."


def test_the_marked_check_in_is_read_out(confidence: Confidence) -> None:
    confidence.show_trend(trend(weekly(2, 4)), is_open=True)
    assert confidence.marked.text() == "20 May: 4 of 5. Note 1."
    QTest.keyClick(confidence.chart, KEY.Key_Left)
    assert confidence.marked.text() == "13 May: 2 of 5. Note 0."


def test_a_long_pause_is_told_while_it_is_open(confidence: Confidence) -> None:
    seen = trend([CheckIn(day=date(2026, 4, 1), confidence=2)])
    confidence.show_trend(seen, is_open=True)
    assert confidence.sentence.text() == "One point so far. Last check-in 1 Apr."
    confidence.show_trend(seen, is_open=False)
    assert confidence.sentence.text() == "One point so far."


def test_the_table_takes_the_place_of_the_chart_and_is_copied(
    confidence: Confidence, qtmodeltester: ModelTester
) -> None:
    seen = trend(weekly(2, None, 4))
    confidence.show_trend(seen, is_open=True)
    qtmodeltester.check(confidence.table.model())  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    confidence.swap.click()
    assert (confidence.chart.isVisible(), confidence.table.isVisible()) == (False, True)
    confidence.copy.click()
    text = "Date\tConfidence\tNote\n6 May\t2\tNote 0.\n13 May\t\tNote 1.\n20 May\t4\tNote 2."
    assert QGuiApplication.clipboard().text() == text
    confidence.show_trend(seen, is_open=True)
    assert confidence.table.isVisible()
    confidence.swap.click()
    assert confidence.chart.isVisible()


def test_the_table_sorts_by_confidence(confidence: Confidence) -> None:
    confidence.show_trend(trend(weekly(3, 1, 2)), is_open=True)
    confidence.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    lines = confidence.table.as_text().splitlines()[1:]
    assert [line.split("\t")[1] for line in lines] == ["3", "2", "1"]
