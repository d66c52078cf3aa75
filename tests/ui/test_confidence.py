"""Confidence on the page of a stretch goal: the chart or its table, and what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.goals import CheckIn
from app.domain.progress import trend
from tests.ui.stretch_desk import KEY, TODAY, Desk
from tests.vaults import new_vault
from ui.stretch.confidence import Confidence

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
    assert confidence.body.told.text() == "20 May: 4 of 5. Note 1."
    QTest.keyClick(confidence.chart, KEY.Key_Left)
    assert confidence.body.told.text() == "13 May: 2 of 5. Note 0."


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


def test_what_is_shown_already_is_not_laid_out_again(confidence: Confidence) -> None:
    rated = weekly(2, 4)
    confidence.show_trend(trend(rated), is_open=True)
    drawn = confidence.chart.drawing
    confidence.show_trend(trend(rated), is_open=True)
    assert confidence.chart.drawing is drawn
    confidence.show_trend(trend(rated), is_open=False)
    assert confidence.chart.drawing is not drawn
    drawn = confidence.chart.drawing
    QApplication.sendEvent(confidence, QEvent(QEvent.Type.LanguageChange))
    assert confidence.chart.drawing is not drawn


def test_the_table_sorts_by_confidence(confidence: Confidence) -> None:
    confidence.show_trend(trend(weekly(3, 1, 2)), is_open=True)
    confidence.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    lines = confidence.table.as_text().splitlines()[1:]
    assert [line.split("\t")[1] for line in lines] == ["3", "2", "1"]
