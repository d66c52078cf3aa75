"""The plan: goals by shelf, the cycle, keys, and where one arrives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from app.domain.goals import CheckIn, Goal, GoalState, Milestone
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.operations import goals, packs
from tests.ui.plan_desk import (
    KEY,
    TODAY,
    Desk,
    choose,
    entries_of,
    open_desk,
    opened,
)
from ui.context import Destination
from ui.plan.goal_sheet import EditGoal, NewGoal, TemplateSheet
from ui.widgets.button import Button
from ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
ROLE = Qt.ItemDataRole.AccessibleTextRole
WEEK = timedelta(weeks=1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


# The list


def test_an_empty_plan_offers_goals_to_browse(desk: Desk) -> None:
    (empty,) = desk.page.home.findChildren(EmptyState)
    assert not desk.page.home.rows.isVisible()
    empty.findChildren(Button)[0].click()
    opened(TemplateSheet).reject()


def test_goals_show_on_their_shelf_with_counts(desk: Desk) -> None:
    desk.goal("now")
    desk.goal("later", state=GoalState.SOMEDAY)
    shelves = desk.page.home.shelves
    assert desk.rows() == ["now"]
    assert shelves.accessibleTabName(1) == "Someday, 1 goal"
    shelves.setCurrentIndex(1)
    assert desk.rows() == ["later"]
    shelves.setCurrentIndex(2)
    assert desk.rows() == []
    assert desk.page.home.rows.isHidden()


def test_a_row_says_all_it_shows(desk: Desk) -> None:
    goal = desk.goal("Delegate", due=TODAY - WEEK, measure="Runs", baseline=4.0, target=0.0)
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="ask Sana"))
    goals.check_in(desk.vault, CheckIn(goal=goal.id, day=TODAY, value=1))
    said = desk.page.home.rows.model().index(0, 0).data(ROLE)
    assert said == (
        "Delegate, Was due 13 May, Next: ask Sana, Private, 0 of 1 milestone, "
        "0 pieces of evidence, Runs Now 1"
    )


def test_a_pack_that_names_a_goal_shows(desk: Desk) -> None:
    goal = desk.goal("g")
    packs.add(desk.vault, Pack(title="P", items=(PackItem(Kind.GOAL, goal.id, ("why",)),)))
    assert "In a share pack" in desk.page.home.rows.model().index(0, 0).data(ROLE)


def test_a_closed_goal_says_how_it_ended_and_what_it_taught(desk: Desk) -> None:
    goal = desk.goal("g")
    goals.close_goal(desk.vault, goal.id, GoalState.LET_GO, "Say no\nsooner")
    desk.page.home.shelves.setCurrentIndex(2)
    said = desk.page.home.rows.model().index(0, 0).data(ROLE)
    assert said.startswith("g, Let go. It taught: Say no sooner, Private")


def test_the_list_follows_changes_and_keeps_its_place(desk: Desk) -> None:
    first, second = desk.goal("a", due=TODAY), desk.goal("b", due=TODAY + WEEK)
    model = desk.page.home.rows.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.page.home.rows.setCurrentIndex(model.index(1, 0))
    goals.revise_goal(desk.vault, replace(desk.kept(second.id), due=TODAY - WEEK))
    desk.goal("c")
    goals.delete_goal(desk.vault, first.id)
    assert desk.rows() == ["b", "c"]
    assert desk.page.home.rows.current_id() == second.id
    assert tester.model() is model


def test_goals_are_sorted_as_chosen_and_by_hand(desk: Desk) -> None:
    for title in ("b", "a", "c"):
        desk.goal(title)
    for words, expected in (("Sort by title", "abc"), ("Sort by hand", "bac")):
        desk.page.home.sort.click()
        choose(opened(QMenu), words)
        assert "".join(desk.rows()) == expected
        assert desk.page.home.sort.accessibleName() == words
    desk.page.home.rows.setCurrentIndex(desk.page.home.rows.model().index(0, 0))
    desk.press(KEY.Key_Up, alt=True)
    assert desk.rows() == ["b", "a", "c"]
    desk.press(KEY.Key_Down, alt=True)
    assert desk.rows() == ["a", "b", "c"]
    desk.press(KEY.Key_Down, alt=True)
    assert desk.rows() == ["a", "c", "b"]
    desk.press(KEY.Key_Up, alt=True)
    assert desk.rows() == ["a", "b", "c"]
    assert desk.page.home.rows.currentIndex().row() == 1


def test_keys_of_the_list(desk: Desk) -> None:
    goal, other = desk.goal("a", due=TODAY), desk.goal("b")
    rows = desk.page.home.rows
    rows.setFocus()
    desk.press(KEY.Key_F2)
    opened(EditGoal).reject()
    desk.press(KEY.Key_Delete)
    assert (desk.rows(), desk.said) == (["b"], ["Goal moved to trash"])
    assert rows.current_id() == other.id
    desk.vault.undo()
    assert desk.rows() == ["a", "b"]
    rows.setCurrentIndex(rows.model().index(0, 0))
    desk.press(KEY.Key_Return)
    assert desk.page.where() == Destination("plan", goal.id, Kind.GOAL)


def test_a_click_opens_a_goal_and_the_way_back_selects_it(desk: Desk) -> None:
    desk.goal("a")
    goal = desk.goal("b")
    rows = desk.page.home.rows
    where = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk.page.detail.goal_id == goal.id
    desk.page.detail.back.click()
    assert desk.page.where() == Destination("plan")
    assert rows.current_id() == goal.id


def test_the_menu_of_a_row_changes_its_state(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.home.rows.customContextMenuRequested.emit(QPoint(30, 30))
    menu = opened(QMenu)
    assert entries_of(menu) == [
        "Edit goal",
        "Pause",
        "Set aside for someday",
        "Close goal...",
        "Review...",
        "Make a PDF of this",
        "Move to trash",
    ]
    choose(menu, "Pause")
    assert desk.kept(goal.id).state is GoalState.PAUSED
    assert desk.said == ["Goal paused"]


# Competencies, arriving, leaving


def test_one_arrives_at_a_goal_or_begins_one(desk: Desk) -> None:
    goal = desk.goal("g", state=GoalState.SOMEDAY)
    desk.page.arrive(Destination("plan", id=goal.id))
    assert desk.page.where().id == goal.id
    desk.page.go_home()
    assert desk.page.home.shelves.view() == "someday"
    desk.page.arrive(Destination("plan", act="new"))
    opened(NewGoal).reject()
    desk.page.arrive(Destination("plan", act="new", detail="browse"))
    opened(TemplateSheet).reject()


def test_what_one_arrives_at_is_read_once_and_the_goals_when_one_goes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk.goal("Lead the release")
    desk.page.open_goal(made.id)
    read: list[str] = []
    show, refresh = desk.page.detail.show_goal, desk.page.home.refresh

    def noted(goal_id: Id) -> bool:
        read.append("goal")
        return show(goal_id)

    def home_noted() -> None:
        read.append("goals")
        refresh()

    monkeypatch.setattr(desk.page.detail, "show_goal", noted)
    monkeypatch.setattr(desk.page.home, "refresh", home_noted)
    desk.page.hide()
    desk.goal("Another")
    destination = Destination("plan", made.id, Kind.GOAL)
    desk.page.prepare(destination)
    desk.page.show()
    desk.page.arrive(destination)
    assert read == ["goal"]
    desk.page.go_home()
    assert read == ["goal", "goals"]
    assert sorted(desk.rows()) == ["Another", "Lead the release"]


def test_a_goal_that_goes_while_it_is_open_gives_way_to_the_list(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    goals.delete_goal(desk.vault, goal.id)
    assert desk.page.home.isVisible()
    assert desk.page.where() == Destination("plan")
    desk.page.open_goal(goal.id)
    assert desk.page.home.isVisible()


def test_shortcuts_begin_share_and_close(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    ctrl = Qt.KeyboardModifier.ControlModifier
    back = desk.page.detail.back
    QTest.keyClick(back, KEY.Key_P, ctrl)
    assert desk.sent == [Destination("share", act="new", detail=f"goal:{goal.id}")]
    QTest.keyClick(back, KEY.Key_F2)
    opened(EditGoal).reject()
    QTest.keyClick(back, KEY.Key_W, ctrl)
    assert desk.page.home.isVisible()
    QTest.keyClick(desk.page.home.rows, KEY.Key_N, ctrl | Qt.KeyboardModifier.ShiftModifier)
    opened(NewGoal).reject()


@pytest.mark.parametrize(("width", "stacked"), [(1280, False), (960, False), (900, True)])
def test_the_side_moves_below_in_a_narrow_window(desk: Desk, width: int, stacked: bool) -> None:  # noqa: FBT001 - a parameter of the table
    desk.goal("g", competencies=("listening",))
    desk.page.resize(width, 640)
    assert desk.page.home.is_stacked() is stacked


def test_nothing_scrolls_sideways_at_twice_the_size(desk: Desk, look: ThemeSource) -> None:
    goal = desk.goal("A goal with a title that is long enough to need two lines", why="w " * 90)
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m " * 60))
    look.choose_scale(2.0)
    desk.page.resize(900, 640)
    assert desk.page.home.inside.width() <= desk.page.home.viewport().width()
    desk.page.open_goal(goal.id)
    assert desk.page.detail.inside.width() <= desk.page.detail.viewport().width()


def test_the_goal_keeps_its_milestones_through_the_trash(desk: Desk) -> None:
    goal = desk.goal("g")
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m"))
    desk.page.actions_on_goals.trash(goal.id)
    assert desk.vault.read.all(Goal) == []
    desk.vault.undo()
    assert [m.title for m in desk.vault.read.all(Milestone)] == ["m"]
