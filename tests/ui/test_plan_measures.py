"""Measures of every kind: set in the form, logged, told, drawn and listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from app.domain.goals import CheckIn, Goal, MeasureKind
from app.domain.measures import Measure
from app.operations import goals
from tests.ui.plan_desk import KEY, TODAY, Desk, choose, none_open, open_desk, opened, type_into
from ui.measures.value_edits import AnsweredValue, CountedValue, RatedValue
from ui.measures.words import (
    aim_words,
    measure_sentence,
    now_words,
    standing_words,
    value_step,
)
from ui.plan.goal_sheet import EditGoal, NewGoal
from ui.plan.value_form import ValueForm
from ui.widgets.chart_table import ChartTableModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]

KINDS = MeasureKind


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _logged(desk: Desk, goal: Goal, *values: float) -> None:
    for day, value in enumerate(values, start=1):
        note = CheckIn(goal=goal.id, day=TODAY.replace(day=day), value=value, note=f"n{day}")
        goals.check_in(desk.vault, note)


def _log(desk: Desk, goal: Goal) -> ValueForm:
    desk.page.open_goal(goal.id)
    desk.page.detail.measure.log.click()
    return opened(ValueForm)


def _newest(desk: Desk) -> float | None:
    return desk.vault.read.all(CheckIn)[-1].value


# The form of a goal


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (KINDS.NUMBER, {"baseline", "target", "unit"}),
        (KINDS.COUNT, {"baseline", "target", "unit"}),
        (KINDS.YES_NO, set()),
        (KINDS.RATING, {"rated_baseline", "rated_target"}),
    ],
)
def test_the_form_shows_what_a_kind_has(desk: Desk, kind: MeasureKind, shown: set[str]) -> None:
    """Yes and no have neither start nor aim; ratings are lit in bulbs."""
    desk.page.actions_on_goals.new()
    form = opened(NewGoal)
    form.measure.kind.take_draft(kind.value)
    ends = {"baseline", "target", "unit", "rated_baseline", "rated_target"}
    assert {name for name in ends if form.fields[name].isVisibleTo(form)} == shown
    form.reject()


def test_a_rating_is_set_with_its_ends_and_read_back(desk: Desk) -> None:
    """What was typed as a number before does not come along."""
    desk.page.actions_on_goals.new()
    form = opened(NewGoal)
    type_into(form, "title", "Calm")
    type_into(form, "baseline", "40")
    form.measure.kind.take_draft("rating")
    for name, key in (("rated_baseline", KEY.Key_2), ("rated_target", KEY.Key_4)):
        editor = form.fields[name].editor
        assert isinstance(editor, RatedValue)
        QTest.keyClick(editor.bulbs, key)
    form.submit()
    (goal,) = desk.vault.read.all(Goal)
    assert (goal.measure_kind, goal.baseline, goal.target) == (KINDS.RATING, 2.0, 4.0)
    desk.page.actions_on_goals.edit(goal.id)
    again = opened(EditGoal)
    assert (again.measure.baseline(), again.measure.target()) == (2.0, 4.0)
    again.measure.kind.take_draft("yes_no")
    again.submit()
    goal = desk.kept(goal.id)
    assert (goal.measure_kind, goal.baseline, goal.target) == (KINDS.YES_NO, None, None)
    desk.vault.undo()
    assert desk.kept(goal.id).measure_kind is KINDS.RATING


def test_a_count_that_is_no_whole_number_is_told_at_its_field(desk: Desk) -> None:
    """The sheet stays open."""
    desk.page.actions_on_goals.new()
    form = opened(NewGoal)
    type_into(form, "title", "Talks")
    form.measure.kind.take_draft("count")
    type_into(form, "target", "2.5")
    form.submit()
    assert form.fields["target"].error.startswith("That does not fit the measure.")
    type_into(form, "target", "three")
    form.submit()
    assert form.fields["target"].error == "Write a number, or leave it empty."
    type_into(form, "target", "3")
    form.submit()
    assert none_open(NewGoal)


def test_the_kind_comes_back_with_the_draft(desk: Desk) -> None:
    """A sheet that was closed is as it was."""
    desk.page.actions_on_goals.new()
    form = opened(NewGoal)
    form.measure.kind.take_draft("yes_no")
    form.reject()
    desk.page.actions_on_goals.new()
    form = opened(NewGoal)
    assert form.measure.measure_kind() is KINDS.YES_NO
    assert not form.fields["target"].isVisibleTo(form)


# Logging


def test_a_count_goes_on_from_the_last_one(desk: Desk) -> None:
    """A press adds one to it, another press one more."""
    goal = desk.goal("g", measure="Talks", measure_kind=KINDS.COUNT)
    _logged(desk, goal, 4)
    form = _log(desk, goal)
    assert isinstance(form.value, CountedValue)
    form.value.more.click()
    form.value.more.click()
    form.submit()
    assert _newest(desk) == 6


def test_yes_or_no_is_answered_with_two_buttons(desk: Desk) -> None:
    """The form begins at them, Space chooses."""
    goal = desk.goal("g", measure="It runs without me", measure_kind=KINDS.YES_NO)
    form = _log(desk, goal)
    assert isinstance(form.value, AnsweredValue)
    yes, no = form.value.answers.options
    assert (yes.text(), no.text()) == ("Yes", "No")
    QTest.keyClick(no, KEY.Key_Space)
    form.submit()
    assert _newest(desk) == 0
    assert desk.page.detail.measure._figure.text() == "No"


def test_a_rating_is_lit_and_drawn_between_its_ends(desk: Desk) -> None:
    """3 of 5 is half of the way from 2 to 4."""
    goal = desk.goal("g", measure="Calm", measure_kind=KINDS.RATING, baseline=2.0, target=4.0)
    form = _log(desk, goal)
    assert isinstance(form.value, RatedValue)
    QTest.keyClick(form.value.bulbs, KEY.Key_3)
    form.submit()
    card = desk.page.detail.measure
    assert (card._track.value(), card._track._said) == (500, "3 of 5 now")


# Words


@pytest.mark.parametrize(
    ("kind", "now", "row", "standing", "step"),
    [
        (KINDS.NUMBER, 2.5, "Now 2.5", "2.5 now", "m: 1 to 2.5"),
        (KINDS.RATING, 3.0, "Now 3", "3 of 5 now", "m: 1 of 5 to 3 of 5"),
        (KINDS.YES_NO, 0.0, "No", "No", "m: Yes to No"),
    ],
)
def test_values_are_told_by_kind(
    kind: MeasureKind, now: float, row: str, standing: str, step: str
) -> None:
    """In the list, over the bar, and in the trail."""
    measure = Measure("m", now=now, kind=kind)
    said = (now_words(measure), standing_words(measure), value_step(measure, 1.0, now))
    assert said == (row, standing, step)


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure("m", "", 4, 0, 1), "1 now, from 4 in March. The aim is 0 by 26 Jun."),
        (Measure("m", "", 4, 0, None), "It began at 4. The aim is 0 by 26 Jun."),
        (Measure("m", "", 0, 5, 6), "6 now, 5 was the aim, from 0 in March."),
        (Measure("m", "", 4, 0, 5), "5 now, 4 at the start. The aim is 0 by 26 Jun."),
        (Measure("m", "", None, None, 3), "3 now."),
        (Measure("m", "", None, None, None), ""),
        (Measure("m", "", None, 1, 1, KINDS.YES_NO), "Yes."),
    ],
)
def test_a_measure_is_told_in_a_sentence(measure: Measure, said: str) -> None:
    """Behind and beyond are told as they are; without a value, the way is."""
    start, due = TODAY.replace(month=3, day=2), TODAY.replace(month=6, day=26)
    assert measure_sentence(measure, start, due, TODAY) == said


def test_yes_and_no_have_no_aim_to_tell() -> None:
    """Yes is the aim of all of them."""
    assert aim_words(Measure("m", target=1.0, kind=KINDS.YES_NO), None, TODAY) == ""


# The values


def test_all_values_open_as_a_table_whose_rows_are_edited_and_removed(desk: Desk) -> None:
    """F2 and Enter edit, Delete moves to the trash, undo brings it back; the choice is kept."""
    goal = desk.goal("g", measure="Runs", baseline=4.0, target=0.0)
    _logged(desk, goal, 3, 2)
    desk.page.open_goal(goal.id)
    history = desk.page.detail.measure.history
    assert not history.body.isVisible()
    history.swap.click()
    assert (history.table.isVisible(), history.swap.text()) == (True, "Hide values")
    assert history.table.as_text().splitlines()[1:] == ["1 May\t3\tn1", "2 May\t2\tn2"]
    history.table.select(desk.vault.read.all(CheckIn)[0].id)
    QTest.keyClick(history.table, KEY.Key_F2)
    form = opened(ValueForm)
    type_into(form, "value", "3.5")
    form.submit()
    assert history.table.as_text().splitlines()[1] == "1 May\t3.5\tn1"
    history.table.select(desk.vault.read.all(CheckIn)[1].id)
    QTest.keyClick(history.table, KEY.Key_Delete)
    assert len(history.table.as_text().splitlines()) == 2
    assert desk.said[-1] == "Check-in moved to trash"
    desk.vault.undo()
    assert len(history.table.as_text().splitlines()) == 3
    desk.page.go_home()
    desk.page.open_goal(goal.id)
    assert history.table.isVisible()


def test_the_table_is_sorted_by_its_headings_and_copied_as_it_is(desk: Desk) -> None:
    """Values are sorted as numbers."""
    goal = desk.goal("g", measure="Runs", baseline=4.0, target=0.0)
    _logged(desk, goal, 10, 9)
    desk.page.open_goal(goal.id)
    history = desk.page.detail.measure.history
    history.swap.click()
    history.table.horizontalHeader().setSortIndicator(
        1, history.table.horizontalHeader().sortIndicatorOrder()
    )
    history.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Date\tValue\tNote"
    assert desk.said[-1] == "Values copied as text"
    assert [line.split("\t")[1] for line in copied[1:]] == ["9", "10"]


def test_a_measure_without_an_aim_is_a_line_over_time(desk: Desk) -> None:
    """From two values on; with one, it is a figure and nothing to see beside it."""
    goal = desk.goal("g", measure="Runs")
    _logged(desk, goal, 3)
    desk.page.open_goal(goal.id)
    history = desk.page.detail.measure.history
    assert not history.body.view.isVisible()
    _logged(desk, goal, 3, 5)
    assert history.body.view.isVisible()
    history.swap.click()
    assert (history.table.isVisible(), history.swap.text()) == (True, "Chart")
    history.swap.click()
    assert (history.body.view.isVisible(), history.swap.text()) == (True, "All values")


def test_the_menu_of_a_value_says_what_can_be_done(desk: Desk) -> None:
    """Edit, copy and remove."""
    goal = desk.goal("g", measure="Runs")
    _logged(desk, goal, 3, 4)
    desk.page.open_goal(goal.id)
    history = desk.page.detail.measure.history
    history.swap.click()
    first = desk.vault.read.all(CheckIn)[0]
    history.table.select(first.id)
    history.table.customContextMenuRequested.emit(history.table.rect().center())
    choose(opened(QMenu), "Move to trash")
    assert first.id not in {note.id for note in desk.vault.read.all(CheckIn)}


def test_the_table_keeps_the_rules_of_models(desk: Desk, qtmodeltester: ModelTester) -> None:
    """Its model, with values in it."""
    goal = desk.goal("g", measure="Runs")
    _logged(desk, goal, 3, 4)
    desk.page.open_goal(goal.id)
    model = desk.page.detail.measure.history.table.findChild(ChartTableModel)
    assert model is not None
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has no types here


def test_labels_of_the_card_have_words(desk: Desk) -> None:
    """A yes or no without an answer shows its name and no empty figure."""
    goal = desk.goal("g", measure="It runs without me", measure_kind=KINDS.YES_NO)
    desk.page.open_goal(goal.id)
    card = desk.page.detail.measure
    assert not card._figure.isVisible()
    shown = (label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert next(shown) == "It runs without me"
