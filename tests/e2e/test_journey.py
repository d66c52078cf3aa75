"""The whole way through, in one window: from a keystroke to a PDF that someone chose to share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.entries import Entry, Evidence
from app.domain.goals import CheckIn, Goal, Stretch
from app.domain.packs import Shared
from app.operations import journal, trash
from app.unlocking import is_vault
from app.vault import Vault
from tests.e2e.hands import Hands
from tests.e2e.probe import traces_of
from tests.vaults import NOON
from ui.application import Greenroom
from ui.capture import CaptureSheet
from ui.journal.versions_sheet import VersionsSheet
from ui.search.palette import Palette
from ui.share.item_list import ItemList
from ui.unlock.recovery_step import RecoveryStep
from ui.widgets.check import Check
from ui.widgets.line_edit import LineEdit
from ui.widgets.prose_editor import ProseEditor

PASSPHRASE = "copper lantern rehearse orchard nine"
SECRET = "zanzibarquokka"
"""A word that may be nowhere outside the vault."""
CHOSEN = "I said the number before the room moved on."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings"


@pytest.fixture
def greenroom(qtbot: QtBot, settings: Path) -> Iterator[Greenroom]:
    running = _start(qtbot, settings)
    yield running
    running.window.lock()
    running.close()


def _start(qtbot: QtBot, settings: Path) -> Greenroom:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    running = Greenroom(application, FixedClock(NOON), settings)
    qtbot.addWidget(running.window)
    running.open()
    return running


def test_the_journey_without_a_screen(
    qtbot: QtBot, greenroom: Greenroom, home: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _journey(qtbot, greenroom, home, settings, monkeypatch)


@pytest.mark.window
def test_the_journey_in_a_real_window(
    qtbot: QtBot, greenroom: Greenroom, home: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitExposed(greenroom.window)
    _journey(qtbot, greenroom, home, settings, monkeypatch)


def _journey(
    qtbot: QtBot,
    greenroom: Greenroom,
    home: Path,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands = Hands(greenroom.window, qtbot)
    folder = _create(hands)
    _write(hands)
    _add_goal(hands)
    _link(hands)
    _lock_and_unlock(hands)
    _capture(hands)
    _search(hands)
    _bring_back(hands)
    _add_stretch_and_check_in(hands)
    file = _share(hands, home, monkeypatch)
    _read_again(file)
    _undo(hands)
    assert hands.window.close()
    greenroom.close()
    _reopen(qtbot, settings, folder)
    outside = [path for path in (home, settings, folder) if path.exists()]
    assert traces_of(SECRET, outside) == []
    assert traces_of(PASSPHRASE, outside) == []


def _vault(hands: Hands) -> Vault:
    vault = hands.window.vault
    assert vault is not None
    return vault


def _create(hands: Hands) -> Path:
    hands.type_into("Name", "Mine")
    hands.press("Continue")
    hands.type_into("Passphrase", PASSPHRASE)
    hands.type_into("Repeat passphrase", PASSPHRASE)
    hands.press("Continue")
    step = hands.first(RecoveryStep)
    group = step.key.groups[step.asked]
    hands.type_into(f"Type group {step.asked + 1} to check your copy", group.lower())
    hands.press("I have stored this key away from this computer.")
    hands.press("Create vault")
    hands.wait_until(lambda: hands.window.vault is not None)
    folder = _vault(hands).folder
    assert is_vault(folder)
    return folder


def _write(hands: Hands) -> None:
    hands.press("Journal")
    hands.press("Start writing")
    hands.type_into("Title", "The review")
    editor = hands.first(ProseEditor)
    hands.write(editor, f"{CHOSEN}\n\nAnd {SECRET} is between me and me.")
    tags = hands.wait_for(lambda: hands.named("Tags"))
    hands.write(tags, "speaking")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    confidence = hands.wait_for(lambda: hands.named("Confidence"))
    QTest.keyClick(confidence, Qt.Key.Key_4)
    hands.keys(Qt.Key.Key_S, CTRL)
    (entry,) = _vault(hands).read.all(Entry)
    assert (entry.title, entry.tags, entry.confidence) == ("The review", ("speaking",), 4)
    assert SECRET in entry.body


def _add_goal(hands: Hands) -> None:
    hands.press("Plan")
    hands.press("New goal")
    hands.type_into("Goal, required", "Speak in the first ten minutes")
    hands.type_into("Why it matters to you", "The right number stayed in my head.")
    hands.press("Add goal")
    hands.wait_until(lambda: len(_vault(hands).read.all(Goal)) == 1)


def _link(hands: Hands) -> None:
    hands.press("Journal")
    hands.press("Link a goal")
    QTest.keyClick(hands.first(LineEdit), Qt.Key.Key_Return)
    hands.wait_until(lambda: len(_vault(hands).read.all(Evidence)) == 1)


def _lock_and_unlock(hands: Hands) -> None:
    hands.keys(Qt.Key.Key_L, CTRL)
    assert hands.window.vault is None
    hands.type_into("Passphrase", "not this one")
    hands.press("Unlock")
    hands.wait_until(lambda: hands.button("Unlock") is not None)
    assert hands.window.vault is None
    hands.type_into("Passphrase", PASSPHRASE)
    hands.keys(Qt.Key.Key_Return)
    hands.wait_until(lambda: hands.window.vault is not None)
    assert hands.first(ProseEditor).text().startswith(CHOSEN)


def _capture(hands: Hands) -> None:
    """Write a second entry over another page, and throw it away for good."""
    hands.press("Plan")
    hands.keys(Qt.Key.Key_N, CTRL)
    sheet = hands.first(CaptureSheet)
    hands.write(sheet.prose, f"Later: {SECRET}.")
    hands.press("Keep")
    captured = _vault(hands).read.all(Entry)[-1]
    assert captured.body == f"Later: {SECRET}."
    hands.press("Open")
    hands.wait_until(lambda: hands.first(ProseEditor).text() == captured.body)
    hands.keys(Qt.Key.Key_L, CTRL)
    assert hands.window.vault is None
    hands.type_into("Passphrase", PASSPHRASE)
    hands.keys(Qt.Key.Key_Return)
    hands.wait_until(lambda: hands.window.vault is not None)
    journal.delete(_vault(hands), captured.id)
    trash.empty(_vault(hands))


def _search(hands: Hands) -> None:
    """Find the entry by its secret word in the palette and on the page of search."""
    hands.keys(Qt.Key.Key_K, CTRL)
    palette = hands.first(Palette)
    hands.write(palette.field, SECRET)
    hands.wait_until(lambda: any(len(group) for _, group in palette._found))
    hands.keys(Qt.Key.Key_L, CTRL)
    hands.wait_until(lambda: hands.window.vault is None)
    hands.type_into("Passphrase", PASSPHRASE)
    hands.keys(Qt.Key.Key_Return)
    hands.wait_until(lambda: hands.window.vault is not None)
    assert SECRET not in " ".join(hands.words())


def _bring_back(hands: Hands) -> None:
    hands.press("Journal")
    (entry,) = _vault(hands).read.all(Entry)
    hands.first(ProseEditor).setFocus()
    hands.keys(Qt.Key.Key_H, CTRL, Qt.KeyboardModifier.ShiftModifier)
    sheet = hands.first(VersionsSheet)
    assert SECRET in sheet.view.toPlainText()
    sheet.reject()
    hands.settle()
    assert _vault(hands).read.get(Entry, entry.id).body == entry.body


def _add_stretch_and_check_in(hands: Hands) -> None:
    hands.press("Stretch")
    hands.press("New stretch goal")
    hands.type_into("What you might not manage, required", "Tell the story at the all-hands")
    hands.press("Add stretch goal")
    hands.wait_until(lambda: len(_vault(hands).read.all(Stretch)) == 1)
    hands.press("Check in")
    bulbs = hands.wait_for(lambda: hands.named("Confidence"))
    QTest.keyClick(bulbs, Qt.Key.Key_3)
    hands.press("Save check-in")
    hands.wait_until(lambda: len(_vault(hands).read.all(CheckIn)) == 1)
    assert _vault(hands).read.all(CheckIn)[0].confidence == 3


def _share(hands: Hands, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Share the stretch goal and the goal; the entry, which says the secret, stays."""
    file = home / "summary.pdf"
    monkeypatch.setattr(
        "ui.messages.choose_new_file",
        lambda _parent, _title, _start, chosen, *, suffix: chosen(file.with_suffix(f".{suffix}")),
    )
    hands.press("Share")
    hands.press("New share pack")
    hands.type_into("Name, required", "Ruth Adeyemi")
    hands.type_into("Purpose, required", "Our check-in in May")
    hands.type_into("From, required", "Inês Marlowe")
    hands.press("Choose items")
    items = hands.first(ItemList)
    for title in ("Speak in the first ten minutes", "Tell the story at the all-hands"):
        items.setCurrentIndex(_row(items, title))
        QTest.keyClick(items, Qt.Key.Key_Space)
        hands.settle()
    hands.press("Review and consent")
    consent = hands.wait_for(lambda: next(iter(hands.visible(Check)), None))
    assert not hands.press_is_possible("Save PDF")
    QTest.keyClick(consent, Qt.Key.Key_Space)
    hands.press("Save PDF")
    hands.wait_until(lambda: len(_vault(hands).read.all(Shared)) == 1)
    hands.press("Done")
    return file


