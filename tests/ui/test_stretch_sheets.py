"""The sheets of stretch goals: quick by keyboard, clear about errors, never losing a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.goals import Goal, MeasureKind, Milestone, PlanUse, Stretch
from app.operations import goals
from tests.ui.stretch_desk import CTRL, KEY, TODAY, Desk, none_open, opened, press
from tests.vaults import new_vault
from ui.forms import Form
from ui.stretch.check_in_sheet import CheckInSheet
from ui.stretch.stretch_sheet import StretchSheet
from ui.widgets.day_popover import DayPopover

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    made.page.show()
    yield made
    made.close()


@pytest.fixture
def talk(desk: Desk) -> Stretch:
    made = desk.stretch(
        "Talk",
        if_when="I explain",
        then_do="I stop",
        measure="Minutes",
        baseline=0.0,
        target=10.0,
    )
    desk.show(made)
    return made


def sheet_of(desk: Desk, talk: Stretch) -> CheckInSheet:
    desk.page.acts.check_in(talk.id)
    return opened(CheckInSheet)


def new_sheet(desk: Desk) -> StretchSheet:
    desk.page.acts.new()
    return opened(StretchSheet)


def test_a_check_in_takes_seven_keys(desk: Desk, talk: Stretch, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    desk.page.rows.setFocus()
    QTest.keyClick(desk.page.rows, KEY.Key_Return, CTRL)
    sheet = opened(CheckInSheet)
    sheet.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    press(sheet, KEY.Key_Space, KEY.Key_Tab, KEY.Key_8, KEY.Key_Tab, KEY.Key_4)
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Return, CTRL)
    (note,) = desk.notes(talk)
    assert (note.plan_used, note.value, note.confidence) == (PlanUse.YES, 8, 4)
    assert note.day == TODAY
    assert none_open(CheckInSheet)
    assert desk.page.detail.plan.used.text() == "Used once"


def test_nothing_is_chosen_at_first_and_the_arrows_choose(desk: Desk, talk: Stretch) -> None:
    sheet = sheet_of(desk, talk)
    assert sheet.form.used.value() is None
    press(sheet, KEY.Key_Right)
    assert sheet.form.used.value() == PlanUse.NOT_THIS_TIME
    press(sheet, KEY.Key_Delete)
    assert sheet.form.used.value() is None
    sheet.reject()


def test_an_empty_check_in_says_what_is_missing(desk: Desk, talk: Stretch) -> None:
    sheet = sheet_of(desk, talk)
    sheet.submit()
    assert sheet.fields["confidence"].error == "Give a value, a rating or a note first."
    sheet.form.rating.bulbs.setFocus()
    press(sheet, KEY.Key_3)
    assert sheet.fields["confidence"].error == ""
    sheet.submit()
    assert [note.confidence for note in desk.notes(talk)] == [3]


@pytest.mark.parametrize("words", ["eight", "1e999", "8 of 10"])
def test_a_value_that_is_no_number_is_not_saved(desk: Desk, talk: Stretch, words: str) -> None:
    sheet = sheet_of(desk, talk)
    sheet.form.measure.take_draft(words)
    sheet.submit()
    assert sheet.fields["value"].error == "Write a number, such as 8."
    assert desk.notes(talk) == []
    sheet.reject()


def test_the_bar_follows_the_value(desk: Desk, talk: Stretch) -> None:
    sheet = sheet_of(desk, talk)
    sheet.form.measure.take_draft("2.5")
    assert sheet.form.measure.bar.value() == 250
    assert sheet.form.measure.bar.accessibleDescription() == "2.5, from 0 to 10"
    sheet.reject()


def test_closing_keeps_a_draft_that_comes_back_and_saving_forgets_it(
    desk: Desk, talk: Stretch
) -> None:
    name = f"check-in.{talk.id}"
    sheet = sheet_of(desk, talk)
    sheet.form.note.setPlainText("The opening held.")
    sheet.form.rating.set_value(4)
    QTest.keyClick(sheet.form.note, KEY.Key_Escape)
    assert none_open(CheckInSheet)
    assert desk.notes(talk) == []
    assert desk.vault.read.draft(name) is not None
    again = sheet_of(desk, talk)
    assert (again.form.note.toPlainText(), again.form.rating.bulbs.value()) == (
        "The opening held.",
        4,
    )
    again.submit()
    assert [note.note for note in desk.notes(talk)] == ["The opening held."]
    assert desk.vault.read.draft(name) is None


def test_an_untouched_sheet_leaves_no_draft(desk: Desk, talk: Stretch) -> None:
    sheet_of(desk, talk).reject()
    assert desk.vault.read.draft(f"check-in.{talk.id}") is None


def test_the_page_keeps_the_draft_of_an_open_sheet_before_a_lock(desk: Desk, talk: Stretch) -> None:
    sheet = sheet_of(desk, talk)
    sheet.form.note.setPlainText("Half a")
    desk.page.save()
    assert "Half a" in (desk.vault.read.draft(f"check-in.{talk.id}") or "")
    sheet.reject()


def test_another_day_can_be_written(desk: Desk, talk: Stretch) -> None:
    sheet = sheet_of(desk, talk)
    sheet.form.rating.set_value(2)
    sheet.when.click()
    popover = opened(DayPopover)
    popover.field.setText("15 May")
    QTest.keyClick(popover.field, KEY.Key_Return)
    assert sheet.when.text() == "Fri 15 May"
    sheet.submit()
    assert [note.day for note in desk.notes(talk)] == [date(2026, 5, 15)]


def test_an_earlier_check_in_is_changed_from_the_table_and_removed(
    desk: Desk, talk: Stretch
) -> None:
    first, second = desk.checked_in(talk, 2, 3)
    table = desk.page.detail.confidence.table
    desk.page.detail.confidence.swap.click()
    table.select(first.id)
    QTest.keyClick(table, KEY.Key_Return)
    sheet = opened(CheckInSheet)
    assert (sheet.form.rating.bulbs.value(), sheet.form.note.toPlainText()) == (2, "Note 0.")
    sheet.form.rating.set_value(5)
    sheet.submit()
    assert {note.id: note.confidence for note in desk.notes(talk)} == {first.id: 5, second.id: 3}
    table.select(second.id)
    QTest.keyClick(table, KEY.Key_Delete)
    assert [note.id for note in desk.notes(talk)] == [first.id]
    assert desk.said == [("Check-in moved to trash", True)]


def test_only_a_title_is_needed_and_the_new_one_is_shown(desk: Desk) -> None:
    sheet = new_sheet(desk)
    sheet.submit()
    assert sheet.fields["title"].error == "Give it a name first. Everything else can wait."
    sheet.put("title", "Lead a review")
    sheet.submit()
    assert none_open(Form)
    assert desk.page.detail.title.text() == "Lead a review"


def test_every_field_is_kept(desk: Desk) -> None:
    goal = goals.add_goal(desk.vault, Goal(title="A direction"))
    sheet = new_sheet(desk)
    lines = {name: f"the {name}" for name in ("title", "commit", "reach", "obstacle")}
    lines |= {name: f"the {name}" for name in ("if_when", "then_do", "measure", "unit")}
    texts = {name: f"the {name}" for name in ("why", "support", "if_badly")}
    for name, words in lines.items():
        sheet.put(name, words)
    for name, words in texts.items():
        sheet.put(name, words)
    sheet.put("baseline", "4")
    sheet.put("target", "0.5")
    sheet.put_day("commit_day", TODAY)
    sheet.put_day("reach_day", TODAY + timedelta(days=9))
    sheet.size_row.set_value(4)
    sheet.competencies.set_competencies(["public-speaking"])
    sheet.goal.set_value(goal.id)
    sheet.submit()
    (kept,) = desk.vault.read.all(Stretch)
    assert {name: getattr(kept, name) for name in (*lines, *texts)} == lines | texts
    assert (kept.baseline, kept.target, kept.size) == (4.0, 0.5, 4)
    assert (kept.commit_day, kept.reach_day) == (TODAY, TODAY + timedelta(days=9))
    assert (kept.competencies, kept.goal) == (("public-speaking",), goal.id)


def test_a_measure_has_a_kind(desk: Desk) -> None:
    sheet = new_sheet(desk)
    sheet.put("title", "Talk")
    sheet.put("measure", "How it felt")
    sheet.put("measure_kind", MeasureKind.RATING)
    sheet.put("rated_target", "4")
    sheet.submit()
    (kept,) = desk.vault.read.all(Stretch)
    assert (kept.measure_kind, kept.target) == (MeasureKind.RATING, 4.0)
    desk.page.acts.edit(kept)
    again = opened(StretchSheet)
    assert again.measure.target() == 4.0
    again.reject()


def test_a_template_brings_its_steps_and_spares_what_was_written(desk: Desk) -> None:
    sheet = new_sheet(desk)
    sheet.put("why", "Mine.")
    for template in ("stretch-chair", "stretch-talk"):
        sheet.template.set_value(template)
        sheet.template.picked.emit(template)
    assert sheet.text("title") == "Give a ten-minute talk to the whole organisation"
    assert sheet._brings.text() == "4 milestones come with it, dated from today."
    sheet.submit()
    (kept,) = desk.vault.read.all(Stretch)
    assert (kept.why, kept.template) == ("Mine.", "stretch-talk")
    steps = desk.vault.read.all(Milestone, goal=kept.id)
    assert [step.due for step in steps] == [TODAY + timedelta(weeks=n) for n in (1, 3, 6, 9)]


def test_reversed_days_and_words_for_numbers_are_pointed_out(desk: Desk) -> None:
    sheet = new_sheet(desk)
    sheet.put("title", "Talk")
    sheet.put("target", "many")
    sheet.submit()
    assert sheet.fields["target"].error == "Write a number, or leave it empty."
    sheet.put("target", "")
    sheet.put_day("commit_day", TODAY)
    sheet.put_day("reach_day", TODAY - timedelta(days=1))
    sheet.submit()
    error = "You would reach it before you do what you commit to. Check the two dates."
    assert sheet.fields["reach_day"].error == error
    assert desk.vault.read.all(Stretch) == []
    sheet.reject()


def test_editing_changes_what_was_changed_and_nothing_else(desk: Desk, talk: Stretch) -> None:
    desk.page.acts.edit(desk.kept(talk.id))
    sheet = opened(StretchSheet)
    assert not sheet.template.isVisible()
    sheet.put("title", "A longer talk")
    sheet.submit()
    kept = desk.kept(talk.id)
    assert (kept.title, kept.if_when, kept.target) == ("A longer talk", "I explain", 10.0)
    assert desk.page.detail.title.text() == "A longer talk"


def test_competencies_are_added_once_and_removed(desk: Desk) -> None:
    sheet = new_sheet(desk)
    field = sheet.competencies
    for _ in range(2):
        field.add.picked.emit("public-speaking")
    assert field.competencies() == ("public-speaking",)
    field._drop("public-speaking")
    assert field.competencies() == ()
    sheet.reject()
