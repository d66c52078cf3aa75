"""Focus mode: the text alone, and everything back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.unlocking import approach
from tests.vaults import PASSPHRASE
from ui.context import Destination
from ui.journal.browser import Browser
from ui.journal.editor import EntryEditor
from ui.journal.keys import FOCUS_KEYS
from ui.journal.panel import SidePanel
from ui.widgets.rail import Rail

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.window import Window
    from ui.workspace import Workspace

pytestmark = [pytest.mark.qt]
KEY = Qt.Key


@pytest.fixture
def workspace(window: Window, folder: Path, qtbot: QtBot) -> Workspace:
    """The journal with an entry that is open to write in."""
    window.resize(1280, 800)
    window.enter(approach(folder).unlock(PASSPHRASE))
    workspace = window.workspace
    assert workspace is not None
    window.activateWindow()
    workspace.go(Destination("journal"))
    editor(workspace).focus_text()
    qtbot.waitUntil(editor(workspace).sheet.prose.hasFocus)
    return workspace


def editor(workspace: Workspace) -> EntryEditor:
    return workspace.findChildren(EntryEditor)[0]


def around(workspace: Workspace) -> list[QWidget]:
    """What focus mode hides."""
    parts: list[QWidget] = [
        workspace.findChildren(Rail)[0],
        workspace.findChildren(Browser)[0],
        editor(workspace).footer,
    ]
    return parts


def press(workspace: Workspace, key: Qt.Key = KEY.Key_F11) -> None:
    focus = workspace.window().focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def is_centred(workspace: Workspace) -> bool:
    viewport = editor(workspace).sheet.prose.viewport()
    left = viewport.mapTo(workspace, viewport.rect().topLeft()).x()
    return abs(left - (workspace.width() - left - viewport.width())) <= 12


def geometry(workspace: Workspace) -> list[QRect]:
    parts = [*around(workspace), editor(workspace).sheet.prose.viewport()]
    return [part.geometry() for part in parts]


def test_f11_leaves_the_text_alone_in_the_middle_and_brings_all_back(
    workspace: Workspace, qtbot: QtBot
) -> None:
    before = geometry(workspace)

    press(workspace)
    assert not any(part.isVisible() for part in around(workspace))
    qtbot.waitUntil(lambda: is_centred(workspace))

    press(workspace)
    assert all(part.isVisible() for part in around(workspace))
    qtbot.waitUntil(lambda: geometry(workspace) == before)


def test_esc_leaves_and_where_the_bar_is_open_closes_that_first(workspace: Workspace) -> None:
    press(workspace)
    bar = editor(workspace).finding.bar
    QTest.keyClick(editor(workspace).sheet.prose, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)

    press(workspace, KEY.Key_Escape)
    assert not bar.isVisible()
    assert not editor(workspace).footer.isVisible()
    press(workspace, KEY.Key_Escape)
    assert editor(workspace).footer.isVisible()


def test_a_button_leads_back(workspace: Workspace) -> None:
    leave = editor(workspace).header.leave
    assert not leave.isVisible()

    press(workspace)
    assert leave.isVisible()
    leave.click()

    assert all(part.isVisible() for part in around(workspace))
    assert not leave.isVisible()


def test_the_panel_is_hidden_and_comes_back(workspace: Workspace) -> None:
    editor(workspace).header.panel.click()
    panel = workspace.findChildren(SidePanel)[0]
    assert panel.isVisible()

    press(workspace)
    assert not panel.isVisible()
    press(workspace)
    assert panel.isVisible()


def test_the_focus_goes_to_the_text_and_back_to_the_list(workspace: Workspace) -> None:
    browser = workspace.findChildren(Browser)[0]
    browser.rows.setFocus()

    press(workspace)
    assert editor(workspace).sheet.prose.hasFocus()
    press(workspace)
    assert browser.rows.hasFocus()


def test_another_place_is_never_without_the_rail(workspace: Workspace) -> None:
    press(workspace)

    workspace.go(Destination("plan"))

    assert workspace.findChildren(Rail)[0].isVisible()


def test_a_smaller_window_keeps_the_text_alone(workspace: Workspace, window: Window) -> None:
    press(workspace)

    window.resize(960, 640)
    assert not any(part.isVisible() for part in around(workspace))

    window.resize(1280, 800)
    press(workspace)
    assert all(part.isVisible() for part in around(workspace))


def test_the_keys_are_those_of_the_system() -> None:
    assert FOCUS_KEYS in {"F11", "Meta+Ctrl+F"}
