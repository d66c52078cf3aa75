"""A session held and thought about by keys alone, with what happens to it on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from app.domain.cycles import Person
from app.domain.sessions import Action, ActionState, Session, SessionState
from app.operations import people, sessions
from app.queries.debriefs import debrief_of
from app.unlocking import approach
from tests.ui.action_desk import AGENDA
from tests.vaults import NOON, PASSPHRASE
from ui.sessions.page import SessionsPage
from ui.sessions.part import DEBRIEF, MEET
from ui.widgets.bulbs import Bulbs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.window import Window

pytestmark = pytest.mark.qt
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
MINUTE = 60_000


@pytest.fixture
def page(qtbot: QtBot, window: Window, folder: Path) -> SessionsPage:
    """The page of sessions in the window, with one that is planned for now."""
    window.enter(approach(folder).unlock(PASSPHRASE))
    qtbot.waitUntil(window.isActiveWindow)
    vault = vault_of(window)
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi"))
    planned = Session(person=ruth.id, agenda=AGENDA, template="touchpoint-30").dated(NOON)
    sessions.plan_session(vault, planned)
    press(KEY.Key_5, CTRL)
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, SessionsPage)
    return found


def vault_of(window: Window) -> Vault:
    assert window.vault is not None
    return window.vault


def at() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(at(), key, modifiers)


def tab_to(widget: QWidget) -> None:
    """Go on by Tab until the keyboard is there; it is so in a few steps."""
    for _ in range(30):
        if at() is widget:
            return
        press(KEY.Key_Tab)
    raise AssertionError(at())


def test_a_session_is_held_by_keys_alone(page: SessionsPage, window: Window) -> None:
    vault = vault_of(window)
    assert at() is page.rows
    press(KEY.Key_Return, CTRL)  # Start session
    assert page.frame.header.parts.view() == MEET
    meet = page.frame.part
    assert at() is meet.notes.prose  # type: ignore[attr-defined] # it is the part of a meeting
    QTest.keyClicks(at(), "Say the fact")
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(9 * MINUTE)
    press(KEY.Key_T, CTRL)
    tab_to(meet.line.field)  # type: ignore[attr-defined] # as above
    QTest.keyClicks(at(), "@Ruth introduce me to the design lead by Fri")
    press(KEY.Key_Return)
    QTest.keyClicks(at(), "Name it")
    press(KEY.Key_Return)
    tab_to(meet.actions_list.rows)  # type: ignore[attr-defined] # as above
    press(KEY.Key_Down)
    press(KEY.Key_Space)
    press(KEY.Key_Return, CTRL)  # End session
    (session,) = vault.read.all(Session)
    assert (session.state, session.notes) == (SessionState.HELD, "Say the fact")
    assert [item.spent for item in session.agenda] == [9 * 60, 0, 0]
    found = [(each.title, each.mine, each.due, each.state) for each in vault.read.all(Action)]
    assert found == [
        ("introduce me to the design lead", False, date(2026, 5, 22), ActionState.OPEN),
        ("Name it", True, None, ActionState.DONE),
    ]


def test_it_is_thought_about_by_keys_alone(page: SessionsPage, window: Window) -> None:
    vault = vault_of(window)
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Return, CTRL)
    assert page.frame.header.parts.view() == DEBRIEF
    assert isinstance(at(), Bulbs)
    for level in (KEY.Key_4, KEY.Key_2, KEY.Key_5):
        press(level)
        press(KEY.Key_Tab)
    debrief = page.frame.part
    tab_to(debrief.answers.prose)  # type: ignore[attr-defined] # it is the part of a debrief
    QTest.keyClicks(at(), "- I held back")
    press(KEY.Key_Tab)
    QTest.keyClicks(at(), "Say it by tomorrow")
    press(KEY.Key_Tab)
    press(KEY.Key_Space)
    (session,) = vault.read.all(Session)
    kept = debrief_of(vault.read, session.id)
    assert [score.level for score in kept.scores] == [4, 2, 5]
    assert (kept.answers, kept.next_step) == ("- I held back", "Say it by tomorrow")
    (action,) = vault.read.all(Action)
    assert (action.title, action.due) == ("Say it", date(2026, 5, 21))


def test_after_a_lock_the_session_goes_on_where_it_was(page: SessionsPage, window: Window) -> None:
    press(KEY.Key_Return, CTRL)
    QTest.keyClicks(at(), "Half a note")
    meet = page.frame.part
    meet.line.field.setText("half an action")  # type: ignore[attr-defined] # as above
    folder = vault_of(window).folder
    clock = vault_of(window).clock
    assert isinstance(clock, FixedClock)
    assert window.lock()
    clock.advance(5 * MINUTE)
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    again = window.workspace.page
    assert isinstance(again, SessionsPage)
    assert again.frame.header.parts.view() == MEET
    part = again.frame.part
    assert part.notes.prose.text() == "Half a note"  # type: ignore[attr-defined] # as above
    assert part.line.field.text() == "half an action"  # type: ignore[attr-defined] # as above
    assert part.remark() == "5 minutes in."
