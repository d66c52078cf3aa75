"""The tabs of Sessions: places of their own under one item of the rail."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.unlocking import approach
from tests.vaults import PASSPHRASE
from ui.context import Destination
from ui.feedback.page import FeedbackPage
from ui.people.page import PeoplePage
from ui.session_tabs import TabbedPane
from ui.sessions.page import SessionsPage
from ui.theme import ThemeSource
from ui.window import Window
from ui.workspace import Workspace

pytestmark = pytest.mark.qt

PLACES = ("sessions", "feedback", "people")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(qtbot: QtBot, window: Window, folder: Path) -> Workspace:
    """The window of an open vault."""
    window.enter(approach(folder).unlock(PASSPHRASE))
    qtbot.waitUntil(window.isActiveWindow)
    assert window.workspace is not None
    return window.workspace


def lit(workspace: Workspace) -> list[str]:
    """What the rail marks."""
    return [item.place.id for item in workspace._rail._items if item.isChecked()]


def pane(workspace: Workspace) -> TabbedPane:
    """The pane with the tabs that is shown."""
    page = workspace.page
    assert isinstance(page, SessionsPage | FeedbackPage | PeoplePage)
    return page.pane


def shown(workspace: Workspace) -> str:
    """The place that is shown."""
    return workspace.where().place


def focus(workspace: Workspace) -> QWidget:
    """What has the focus."""
    found = workspace.window().focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("place", PLACES)
def test_the_rail_lights_sessions_for_each_of_them(workspace: Workspace, place: str) -> None:
    workspace.go(Destination(place))
    assert lit(workspace) == ["sessions"]
    assert pane(workspace).tabs.view() == place
    assert pane(workspace).title.text() == "Sessions"


def test_the_tabs_stand_at_the_same_place(workspace: Workspace) -> None:
    corners = []
    for place in PLACES:
        workspace.go(Destination(place))
        corners.append(pane(workspace).tabs.mapTo(workspace, QPoint()))
    assert len(set(map(QPoint.toTuple, corners))) == 1


def test_arrows_go_from_tab_to_tab_and_stay_on_them(workspace: Workspace) -> None:
    workspace.go(Destination("sessions"))
    pane(workspace).focus_tabs()
    for key, place in (
        (KEY.Key_Right, "feedback"),
        (KEY.Key_Right, "people"),
        (KEY.Key_Left, "feedback"),
        (KEY.Key_Left, "sessions"),
    ):
        QTest.keyClick(focus(workspace), key)
        assert shown(workspace) == place
        assert focus(workspace) is pane(workspace).tabs
    assert pane(workspace).tabs.view() == "sessions"


def test_a_click_goes_to_a_tab_and_what_it_shows(workspace: Workspace) -> None:
    workspace.go(Destination("sessions"))
    tabs = pane(workspace).tabs
    place = QPoint(tabs.width() - 20, tabs.height() // 2)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    page = workspace.page
    assert isinstance(page, PeoplePage)
    assert focus(workspace) is page.first_focus()


def test_the_rail_and_its_keys_return_to_the_tab_used_last(workspace: Workspace) -> None:
    window = workspace.window()
    QTest.keyClick(window, KEY.Key_5, CTRL)
    assert shown(workspace) == "sessions"
    workspace.go(Destination("people"))
    workspace.go(Destination("today"))
    QTest.keyClick(window, KEY.Key_5, CTRL)
    assert shown(workspace) == "people"
    workspace.go(Destination("today"))
    QTest.mouseClick(workspace._rail.item("sessions"), Qt.MouseButton.LeftButton)
    assert shown(workspace) == "people"


def test_a_command_goes_to_the_very_tab_it_names(workspace: Workspace) -> None:
    known = {command.id: command for command in workspace.commands}
    assert (known["sessions"].keys, known["people"].keys) == (("Ctrl+5",), ())
    for name in PLACES[::-1]:
        known[name].act()
        assert shown(workspace) == name


def test_unlocking_returns_to_the_tab(workspace: Workspace, window: Window, folder: Path) -> None:
    workspace.go(Destination("people"))
    assert window.lock()
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    assert shown(window.workspace) == "people"
    assert lit(window.workspace) == ["sessions"]


def test_a_tab_is_named_and_said_to_be_chosen(workspace: Workspace) -> None:
    workspace.go(Destination("people"))
    tabs = QAccessible.queryAccessibleInterface(pane(workspace).tabs)
    assert tabs.role() == QAccessible.Role.PageTabList
    names = [tabs.child(at).text(QAccessible.Text.Name) for at in range(3)]
    assert names == ["Sessions", "Feedback", "People"]
    assert [bool(tabs.child(at).state().selected) for at in range(3)] == [False, False, True]


def test_in_a_narrow_window_the_tabs_stand_above_what_to_begin_with(
    workspace: Workspace, window: Window, look: ThemeSource
) -> None:
    window.resize(960, 640)
    look.choose_scale(1.3)
    workspace.go(Destination("people"))
    page = workspace.page
    assert isinstance(page, PeoplePage)
    assert page.pane.tabs.isVisible()
    assert page.begin.isVisible()
    below = page.begin.mapTo(page, QPoint()).y()
    assert below > page.pane.mapTo(page, QPoint(0, page.pane.height())).y()
    assert page.pane.width() == page.width()
