"""Unlocking through the arch: every way in, and every reason why not told apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.clock import FixedClock, Moment
from app.errors import AppError
from app.security.errors import WrongPassphraseError
from app.security.recovery import RecoveryKey
from app.storage.connection import open_database
from app.unlocking import Keys, approach, create
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, cheap, new_keys
from ui.desk import Desk
from ui.theme import ThemeSource
from ui.unlock.forms import Form
from ui.unlock.page import UnlockPage
from ui.unlock.room import Room

pytestmark = pytest.mark.qt
NEW = "velvet harbour mitten glacier"


@pytest.fixture(scope="module")
def recovery_text() -> str:
    return RecoveryKey.generate().text


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, recovery_text: str) -> Path:
    """A vault that was opened once and closed; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("original") / "ines.greenroom"
    keys = create(folder, PASSPHRASE, RecoveryKey.parse(recovery_text), NOON, cheap())
    Vault(keys, FixedClock(NOON)).close()
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / original.name))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> UnlockPage:
    page = UnlockPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def shown(page: UnlockPage) -> Form:
    (form,) = (form for form in page._made if form.isVisible())
    return form


def reason(page: UnlockPage) -> str:
    """What the closed doorway says."""
    assert shown(page) is page._closed
    return page._closed._notice.words


