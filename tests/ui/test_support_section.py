"""The support section: what is asked of whom, moved on by a key, and somebody new right there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.domain.cycles import Person, Relation
from app.domain.goals import Stretch
from app.domain.support import Support, SupportState
from app.operations import people
from tests.ui.plan_desk import choose
from tests.ui.stretch_desk import KEY, TODAY, Desk, none_open, opened
from tests.vaults import new_vault
from ui.support.section import SupportSection
from ui.support.sheet import SupportSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
SENTENCE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(new_vault(tmp_path / "a.greenroom"))
    qtbot.addWidget(made.page)
    yield made
    made.close()


@pytest.fixture
def talk(desk: Desk) -> Stretch:
    return desk.stretch("Talk", competencies=("public-speaking", "feedback"))


@pytest.fixture
def section(desk: Desk, talk: Stretch, qtbot: QtBot) -> Iterator[SupportSection]:
    made = SupportSection(desk.context)
    qtbot.addWidget(made)
    made.resize(408, 400)
    desk.context.changed.connect(lambda _: made.show_goal(talk.id))
    made.show_goal(talk.id)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


def sentences(section: SupportSection) -> list[str]:
    model = section.rows.model()
    return [str(model.index(at, 0).data(SENTENCE)) for at in range(model.rowCount())]


def ask(desk: Desk, talk: Stretch, title: str, **fields: object) -> Support:
    return people.add_support(desk.vault, Support(title=title, goal=talk.id, **fields))  # type: ignore[arg-type] # any field


def person(desk: Desk, name: str, **fields: object) -> Person:
    return people.add_person(desk.vault, Person(name=name, **fields))  # type: ignore[arg-type] # any field


def test_rows_say_what_of_whom_and_how_far(
    desk: Desk, talk: Stretch, section: SupportSection
) -> None:
    assert section._nothing.isVisible()
    johan = person(desk, "Johan Lindqvist", relation=Relation.SPONSOR)
    day = date(2026, 5, 12)
    ask(desk, talk, "Two mornings")
    ask(desk, talk, "Watch me", person=johan.id, state=SupportState.ASKED, day=day, feedback=True)
    ask(desk, talk, "A slot", person=johan.id, state=SupportState.AGREED, day=day)
    ask(desk, talk, "A lift", person=johan.id, state=SupportState.DECLINED, day=day)
    assert sentences(section) == [
        "A slot, Johan Lindqvist, sponsor, Agreed 12 May",
        "Watch me, Johan Lindqvist, sponsor, gives feedback, Asked 12 May",
        "Two mornings, Nobody yet, Not asked yet",
        "A lift, Johan Lindqvist, sponsor, Not this time",
    ]
    assert not section._nothing.isVisible()
    QAbstractItemModelTester(section.rows.model())


def test_of_a_person_rows_say_what_for(desk: Desk, talk: Stretch, qtbot: QtBot) -> None:
    ruth = person(desk, "Ruth")
    ask(desk, talk, "Time", person=ruth.id)
    ask(desk, talk, "Watch me", person=ruth.id, feedback=True)
    people.add_support(desk.vault, Support(title="Lunch", person=ruth.id))
    made = SupportSection(desk.context, of_person=True)
    qtbot.addWidget(made)
    made.show_person(ruth.id)
    assert sentences(made) == [
        "Time, For Talk, Not asked yet",
        "Watch me, For Talk, with feedback, Not asked yet",
        "Lunch, Not asked yet",
    ]


def test_space_moves_a_row_on_and_the_row_keeps_the_cursor(
    desk: Desk, talk: Stretch, section: SupportSection
) -> None:
    first, second = ask(desk, talk, "First"), ask(desk, talk, "Second")
    section.rows.setCurrentIndex(section.rows.support.place(second.id))
    QTest.keyClick(section.rows, KEY.Key_Space)
    menu = opened(QMenu)
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Not asked yet"]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    kept = desk.vault.read.get(Support, second.id)
    assert (kept.state, kept.day) == (SupportState.ASKED, TODAY)
    assert sentences(section)[0] == "Second, Nobody yet, Asked 20 May"
    assert section.rows.current_id() == second.id
    desk.vault.undo()
    assert sentences(section)[0] == f"{first.title}, Nobody yet, Not asked yet"


@pytest.mark.parametrize("width", [408, 240])
def test_a_click_at_the_state_asks_for_another_and_elsewhere_edits(
    desk: Desk, talk: Stretch, section: SupportSection, width: int
) -> None:
    ask(desk, talk, "A slot in the August programme of the big conference")
    section.resize(width, 400)
    QApplication.sendPostedEvents()
    index = section.rows.model().index(0, 0)
    assert section.rows.visualRect(index).contains(section.rows.spot_box(index))
    at = section.rows.spot_box(index).center()
    QTest.mouseClick(section.rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    opened(QMenu).close()
    assert none_open(SupportSheet)
    QTest.mouseClick(section.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    opened(SupportSheet).reject()


def test_the_menu_edits_moves_and_removes(
    desk: Desk, talk: Stretch, section: SupportSection
) -> None:
    asked = ask(desk, talk, "Time")
    section.rows.setCurrentIndex(section.rows.model().index(0, 0))
    section.rows.customContextMenuRequested.emit(QPoint(4, 4))
    choose(opened(QMenu), "Agreed")
    assert desk.vault.read.get(Support, asked.id).state is SupportState.AGREED
    section.rows.customContextMenuRequested.emit(QPoint(4, 4))
    choose(opened(QMenu), "Move to trash")
    assert sentences(section) == []
    assert desk.said == [("Support moved to trash", True)]
    desk.vault.undo()
    assert sentences(section) == ["Time, Nobody yet, Agreed 20 May"]


def test_somebody_new_is_asked_right_there(
    desk: Desk, talk: Stretch, section: SupportSection
) -> None:
    section.add.click()
    sheet = opened(SupportSheet)
    assert not sheet.fields["name"].isVisible()
    sheet.put("title", "Two rehearsals")
    sheet.put("person", "new")
    sheet.submit()
    assert sheet.fields["name"].error == "Write their name, or choose somebody else."
    sheet.put("name", "Ruth")
    sheet.put("relation", Relation.PEER)
    sheet.put("competency", "public-speaking")
    sheet.feedback.setChecked(True)
    sheet.submit()
    assert sentences(section) == ["Two rehearsals, Ruth, peer, gives feedback, Not asked yet"]
    (asked,) = desk.vault.read.all(Support)
    assert (asked.goal, asked.competency) == (talk.id, "public-speaking")
    desk.vault.undo()
    assert desk.vault.read.all(Person) == []
    assert none_open(SupportSheet)


def test_only_what_to_ask_for_is_needed(section: SupportSection) -> None:
    section.add.click()
    sheet = opened(SupportSheet)
    sheet.submit()
    assert sheet.fields["title"].error == "Give it a name first. Everything else can wait."
    sheet.put("title", "Time")
    sheet.submit()
    assert sentences(section) == ["Time, Nobody yet, Not asked yet"]


def test_feedback_is_asked_of_who_can_help(desk: Desk, section: SupportSection) -> None:
    person(desk, "Ada", relation=Relation.MENTOR)
    person(desk, "Ruth", relation=Relation.PEER, can_help=("public-speaking",))
    section.ask_for_feedback()
    sheet = opened(SupportSheet)
    assert sheet.feedback.isChecked()
    assert sheet.person.currentText() == "Ruth, peer"
    assert sheet.fields["person"].editor.accessibleDescription() == (
        "Can help with Speaking to groups."
    )
    sheet.put("person", "")
    assert sheet.fields["person"].editor.accessibleDescription() == "Could help: Ruth."
    sheet.reject()


def test_a_state_chosen_in_the_sheet_is_of_today_or_of_the_day_written(
    desk: Desk, talk: Stretch, section: SupportSection
) -> None:
    ask(desk, talk, "Time")
    section.rows.setCurrentIndex(section.rows.model().index(0, 0))
    QTest.keyClick(section.rows, KEY.Key_F2)
    sheet = opened(SupportSheet)
    assert not sheet.fields["day"].isVisible()
    sheet.put("state", SupportState.AGREED)
    sheet.state.picked.emit(SupportState.AGREED)
    assert sheet.day("day") == TODAY
    sheet.put("day", "12 May")
    sheet.submit()
    assert sentences(section) == ["Time, Nobody yet, Agreed 12 May"]


def test_a_draft_with_somebody_new_comes_back(section: SupportSection) -> None:
    section.add.click()
    sheet = opened(SupportSheet)
    sheet.put("person", "new")
    sheet.put("name", "Ruth")
    sheet.feedback.setChecked(True)
    sheet.reject()
    section.add.click()
    again = opened(SupportSheet)
    assert again.fields["name"].isVisible()
    assert (again.text("name"), again.feedback.isChecked()) == ("Ruth", True)
    again.reject()
