"""Quick capture: one key from anywhere, and nothing that is written there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal
from app.operations import goals, journal
from app.unlocking import approach
from app.vault import Vault
from tests.ui.journal_desk import full_disk
from tests.vaults import PASSPHRASE, reopened
from ui.capture import CaptureSheet
from ui.context import Destination
from ui.entry import writing
from ui.journal.page import JournalPage
from ui.unlock.unsaved import UnsavedCover
from ui.widgets.button import Button
from ui.widgets.toast import Toast
from ui.window import Window
from ui.workspace import Workspace

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def focused(window: Window) -> QWidget:
    """What has the focus, also where no window system gives it back when a panel closes."""
    if QApplication.activeWindow() is None:
        sheets = (s for s in window.findChildren(CaptureSheet) if s.isVisible())
        next(sheets, window).activateWindow()
        QTest.qWait(10)
    return QApplication.focusWidget() or window


class Typist:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.strokes = 0
        self._qtbot = qtbot

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key once."""
        self.strokes += 1
        QTest.keyClick(self._focus(), key, modifiers)
        self._qtbot.wait(10)

    def write(self, words: str) -> None:
        """Type words."""
        self.strokes += len(words)
        QTest.keyClicks(self._focus(), words)

    def _focus(self) -> QWidget:
        return focused(self.window)


@pytest.fixture
def workspace(window: Window, folder: Path) -> Workspace:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def vault(window: Window, workspace: Workspace) -> Vault:
    assert workspace is window.workspace
    assert window.vault is not None
    return window.vault


@pytest.fixture
def typist(window: Window, workspace: Workspace, qtbot: QtBot) -> Typist:
    assert workspace is window.workspace
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return Typist(window, qtbot)


def sheet(window: Window) -> CaptureSheet:
    found = [s for s in window.findChildren(CaptureSheet) if s.isVisible()]
    assert len(found) == 1
    return found[0]


def captured(vault: Vault) -> Entry:
    known = {"First", "Second"}
    (entry,) = (e for e in vault.read.all(Entry) if e.title not in known)
    return entry


def test_a_thought_is_kept_tagged_and_linked_by_keys_alone(
    typist: Typist, workspace: Workspace, vault: Vault, window: Window
) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak early"))
    other = goals.add_goal(vault, Goal(title="Delegate the release"))
    journal.link(vault, vault.read.all(Entry)[0].id, goal.kind, goal.id)
    before = QApplication.focusWidget()
    typist.press(KEY.Key_N, CTRL)
    typist.write("I said the number first.")
    typist.press(KEY.Key_Tab)
    typist.write("speaking")
    typist.press(KEY.Key_L, CTRL | SHIFT)
    typist.press(KEY.Key_Return)
    typist.press(KEY.Key_B, CTRL | SHIFT)
    typist.press(KEY.Key_Return, CTRL)
    entry = captured(vault)
    assert (entry.title, entry.body) == ("", "I said the number first.")
    assert (entry.tags, entry.bring) == (("speaking",), True)
    links = vault.read.all(Evidence, entry=entry.id)
    assert [link.target for link in links] == [goal.id]
    assert other.id not in {link.target for link in links}
    assert typist.strokes == len("I said the number first.") + len("speaking") + 6
    assert focused(window) is before
    assert workspace.page is not None
    assert workspace.page.place == "today"


def test_it_opens_over_every_page_and_the_focus_goes_back(
    typist: Typist, workspace: Workspace, window: Window
) -> None:
    for place in ("today", "plan", "stretch", "share", "settings"):
        workspace.go(Destination(place))
        typist.press(KEY.Key_Tab)
        before = focused(window)
        typist.press(KEY.Key_N, CTRL)
        assert sheet(window).prose.hasFocus()
        typist.press(KEY.Key_Escape)
        assert focused(window) is before


def test_esc_keeps_it_and_an_empty_one_vanishes(
    typist: Typist, vault: Vault, workspace: Workspace
) -> None:
    toast = workspace.findChild(Toast)
    assert isinstance(toast, Toast)
    typist.press(KEY.Key_N, CTRL)
    typist.press(KEY.Key_Escape)
    assert len(vault.read.all(Entry)) == 2
    assert not toast.isVisible()
    typist.press(KEY.Key_N, CTRL)
    typist.write("Kept")
    typist.press(KEY.Key_Escape)
    assert captured(vault).body == "Kept"
    assert toast.accessibleName() == "Kept in the journal"


def test_what_was_emptied_again_vanishes_too(
    typist: Typist, vault: Vault, window: Window, qtbot: QtBot
) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("No")
    qtbot.waitUntil(lambda: len(vault.read.all(Entry)) == 3, timeout=writing.LONGEST_MS + 1000)
    assert sheet(window).isVisible()
    typist.press(KEY.Key_Backspace)
    typist.press(KEY.Key_Backspace)
    typist.press(KEY.Key_Escape)
    assert len(vault.read.all(Entry)) == 2


