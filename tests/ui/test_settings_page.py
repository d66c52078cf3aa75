"""The settings: every change acts at once, and nothing deleted is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.content.library import Library
from app.domain.entries import Entry
from app.domain.goals import Goal, Stretch
from app.domain.packs import OWNER_NAME, Pack
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from app.security.errors import WrongPassphraseError
from app.unlocking import approach
from app.vault import Vault
from tests.ui.settings_desk import shown_settings
from tests.vaults import NOON, PASSPHRASE
from ui.context import Context, Destination
from ui.desk import Desk
from ui.settings.change_passphrase import ChangePassphrase
from ui.settings.page import SettingsPage
from ui.settings.trash import TrashSection
from ui.theme import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.line_edit import LineEdit
from ui.widgets.segmented import Segmented

pytestmark = pytest.mark.qt
NEW = "velvet harbour mitten glacier"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, context: Context) -> SettingsPage:
    return shown_settings(qtbot, context, desk)


def section(page: SettingsPage, name: str) -> QWidget:
    page.arrive(Destination("settings", act=name))
    return page._sections[name]


def button(inside: QWidget, words: str) -> QPushButton:
    return next(b for b in inside.findChildren(QPushButton) if b.text() == words)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_destination_names_the_section(page: SettingsPage) -> None:
    assert page.where() == Destination("settings", act="appearance")
    page.arrive(Destination("settings", act="trash"))
    assert page._stack.currentWidget() is page._sections["trash"]
    assert page.where() == Destination("settings", act="trash")
    page.arrive(Destination("settings"))
    assert page.where() == Destination("settings", act="trash")


def test_the_list_shows_the_section_that_is_pressed(page: SettingsPage) -> None:
    for name, item in page._items.items():
        click(item)
        assert page._stack.currentWidget() is page._sections[name]
        assert [n for n, i in page._items.items() if i.isChecked()] == [name]


def test_the_theme_changes_at_once_and_is_kept(page: SettingsPage, desk: Desk) -> None:
    scheme = section(page, "appearance").findChild(Segmented)
    assert scheme is not None
    assert scheme.view() == "system"
    scheme.setCurrentIndex(2)
    assert desk.settings.scheme == "dark"
    assert desk.themes.theme.scheme == "dark"
    scheme.setCurrentIndex(0)
    assert desk.settings.scheme == ""


def test_the_text_size_follows_the_choice_and_the_keys(page: SettingsPage, desk: Desk) -> None:
    size = section(page, "appearance").findChild(Choice)
    assert size is not None
    size.setFocus()
    QTest.keyClick(size, Qt.Key.Key_Down)
    size.activated.emit(size.currentIndex())
    assert desk.settings.scale == 1.1
    assert desk.themes.theme.scale == 1.1
    desk.choose(replace(desk.settings, scale=1.5))
    assert size.value() == 1.5


def test_the_lock_takes_another_time(page: SettingsPage, desk: Desk) -> None:
    minutes = section(page, "privacy").findChild(Choice)
    assert minutes is not None
    assert minutes.currentText() == "10 minutes"
    minutes.picked.emit(60)
    assert desk.settings.lock_minutes == 60
    assert minutes.currentText() == "1 hour"


def test_lock_now_asks_the_window(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.navigate) as went:
        click(button(section(page, "privacy"), "Lock now"))
    assert went.args == [Destination("lock")]


def name_field(page: SettingsPage) -> LineEdit:
    field = section(page, "name").findChild(LineEdit)
    assert field is not None
    field.setFocus()
    return field


def test_the_name_is_kept_in_the_vault(page: SettingsPage, vault: Vault) -> None:
    name = name_field(page)
    name.insert(" Inês ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert vault.read.preference(OWNER_NAME) == "Inês"


def test_a_name_changed_elsewhere_does_not_overwrite_typing(
    page: SettingsPage, vault: Vault
) -> None:
    name = name_field(page)
    name.insert("Half")
    vault.prefer(OWNER_NAME, "Rui")
    assert name.text() == "Half"
    page._items["about"].setFocus()
    vault.prefer(OWNER_NAME, "Rui Alves")
    assert name.text() == "Rui Alves"


def test_a_half_typed_name_is_saved_before_locking(page: SettingsPage, vault: Vault) -> None:
    name_field(page).insert("Inês")
    page.save()
    assert vault.read.preference(OWNER_NAME) == "Inês"


def trash_of(page: SettingsPage) -> TrashSection:
    found = section(page, "trash")
    assert isinstance(found, TrashSection)
    return found


def test_everything_deleted_can_be_brought_back(page: SettingsPage, vault: Vault) -> None:
    said: list[tuple[str, bool]] = []
    page.context.messages.toast.connect(lambda words, undo: said.append((words, undo)))
    entry = journal.add(vault, EntryDraft(body="A page."))
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"))
    stretch = goals.add_stretch(vault, Stretch(title="Ask in the all-hands"))
    pack = packs.add(vault, Pack(title="For Ruth"))
    trash = trash_of(page)
    assert trash.buttons == []
    journal.delete(vault, entry.id)
    goals.delete_goal(vault, goal.id)
    goals.delete_stretch(vault, stretch.id)
    packs.delete(vault, pack.id)
    names = {b.accessibleName() for b in trash.buttons}
    assert names == {
        "Restore A page.",
        "Restore Lead a workshop",
        "Restore Ask in the all-hands",
        "Restore For Ruth",
    }
    while trash.buttons:
        click(trash.buttons[0])
    assert vault.read.get(Entry, entry.id)
    assert vault.read.get(Goal, goal.id)
    assert vault.read.get(Stretch, stretch.id)
    assert vault.read.get(Pack, pack.id)
    assert sorted(said) == [
        ("Entry restored", True),
        ("Goal restored", True),
        ("Share pack restored", True),
        ("Stretch goal restored", True),
    ]


def test_the_focus_stays_in_the_list_after_restoring(page: SettingsPage, vault: Vault) -> None:
    for number in range(3):
        goal = goals.add_goal(vault, Goal(title=f"Goal {number}"))
        goals.delete_goal(vault, goal.id)
    trash = trash_of(page)
    trash.buttons[1].setFocus()
    QTest.keyClick(trash.buttons[1], Qt.Key.Key_Return)
    assert len(trash.buttons) == 2
    assert trash.buttons[1].hasFocus()


def test_a_long_trash_shows_a_part_first(page: SettingsPage, vault: Vault) -> None:
    for _ in range(53):
        journal.delete(vault, journal.add(vault, EntryDraft(body="x")).id)
    trash = trash_of(page)
    assert len(trash.buttons) == 50
    click(button(trash, "Show more"))
    assert len(trash.buttons) == 53


def sheet(page: SettingsPage) -> ChangePassphrase:
    click(button(section(page, "privacy"), "Change passphrase"))
    (dialog,) = page.findChildren(ChangePassphrase)
    return dialog


def fill(dialog: ChangePassphrase, current: str, qtbot: QtBot) -> None:
    dialog._current.passphrase.setText(current)
    dialog._new._field.passphrase.setText(NEW)
    dialog._new._repeat.passphrase.setText(NEW)
    qtbot.waitUntil(dialog._act.isEnabled, timeout=10_000)


def test_the_passphrase_is_changed(page: SettingsPage, vault: Vault, qtbot: QtBot) -> None:
    dialog = sheet(page)
    assert dialog.focusWidget() is dialog._current.passphrase
    fill(dialog, PASSPHRASE, qtbot)
    with qtbot.waitSignal(page.context.messages.toast, timeout=20_000) as said:
        QTest.keyClick(dialog._new._repeat.passphrase, Qt.Key.Key_Return)
        assert dialog._act.working
    assert said.args == [
        "Passphrase changed. The old one no longer opens this vault.",
        False,
    ]
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    folder = vault.folder
    vault.close()
    with pytest.raises(WrongPassphraseError):
        approach(folder).unlock(PASSPHRASE)
    again = Vault(approach(folder).unlock(NEW), FixedClock(NOON))
    assert not again.keys_rolled_back
    again.close()


def test_a_wrong_passphrase_in_use_is_said_below_it(page: SettingsPage, qtbot: QtBot) -> None:
    dialog = sheet(page)
    fill(dialog, "not this one", qtbot)
    click(dialog._act)
    qtbot.waitUntil(lambda: bool(dialog._current.error), timeout=20_000)
    assert dialog._current.error == "That passphrase did not open this vault."
    assert dialog.focusWidget() is dialog._current.passphrase
    assert dialog._new.passphrase() == NEW
    dialog.reject()


def test_the_sheet_waits_for_a_strong_one_and_says_so(page: SettingsPage) -> None:
    dialog = sheet(page)
    assert dialog._act.toolTip() == "Type the passphrase in use first."
    dialog._current.passphrase.setText("x")
    assert dialog._act.toolTip() == "Choose a passphrase first."
    assert not dialog._act.isEnabled()
    dialog.reject()


def test_escape_wipes_the_sheet_and_frees_it(page: SettingsPage, qtbot: QtBot) -> None:
    dialog = sheet(page)
    dialog._current.passphrase.setText("typed")
    field = dialog._current.passphrase
    texts: list[str] = []
    field.textChanged.connect(texts.append)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert texts == [""]
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_escape_waits_while_keys_are_written_but_locking_does_not(
    page: SettingsPage, vault: Vault, qtbot: QtBot
) -> None:
    dialog = sheet(page)
    fill(dialog, PASSPHRASE, qtbot)
    click(dialog._act)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not page.context.jobs.busy, timeout=20_000)
    # The keys were written all the same, and the vault knows.
    assert not vault.keys_rolled_back
    assert int(vault.read.meta("generation") or 0) == 2


def test_the_sample_keeps_its_passphrase(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    context = Context(vault, Library(), desk.jobs, desk.messages, sample=True)
    page = SettingsPage(context, desk)
    context.setParent(page)
    qtbot.addWidget(page)
    change = button(page._sections["privacy"], "Change passphrase")
    assert not change.isEnabled()
    assert change.toolTip()


@pytest.mark.parametrize("words", ["Read licence", "What Greenroom cannot protect you from"])
def test_what_about_opens_is_freed(page: SettingsPage, qtbot: QtBot, words: str) -> None:
    click(button(section(page, "about"), words))
    (dialog,) = page.findChildren(QDialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_list_and_section_take_turns_at_large_text(page: SettingsPage, look: ThemeSource) -> None:
    look.choose_scale(2.0)
    QApplication.sendPostedEvents()
    assert (page._list.isVisible(), page._detail.isVisible()) == (True, False)
    QTest.keyClick(page._items["about"], Qt.Key.Key_Return)
    assert (page._list.isVisible(), page._detail.isVisible()) == (False, True)
    assert page._back.hasFocus()
    QTest.keyClick(page._back, Qt.Key.Key_Return)
    assert page._items["about"].hasFocus()
    for shown in page._sections.values():
        page._go(next(n for n, s in page._sections.items() if s is shown))
        QApplication.sendPostedEvents()
        inside = shown.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= shown.viewport().width()
