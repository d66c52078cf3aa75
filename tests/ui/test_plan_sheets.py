"""The sheets of the plan: they save, they say what is wrong, and they never lose a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from app.domain.goals import CheckIn, Goal, GoalState, Milestone
from app.domain.ids import Id
from app.operations import goals
from tests.ui.journal_desk import full_disk
from tests.ui.plan_desk import KEY, TODAY, Desk, none_open, open_desk, opened, type_into
from ui.forms import Form
from ui.plan.fields import StepsField
from ui.plan.goal_sheet import EditGoal, NewGoal, TemplateSheet
from ui.plan.sheets import CloseForm
from ui.plan.value_form import ValueForm
from ui.widgets.chip import Chip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _new(desk: Desk) -> NewGoal:
    desk.page.actions_on_goals.new()
    return opened(NewGoal)


def test_only_a_title_is_needed_and_the_new_goal_opens(desk: Desk) -> None:
    form = _new(desk)
    form.submit()
    assert form.fields["title"].error == "Give it a name first. Everything else can wait."
    type_into(form, "title", "Delegate")
    shortcut = form.findChildren(QShortcut)[0]
    assert shortcut.key() == QKeySequence("Ctrl+Return")
    shortcut.activated.emit()
    (goal,) = desk.vault.read.all(Goal)
    assert (goal.title, goal.start, goal.state) == ("Delegate", TODAY, GoalState.ACTIVE)
    assert desk.page.detail.goal_id == goal.id
    assert none_open(Form)


def test_a_template_fills_the_sheet_with_dates_from_today(desk: Desk) -> None:
    desk.page.actions_on_goals.browse()
    sheet = opened(TemplateSheet)
    assert sheet.picker.rows.model().rowCount() == 9
    QTest.keyClicks(sheet.picker.search, "known for")
    assert sheet.picker.rows.model().rowCount() == 1
    QTest.keyClick(sheet.picker.search, KEY.Key_Return)
    opened(NewGoal).submit()
    (goal,) = desk.vault.read.all(Goal)
    assert goal.template == "hand-over-one-thing"
    assert (goal.due, goal.has_plan) == (TODAY + timedelta(weeks=18), True)
    milestones = desk.vault.read.all(Milestone, goal=goal.id)
    assert milestones[0].due is not None
    assert (milestones[0].due - TODAY).days % 7 == 0


def test_a_search_without_a_hit_says_so_and_blank_stays_open(desk: Desk) -> None:
    desk.page.actions_on_goals.browse()
    sheet = opened(TemplateSheet)
    QTest.keyClicks(sheet.picker.search, "xyzzy")
    assert not sheet.picker.rows.isVisible()
    assert sheet.picker._none.isVisible()
    sheet._choose(None)
    opened(NewGoal).reject()


def test_what_was_typed_comes_back_after_esc_and_after_a_lock(desk: Desk) -> None:
    form = _new(desk)
    type_into(form, "title", "Half a thought")
    type_into(form, "due", "22 May")
    form.steps.set_steps(())
    QTest.keyClick(form, KEY.Key_Escape)
    form = _new(desk)
    assert form.text("title") == "Half a thought"
    assert form.day("due") == date(2026, 5, 22)
    type_into(form, "why", "because")
    desk.page.save()
    assert "because" in (desk.vault.read.draft("plan.goal") or "")
    form.submit()
    assert desk.vault.read.draft("plan.goal") is None
    assert [goal.why for goal in desk.vault.read.all(Goal)] == ["because"]


def test_an_untouched_sheet_leaves_no_draft(desk: Desk) -> None:
    _new(desk).reject()
    assert desk.vault.read.draft("plan.goal") is None
    goal = desk.goal("g", why="w")
    desk.page.actions_on_goals.edit(goal.id)
    opened(EditGoal).reject()
    assert desk.vault.read.draft(f"plan.goal:{goal.id}") is None


def test_each_template_keeps_a_draft_of_its_own(desk: Desk) -> None:
    template = desk.context.library.goal_templates.of_kind("goal")[0]
    form = _new(desk)
    type_into(form, "title", "mine")
    form.templates_asked.emit()
    opened(TemplateSheet)._choose(template)
    form = opened(NewGoal)
    assert form.text("title") == template.title
    form.reject()
    form = _new(desk)
    assert form.text("title") == "mine"
    form.reject()


def test_milestones_and_competencies_belong_to_the_draft(desk: Desk) -> None:
    form = _new(desk)
    form.steps.add.click()
    line = form.steps._lines[0]
    QTest.keyClicks(line.title, "first step")
    QTest.keyClicks(line.due, "22 May")
    line.due.editingFinished.emit()
    form.competencies.add.picked.emit("listening")
    form.competencies.add.picked.emit("delegating")
    form.reject()
    form = _new(desk)
    assert [(s.title, s.due) for s in form.steps.steps()] == [("first step", date(2026, 5, 22))]
    assert form.competencies.competencies() == ("listening", "delegating")
    chip = next(c for c in form.competencies.findChildren(Chip) if c.text() == "Listening")
    QTest.keyClick(chip, KEY.Key_Delete)
    assert form.competencies.competencies() == ("delegating",)
    form.reject()


def test_a_day_that_cannot_be_read_keeps_the_sheet_open(qtbot: QtBot) -> None:
    field = StepsField(lambda: TODAY)
    qtbot.addWidget(field)
    field.add.click()
    field._lines[0].due.setText("some day")
    assert not field.understood()
    field._lines[0].due.setText("Fri")
    assert field.understood()
    field._lines[0].remove.click()
    assert field.steps() == ()


def test_a_goal_is_edited(desk: Desk) -> None:
    goal = desk.goal("g", baseline=4.0, target=0.5, unit="runs", competencies=("listening",))
    desk.page.actions_on_goals.edit(goal.id)
    form = opened(EditGoal)
    assert (form.text("baseline"), form.text("target")) == ("4", "0.5")
    type_into(form, "baseline", "four")
    form.submit()
    assert form.fields["baseline"].error == "Write a number, or leave it empty."
    type_into(form, "baseline", "3")
    type_into(form, "alignment", "weekly releases")
    form.submit()
    kept = desk.kept(goal.id)
    assert (kept.baseline, kept.target, kept.unit) == (3, 0.5, "runs")
    assert (kept.alignment, kept.competencies) == ("weekly releases", ("listening",))


def test_a_goal_is_closed_with_what_it_taught_and_reopened(desk: Desk) -> None:
    goal = desk.goal("g")
    desk.page.open_goal(goal.id)
    desk.page.actions_on_goals.close(goal.id)
    form = opened(CloseForm)
    assert form.focusWidget() is form.end
    form.end.setCurrentIndex(2)
    type_into(form, "learned", "Ask sooner")
    form.reject()
    desk.page.actions_on_goals.close(goal.id)
    form = opened(CloseForm)
    assert form.end.view() == "let_go"
    form.submit()
    kept = desk.kept(goal.id)
    assert (kept.state, kept.learned) == (GoalState.LET_GO, "Ask sooner")
    assert desk.said == ["Goal closed"]
    taught = desk.page.detail.taught
    assert taught.isVisible()
    taught.reopen.click()
    assert desk.kept(goal.id).state is GoalState.ACTIVE
    assert not taught.isVisible()


def test_a_value_is_logged_corrected_and_thrown_away(desk: Desk) -> None:
    goal = desk.goal("g", measure="Runs", baseline=4.0, target=0.0)
    desk.page.open_goal(goal.id)
    desk.page.detail.measure.log.click()
    form = opened(ValueForm)
    form.submit()
    assert form.fields["value"].error == "Give a value or a note first."
    type_into(form, "value", "2")
    type_into(form, "day", "yesterday")
    form.submit()
    (note,) = desk.vault.read.all(CheckIn)
    assert (note.value, note.day) == (2, TODAY - timedelta(days=1))
    assert desk.trail() == ["Runs: 4 to 2, 19 May"]
    desk.page.actions_on_goals.log_value(goal.id, note.id)
    form = opened(ValueForm)
    type_into(form, "note", "better")
    form.submit()
    assert desk.vault.read.get(CheckIn, note.id).note == "better"
    desk.page.actions_on_goals.log_value(goal.id, note.id)
    opened(ValueForm)._delete(note)
    assert desk.vault.read.all(CheckIn) == []
    assert desk.said == ["Check-in moved to trash"]


def test_a_full_disk_leaves_the_sheet_open_with_its_words(desk: Desk) -> None:
    form = _new(desk)
    type_into(form, "title", "kept on screen")
    with full_disk(desk.vault):
        form.submit()
    assert form.isVisible()
    assert form.text("title") == "kept on screen"
    assert form._note.text()
    form.reject()


def test_a_sheet_is_freed_when_it_closes(desk: Desk) -> None:
    form = _new(desk)
    form.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(form)


def test_a_goal_that_is_gone_opens_no_sheet(desk: Desk) -> None:
    goal = desk.goal("g")
    goals.delete_goal(desk.vault, goal.id)
    acts = desk.page.actions_on_goals
    for open_sheet in (acts.edit, acts.close, acts.log_value, acts.trash):
        open_sheet(Id(goal.id))
    assert none_open(Form)
    assert desk.said == []
