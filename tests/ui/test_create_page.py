"""Making a vault, from its name to its recovery key, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.security.errors import NotEnoughMemoryError, RecoveryKeyMistypedError
from app.security.recovery import RecoveryKey
from app.unlocking import Keys, approach
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, cheap, new_keys
from ui.desk import Desk
from ui.theme import ThemeSource
from ui.unlock.create import CreatePage

pytestmark = pytest.mark.qt


@pytest.fixture
def documents(home: Path) -> Path:
    folder = home / "Documents"
    folder.mkdir()
    return folder


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, documents: Path) -> CreatePage:
    assert documents.is_dir()
    page = CreatePage(desk, cheap())
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def tab_to(name: str) -> None:
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        if name in (focus.accessibleName(), focus.property("text")):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with Tab")


def to_recovery(page: CreatePage, qtbot: QtBot) -> None:
    """Go to the last step by the shortest way."""
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    qtbot.waitUntil(page._forward.isEnabled, timeout=10_000)
    press(Qt.Key.Key_Return)
    assert page.step == 2


def confirm(page: CreatePage) -> None:
    step = page._recovery
    step._edit.setText(step.key.groups[step.asked])
    step._stored.setChecked(True)


def test_the_whole_way_by_keyboard(page: CreatePage, documents: Path, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is page._place._name
    page._place._name.selectAll()
    write("Rehearsals")
    press(Qt.Key.Key_Return)
    assert page.step == 1
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    qtbot.waitUntil(page._forward.isEnabled, timeout=10_000)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.step == 2
    key = page._recovery.key.text
    tab_to(f"Type group {page._recovery.asked + 1} to check your copy")
    write(page._recovery.key.groups[page._recovery.asked].lower())
    tab_to("I have stored this key away from this computer.")
    press(Qt.Key.Key_Space)
    assert page._forward.text() == "Create vault"
    tab_to("Create vault")
    with qtbot.waitSignal(page.created, timeout=20_000) as created:
        press(Qt.Key.Key_Return)

    assert created.args is not None
    keys = created.args[0]
    assert isinstance(keys, Keys)
    folder = documents / "Rehearsals.greenroom"
    assert keys.folder == folder
    Vault(keys, FixedClock(NOON)).close()
    approach(folder).unlock(PASSPHRASE).wipe()
    approach(folder).unlock_by_recovery(key).wipe()


def test_nothing_secret_is_left_on_the_page(page: CreatePage, qtbot: QtBot) -> None:
    to_recovery(page, qtbot)
    confirm(page)
    step = page._recovery
    with qtbot.waitSignal(page.created, timeout=20_000) as created:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert created.args is not None
    created.args[0].wipe()
    assert step.key.secret == bytearray(20)
    assert {label.text() for label in step._groups} == {""}
    assert step._edit.text() == ""
    assert page._passphrase.passphrase() == ""
    assert page._passphrase._new._repeat.passphrase.text() == ""


def test_the_key_is_wiped_when_the_page_goes(desk: Desk, qtbot: QtBot) -> None:
    page = CreatePage(desk, cheap())
    key = page._recovery.key
    page.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    assert key.secret == bytearray(20)


def test_the_way_on_waits_and_says_why(page: CreatePage, qtbot: QtBot) -> None:
    page._place._name.clear()
    assert not page._forward.isEnabled()
    assert page._forward.toolTip() == "The vault needs a name."
    page._place._name.setText("a/b")
    assert page._place._name_field.error.startswith("This name cannot be the name of a folder.")
    assert not page._forward.isEnabled()
    page._place._name.setText("My journal")
    press(Qt.Key.Key_Return)
    assert page._forward.toolTip() == "Choose a passphrase first."
    write("hunter2")
    qtbot.waitUntil(lambda: "too easy" in page._forward.toolTip(), timeout=10_000)
    press(Qt.Key.Key_Return)
    assert page.step == 1
    page._passphrase._new._field.passphrase.setText(PASSPHRASE)
    qtbot.waitUntil(lambda: page._forward.toolTip().startswith("Repeat"), timeout=10_000)
    page._passphrase._new._repeat.passphrase.setText(PASSPHRASE)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.step == 2
    assert page._forward.accessibleDescription().startswith("Type group")
    page._recovery._edit.setText(page._recovery.key.groups[page._recovery.asked])
    assert page._forward.toolTip() == "Confirm that you have stored the key."
    page._recovery._stored.setChecked(True)
    assert (page._forward.isEnabled(), page._forward.toolTip()) == (True, "")


def test_the_name_of_the_vault_counts_as_easy_to_guess(page: CreatePage, qtbot: QtBot) -> None:
    page._place._name.setText("copper lantern rehearse")
    press(Qt.Key.Key_Return)
    write("copperlantern")
    row = page._passphrase._new._row
    qtbot.waitUntil(lambda: "It holds a name that others know." in row.words, timeout=10_000)


def test_a_taken_name_is_said_below_it(page: CreatePage, documents: Path) -> None:
    (documents / "My journal.greenroom").mkdir()
    press(Qt.Key.Key_Return)
    assert page.step == 0
    assert page._place._name_field.error.startswith("There is already something at this place.")
    assert page._place._name.hasFocus()
    write("s")
    assert page._place._name_field.error == ""


def test_a_name_taken_meanwhile_leads_back_and_loses_nothing(
    page: CreatePage, documents: Path, qtbot: QtBot
) -> None:
    to_recovery(page, qtbot)
    confirm(page)
    key = page._recovery.key.text
    (documents / "My journal.greenroom").mkdir()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.step == 0, timeout=20_000)
    assert page._place._name_field.error.startswith("There is already something at this place.")
    assert page._passphrase.passphrase() == PASSPHRASE
    assert page._recovery.key.text == key
    assert page._recovery.obstacle() == ""


def test_what_else_keeps_the_vault_from_being_made_is_said(
    page: CreatePage, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotEnoughMemoryError

    monkeypatch.setattr("app.unlocking.create", refuse)
    to_recovery(page, qtbot)
    confirm(page)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._forward.working
    assert not page._back.isEnabled()
    qtbot.waitUntil(lambda: bool(page._recovery.failure.words), timeout=10_000)
    assert page._recovery.failure.words.startswith("There is not enough free memory")
    assert page._back.isEnabled()
    assert list(documents.iterdir()) == []


def test_going_back_keeps_everything(page: CreatePage, qtbot: QtBot) -> None:
    to_recovery(page, qtbot)
    confirm(page)
    key = page._recovery.key.text
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert page.step == 0
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.step == 2
    assert page._recovery.key.text == key
    assert page._forward.isEnabled()


def test_the_bulbs_come_on_with_the_steps(page: CreatePage, qtbot: QtBot) -> None:
    lit = [page._side._arch._lit]
    press(Qt.Key.Key_Return)
    lit.append(page._side._arch._lit)
    page._passphrase._new._field.passphrase.setText(PASSPHRASE)
    page._passphrase._new._repeat.passphrase.setText(PASSPHRASE)
    qtbot.waitUntil(page._forward.isEnabled, timeout=10_000)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    lit.append(page._side._arch._lit)
    confirm(page)
    lit.append(page._side._arch._lit)
    assert lit == sorted(set(lit))
    assert lit[-1] == page._side._arch.bulbs


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("Dropbox", "Dropbox synchronises this folder. Works, but open the vault on one computer"),
        ("plain", ""),
    ],
)
def test_a_synchronised_folder_is_warned_about(
    page: CreatePage, tmp_path: Path, mark: str, said: str
) -> None:
    (tmp_path / mark).mkdir()
    page._place.set_place(tmp_path / mark)
    assert page._place.warning.startswith(said)
    assert page._place._warning.isVisible() == bool(said)
    assert page._forward.isEnabled()


def test_a_folder_that_is_gone_stops_the_way_on(page: CreatePage, tmp_path: Path) -> None:
    page._place.set_place(tmp_path / "gone")
    assert not page._forward.isEnabled()
    assert page._place.warning.startswith("This folder is not there.")


def test_a_wrong_group_says_so_and_a_right_one_matches(page: CreatePage, qtbot: QtBot) -> None:
    to_recovery(page, qtbot)
    step = page._recovery
    right = step.key.groups[step.asked]
    step._edit.setText("".join(reversed(right)) if right != right[::-1] else "0000")
    assert step._field.error.startswith(f"Group {step.asked + 1} reads differently above.")
    assert not step._matches.isVisible()
    step._edit.setText(f" {right.lower()} ")
    assert step._field.error == ""
    assert step._matches.isVisible()


def test_the_groups_on_the_screen_are_the_key(page: CreatePage) -> None:
    shown = " ".join(label.text() for label in page._recovery._groups)
    assert RecoveryKey.parse(shown).secret == page._recovery.key.secret
    with pytest.raises(RecoveryKeyMistypedError):
        RecoveryKey.parse(shown[:-5])


def test_the_key_leaves_the_clipboard(page: CreatePage, qtbot: QtBot) -> None:
    to_recovery(page, qtbot)
    step = page._recovery
    QTest.mouseClick(step._copy, Qt.MouseButton.LeftButton)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == step.key.text
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    assert step._note.text() == "Copied. It leaves the clipboard in 60 seconds."
    step._clipboard._timer.timeout.emit()
    assert clipboard.text() == ""


def test_the_list_of_limits_opens_and_is_freed(page: CreatePage, qtbot: QtBot) -> None:
    tab_to("What Greenroom cannot protect you from")
    press(Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QDialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_without_a_vault_there_is_no_way_back_out_of_the_first_step(page: CreatePage) -> None:
    assert not page._back.isVisible()


def test_cancelling_wipes_and_says_so(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.choose(desk.settings.with_vault(tmp_path / "known.greenroom"))
    page = CreatePage(desk, cheap())
    qtbot.addWidget(page)
    page.show()
    assert page._back.isVisible()
    with qtbot.waitSignal(page.cancelled):
        QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert page._recovery.key.secret == bytearray(20)


def test_an_existing_vault_is_opened_instead(
    page: CreatePage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page.open_existing(tmp_path)
    assert page._place._name_field.error.startswith("There is no vault in this folder.")
    folder = tmp_path / "ines.greenroom"
    new_keys(folder).wipe()
    with qtbot.waitSignal(page.cancelled):
        page.open_existing(folder)
    assert desk.settings.vaults == (str(folder),)


def test_the_sample_is_offered_until_the_last_step(page: CreatePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_asked):
        QTest.mouseClick(page._sample, Qt.MouseButton.LeftButton)
    page._place._name.setFocus()
    to_recovery(page, qtbot)
    assert not page._sample.isVisible()


@pytest.mark.parametrize(
    ("size", "scale", "beside"),
    [((1280, 800), 1.0, True), ((960, 640), 1.0, True), ((960, 640), 2.0, False)],
)
def test_the_room_makes_way_and_nothing_scrolls_sideways(
    page: CreatePage, look: ThemeSource, size: tuple[int, int], scale: float, *, beside: bool
) -> None:
    look.choose_scale(scale)
    page.resize(*size)
    QApplication.sendPostedEvents()
    assert page._side.isVisible() == beside
    inside = page._body.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page._body.viewport().width()
