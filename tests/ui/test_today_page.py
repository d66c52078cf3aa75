from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.domain.cycles import Cycle
from app.domain.entries import Entry
from app.domain.goals import CheckIn, Goal, Milestone, Stretch
from app.domain.ids import NO_ID, Kind
from app.domain.packs import Shared
from app.operations import cycles, goals
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.today.page import TodayPage
from ui.widgets.bulbs import Bulbs
from ui.widgets.check import Check

DAY = NOON.day


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "a.greenroom")
    yield opened
    opened.close()


@pytest.fixture
def stage(qtbot: QtBot, vault: Vault) -> Stage[TodayPage]:
    found = staged(TodayPage, vault)
    qtbot.addWidget(found.page)
    return found


@pytest.fixture
def went(stage: Stage[TodayPage]) -> list[Destination]:
    found: list[Destination] = []
    stage.page.navigate.connect(found.append)
    return found


def _press(stage: Stage[TodayPage], words: str) -> None:
    stage.settle()
    buttons: list[QAbstractButton] = stage.page.findChildren(QAbstractButton)
    for button in buttons:
        if button.isVisible() and words in {button.text(), button.toolTip()}:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            stage.settle()
            return
    pytest.fail(f"nothing says {words}")


def _words(stage: Stage[TodayPage]) -> str:
    stage.settle()
    labels: list[QLabel] = stage.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_first_day_offers_to_write_and_to_take_a_goal(
    stage: Stage[TodayPage], went: list[Destination]
) -> None:
    assert "Nothing planned yet" in _words(stage)
    _press(stage, "Start writing")
    _press(stage, "Browse goals")
    _press(stage, "Start a cycle")
    assert went == [
        Destination("journal", act="new", detail="template:daily-two-minute"),
        Destination("plan", act="new", detail="browse"),
        Destination("plan", kind=Kind.CYCLE, act="new"),
    ]


def test_the_recovery_hint_goes_when_told(stage: Stage[TodayPage]) -> None:
    assert "Your recovery key" in _words(stage)
    _press(stage, "Done, hide this")
    assert "Your recovery key" not in _words(stage)


def test_another_question_leads_to_writing_about_it(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="g"))
    prompts = stage.context.library.prompts
    assert prompts.question_of_the_day(DAY).text in _words(stage)
    _press(stage, "Another question")
    second = prompts.question_of_the_day(DAY, 1).text
    assert second in _words(stage)
    _press(stage, "Start writing")
    assert went == [Destination("journal", act="new", detail=f"prompt:{second}")]


def test_a_rating_counts_without_writing_and_the_entry_is_written_on(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="g"))
    stage.settle()
    bulbs: list[Bulbs] = stage.page.findChildren(Bulbs)
    QTest.keyClick(bulbs[0], Qt.Key.Key_4)
    QTest.keyClick(bulbs[1], Qt.Key.Key_2)
    (entry,) = vault.read.all(Entry)
    assert (entry.energy, entry.confidence, entry.body) == (4, 2, "")
    _press(stage, "Start writing")
    assert went == [Destination("journal", id=entry.id)]
    (entry,) = vault.read.all(Entry)
    assert entry.body.startswith("> ")
    assert (entry.energy, entry.confidence) == (4, 2)


def test_ticking_a_step_takes_it_off_the_page_and_can_be_undone(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="First step", due=DAY)])
    assert "First step" in _words(stage)
    checks: list[Check] = stage.page.findChildren(Check)
    QTest.keyClick(next(c for c in checks if c.isVisible()), Qt.Key.Key_Space)
    assert "First step" not in _words(stage)
    assert vault.read.all(Milestone)[0].done == DAY
    vault.undo()
    assert "First step" in _words(stage)


def test_a_step_leads_to_its_goal_and_a_check_in_to_its_sheet(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goal = goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="First step")])
    stretch = goals.add_stretch(vault, Stretch(title="Far"))
    _press(stage, "Aim")
    _press(stage, "Check in")
    assert went == [
        Destination("plan", id=goal.id),
        Destination("stretch", id=stretch.id, act="check-in"),
    ]
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY, confidence=3))
    assert "How confident are you now?" not in _words(stage)


def test_only_five_steps_show_and_the_rest_is_one_click_away(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title=f"step {n}") for n in range(7)])
    assert _words(stage).count("step ") == 5
    _press(stage, "All open steps (7)")
    assert went == [Destination("plan")]


def test_the_side_says_where_the_cycle_stands_and_what_has_left(
    vault: Vault, stage: Stage[TodayPage], went: list[Destination]
) -> None:
    cycles.add_cycle(vault, Cycle(title="Spring", start=DAY, middle=DAY, end=DAY))
    packs_line = Shared(recipient="Ruth", at=NOON.at, offset=NOON.offset)
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(packs_line)
    words = _words(stage)
    assert "Week 1 of 1 · Spring" in words
    assert "to Ruth on 20 May." in words
    _press(stage, "Open sharing ledger")
    assert went == [Destination("share", act="ledger")]


def test_the_if_then_plan_reads_as_one_sentence(vault: Vault, stage: Stage[TodayPage]) -> None:
    goals.add_goal(vault, Goal(title="g", if_when="I block.", then_do="I wait, and finish."))
    assert "If I block, then I wait, and finish." in _words(stage)


def test_it_says_where_one_is(stage: Stage[TodayPage]) -> None:
    assert stage.page.where() == Destination("today", id=NO_ID)


def test_a_hidden_page_catches_up_when_it_is_shown(vault: Vault, stage: Stage[TodayPage]) -> None:
    stage.page.hide()
    goals.add_goal(vault, Goal(title="Aim"), [Milestone(title="Meanwhile")])
    stage.page.show()
    assert "Meanwhile" in _words(stage)
