"""The order of goals by hand: dragged, by keys, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.cycles import Cycle
from app.domain.goals import Goal
from app.operations import cycles, goals
from tests.ui.plan_desk import KEY, TODAY, Desk, choose, entries_of, open_desk, opened

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
WEEK = timedelta(weeks=1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_moving_a_goal_in_another_order_makes_it_the_one_by_hand(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that was shown stays, with the one goal moved; undo brings both back."""
    for title, due in (("a", 1), ("b", 3), ("c", 2)):
        desk.goal(title, due=TODAY + due * WEEK)
    goals.move_goal(desk.vault, desk.vault.read.all(Goal)[2].id, desk.vault.read.all(Goal)[0].id)
    assert desk.rows() == ["a", "c", "b"]
    said = _spoken(monkeypatch)
    desk.page.home.rows.setCurrentIndex(desk.page.home.rows.model().index(0, 0))
    desk.press(KEY.Key_Down, alt=True)
    assert desk.rows() == ["c", "a", "b"]
    assert desk.page.home.sort.accessibleName() == "Sort by hand"
    assert (desk.said[-1], said[-1]) == ("Goals are sorted by hand now", "a, 2 of 3")
    desk.vault.undo()
    assert desk.rows() == ["a", "c", "b"]
    assert desk.page.home.sort.accessibleName() == "Sort by due date"


def _move(desk: Desk, at: QPoint) -> None:
    """Move the pointer over the list with its left button held."""
    place = desk.page.home.rows.viewport()
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(place.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(place, moved)


def _drag(
    desk: Desk, row: int, target: int, *, before_release: Callable[[], object] | None = None
) -> None:
    """Drag a row to the upper part of another one."""
    rows = desk.page.home.rows
    place = rows.viewport()
    begin = rows.visualRect(rows.model().index(row, 0)).center()
    end = rows.visualRect(rows.model().index(target, 0)).topLeft() + QPoint(40, 8)
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=begin)
    for at in ((begin + end) / 2, end):
        _move(desk, at)
    if before_release:
        before_release()
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=end)


def test_a_dragged_goal_lands_where_the_line_was(desk: Desk) -> None:
    """No goal is opened by it; Esc puts it back, and so does dropping it where it was."""
    for title in "abc":
        desk.goal(title)
    desk.page.home.rows.setFocus()
    gaps: list[int] = []
    _drag(desk, 2, 0, before_release=lambda: gaps.append(desk.page.home.rows.gap))
    assert (gaps, desk.page.home.rows.gap) == ([0], -1)
    assert desk.rows() == ["c", "a", "b"]
    assert desk.page.shown is None
    _drag(desk, 0, 2)
    assert desk.rows() == ["a", "c", "b"]
    _drag(desk, 0, 2, before_release=lambda: desk.press(KEY.Key_Escape))
    assert desk.rows() == ["a", "c", "b"]
    _drag(desk, 0, 1)
    assert desk.rows() == ["a", "c", "b"]
    assert desk.page.shown is None
    desk.vault.undo()
    assert desk.rows() == ["c", "a", "b"]


def test_dragging_near_the_edge_scrolls_the_page(desk: Desk, qtbot: QtBot) -> None:
    """And the gap follows what comes into sight."""
    for number in range(20):
        desk.goal(f"{number:02}")
    home = desk.page.home

    def wait() -> None:
        at = home.rows.viewport().mapFromGlobal(home.viewport().mapToGlobal(QPoint(60, 795)))
        _move(desk, at)
        gap = home.rows.gap
        qtbot.waitUntil(lambda: home.rows.gap > gap)
        assert home.verticalScrollBar().value() > 0

    _drag(desk, 0, 1, before_release=wait)


def test_the_menu_moves_a_goal_where_there_is_room(desk: Desk) -> None:
    """The first has nothing above it, the last nothing below."""
    for title in "ab":
        desk.goal(title)
    rows = desk.page.home.rows
    rows.customContextMenuRequested.emit(rows.visualRect(rows.model().index(0, 0)).center())
    menu = opened(QMenu)
    assert entries_of(menu)[-1] == "Move down"
    assert "Move up" not in entries_of(menu)
    choose(menu, "Move down")
    assert desk.rows() == ["b", "a"]


def test_nothing_of_the_plan_is_cut_where_text_is_twice_as_large(
    desk: Desk, look: ThemeSource
) -> None:
    """The buttons stand below the cycle, and the page needs no more than its width."""
    half = timedelta(weeks=13)
    purpose = "Lead the team while somebody is on leave, without doing everyone's work"
    middle, end = TODAY + half, TODAY + 2 * half
    cycle = Cycle(title="Acting lead", purpose=purpose, start=TODAY, middle=middle, end=end)
    cycles.add_cycle(desk.vault, cycle)
    desk.goal("g")
    look.choose_scale(2.0)
    desk.page.resize(900, 640)
    home = desk.page.home
    assert home.inside.minimumSizeHint().width() <= home.viewport().width()
    assert home.new.mapTo(home.inside, QPoint()).y() > home.cycle.geometry().bottom()