def typed(page: UnlockPage, qtbot: QtBot, passphrase: str) -> None:
    """Type into the focused field and press Enter, then wait for the answer."""
    field = QApplication.focusWidget()
    assert field is page._passphrase._field.passphrase
    QTest.keyClicks(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page._passphrase.button.working
    assert page._passphrase.button.text() == "Opening..."
    qtbot.waitUntil(lambda: not page._desk.jobs.busy)


def unlocked(page: UnlockPage, qtbot: QtBot, passphrase: str = PASSPHRASE) -> Keys:
    with qtbot.waitSignal(page.opened) as opened:
        typed(page, qtbot, passphrase)
    assert opened.args is not None
    keys = opened.args[0]
    assert isinstance(keys, Keys)
    return keys


def enter(page: UnlockPage, qtbot: QtBot) -> None:
    """Unlock and open the database as the window does; show what it raises."""
    keys = unlocked(page, qtbot)
    with pytest.raises(AppError) as raised:
        Vault(keys, FixedClock(NOON))
    keys.wipe()
    page.show_open_error(raised.value)


def test_the_passphrase_opens_and_leaves_no_trace_in_the_field(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    keys = unlocked(page, qtbot)
    field = page._passphrase._field.passphrase
    assert (field.text(), field.isUndoAvailable()) == ("", False)
    assert not page._passphrase.button.working
    vault = Vault(keys, FixedClock(NOON))
    assert vault.name == "ines"
    vault.close()


def test_a_wrong_passphrase_says_so_and_can_be_typed_again_at_once(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    page.show_vault(folder)
    typed(page, qtbot, "not this one")
    assert page._passphrase._field.error == "That passphrase did not open this vault."
    assert page._passphrase.secret() == ""
    assert page._passphrase._field.passphrase.hasFocus()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    unlocked(page, qtbot).wipe()


def test_caps_lock_is_named_as_the_likely_cause(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    typed(page, qtbot, "COPPER")
    said = "That passphrase did not open this vault. Caps Lock seems to be on."
    assert page._passphrase._field.error == said


def test_the_recovery_key_is_offered_after_three_tries_and_nothing_is_counted_out(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    said = []
    for _ in range(4):
        typed(page, qtbot, "no")
        said.append("You can use your recovery key." in page._passphrase._field.error)
    assert said == [False, False, True, True]


def test_one_damaged_key_file_is_put_back_from_its_copy(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    whole = (folder / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(whole[:100])
    page.show_vault(folder)
    keys = unlocked(page, qtbot)
    assert keys.key_file_was_mended
    assert (folder / "keys.json").read_bytes() == whole
    keys.wipe()


def test_two_damaged_key_files_are_said_before_a_passphrase_is_asked_for(
    page: UnlockPage, folder: Path
) -> None:
    good = (folder / "keys.json").read_bytes()
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes(b"{}")
    page.show_vault(folder)
    assert reason(page).startswith("Both key files are damaged. Your writing is still there")
    (folder / "keys.json").write_bytes(good)
    QTest.keyClick(page._closed.button, Qt.Key.Key_Return)
    assert shown(page) is page._passphrase


def test_a_garbled_database_names_its_newest_copy(
    page: UnlockPage, folder: Path, qtbot: QtBot
) -> None:
    backups = folder / "backups"
    backups.mkdir()
    shutil.copy(folder / "vault.db", backups / f"schema-1-{NOON.at - 60_000}.db")
    data = bytearray((folder / "vault.db").read_bytes())
    data[1000:1100] = bytes(100)
    (folder / "vault.db").write_bytes(data)
    page.show_vault(folder)
    enter(page, qtbot)
    assert "This vault is damaged and was not changed." in reason(page)
    assert f"schema-1-{NOON.at - 60_000}.db" in reason(page)
    assert "20 May" in reason(page)
    assert (folder / "vault.db").read_bytes() == bytes(data)


def test_what_it_says_about_the_copy_works(folder: Path, tmp_path: Path) -> None:
    copy = folder / "backups" / "schema-1-1.db"
    copy.parent.mkdir()
    keys = approach(folder).unlock(PASSPHRASE)
    database = open_database(folder / "vault.db", keys.database_key())
    database.copy_to(copy, keys.database_key())
    database.close()
    (folder / "vault.db").write_bytes(b"\0" * 9000)

    new = Path(shutil.copytree(folder, tmp_path / "again.greenroom"))
    shutil.copy(new / "backups" / copy.name, new / "vault.db")
    for name in ("vault.db-wal", "vault.db-shm"):
        (new / name).unlink(missing_ok=True)

    vault = Vault(approach(new).unlock(PASSPHRASE), FixedClock(NOON))
    assert vault.verify()
    vault.close()


def test_a_cut_off_database_without_a_copy(page: UnlockPage, folder: Path) -> None:
    data = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(data[:10])
    page.show_vault(folder)
    assert reason(page).startswith("This vault is damaged and was not changed. There is no copy")


def test_a_vault_that_is_open_elsewhere(page: UnlockPage, folder: Path, qtbot: QtBot) -> None:
    other = Vault(approach(folder).unlock(PASSPHRASE), FixedClock(NOON))
    page.show_vault(folder)
    enter(page, qtbot)
    assert reason(page).startswith("This vault is open in another window or on another computer.")
    assert page._closed.button.text() == "Try again"
    assert page._closed.button.isVisible()
    other.close()
    QTest.mouseClick(page._closed.button, Qt.MouseButton.LeftButton)
    keys = unlocked(page, qtbot)
    Vault(keys, FixedClock(NOON)).close()


def test_a_vault_of_a_newer_greenroom(page: UnlockPage, folder: Path, qtbot: QtBot) -> None:
    keys = approach(folder).unlock(PASSPHRASE)
    database = open_database(folder / "vault.db", keys.database_key())
    database.execute("PRAGMA user_version = 999")
    database.close()
    page.show_vault(folder)
    enter(page, qtbot)
    assert reason(page).startswith("A newer Greenroom made this vault. Nothing was changed.")


def test_the_keys_of_another_vault_are_said_before_a_passphrase_is_asked_for(
    page: UnlockPage, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.greenroom"
    new_keys(other).wipe()
    for name in ("keys.json", "keys.bak.json"):
        shutil.copy(other / name, folder / name)
    page.show_vault(folder)
    assert reason(page).startswith("The key file in this folder belongs to a different vault.")


def test_a_folder_that_is_gone_and_one_that_holds_no_vault(
    page: UnlockPage, tmp_path: Path
) -> None:
    page.show_vault(tmp_path / "gone.greenroom")
    assert "gone.greenroom" in reason(page)
    assert reason(page).startswith("This vault is not where it was:")
    (tmp_path / "empty").mkdir()
    page.show_vault(tmp_path / "empty")
    assert reason(page).startswith("There is no vault in this folder.")


def test_a_database_that_may_not_be_read(
    page: UnlockPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr("app.unlocking.file_salt", refuse)
    page.show_vault(folder)
    assert reason(page).startswith("The vault could not be read. Nothing was changed.")


def test_the_recovery_key_in_any_spacing_asks_for_a_new_passphrase(
    page: UnlockPage, folder: Path, recovery_text: str, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    page._passphrase.left.emit()
    edit = page._recovery._edit
    assert edit.hasFocus()
    edit.setText("  " + recovery_text.lower().replace("-", "  ").replace("0", "o"))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) is page._replace, timeout=10_000)
    assert edit.text() == ""
    assert not page._replace.button.isEnabled()

    new = page._replace._new
    QTest.keyClicks(new.first_field, NEW)
    new._repeat.passphrase.setText(NEW)
    qtbot.waitUntil(page._replace.button.isEnabled, timeout=10_000)
    with qtbot.waitSignal(page.opened, timeout=20_000) as opened:
        QTest.keyClick(new._repeat.passphrase, Qt.Key.Key_Return)

    assert opened.args is not None
    Vault(opened.args[0], FixedClock(NOON)).close()
    assert (new.passphrase(), new._repeat.passphrase.text()) == ("", "")
    door = approach(folder)
    with pytest.raises(WrongPassphraseError):
        door.unlock(PASSPHRASE)
    door.unlock(NEW).wipe()
    door.unlock_by_recovery(recovery_text).wipe()


def test_a_slip_in_the_recovery_key_is_told_from_the_wrong_one(
    page: UnlockPage, folder: Path, recovery_text: str, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    page._passphrase.left.emit()
    for text, said in (
        (recovery_text[:-1], "This recovery key has a character missing"),
        (RecoveryKey.generate().text, "That recovery key did not open this vault."),
    ):
        page._recovery._edit.setText(text)
        QTest.mouseClick(page._recovery.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page._desk.jobs.busy)
        assert page._recovery._field.error.startswith(said)
        assert page._recovery.secret() == text


def test_leaving_the_new_passphrase_wipes_the_keys(
    page: UnlockPage, folder: Path, recovery_text: str, qtbot: QtBot
) -> None:
    page.show_vault(folder)
    page._passphrase.left.emit()
    page._recovery._edit.setText(recovery_text)
    QTest.mouseClick(page._recovery.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) is page._replace, timeout=10_000)
    keys = page._recovered
    assert keys is not None
    page._replace.left.emit()
    assert keys.data_key.is_wiped
    assert shown(page) is page._passphrase


def test_keys_that_come_after_another_vault_was_chosen_are_wiped(
    page: UnlockPage, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Keys] = []
    real = Keys.__init__

    def noting(self: Keys, *arguments: object, **named: object) -> None:
        real(self, *arguments, **named)  # type: ignore[arg-type] # passed on as it came
        made.append(self)

    monkeypatch.setattr(Keys, "__init__", noting)
    opened: list[Keys] = []
    page.opened.connect(opened.append)
    page.show_vault(folder)
    field = page._passphrase._field.passphrase
    field.setText(PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.show_vault(tmp_path / "another.greenroom")
    qtbot.waitUntil(lambda: not page._desk.jobs.busy)
    assert [keys.data_key.is_wiped for keys in made] == [True]
    assert opened == []


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (10, "Locked at 18:40 after 10 minutes without activity."),
        (1, "Locked at 18:40 after 1 minute without activity."),
        (None, "Locked at 18:40."),
    ],
)
def test_why_it_was_locked(page: UnlockPage, folder: Path, minutes: int | None, said: str) -> None:
    page.show_vault(folder)
    page.show_locked(Moment(NOON.at + (6 * 60 + 40) * 60_000, NOON.offset), minutes)
    assert page._why_locked.isVisible()
    assert page._why_locked.text() == f"{said}\nYour last words were saved first."
    page.show_vault(folder)
    assert page._why_locked.text() == ""


def test_other_vaults_and_a_new_one_are_in_the_menu(
    page: UnlockPage, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "this & that.greenroom"
    page._desk.choose(page._desk.settings.with_vault(folder).with_vault(other))
    page.show_vault(folder)
    QTest.keyClick(page._others, Qt.Key.Key_Return)
    (menu,) = page.findChildren(QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["this && that.greenroom", "Choose a folder...", "Create a vault"]
    with qtbot.waitSignal(page.create_asked):
        menu.actions()[-1].trigger()
    menu.actions()[0].trigger()
    assert "this & that.greenroom" in reason(page)
    destroyed = []
    menu.destroyed.connect(lambda: destroyed.append(True))
    menu.close()
    qtbot.waitUntil(lambda: destroyed == [True])


def test_the_sample_is_one_press_away(page: UnlockPage, folder: Path, qtbot: QtBot) -> None:
    page.show_vault(folder)
    with qtbot.waitSignal(page.sample_asked):
        QTest.keyClick(page._sample, Qt.Key.Key_Space)


def test_tab_goes_from_the_field_to_the_foot_and_back(page: UnlockPage, folder: Path) -> None:
    page.show_vault(folder)
    visited = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus.accessibleName() or focus.property("text"))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert visited == [
        "Passphrase",
        "Show passphrase",
        "Unlock",
        "Use recovery key",
        "Open another vault",
        "Explore a sample",
    ]


@pytest.mark.parametrize("size", [(960, 640), (1280, 800)])
def test_large_text_scrolls_down_only(
    page: UnlockPage, folder: Path, look: ThemeSource, size: tuple[int, int]
) -> None:
    look.choose_scale(2.0)
    page.show_vault(folder)
    page.resize(*size)
    QApplication.sendPostedEvents()
    (scroll,) = page.findChildren(Room)
    assert scroll.horizontalScrollBar().maximum() == 0


def test_hiding_the_page_forgets_what_was_typed(page: UnlockPage, folder: Path) -> None:
    page.show_vault(folder)
    page._passphrase._field.passphrase.setText("half typed")
    page.hide()
    assert page._passphrase.secret() == ""
