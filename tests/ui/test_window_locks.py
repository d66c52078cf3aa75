"""Locking when something goes wrong: bugs, two vaults at once, dialogs, slow work."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.goals import CheckIn, Goal, Stretch
from app.domain.sessions import AgendaItem, Session
from app.operations import goals, sessions
from app.storage.errors import DiskFullError
from app.unlocking import approach
from tests.vaults import PASSPHRASE, new_keys, reopened
from ui.application import Greenroom
from ui.context import Destination
from ui.stretch.check_in_sheet import CheckInSheet
from ui.unlock.page import UnlockPage
from ui.unlock.unsaved import UnsavedCover
from ui.widgets.completion import CompletionPanel
from ui.widgets.dialog import Dialog
from ui.widgets.line_edit import LineEdit
from ui.widgets.popover import Popover
from ui.widgets.prose_editor import ProseEditor
from ui.window import Window
from ui.workspace import Workspace


def _enter(window: Window, folder: Path) -> Workspace:
    window.enter(approach(folder).unlock(PASSPHRASE))
    assert window.workspace is not None
    return window.workspace


def _shown(window: Window) -> object:
    return window._stack.currentWidget()


def _bug() -> NoReturn:
    raise ZeroDivisionError


def _full() -> NoReturn:
    raise DiskFullError


def test_a_bug_while_saving_covers_the_window_all_the_same(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    monkeypatch.setattr(workspace, "save", _bug)
    with pytest.raises(ZeroDivisionError):
        window.lock(idle=True)
    assert isinstance(_shown(window), UnsavedCover)
    window._cover.discarded.emit()
    assert window.vault is None
    reopened(folder).close()


def test_a_bug_while_saving_does_not_close_the_window(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    monkeypatch.setattr(workspace, "save", _bug)
    with pytest.raises(ZeroDivisionError):
        window.close()
    assert window.isVisible()
    assert window.vault is not None
    monkeypatch.undo()


def test_a_bug_while_opening_leaves_no_vault_open(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "go", lambda *_: _bug())
    with pytest.raises(ZeroDivisionError):
        _enter(window, folder)
    assert window.vault is None
    assert isinstance(_shown(window), UnlockPage)
    reopened(folder).close()


def test_of_two_vaults_opened_at_once_the_second_stays_shut(
    window: Window, folder: Path, tmp_path: Path
) -> None:
    workspace = _enter(window, folder)
    other = new_keys(tmp_path / "other.greenroom")
    window.enter(other)
    assert other.data_key.is_wiped
    assert window.workspace is workspace
    window.lock()
    reopened(folder).close()


def test_dialogs_are_hidden_with_the_rest_and_saved_when_tried_again(
    qtbot: QtBot, window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    dialog = Dialog("A goal", window, kind="sheet")
    dialog.add_text("What nobody should see")
    dialog.open()
    monkeypatch.setattr(workspace, "save", _full)
    assert not window.lock()
    assert not dialog.isVisible()
    assert not dialog._scrim.isVisible()
    seen = []
    monkeypatch.setattr(workspace, "save", lambda: seen.append(dialog.isVisible()))
    with qtbot.waitSignal(dialog.destroyed):
        assert window.lock()
    assert seen == [True]


def test_the_keys_that_lock_work_over_a_dialog_and_keep_its_draft(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("stretch", act="new"))
    (dialog,) = workspace.window().findChildren(Dialog)
    (title, *_) = dialog.findChildren(LineEdit)
    title.setText("Half a thought")
    QTest.keyClick(title, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.vault is None)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    again = reopened(folder)
    assert "Half a thought" in (again.read.draft("stretch.new") or "")
    again.close()


def test_the_keys_that_lock_work_over_a_popover(qtbot: QtBot, window: Window, folder: Path) -> None:
    workspace = _enter(window, folder)
    popover = Popover("Filter", workspace)
    field = LineEdit()
    popover.body.addWidget(field)
    popover.open_below()
    QTest.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.vault is None)
    qtbot.waitUntil(lambda: not shiboken6.isValid(popover))


def test_the_keys_that_lock_work_over_a_menu(qtbot: QtBot, window: Window, folder: Path) -> None:
    menu = QMenu(_enter(window, folder))
    menu.addAction("One")
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.keyClick(menu, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.vault is None)


def test_popovers_and_menus_close_when_the_window_is_covered(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    popover, menu = Popover("A time", workspace), QMenu(workspace)
    popover.open_below()
    menu.addAction("What nobody should see")
    menu.popup(workspace.pos())
    monkeypatch.setattr(workspace, "save", _full)
    assert not window.lock()
    assert not popover.isVisible()
    assert not menu.isVisible()
    monkeypatch.undo()


def test_words_after_a_lock_reach_the_new_room_alone(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    with qtbot.waitSignal(workspace.destroyed):
        window.lock()
    del workspace
    gc.collect()
    again = _enter(window, folder)
    window._desk.messages.fail(DiskFullError())
    assert again._banners.banner is not None


def test_undo_waits_until_what_was_typed_is_saved(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    assert window.vault is not None
    goals.add_goal(window.vault, Goal(title="g"))
    assert workspace.page is not None
    monkeypatch.setattr(workspace.page, "save", _full)
    workspace.undo()
    assert [goal.title for goal in window.vault.read.all(Goal)] == ["g"]
    assert workspace._banners.banner is not None
    monkeypatch.undo()
    workspace.undo()
    assert window.vault.read.all(Goal) == []


def test_one_page_that_cannot_save_does_not_keep_the_others_from_it(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _enter(window, folder)
    workspace.go(Destination("journal"))
    today, opened = workspace._pages.made
    saved: list[str] = []
    monkeypatch.setattr(today, "save", _full)
    monkeypatch.setattr(opened, "save", lambda: saved.append("journal"))
    with pytest.raises(DiskFullError):
        workspace.save()
    assert saved == ["journal"]
    monkeypatch.undo()


def test_a_vault_in_a_folder_whose_name_is_no_text_locks_by_itself(
    greenroom: Greenroom, tmp_path: Path
) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.greenroom"))
    try:
        new_keys(folder).wipe()
    except OSError:
        pytest.skip("this file system keeps no such names")
    _enter(greenroom.window, folder)
    assert greenroom._idle._timer.isActive()


def test_a_sample_asked_for_twice_is_one_vault(qtbot: QtBot, window: Window, home: Path) -> None:
    window.explore_sample()
    window.explore_sample()
    qtbot.waitUntil(lambda: window.vault is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window._desk.jobs.busy, timeout=20_000)
    assert window.vault is not None
    assert [path.name for path in (home / "tmp").iterdir()] == [window.vault.folder.parent.name]
    window.lock()
    assert list((home / "tmp").iterdir()) == []


def test_a_sample_still_being_made_is_gone_after_quitting(greenroom: Greenroom, home: Path) -> None:
    greenroom.window.explore_sample()
    assert greenroom.window.close()
    greenroom.close()
    assert list((home / "tmp").iterdir()) == []


def test_a_sample_that_has_no_place_is_said_at_the_arch(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    window.explore_sample()
    assert isinstance(_shown(window), UnlockPage)
    assert window._unlock._closed.isVisible()


def test_offers_at_the_caret_go_with_the_text(
    window: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stand over the whole window, and show titles of goals."""
    workspace = _enter(window, folder)
    assert window.vault is not None
    goals.add_goal(window.vault, Goal(title="Lead a workshop"))
    workspace.go(Destination("journal", act="new"))
    (prose,) = (p for p in workspace.findChildren(ProseEditor) if p.isVisible())
    prose.insertPlainText("[[")
    (panel,) = window.findChildren(CompletionPanel)
    assert panel.isVisible()
    monkeypatch.setattr(workspace, "save", _full)
    assert not window.lock()
    assert not panel.isVisible()
    monkeypatch.undo()
    assert window.lock()
    qtbot.waitUntil(lambda: not shiboken6.isValid(panel))


