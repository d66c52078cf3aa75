"""A chart in its card: what was seen, the table in its place, the menu, and what is not there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.charts.then_now import then_now_chart
from app.domain.progress import Listed, ThenNow, then_now
from tests.assessments import MARCH, MAY, NAMES, assessed
from tests.ui.stretch_desk import KEY, TODAY
from ui.charts.then_now import then_now_words
from ui.widgets.chart_card import ChartCard
from ui.widgets.chart_table import ChartTable

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from app.drawing.chart import Chart

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
FRAMEWORK = [Listed(name, name) for name in NAMES]


def six() -> Chart:
    seen = then_now([assessed(MARCH, 1, 2, 2, 3, 3, 4), assessed(MAY, 3, 3, 3, 4, 3, 3)], FRAMEWORK)
    return then_now_chart(seen, then_now_words(TODAY))


@pytest.fixture
def card(qtbot: QtBot) -> ChartCard:
    made = ChartCard()
    qtbot.addWidget(made)
    made.resize(486, 400)
    made.show()
    return made


def test_a_card_says_what_was_seen_and_what_was_measured(card: ChartCard) -> None:
    card.show_chart(six())
    assert card.heading.text() == "Four higher, one the same, one lower"
    assert card.under.text() == "Your own view, from 1 to 5"
    assert (card.body.view.isVisible(), card.body.table.isVisible()) == (True, False)
    assert not card.invitation.isVisible()


def test_the_table_takes_the_place_of_the_drawing(card: ChartCard) -> None:
    chosen: list[bool] = []
    card.table_chosen.connect(chosen.append)
    card.show_chart(six())
    assert card.swap.text() == "Table"
    card.swap.click()
    assert (card.body.view.isVisible(), card.body.table.isVisible()) == (False, True)
    assert card.swap.text() == "Chart"
    card.swap.click()
    assert card.body.view.isVisible()
    assert chosen == [True, False]
    card.show_chart(six(), as_table=True)
    assert card.body.table.isVisible()


def test_the_menu_copies_swaps_and_asks_for_a_pack(card: ChartCard) -> None:
    asked: list[bool] = []
    card.pack_asked.connect(lambda: asked.append(True))
    card.show_chart(six())
    menu = card.menu()
    assert [action.text() for action in menu.actions()] == [
        "Table",
        "Copy as text",
        "Add to a pack",
    ]
    for action in menu.actions():
        action.trigger()
    assert card.body.table.isVisible()
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    assert QGuiApplication.clipboard().text().splitlines()[:2] == [
        "Competency\tThen\tNow\tDifference",
        "Setting direction\t1\t3\t2 higher",
    ]
    assert asked == [True]
    menu.deleteLater()


def test_what_never_leaves_is_not_offered_to_packs(qtbot: QtBot) -> None:
    made = ChartCard(packs=False)
    qtbot.addWidget(made)
    made.show_chart(six())
    menu = made.menu()
    assert "Add to a pack" not in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_marks_are_told_under_the_drawing_and_nothing_jumps(card: ChartCard) -> None:
    card.show_chart(six())
    height = card.body.sizeHint().height()
    assert card.body.told.text() == ""
    QTest.keyClick(card.body.view, KEY.Key_Down)
    assert card.body.told.text() == "Setting direction: 1 to 3. 2 Mar and 4 May."
    assert card.body.sizeHint().height() == height
    QTest.keyClick(card.body.view, KEY.Key_End)
    assert card.body.told.text() == "Time and focus: 4 to 3. 2 Mar and 4 May."


def test_a_row_and_a_mark_open_what_lies_behind(card: ChartCard) -> None:
    opened: list[tuple[str, str]] = []
    card.opened.connect(lambda kind, found: opened.append((kind, found)))
    card.show_chart(six())
    QTest.keyClick(card.body.view, KEY.Key_End)
    QTest.keyClick(card.body.view, KEY.Key_Return)
    card.swap.click()
    card.body.table.select(NAMES[1])
    QTest.keyClick(card.body.table, KEY.Key_Return)
    assert opened == [("competency", NAMES[5]), ("competency", NAMES[1])]


def test_without_anything_to_see_there_is_a_sentence_and_a_button(card: ChartCard) -> None:
    asked: list[bool] = []
    card.asked.connect(lambda: asked.append(True))
    chart = then_now_chart(ThenNow(), then_now_words(TODAY))
    card.show_chart(chart, begin="Assess competencies")
    assert card.heading.text() == "Then and now"
    assert card.invitation.text() == chart.invitation
    assert not card.body.isVisible()
    assert not card.more.isVisible()
    assert not card.swap.isVisible()
    card.begin.click()
    assert asked == [True]


def test_the_table_is_a_sound_model_and_sorts_by_numbers(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    table = ChartTable()
    qtbot.addWidget(table)
    table.show_table("Then and now", six().table)
    qtmodeltester.check(table.model())  # type: ignore[no-untyped-call] # pytest-qt says nothing of it
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    differences = [line.split("\t")[3] for line in table.as_text().splitlines()[1:]]
    assert differences == ["2 higher", "1 higher", "1 higher", "1 higher", "The same", "1 lower"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert table.as_text().splitlines()[1].startswith("Setting direction")


def test_in_a_small_card_the_words_have_the_whole_width(card: ChartCard) -> None:
    card.show_chart(six())
    assert card.swap.x() > card.heading.geometry().right()
    card.resize(300, 500)
    QApplication.sendPostedEvents()
    assert card.swap.y() > card.under.geometry().bottom()


def test_another_day_changes_nothing_of_what_was(card: ChartCard) -> None:
    """Days are written for the year one is in."""
    seen = then_now([assessed(MARCH, 1), assessed(MAY, 3)], FRAMEWORK)
    card.show_chart(then_now_chart(seen, then_now_words(TODAY + timedelta(days=365))))
    QTest.keyClick(card.body.view, KEY.Key_Home)
    assert card.body.told.text() == "Setting direction: 1 to 3. 2 Mar 2026 and 4 May 2026."
