from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.cycles import Preference
from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import NO_ID
from app.operations import goals
from app.settings import load
from app.storage.errors import DiskFullError
from app.unlocking import approach
from tests.vaults import NOON, PASSPHRASE, new_keys
from ui.application import Greenroom
from ui.capture import CaptureSheet
from ui.context import Destination
from ui.journal.browser import Browser
from ui.journal.footer import EntryFooter
from ui.journal.page import JournalPage
from ui.theme import ThemeSource
from ui.today.page import TodayPage
from ui.unlock.page import UnlockPage
from ui.unlock.unsaved import UnsavedCover
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.ring import Ringed
from ui.window import Window
from ui.workspace import Workspace


def _enter(window: Window, folder: Path) -> Workspace:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    return window.workspace


def _shown(window: Window) -> object:
    return window._stack.currentWidget()


def test_it_begins_at_the_arch_of_the_vault_opened_last(window: Window) -> None:
    assert isinstance(_shown(window), UnlockPage)
    assert window.workspace is None


def test_the_first_run_begins_in_the_name_of_the_vault(qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running = Greenroom(application, FixedClock(NOON), tmp_path / "none")
    qtbot.addWidget(running.window)
    running.open()
    focus = running.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Name"
    running.close()


def test_unlocking_shows_today_and_locking_frees_everything(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    assert isinstance(workspace.page, TodayPage)
    with qtbot.waitSignal(workspace.destroyed):
        assert window.lock()
    assert window.vault is None
    assert isinstance(_shown(window), UnlockPage)
    new = approach(folder).unlock(PASSPHRASE)
    new.wipe()


def test_unlocking_returns_to_where_one_was(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    assert window.vault is not None
    entry = window.vault.read.all(Entry)[0]
    workspace.go(Destination("journal", id=entry.id))
    window.lock()
    again = _enter(window, folder)
    assert isinstance(again.page, JournalPage)
    assert again.where().id == entry.id


def test_unlocking_returns_to_the_place_one_was_writing_at(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal", act="new"))
    (prose,) = workspace.findChildren(ProseEditor)
    window.activateWindow()
    prose.setFocus()
    QTest.keyClicks(prose, "Nobody asked.")
    prose.setTextCursor(prose.find_span(6, 6))
    # The pointer goes to the rail; what had the focus in the page is where one was.
    workspace._rail.item("journal").setFocus()
    window.lock()
    (again,) = _enter(window, folder).findChildren(ProseEditor)
    assert window.focusWidget() is again
    assert (again.written(), again.selected_span()) == ("Nobody asked.", (6, 6))


def test_a_toast_leaves_the_foot_of_an_entry_in_sight(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    workspace._say("Entry moved to trash", undo=True)
    footer = workspace.findChildren(EntryFooter)[0]
    assert workspace._toast.geometry().bottom() < footer.mapTo(workspace, QPoint()).y()
    workspace.go(Destination("today"))
    assert workspace._toast.geometry().bottom() == workspace.height() - 24 - 1


def test_another_vault_begins_at_today(window: Window, folder: Path, tmp_path: Path) -> None:
    _enter(window, folder).go(Destination("journal"))
    window.lock()
    other = tmp_path / "other.greenroom"
    new_keys(other).wipe()
    assert isinstance(_enter(window, other).page, TodayPage)


def test_what_cannot_be_saved_covers_the_window_and_keeps_it(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)

    def full() -> None:
        raise DiskFullError

    monkeypatch.setattr(workspace, "save", full)
    assert not window.lock()
    assert isinstance(_shown(window), UnsavedCover)
    assert window.vault is not None
    monkeypatch.undo()
    assert window.lock()
    assert isinstance(_shown(window), UnlockPage)


def test_closing_locks_first_and_stays_where_saving_failed(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)

    def full() -> None:
        raise DiskFullError

    monkeypatch.setattr(workspace, "save", full)
    assert not window.close()
    monkeypatch.undo()
    assert window.close()
    assert window.vault is None


def test_undo_takes_the_last_change_back_and_says_so(window: Window, folder: Path) -> None:
    _enter(window, folder)
    assert window.vault is not None
    goals.add_goal(window.vault, Goal(title="g"))
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.vault.read.all(Goal) == []
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [goal.title for goal in window.vault.read.all(Goal)] == ["g"]


def test_undo_takes_typing_back_before_the_last_change(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    (prose,) = workspace.findChildren(ProseEditor)
    window.activateWindow()
    prose.setFocus()
    before = prose.text()
    QTest.keyClicks(prose, "One line.")
    # As from a keyboard: keys come to the system's window, and not to the field at once.
    _press(window, Qt.Key.Key_Z)
    assert prose.text() == before
    assert not workspace._toast.isVisible()
    _press(window, Qt.Key.Key_Y)
    assert prose.text() == f"One line.{before}"


def test_redo_does_typing_again_before_the_last_change(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    (prose,) = workspace.findChildren(ProseEditor)
    window.activateWindow()
    prose.setFocus()
    QTest.keyClicks(prose, "One line.")
    written = prose.text()
    prose.undo()
    # What the window does where the field leaves the keys to it, as it does Ctrl+Y on X11.
    workspace.redo()
    assert prose.text() == written
    assert not workspace._toast.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends the menu for these keys")
def test_shift_f10_opens_the_menu_of_what_has_the_focus(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    window.activateWindow()
    (browser,) = workspace.findChildren(Browser)
    browser.rows.setFocus()
    asked: list[QPoint] = []
    browser.rows.customContextMenuRequested.disconnect()
    browser.rows.customContextMenuRequested.connect(asked.append)
    QTest.keyClick(browser.rows, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert browser.rows.indexAt(asked[0]) == browser.rows.currentIndex()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends the menu for these keys")
def test_shift_f10_opens_one_menu_in_a_dialog(qtbot: QtBot, window: Window, folder: Path) -> None:
    sheet = _capturing(qtbot, window, folder)
    QTest.keyClicks(sheet.prose, "A word")
    _press(sheet, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menus = [menu for menu in sheet.prose.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].close()


def test_ctrl_y_does_typing_again_in_a_dialog(qtbot: QtBot, window: Window, folder: Path) -> None:
    sheet = _capturing(qtbot, window, folder)
    QTest.keyClicks(sheet.prose, "A word")
    sheet.prose.undo()
    assert sheet.prose.text() == ""
    _press(sheet, Qt.Key.Key_Y)
    assert sheet.prose.text() == "A word"


def _capturing(qtbot: QtBot, window: Window, folder: Path) -> CaptureSheet:
    _enter(window, folder).capture()
    (sheet,) = window.findChildren(CaptureSheet)
    sheet.activateWindow()
    sheet.prose.setFocus()
    qtbot.waitUntil(sheet.prose.hasFocus)
    return sheet


def _press(
    window: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)


def test_numbers_lead_to_the_places_and_back_returns(window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(workspace.page, JournalPage)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(workspace.page, TodayPage)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert isinstance(workspace.page, JournalPage)


def test_text_size_is_changed_by_keys_and_kept(window: Window, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert load(tmp_path / "settings").scale == 1.1
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert load(tmp_path / "settings").scale == 1.0


def test_idle_time_locks_and_says_how_long(greenroom: Greenroom, folder: Path) -> None:
    window = greenroom.window
    _enter(window, folder)
    greenroom._idle.idle.emit()
    assert window.vault is None
    assert isinstance(_shown(window), UnlockPage)


def test_the_sample_vault_is_gone_after_leaving_it(qtbot: QtBot, window: Window) -> None:
    window.explore_sample()
    qtbot.waitUntil(lambda: window.vault is not None, timeout=20_000)
    assert window.vault is not None
    home = window.vault.folder.parent
    assert window.vault.read.find(Preference, NO_ID) is None
    assert len(window.vault.read.all(Entry)) > 50
    window.lock()
    assert not home.exists()


def test_a_vault_that_does_not_open_is_said_at_the_arch(window: Window, folder: Path) -> None:
    keys = approach(folder).unlock(PASSPHRASE)
    database = folder / "vault.db"
    database.write_bytes(database.read_bytes()[:5000])
    window.enter(keys)
    assert window.vault is None
    assert isinstance(_shown(window), UnlockPage)
    assert keys.data_key.is_wiped


def test_the_look_follows_the_settings(greenroom: Greenroom) -> None:
    desk = greenroom.desk
    schemes = []
    for scheme in ("dark", "light"):
        desk.choose(replace(desk.settings, scheme=scheme))
        schemes.append(desk.themes.theme.scheme)
    assert schemes == ["dark", "light"]


def test_ctrl_n_in_the_journal_begins_an_entry_in_place(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    assert isinstance(workspace.page, JournalPage)
    QTest.keyClick(workspace.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), ProseEditor))
    assert workspace.where().id == NO_ID
    assert window.findChildren(CaptureSheet) == []


def test_the_first_widget_of_a_page_is_framed_for_the_keyboard_alone(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    workspace.go(Destination("settings"))
    QTest.mouseClick(workspace._rail.item("plan"), Qt.MouseButton.LeftButton)
    workspace.go(Destination("today"))
    today = workspace.page
    assert today is not None
    button = today.first_focus()
    assert isinstance(button, Ringed)
    assert button._ring is None
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert button._ring is not None


def test_going_back_returns_to_what_had_the_focus(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    qtbot.waitUntil(window.isActiveWindow)
    workspace.go(Destination("growth"))
    page = workspace.page
    assert page is not None
    first = window.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = window.focusWidget()
    assert second is not first
    workspace.go(Destination("plan"))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (workspace.page, window.focusWidget()) == (page, second)
    workspace.go(Destination("plan"))
    workspace.go(Destination("growth"))
    assert window.focusWidget() is first


def test_what_a_key_opens_is_framed_and_what_a_click_opens_is_not(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    assert window.vault is not None
    goal = goals.add_goal(window.vault, Goal(title="g"))
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Home)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    back = window.focusWidget()
    assert workspace.where().id == goal.id
    assert isinstance(back, Ringed)
    assert back._ring is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    workspace.go(Destination("plan", id=goal.id))
    assert back._ring is None


def test_an_entry_in_large_text_has_the_focus_though_its_list_is_hidden(
    qtbot: QtBot, look: ThemeSource, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    look.choose_scale(2.0)
    workspace.go(Destination("journal"))
    qtbot.wait(20)
    workspace.go(Destination("today"))
    assert window.vault is not None
    workspace.go(Destination("journal", id=window.vault.read.all(Entry)[0].id))
    editor = window.focusWidget()
    assert isinstance(editor, ProseEditor)
    assert editor.isVisible()