def test_a_lock_in_the_middle_of_a_weekly_check_in_keeps_it(
    window: Window, folder: Path, qtbot: QtBot
) -> None:
    workspace = _enter(window, folder)
    assert window.vault is not None
    first = goals.add_stretch(window.vault, Stretch(title="A"))
    second = goals.add_stretch(window.vault, Stretch(title="B"))
    workspace.go(Destination("stretch", act="review"))
    (sheet,) = window.findChildren(CheckInSheet)
    sheet.form.rating.set_value(4)
    sheet.submit()
    sheet.form.note.setPlainText("Half a")
    window.lock(idle=True)
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
    vault = reopened(folder)
    assert [note.confidence for note in vault.read.all(CheckIn, goal=first.id)] == [4]
    assert vault.read.all(CheckIn, goal=second.id) == []
    assert "Half a" in (vault.read.draft(f"check-in.{second.id}") or "")
    vault.close()


def test_a_lock_lets_the_clock_of_a_session_run_on_and_quitting_stops_it(
    window: Window, folder: Path
) -> None:
    workspace = _enter(window, folder)
    assert window.vault is not None
    made = sessions.plan_session(window.vault, Session(agenda=(AgendaItem("One", 15),)))
    sessions.start_session(window.vault, made.id)
    window.lock()
    vault = reopened(folder)
    assert vault.read.get(Session, made.id).ticking is not None
    vault.close()
    assert _enter(window, folder) is not workspace
    assert window.close()
    vault = reopened(folder)
    assert vault.read.get(Session, made.id).ticking is None
    assert vault.read.get(Session, made.id).under_way
    vault.close()


def test_a_clock_that_was_left_running_stands_still_when_the_app_is_started(
    window: Window, folder: Path
) -> None:
    vault = reopened(folder)
    made = sessions.plan_session(vault, Session(agenda=(AgendaItem("One", 15),)))
    sessions.start_session(vault, made.id)
    vault.close()
    _enter(window, folder)
    assert window.vault is not None
    assert window.vault.read.get(Session, made.id).ticking is None
