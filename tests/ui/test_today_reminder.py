"""The reminder on the page of the day: one quiet card, opened, put off or sent away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.goals import Goal, Milestone, Stretch
from app.operations import goals, reminders
from app.queries import reminders as queries
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.reminding import WAITING
from ui.today.page import TodayPage
from ui.today.reminder_card import ReminderCard
from ui.widgets.button import Button

DAY, ONE = NOON.day, timedelta(days=1)
HOUR = 3_600_000


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "a.greenroom")
    yield opened
    opened.close()


@pytest.fixture
def goal(vault: Vault) -> Goal:
    return goals.add_goal(vault, Goal(title="Delegate"))


@pytest.fixture
def stage(qtbot: QtBot, vault: Vault, goal: Goal) -> Stage[TodayPage]:
    assert goal
    found = staged(TodayPage, vault)
    qtbot.addWidget(found.page)
    return found


@pytest.fixture
def went(stage: Stage[TodayPage]) -> list[Destination]:
    found: list[Destination] = []
    stage.page.navigate.connect(found.append)
    return found


@pytest.fixture
def said(stage: Stage[TodayPage]) -> list[str]:
    found: list[str] = []
    stage.context.messages.toast.connect(lambda words, _: found.append(words))
    return found


def plan(vault: Vault, goal: Goal, *titles: str) -> None:
    for title in titles:
        goals.add_milestone(vault, Milestone(goal=goal.id, title=title, due=DAY))


def announce(vault: Vault) -> None:
    """What the clock would do."""
    reminders.remember(vault, queries.look(vault.read, vault.now()).said)


def card(stage: Stage[TodayPage]) -> ReminderCard:
    stage.settle()
    return stage.page.findChildren(ReminderCard)[0]


def name_of(card: ReminderCard) -> str:
    found = QAccessible.queryAccessibleInterface(card)
    assert found is not None
    return found.text(QAccessible.Text.Name)


def test_without_a_reminder_there_is_no_card(stage: Stage[TodayPage]) -> None:
    assert card(stage).isHidden()


def test_it_appears_when_it_is_announced_and_says_what_it_is_about(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    plan(vault, goal, "Tell Sana")
    assert card(stage).isHidden()
    announce(vault)
    assert card(stage).isVisible()
    assert name_of(card(stage)) == "For today: Tell Sana."
    buttons = [b.text() for b in card(stage).findChildren(Button) if b.isVisible()]
    assert buttons == ["Open goal", "Later today", "Not this one"]


def test_opening_leads_there_and_nothing_waits_any_more(
    vault: Vault, goal: Goal, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    plan(vault, goal, "Tell Sana")
    announce(vault)
    QTest.keyClick(card(stage).open, Qt.Key.Key_Space)
    assert went == [Destination("plan", goal.id)]
    assert card(stage).isHidden()
    assert not queries.look(vault.read, vault.now()).new


def test_tab_goes_through_it_and_on_to_what_stands_below(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    plan(vault, goal, "Tell Sana")
    announce(vault)
    shown = card(stage)
    shown.open.setFocus()
    visited = []
    for _ in range(3):
        focus = stage.page.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        visited.append(stage.page.window().focusWidget())
    assert visited[:2] == [shown.later, shown.dismiss]
    assert isinstance(visited[2], QWidget)
    assert stage.page._question.isAncestorOf(visited[2])


def test_not_this_one_sends_it_away_and_the_focus_goes_on(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    plan(vault, goal, "Tell Sana")
    announce(vault)
    card(stage).dismiss.setFocus()
    QTest.keyClick(card(stage).dismiss, Qt.Key.Key_Space)
    assert card(stage).isHidden()
    assert stage.page.window().focusWidget() is stage.page._question.start


def test_later_today_it_comes_back_by_itself(
    vault: Vault, goal: Goal, stage: Stage[TodayPage], said: list[str]
) -> None:
    plan(vault, goal, "Tell Sana")
    announce(vault)
    card(stage).later.click()
    assert card(stage).isHidden()
    assert said == ["It comes again at 15:00"]
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(3 * HOUR)
    announce(vault)
    assert card(stage).isVisible()


def test_late_in_the_day_there_is_no_later(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    plan(vault, goal, "Tell Sana")
    announce(vault)
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(9 * HOUR)
    stage.page.refresh()
    assert not card(stage).later.isVisible()


def test_several_are_counted_and_each_can_be_opened(
    vault: Vault, goal: Goal, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    plan(vault, goal, "Tell Sana", "Book the room & the projector")
    announce(vault)
    assert name_of(card(stage)) == "Today: 2 milestones."
    assert (card(stage).open.text(), card(stage).dismiss.text()) == ("Show them", "Not these")
    menu = card(stage).menu()
    assert [action.text() for action in menu.actions()] == [
        "For today: Book the room && the projector.",
        "For today: Tell Sana.",
    ]
    menu.actions()[0].trigger()
    assert went == [Destination("plan", goal.id)]
    assert name_of(card(stage)) == "For today: Tell Sana."


def test_the_menu_of_several_is_freed_when_it_closes(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    plan(vault, goal, "one", "two")
    announce(vault)
    card(stage).open.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    gone: list[bool] = []
    menu.destroyed.connect(lambda: gone.append(True))
    menu.close()
    stage.settle()
    QApplication.sendPostedEvents(None, 52)
    assert gone == [True]


def test_check_ins_are_left_to_the_review_that_asks_for_them(
    vault: Vault, goal: Goal, stage: Stage[TodayPage]
) -> None:
    goals.add_stretch(vault, Stretch(title="Speak", start=DAY))
    announce(vault)
    assert card(stage).isHidden()
    assert stage.page._review.isVisible()
    plan(vault, goal, "Tell Sana")
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(24 * HOUR)
    announce(vault)
    assert name_of(card(stage)) == "Tell Sana was due 20 May."


def test_the_way_to_it_ends_on_its_first_button_or_says_that_there_is_none(
    vault: Vault, goal: Goal, stage: Stage[TodayPage], said: list[str]
) -> None:
    stage.page.arrive(WAITING)
    assert said == ["No reminder is waiting."]
    plan(vault, goal, "Tell Sana")
    announce(vault)
    stage.settle()
    stage.page.arrive(WAITING)
    assert stage.page.window().focusWidget() is card(stage).open
