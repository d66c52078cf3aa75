"""The sheet of an experience: only a title is needed, nothing typed is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from app.content.library import Library
from app.domain.cycles import Cycle, Person
from app.domain.experiences import Experience, ExperienceKind, Learning
from app.domain.ids import Kind
from app.operations import cycles, experiences, people
from tests.ui.plan_desk import KEY, TODAY, Desk, open_desk, opened, type_into
from ui.context import Destination
from ui.plan.experience_sheet import DRAFT, ExperienceForm
from ui.widgets.chip import Chip
from ui.widgets.picker import Picker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _new(desk: Desk) -> ExperienceForm:
    desk.page.arrive(Destination("plan", kind=Kind.EXPERIENCE, act="new"))
    return opened(ExperienceForm)


def _edit(desk: Desk, experience: Experience) -> ExperienceForm:
    form = ExperienceForm(desk.context, desk.page, experience)
    form.open()
    return form


def _kept(desk: Desk) -> Experience:
    (found,) = desk.vault.read.all(Experience)
    return found


def test_a_title_is_enough(desk: Desk) -> None:
    form = _new(desk)
    assert form.focusWidget() is form.fields["title"].editor
    type_into(form, "title", "Two weeks with Support")
    form.submit()
    found = _kept(desk)
    assert (found.title, found.type, found.learning) == (
        "Two weeks with Support",
        ExperienceKind.OTHER,
        None,
    )
    assert desk.page.where() == Destination("plan", found.id, Kind.EXPERIENCE)
    desk.vault.undo()
    assert desk.vault.read.all(Experience) == []


def test_without_a_title_it_says_so_at_the_field(desk: Desk) -> None:
    form = _new(desk)
    form.submit()
    assert form.fields["title"].error
    assert form.isVisible()
    assert desk.vault.read.all(Experience) == []


def test_everything_that_is_filled_in_is_kept(desk: Desk) -> None:
    goal = desk.goal("Lead")
    person = people.add_person(desk.vault, Person(name="Ruth"))
    cycle = cycles.add_cycle(
        desk.vault, Cycle(title="c", start=TODAY, middle=TODAY, end=date(2026, 8, 1))
    )
    form = _new(desk)
    for name, text in (
        ("title", "Shadowing"),
        ("start", "11 May"),
        ("end", "2026-05-12"),
        ("host", "Product"),
        ("hours", "7.5"),
        ("did", "Sat beside her."),
        ("outcome", "Was asked back."),
        ("learned", "Ask twice."),
    ):
        type_into(form, name, text)
    form.kind.set_value(ExperienceKind.SHADOWING.value)
    form.learning.set_value(Learning.FORMAL.value)
    form.people.set_chosen([person.id])
    form.goals.set_chosen([goal.id])
    form.competencies.set_competencies(["listening"])
    form.submit()
    found = _kept(desk)
    assert found == replace(
        found,
        title="Shadowing",
        type=ExperienceKind.SHADOWING,
        learning=Learning.FORMAL,
        start=date(2026, 5, 11),
        end=date(2026, 5, 12),
        hours=7.5,
        host="Product",
        people=(person.id,),
        goals=(goal.id,),
        competencies=("listening",),
        did="Sat beside her.",
        outcome="Was asked back.",
        learned="Ask twice.",
        cycle=cycle.id,
    )


def test_the_learning_follows_the_kind_until_it_is_chosen(desk: Desk) -> None:
    form = _new(desk)
    assert form.learning.currentText() == "By its kind: on the job"
    form.kind.set_value(ExperienceKind.COURSE.value)
    assert form.learning.currentText() == "By its kind: formal"
    assert form.learning.learning() is None
    form.learning.set_value(Learning.WITH_OTHERS.value)
    form.kind.set_value(ExperienceKind.ROTATION.value)
    assert form.learning.learning() is Learning.WITH_OTHERS
    assert form.learning.itemText(0) == "By its kind: on the job"


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("start", "the day after", "Write a day such as 22 May, or choose one."),
        ("hours", "many", "Write a number, or leave it empty."),
        ("hours", "-3", "Hours run from 0 to 10,000, or are left out."),
        ("hours", "10001", "Hours run from 0 to 10,000, or are left out."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk: Desk, name: str, text: str, error: str) -> None:
    form = _new(desk)
    type_into(form, "title", "t")
    type_into(form, name, text)
    form.submit()
    assert form.fields[name].error == error
    assert form.focusWidget() is form.fields[name].editor
    assert desk.vault.read.all(Experience) == []


def test_an_end_before_the_start_is_said_at_the_end(desk: Desk) -> None:
    form = _new(desk)
    type_into(form, "title", "t")
    type_into(form, "start", "2026-06-10")
    type_into(form, "end", "2026-06-01")
    form.submit()
    assert form.fields["end"].error == "It would end before it starts. Check the two dates."


def test_what_was_typed_is_there_when_the_sheet_opens_again(desk: Desk) -> None:
    goal = desk.goal("Lead")
    form = _new(desk)
    type_into(form, "title", "Half a thought")
    form.kind.set_value(ExperienceKind.COACHING.value)
    form.goals.set_chosen([goal.id])
    form.reject()
    again = _new(desk)
    assert again.text("title") == "Half a thought"
    assert again.kind.value() == ExperienceKind.COACHING.value
    assert again.learning.currentText() == "By its kind: with others"
    assert again.goals.chosen() == (goal.id,)
    again.submit()
    assert desk.vault.read.draft(DRAFT) is None


def test_the_window_keeps_the_draft_before_a_lock(desk: Desk) -> None:
    form = _new(desk)
    type_into(form, "title", "Half a thought")
    desk.page.save()
    kept = desk.vault.read.draft(DRAFT)
    assert kept is not None
    assert json.loads(kept)["title"] == "Half a thought"


def test_an_edit_changes_what_it_changed_and_undo_brings_it_back(desk: Desk) -> None:
    found = experiences.add_experience(
        desk.vault, Experience(title="Before", hours=3.0, did="d", start=TODAY)
    )
    form = _edit(desk, found)
    assert not form.suggest.isVisible()
    assert (form.text("hours"), form.day("start")) == ("3", TODAY)
    type_into(form, "title", "After")
    form.submit()
    assert _kept(desk) == replace(found, title="After", modified=_kept(desk).modified)
    desk.vault.undo()
    assert _kept(desk).title == "Before"


def test_people_in_the_trash_stay_named_when_it_is_edited(desk: Desk) -> None:
    """They have no chip, and are there again once they come back."""
    stays = people.add_person(desk.vault, Person(name="Ana"))
    person = people.add_person(desk.vault, Person(name="Ruth"))
    found = experiences.add_experience(
        desk.vault, Experience(title="t", people=(person.id, stays.id))
    )
    people.delete_person(desk.vault, person.id)
    form = _edit(desk, found)
    chips = [chip.text() for chip in form.people.findChildren(Chip) if not chip.isHidden()]
    assert chips == ["Ana"]
    form.submit()
    assert set(_kept(desk).people) == {person.id, stays.id}


def test_nobody_to_choose_is_said(desk: Desk) -> None:
    form = _new(desk)
    assert not form.people.isEnabled()
    assert form.people.accessibleDescription() == "Nobody is in People yet."


def test_suggestions_come_from_open_goals(desk: Desk) -> None:
    """The first sentence is the title; the way to learn and the competency come with it."""
    known = Library().framework.competencies[0]
    desk.goal("g", competencies=(known.id,))
    form = _new(desk)
    form.suggest.click()
    picker = opened(Picker)
    QTest.keyClicks(picker._search, "Take one task")
    QTest.keyClick(picker._search, KEY.Key_Return)
    first = known.experiences[0].text
    assert form.text("title") == first.partition(". ")[0]
    assert form.text("did") == first
    assert form.learning.learning() is Learning.ON_THE_JOB
    assert form.competencies.competencies() == (known.id,)
    assert form.focusWidget() is form.fields["title"].editor


def test_a_suggestion_leaves_what_is_written(desk: Desk) -> None:
    known = Library().framework.competencies[0]
    desk.goal("g", competencies=(known.id,))
    form = _new(desk)
    type_into(form, "did", "Mine.")
    form.take(form._suggestions[0])
    assert form.text("did") == "Mine."


def test_without_an_open_goal_nothing_is_suggested(desk: Desk) -> None:
    assert not _new(desk).suggest.isVisible()