def _row(items: ItemList, title: str) -> QModelIndex:
    model = items.model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    role = Qt.ItemDataRole.AccessibleTextRole
    return next(index for index in indexes if str(index.data(role)).startswith(title))


def _read_again(file: Path) -> None:
    pages = pypdfium2.PdfDocument(file)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "Speak in the first ten minutes" in text
    assert "The right number stayed in my head." in text
    assert "Ruth Adeyemi" in text
    assert "Our check-in in May" in text
    assert "Inês Marlowe" in text
    assert CHOSEN not in text
    assert SECRET not in text
    assert "speaking" not in text.lower().replace("speak in", "")


def _undo(hands: Hands) -> None:
    hands.press("Journal")
    before = _vault(hands).read.all(Entry)[0]
    editor = hands.first(ProseEditor)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    hands.write(editor, " One line too many.")
    hands.keys(Qt.Key.Key_S, CTRL)
    assert _vault(hands).read.all(Entry)[0].body.endswith("One line too many.")
    hands.press("Today")
    hands.keys(Qt.Key.Key_Z, CTRL)
    assert _vault(hands).read.all(Entry)[0].body == before.body


def _reopen(qtbot: QtBot, settings: Path, folder: Path) -> None:
    again = _start(qtbot, settings)
    hands = Hands(again.window, qtbot)
    hands.type_into("Passphrase", PASSPHRASE)
    hands.press("Unlock")
    hands.wait_until(lambda: again.window.vault is not None)
    vault = _vault(hands)
    assert vault.folder == folder
    (entry,) = vault.read.all(Entry)
    assert SECRET in entry.body
    assert entry.body.startswith(CHOSEN)
    counts = [len(vault.read.all(cls)) for cls in (Goal, Stretch, CheckIn, Evidence, Shared)]
    assert counts == [1, 1, 1, 1, 1]
    assert vault.verify()
    assert again.window.close()
    again.close()
