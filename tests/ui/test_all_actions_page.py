"""All actions: by state and by side, ticked and added in place, and found from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.ids import NO_ID, Kind
from app.domain.sessions import ActionState
from app.operations import actions
from app.unlocking import approach
from tests.ui.action_desk import TODAY, WEEK, ActionDesk
from tests.vaults import PASSPHRASE, new_vault
from ui.all_actions.page import AllActionsPage
from ui.context import Destination

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.window import Window

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key
SENTENCE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ActionDesk]:
    made = ActionDesk(new_vault(tmp_path / "a.greenroom"))
    yield made
    made.vault.close()


@pytest.fixture
def page(desk: ActionDesk, qtbot: QtBot) -> AllActionsPage:
    made = AllActionsPage(desk.context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.navigate.connect(desk.sent.append)
    made.show()
    return made


def titles(page: AllActionsPage) -> list[str]:
    model = page.section.rows.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def choose(page: AllActionsPage, state: ActionState) -> None:
    page.states.setCurrentIndex(list(ActionState).index(state))


def test_open_done_and_dropped_are_lists_of_their_own(
    desk: ActionDesk, page: AllActionsPage
) -> None:
    desk.action("Later", due=TODAY + WEEK)
    desk.action("Soon", due=TODAY, mine=False)
    done, dropped = desk.action("Done"), desk.action("Dropped")
    actions.settle_action(desk.vault, done.id, ActionState.DONE)
    actions.settle_action(desk.vault, dropped.id, ActionState.DROPPED)
    assert titles(page) == ["Soon", "Later"]
    assert page.states.accessibleTabName(0) == "Open, 2"
    choose(page, ActionState.DONE)
    assert titles(page) == ["Done"]
    choose(page, ActionState.DROPPED)
    assert titles(page) == ["Dropped"]


def test_one_side_or_one_person_can_be_looked_at(desk: ActionDesk, page: AllActionsPage) -> None:
    desk.action("Mine")
    desk.action("Ruth's", mine=False)
    actions.revise_action(desk.vault, desk.action("With Jun"))
    third = desk.actions()[-1]
    actions.revise_action(
        desk.vault, type(third)(id=third.id, title="With Jun", person=desk.jun.id)
    )
    assert [page.whose.itemText(at) for at in range(page.whose.count())] == [
        "Everybody",
        "You",
        "The others",
        "With Jun Castellane",
        "With Ruth Adeyemi",
    ]
    for value, shown in (
        ("mine", ["Mine", "With Jun"]),
        ("theirs", ["Ruth's"]),
        (desk.ruth.id, ["Mine", "Ruth's"]),
        ("", ["Mine", "Ruth's", "With Jun"]),
    ):
        page.whose.set_value(value)
        page.whose.picked.emit(value)
        assert titles(page) == shown


def test_what_is_ticked_goes_to_the_done_ones_and_says_so(
    desk: ActionDesk, page: AllActionsPage
) -> None:
    action = desk.action("Name it")
    page.section.rows.setCurrentIndex(page.section.rows.actions_shown.index(0))
    QTest.keyClick(page.section.rows, KEY.Key_Space)
    assert titles(page) == []
    assert desk.said == [("Action done", True)]
    desk.vault.undo()
    assert titles(page) == ["Name it"]
    assert desk.kept(action).state is ActionState.OPEN


def test_an_action_is_added_without_a_session(desk: ActionDesk, page: AllActionsPage) -> None:
    QTest.keyClicks(page.line.field, "@Jun send the draft by Fri")
    QTest.keyClick(page.line.field, KEY.Key_Return)
    QTest.keyClicks(page.line.field, "Read it")
    QTest.keyClick(page.line.field, KEY.Key_Return)
    first, second = desk.actions()
    assert (first.title, first.mine, first.person, first.due) == (
        "send the draft",
        False,
        desk.jun.id,
        date(2026, 5, 22),
    )
    assert (second.mine, second.person, second.session) == (True, NO_ID, NO_ID)
    assert titles(page) == ["send the draft", "Read it"]


def test_without_any_it_says_what_waits_here(page: AllActionsPage) -> None:
    assert page._empty.isVisible()
    assert page.first_focus() is page.line.field


def test_one_arrives_at_an_action_whatever_became_of_it(
    desk: ActionDesk, page: AllActionsPage
) -> None:
    desk.action("Open")
    done = desk.action("Done")
    actions.settle_action(desk.vault, done.id, ActionState.DONE)
    page.arrive(Destination("actions", done.id, Kind.ACTION))
    assert page.states.view() == "done"
    assert page.section.rows.current_id() == done.id
    page.back.click()
    assert desk.sent == [Destination("sessions")]


def test_the_keys_of_sessions_do_not_return_here(
    window: Window, folder: Path, qtbot: QtBot
) -> None:
    """It is no tab: one visits it from there."""
    window.enter(approach(folder).unlock(PASSPHRASE))
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(window.isActiveWindow)
    workspace.go(Destination("people"))
    workspace.go(Destination("actions"))
    lit = [item.place.id for item in workspace._rail._items if item.isChecked()]
    assert lit == ["sessions"]
    workspace._on_rail("sessions")
    assert workspace.where().place == "people"