def test_marks_alone_are_no_entry(typist: Typist, vault: Vault) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.press(KEY.Key_B, CTRL | SHIFT)
    typist.press(KEY.Key_Escape)
    assert len(vault.read.all(Entry)) == 2


def test_it_is_an_entry_within_two_seconds_while_the_sheet_is_open(
    typist: Typist, vault: Vault, window: Window, qtbot: QtBot
) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("Not lost in a crash")
    qtbot.waitUntil(lambda: len(vault.read.all(Entry)) == 3, timeout=writing.LONGEST_MS + 1000)
    assert captured(vault).body == "Not lost in a crash"
    assert "Saved 12:00" in sheet(window)._note.text()


@pytest.mark.parametrize("idle", [False, True])
def test_locking_keeps_what_was_typed_and_frees_the_sheet(
    typist: Typist, window: Window, folder: Path, qtbot: QtBot, *, idle: bool
) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("Just before")
    open_sheet = sheet(window)
    assert window.lock(idle=idle)
    qtbot.waitUntil(lambda: not shiboken6.isValid(open_sheet))
    vault = reopened(folder)
    assert captured(vault).body == "Just before"
    vault.close()


def test_closing_the_window_keeps_what_was_typed(
    typist: Typist, window: Window, folder: Path
) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("Just before")
    assert window.close()
    vault = reopened(folder)
    assert captured(vault).body == "Just before"
    vault.close()


def test_what_cannot_be_saved_stays_open_and_says_why(
    typist: Typist, vault: Vault, window: Window
) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("Precious")
    with full_disk(vault):
        typist.press(KEY.Key_Escape)
        assert "disk is full" in sheet(window)._note.text()
        assert not window.lock()
        assert isinstance(window._stack.currentWidget(), UnsavedCover)
    typist.press(KEY.Key_Escape)
    assert window.lock()


def test_the_toast_leads_to_the_entry(typist: Typist, vault: Vault, workspace: Workspace) -> None:
    typist.press(KEY.Key_N, CTRL)
    typist.write("Where is it")
    typist.press(KEY.Key_Return, CTRL)
    typist.press(KEY.Key_F6)
    focus = focused(typist.window)
    assert isinstance(focus, Button)
    assert focus.text() == "Open"
    typist.press(KEY.Key_Space)
    assert isinstance(workspace.page, JournalPage)
    assert workspace.where().id == captured(vault).id


def test_a_blank_one_cannot_be_linked_and_says_so(typist: Typist, window: Window) -> None:
    typist.press(KEY.Key_N, CTRL)
    link = sheet(window)._link
    assert (link.isEnabled(), link.toolTip()) == (False, "Write something first.")
    typist.write("x")
    assert link.isEnabled()
    typist.press(KEY.Key_Escape)


def test_two_brackets_link_while_writing_and_esc_closes_only_the_offers(
    typist: Typist, vault: Vault, window: Window
) -> None:
    goals.add_goal(vault, Goal(title="Speak early"))
    typist.press(KEY.Key_N, CTRL)
    typist.write("I did [[spea")
    typist.press(KEY.Key_Return)
    assert [chip.text() for chip in sheet(window)._evidence.chips] == ["Speak early"]
    typist.write(" and [[spea")
    typist.press(KEY.Key_Escape)
    assert sheet(window).isVisible()
    typist.press(KEY.Key_Escape)
    assert captured(vault).body == "I did Speak early and [[spea"


def test_a_link_is_taken_away_in_the_sheet(typist: Typist, vault: Vault, window: Window) -> None:
    goals.add_goal(vault, Goal(title="Speak early"))
    typist.press(KEY.Key_N, CTRL)
    typist.write("x")
    typist.press(KEY.Key_L, CTRL | SHIFT)
    typist.press(KEY.Key_Return)
    (chip,) = sheet(window)._evidence.chips
    chip.setFocus()
    typist.press(KEY.Key_Delete)
    assert vault.read.all(Evidence) == []
    typist.press(KEY.Key_Escape)


def test_tags_in_use_are_offered(typist: Typist, vault: Vault, window: Window) -> None:
    first = vault.read.all(Entry)[0]
    journal.write(vault, first.id, journal.EntryDraft(title="First", tags=("delegation",)))
    typist.press(KEY.Key_N, CTRL)
    typist.write("x")
    typist.press(KEY.Key_Tab)
    assert sheet(window).tags._known.stringList() == ["delegation"]
    typist.press(KEY.Key_Escape)


def test_the_rail_opens_it_too(workspace: Workspace, window: Window) -> None:
    item = workspace._rail._capture
    assert item is not None
    assert (item.place.words, item.place.hint) == ("Quick capture", "Ctrl N")
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert sheet(window).isVisible()
