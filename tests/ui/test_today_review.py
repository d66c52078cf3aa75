"""The weekly review on the page of the day: by keys alone, kept, saved as one, put off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.goals import CheckIn, Goal, PlanUse
from app.domain.ids import NO_ID, Id, Kind
from app.operations import goals
from app.queries.today import today
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from tests.weekly import Week, fill_week
from ui.context import Destination
from ui.today.page import TodayPage
from ui.today.review import DRAFT, ReviewCard

DAY, KEY = NOON.day, Qt.Key
DAY_MS = 86_400_000
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "a.greenroom")
    yield opened
    opened.close()


@pytest.fixture
def week(vault: Vault) -> Week:
    return fill_week(vault)


@pytest.fixture
def stage(qtbot: QtBot, vault: Vault, week: Week) -> Stage[TodayPage]:
    assert week
    found = staged(TodayPage, vault)
    qtbot.addWidget(found.page)
    return found


def review(stage: Stage[TodayPage]) -> ReviewCard:
    stage.settle()
    return stage.page._review


def focused(stage: Stage[TodayPage]) -> QWidget:
    focus = stage.page.window().focusWidget()
    assert focus is not None
    return focus


def press(
    stage: Stage[TodayPage],
    *keys: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> int:
    """Press keys where the focus is; returns how many."""
    for key in keys:
        QTest.keyClick(focused(stage), key, held)
        stage.settle()
    return len(keys)


def begin(stage: Stage[TodayPage]) -> None:
    start = stage.page.first_focus()
    assert start is not None
    start.setFocus()


def new_check_ins(vault: Vault) -> list[tuple[Id, int | None, PlanUse | None, str]]:
    notes = [note for note in vault.read.all(CheckIn) if note.day == DAY]
    return [(note.goal, note.confidence, note.plan_used, note.note) for note in notes]


def test_two_check_ins_take_eight_keys(vault: Vault, week: Week, stage: Stage[TodayPage]) -> None:
    """The plan, confidence, past the note, confidence, past the note and its goal, and save."""
    begin(stage)
    count = press(stage, KEY.Key_Space, KEY.Key_Tab, KEY.Key_4)
    count += press(stage, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_2)
    count += press(stage, KEY.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert new_check_ins(vault) == [
        (week.talk.id, 4, PlanUse.YES, ""),
        (week.chair.id, 2, None, ""),
    ]
    assert count == 8
    assert review(stage).isHidden()
    assert focused(stage) is stage.page._question.start


def test_one_undo_takes_all_of_it_back_with_what_was_given(
    vault: Vault, week: Week, stage: Stage[TodayPage]
) -> None:
    card = review(stage)
    for row, rating in zip(card.rows, (4, 2), strict=True):
        QTest.keyClick(row.bulbs, KEY(KEY.Key_0 + rating))
    card.rows[0].note.setText("It went well")
    card.save.click()
    assert len(new_check_ins(vault)) == 2
    assert today(vault).review is None
    vault.undo()
    assert new_check_ins(vault) == []
    assert review(stage).isVisible()
    assert [note.confidence for note in card.check_ins()] == [4, 2]
    assert card.rows[0].note.text() == "It went well"
    vault.redo()
    assert new_check_ins(vault)[0] == (week.talk.id, 4, None, "It went well")


def test_only_what_was_given_is_saved_and_the_rest_is_a_next_step(
    vault: Vault, week: Week, stage: Stage[TodayPage]
) -> None:
    card = review(stage)
    assert not card.save.isEnabled()
    QTest.keyClick(card.rows[1].bulbs, KEY.Key_3)
    assert card.save.isEnabled()
    card.save.click()
    stage.settle()
    assert new_check_ins(vault) == [(week.chair.id, 3, None, "")]
    steps = [row.step for row in stage.page._steps.rows if row.step.kind is Kind.CHECK_IN]
    assert [step.aim for step in steps] == [week.talk.id]


def test_what_was_given_is_there_again_after_a_change_and_after_a_lock(
    qtbot: QtBot, vault: Vault, week: Week, stage: Stage[TodayPage]
) -> None:
    """It is a draft in the vault, which goes once it is saved; saving keeps nothing of it."""
    card = review(stage)
    card.rows[0].used.options[1].click()
    card.rows[1].note.setText("On the way")
    QTest.keyClick(card.rows[1].bulbs, KEY.Key_3)
    goals.tick_milestone(vault, today(vault).steps[0].id, DAY)
    assert [note.goal for note in review(stage).check_ins()] == [week.talk.id, week.chair.id]
    stage.page.save()
    later = staged(TodayPage, vault)
    qtbot.addWidget(later.page)
    first, second = review(later).check_ins()
    assert (first.plan_used, second.note) == (PlanUse.NOT_THIS_TIME, "On the way")
    review(later).save.click()
    assert vault.read.draft(DRAFT) is None
    later.page.save()
    assert vault.read.draft(DRAFT) is None


def test_the_next_review_begins_empty(vault: Vault, stage: Stage[TodayPage]) -> None:
    QTest.keyClick(review(stage).rows[0].bulbs, KEY.Key_3)
    review(stage).save.click()
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(7 * DAY_MS)
    stage.page._minute.timeout.emit()
    assert review(stage).isVisible()
    assert review(stage).check_ins() == []


def test_not_today_brings_the_question_and_tomorrow_the_review(
    vault: Vault, stage: Stage[TodayPage]
) -> None:
    review(stage).later.click()
    assert review(stage).isHidden()
    assert stage.page._question.isVisible()
    assert focused(stage) is stage.page._question.start
    kinds = [row.step.kind for row in stage.page._steps.rows]
    assert kinds.count(Kind.CHECK_IN) == 2
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(DAY_MS)
    stage.page._minute.timeout.emit()
    assert review(stage).isVisible()


def test_what_moved_leads_to_it_and_the_entry_of_the_week_is_begun(
    week: Week, stage: Stage[TodayPage]
) -> None:
    went: list[Destination] = []
    stage.page.navigate.connect(went.append)
    lines = review(stage).lines
    assert lines is not None
    said = [line.accessibleName() for line in lines.lines]
    assert said == [
        "Closed: Two mornings for deep work, 20 May",
        "Done: Ask three people what they would cut, 19 May",
        "Ended: Shadowed the planning round, 17 May",
        "3 entries, 1 as evidence, 19 May",
    ]
    assert not lines.more.isVisible()
    lines.lines[1].click()
    lines.lines[3].click()
    review(stage).rows[0].title.click()
    review(stage).write.click()
    assert went == [
        Destination("plan", week.goal.id, Kind.GOAL),
        Destination("journal", NO_ID, Kind.ENTRY),
        Destination("stretch", id=week.talk.id),
        Destination("journal", act="new", detail="template:weekly-review"),
    ]


def test_many_lines_are_a_few_first(vault: Vault, stage: Stage[TodayPage]) -> None:
    goal = goals.add_goal(vault, Goal(title="Fewer pages", measure="Pages"))
    for value in (1.0, 2.0):
        goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, value=value))
    lines = review(stage).lines
    assert lines is not None
    assert (len(lines.lines), lines.more.text()) == (4, "1 more line")
    lines.more.click()
    stage.settle()
    assert [line.isVisible() for line in lines.lines] == [True] * 5
    assert not lines.more.isVisible()
    assert any(line.text() == "2 values for Fewer pages" for line in lines.lines)
    assert focused(stage) is lines.lines[4]


def test_everything_in_it_has_a_name_and_is_visited_in_the_order_of_reading(
    week: Week, stage: Stage[TodayPage]
) -> None:
    card = review(stage)
    card.later.setFocus()
    names = []
    while card.isAncestorOf(focused(stage)):
        focus = focused(stage)
        told = QAccessible.queryAccessibleInterface(focus)
        names.append(told.text(QAccessible.Text.Name))
        QTest.keyClick(focus, KEY.Key_Tab)
    assert names == [
        "Not today",
        "Closed: Two mornings for deep work, 20 May",
        "Done: Ask three people what they would cut, 19 May",
        "Ended: Shadowed the planning round, 17 May",
        "3 entries, 1 as evidence, 19 May",
        f"{week.talk.title}, 4 of 5 on 12 May",
        "Yes",
        f"Confidence, {week.talk.title}",
        f"Note, {week.talk.title}",
        f"{week.chair.title}, 3 of 5 on 12 May",
        f"Confidence, {week.chair.title}",
        f"Note, {week.chair.title}",
        "Write the weekly review",
    ]
    buttons: list[QAbstractButton] = card.findChildren(QAbstractButton)
    assert all(button.accessibleName() or button.text() for button in buttons)
