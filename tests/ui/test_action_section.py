"""Actions in a list: ticked, edited, dropped and deleted by keys, and led back to their session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState
from app.operations import actions, people
from app.queries.actions import with_person
from tests.ui.action_desk import TODAY, WEEK, ActionDesk
from tests.ui.stretch_desk import opened
from tests.vaults import new_vault
from ui.actions.section import ActionSection
from ui.actions.sheet import ActionSheet
from ui.context import Destination

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
SENTENCE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ActionDesk]:
    made = ActionDesk(new_vault(tmp_path / "a.greenroom"))
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()
    made.vault.close()


@pytest.fixture
def section(desk: ActionDesk, qtbot: QtBot) -> ActionSection:
    made = ActionSection(desk.context, "Actions", both_sides=True)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.navigate.connect(desk.sent.append)

    def show() -> None:
        made.show_rows(with_person(desk.vault.read, desk.ruth.id))

    desk.context.changed.connect(lambda _: show())
    show()
    made.show()
    return made


def sentences(section: ActionSection) -> list[str]:
    model = section.rows.model()
    return [str(model.index(at, 0).data(SENTENCE)) for at in range(model.rowCount())]


def press(section: ActionSection, action: Action, key: Qt.Key) -> None:
    section.rows.setCurrentIndex(section.rows.actions_shown.place(action.id))
    QTest.keyClick(section.rows, key)


def test_rows_say_who_owes_what_by_when(desk: ActionDesk, section: ActionSection) -> None:
    assert not section.rows.isVisible()
    desk.action("Name it", due=date(2026, 5, 26))
    desk.action("Introduce me", mine=False, due=TODAY - WEEK)
    desk.action("Think")
    done = desk.action("Write", due=TODAY)
    actions.settle_action(desk.vault, done.id, ActionState.DONE)
    dropped = desk.action("Call", mine=False)
    actions.settle_action(desk.vault, dropped.id, ActionState.DROPPED)
    assert sentences(section) == [
        "Introduce me, Ruth, was due 13 May, open",
        "Name it, You, with Ruth, due Tue 26 May, open",
        "Think, You, with Ruth, open",
        "Call, Ruth, dropped 20 May",
        "Write, You, with Ruth, done 20 May",
    ]
    QAbstractItemModelTester(section.rows.model())


def test_space_ticks_an_action_and_opens_it_again(desk: ActionDesk, section: ActionSection) -> None:
    action = desk.action("Name it")
    press(section, action, KEY.Key_Space)
    assert (desk.kept(action).state, desk.kept(action).state_day) == (ActionState.DONE, TODAY)
    press(section, action, KEY.Key_Space)
    assert desk.kept(action).state is ActionState.OPEN
    desk.vault.undo()
    assert desk.kept(action).state is ActionState.DONE


def test_a_click_at_the_check_ticks_and_one_beside_it_edits(
    desk: ActionDesk, section: ActionSection
) -> None:
    action = desk.action("Name it")
    box = section.rows.spot_box(section.rows.actions_shown.index(0))
    QTest.mouseClick(section.rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.kept(action).state is ActionState.DONE
    beside = box.center() + QPoint(100, 0)
    QTest.mouseClick(section.rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    opened(ActionSheet).reject()


def test_f2_edits_what_who_and_when_and_the_sheet_is_freed(
    desk: ActionDesk, section: ActionSection
) -> None:
    action = desk.action("Name it", due=TODAY)
    press(section, action, KEY.Key_F2)
    sheet = opened(ActionSheet)
    sheet.put("title", "Name it to Luca")
    sheet.put("who", desk.jun.id)
    sheet.put_day("due", TODAY + WEEK)
    sheet.submit()
    kept = desk.kept(action)
    assert (kept.title, kept.mine, kept.person, kept.due) == (
        "Name it to Luca",
        False,
        desk.jun.id,
        TODAY + WEEK,
    )
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(sheet)


def test_what_becomes_mine_stays_owed_to_the_same_person(
    desk: ActionDesk, section: ActionSection
) -> None:
    action = desk.action("Introduce me", mine=False)
    press(section, action, KEY.Key_Return)
    sheet = opened(ActionSheet)
    sheet.put("who", "me")
    sheet.submit()
    assert (desk.kept(action).mine, desk.kept(action).person) == (True, desk.ruth.id)


def test_an_action_without_words_is_not_saved(desk: ActionDesk, section: ActionSection) -> None:
    action = desk.action("Name it")
    press(section, action, KEY.Key_F2)
    sheet = opened(ActionSheet)
    sheet.put("title", " ")
    sheet.submit()
    assert sheet.isVisible()
    assert sheet.fields["title"].error != ""
    sheet.reject()
    assert desk.kept(action).title == "Name it"


def test_somebody_who_left_the_vault_can_stay_the_one_who_does_it(
    desk: ActionDesk, section: ActionSection
) -> None:
    action = desk.action("Introduce me", mine=False)
    people.delete_person(desk.vault, desk.ruth.id)
    assert sentences(section) == ["Introduce me, Somebody no longer listed, open"]
    press(section, action, KEY.Key_F2)
    opened(ActionSheet).submit()
    assert (desk.kept(action).mine, desk.kept(action).person) == (False, desk.ruth.id)


def test_delete_moves_an_action_to_the_trash(desk: ActionDesk, section: ActionSection) -> None:
    first, second = desk.action("First"), desk.action("Second")
    press(section, first, KEY.Key_Delete)
    assert [each.title for each in desk.actions()] == ["Second"]
    assert desk.said == [("Action moved to trash", True)]
    assert section.rows.current_id() == second.id


def test_the_menu_drops_an_action_and_leads_to_its_session(
    desk: ActionDesk, section: ActionSection
) -> None:
    session = desk.session()
    action = desk.action("Name it", session=session.id)
    section.rows.setCurrentIndex(section.rows.actions_shown.place(action.id))
    section.rows.customContextMenuRequested.emit(QPoint(0, 0))
    menu = opened(QMenu)
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Edit action",
        "Show the session",
        "Open",
        "Done",
        "Dropped",
        "Move to trash",
    ]
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Open"]
    menu.actions()[1].trigger()
    assert desk.sent == [Destination("sessions", session.id, Kind.SESSION)]
    next(each for each in menu.actions() if each.text() == "Dropped").trigger()
    assert desk.kept(action).state is ActionState.DROPPED


def test_the_session_that_is_shown_is_not_led_to(desk: ActionDesk, section: ActionSection) -> None:
    session = desk.session()
    desk.action("Name it", session=session.id)
    section.show_rows(with_person(desk.vault.read, desk.ruth.id), session.id)
    section.rows.setCurrentIndex(section.rows.actions_shown.index(0))
    section.rows.customContextMenuRequested.emit(QPoint(0, 0))
    assert "Show the session" not in [each.text() for each in opened(QMenu).actions()]
