"""What hangs on a goal beside its measure: reviews, competencies, experiences, support, its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.experiences import Experience
from app.domain.goals import GoalState, Milestone
from app.domain.ids import Id, Kind
from app.operations import experiences, goals
from tests.ui.plan_desk import KEY, TODAY, Desk, choose, entries_of, none_open, open_desk, opened
from ui.context import Destination
from ui.plan.review import ReviewForm
from ui.plan.sheets import CloseForm
from ui.widgets.chip import Chip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
DAY = timedelta(days=1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


# Reviews


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "You wanted to look at this again today."),
        (-6, "You wanted to look at this again on 14 May."),
        (1, ""),
    ],
)
def test_a_review_is_offered_from_its_day_on(desk: Desk, days: int, said: str) -> None:
    """Before, the day stands among the facts."""
    goal = desk.goal("g", review=TODAY + days * DAY)
    desk.page.open_goal(goal.id)
    card = desk.page.detail.review
    assert (card._words.text() if card.isVisible() else "") == said


def test_a_review_sets_the_next_day_and_undo_brings_the_last_one_back(desk: Desk) -> None:
    """Four weeks are offered; the card goes."""
    goal = desk.goal("g", review=TODAY)
    desk.page.open_goal(goal.id)
    desk.page.detail.review.review.click()
    form = opened(ReviewForm)
    assert form.day("review") == TODAY + timedelta(weeks=4)
    form.submit()
    assert none_open(ReviewForm)
    assert desk.kept(goal.id).review == TODAY + timedelta(weeks=4)
    assert not desk.page.detail.review.isVisible()
    assert desk.said[-1] == "Goal reviewed"
    desk.vault.undo()
    assert desk.page.detail.review.isVisible()


def test_a_review_without_a_next_day_ends_them(desk: Desk) -> None:
    """Arriving to review opens the form at once."""
    goal = desk.goal("g", review=TODAY)
    desk.page.arrive(Destination("plan", goal.id, Kind.GOAL, act="review"))
    form = opened(ReviewForm)
    form.put_day("review", None)
    form.submit()
    assert desk.kept(goal.id).review is None


def test_a_closed_goal_is_not_reviewed(desk: Desk) -> None:
    """Neither card nor menu ask for it."""
    goal = desk.goal("g", review=TODAY, state=GoalState.MET)
    desk.page.open_goal(goal.id)
    assert not desk.page.detail.review.isVisible()
    menu = desk.page.actions_on_goals.menu(goal.id, desk.page)
    assert "Review..." not in entries_of(menu)
    menu.close()


# The end


def test_the_end_is_dated_and_can_be_told_otherwise(desk: Desk) -> None:
    """What it taught is there to be changed; undo takes the change back."""
    goal = desk.goal("g")
    goals.close_goal(desk.vault, goal.id, GoalState.LET_GO, "To ask.")
    desk.page.open_goal(goal.id)
    assert desk.page.detail.taught._state.text() == "Let go on 20 May"
    desk.page.detail.more.click()
    choose(opened(QMenu), "Change how it ended...")
    form = opened(CloseForm)
    assert (form.end.view(), form.text("learned")) == ("let_go", "To ask.")
    form.end.set_view("partly_met")
    form.submit()
    assert desk.kept(goal.id).state is GoalState.PARTLY_MET
    desk.vault.undo()
    assert desk.kept(goal.id).state is GoalState.LET_GO


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (GoalState.ACTIVE, ["Pause", "Set aside for someday", "Close goal...", "Review..."]),
        (GoalState.PAUSED, ["Make active", "Set aside for someday", "Close goal...", "Review..."]),
        (GoalState.SOMEDAY, ["Make active", "Pause", "Close goal...", "Review..."]),
        (GoalState.MET, ["Reopen", "Change how it ended..."]),
    ],
)
def test_the_menu_offers_every_other_state(
    desk: Desk, state: GoalState, offered: list[str]
) -> None:
    """Between editing it and sharing it."""
    goal = desk.goal("g", state=state)
    menu = desk.page.actions_on_goals.menu(goal.id, desk.page)
    assert entries_of(menu)[1:-2] == offered
    menu.close()


# Beside it


def test_competencies_are_chips_that_lead_to_them(desk: Desk) -> None:
    """They keep the focus while the goal is shown anew."""
    goal = desk.goal("g", competencies=("listening",))
    desk.page.open_goal(goal.id)
    (chip,) = desk.page.detail._facts.findChildren(Chip)
    chip.setFocus()
    goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m"))
    assert desk.page.detail._facts.findChildren(Chip) == [chip]
    asked: list[Destination] = []
    desk.page.detail.navigate.disconnect()
    desk.page.detail.navigate.connect(asked.append)
    QTest.keyClick(chip, KEY.Key_Space)
    assert asked == [Destination("plan", Id("listening"), Kind.COMPETENCY)]


def test_experiences_that_name_the_goal_are_listed_and_open(desk: Desk) -> None:
    """The newest first; others are not shown."""
    goal, other = desk.goal("g"), desk.goal("other")
    for title, day, aim in (("old", -9, goal), ("new", -1, goal), ("not", 0, other)):
        each = Experience(title=title, start=TODAY + day * DAY, goals=(aim.id,))
        experiences.add_experience(desk.vault, each)
    desk.page.open_goal(goal.id)
    rows = desk.page.detail.experiences.rows
    model = rows.model()
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == ["new", "old"]
    rows.setFocus()
    rows.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    assert desk.page.where().kind is Kind.EXPERIENCE


def test_what_to_ask_for_stands_over_what_was_asked(desk: Desk) -> None:
    """The words of the goal are kept beside its rows."""
    goal = desk.goal("g", support="An hour with Ruth.")
    desk.page.open_goal(goal.id)
    assert desk.page.detail.support._words.text() == "An hour with Ruth."


def test_the_day_a_milestone_was_done_can_be_changed(desk: Desk) -> None:
    """Only a done one has it; empty again, it is not done."""
    goal = desk.goal("g")
    done = goals.add_milestone(desk.vault, Milestone(goal=goal.id, title="m", done=TODAY))
    desk.page.open_goal(goal.id)
    milestones = desk.page.detail.milestones
    milestones.rows[done.id].edit_asked.emit()
    editor = milestones._editor
    assert editor is not None
    assert editor.done.isVisible()
    editor.done.setText("14 May")
    editor.finish()
    assert desk.vault.read.get(Milestone, done.id).done == TODAY - 6 * DAY
    desk.vault.undo()
    assert desk.vault.read.get(Milestone, done.id).done == TODAY
    milestones.rows[done.id].edit_asked.emit()
    editor = milestones._editor
    assert editor is not None
    editor.done.setText("")
    editor.finish()
    assert desk.vault.read.get(Milestone, done.id).done is None
    milestones.rows[done.id].edit_asked.emit()
    editor = milestones._editor
    assert editor is not None
    assert not editor.done.isVisible()
