"""Is this file the one that was saved?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.entries import Entry
from app.domain.ids import NO_ID
from app.domain.packs import Shared
from app.operations import journal
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.stage import Stage, staged
from tests.ui.ledger_desk import press, put_lines, save
from tests.vaults import NOON, new_vault
from ui.share.file_check import DropTarget
from ui.share.page import SharePage
from ui.widgets.button import Button
from ui.widgets.styling import Card

pytestmark = pytest.mark.qt
NOT_OURS = (
    "No PDF in your ledger is exactly this file. It may have been saved again by a reader, or "
    "changed."
)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    yield vault
    vault.close()


@pytest.fixture
def entry(vault: Vault) -> Entry:
    return journal.add(vault, EntryDraft(title="Planning day", body="I went quiet."))


@pytest.fixture
def line(vault: Vault, entry: Entry, tmp_path: Path) -> Shared:
    return save(vault, tmp_path / "Summary.pdf", entry)


@pytest.fixture
def stage(vault: Vault, line: Shared, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    assert line.file_name
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.page.close()
    stage.context.jobs.stop()


def drop(stage: Stage[SharePage], *paths: Path) -> None:
    """Let files fall on the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, left, no_key)
    QApplication.sendEvent(stage.page.home, enter)
    event = QDropEvent(QPoint(5, 5), actions, data, left, no_key)
    QApplication.sendEvent(stage.page.home, event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


def answer(stage: Stage[SharePage], qtbot: QtBot) -> str:
    """What is said of the file."""
    check = stage.page.home.ledger.check
    qtbot.waitUntil(lambda: not stage.context.jobs.busy)
    stage.settle()
    cards = [card for card in check.findChildren(Card) if card.isVisible()]
    return cards[0].accessibleName() if cards else ""


def test_the_very_file_is_known_and_its_line_chosen(
    stage: Stage[SharePage], line: Shared, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = tmp_path / "from a mail.bin"
    copy.write_bytes((tmp_path / "Summary.pdf").read_bytes())
    drop(stage, copy)
    said = answer(stage, qtbot)
    assert said == "Yes: this is the PDF you saved on 20 May for Ruth Adeyemi."
    assert stage.page.home.table.current_id() == line.id


def test_a_file_that_was_changed_is_none_of_them_and_its_name_proves_nothing(
    stage: Stage[SharePage], line: Shared, tmp_path: Path, qtbot: QtBot
) -> None:
    changed = tmp_path / "Summary (1).pdf"
    changed.write_bytes((tmp_path / "Summary.pdf").read_bytes() + b"\n")
    drop(stage, changed)
    assert answer(stage, qtbot) == (
        f"{NOT_OURS} A PDF of this name was saved on 20 May for Ruth Adeyemi. Whether this file "
        "came of it cannot be told."
    )
    assert stage.page.home.table.current_id() == NO_ID
    press(stage, "Show its line")
    assert stage.page.home.table.current_id() == line.id


def test_another_file_is_none_of_them(
    stage: Stage[SharePage], tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Notes.txt"
    other.write_text("no PDF")
    drop(stage, other)
    assert answer(stage, qtbot) == NOT_OURS


def test_a_file_that_was_saved_twice_is_told_so(
    stage: Stage[SharePage], vault: Vault, entry: Entry, tmp_path: Path, qtbot: QtBot
) -> None:
    assert entry.title
    first = tmp_path / "Summary.pdf"
    (line,) = vault.read.all(Shared)
    put_lines(vault, 1, "Johan")
    assert line.sha256
    again = save(vault, tmp_path / "Again.pdf", entry)
    drop(stage, first)
    expected = "Yes: this is the PDF you saved on 20 May for Ruth Adeyemi."
    if again.sha256 == line.sha256:
        expected = "Yes: this is a PDF you saved 2 times, last on 20 May for Ruth Adeyemi."
    assert answer(stage, qtbot) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((".",), "That is a folder, not a file."),
        (("gone.pdf",), "The file could not be read. Nothing was changed."),
        (("Summary.pdf", "gone.pdf"), "Check one file at a time. Nothing was read."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    stage: Stage[SharePage],
    tmp_path: Path,
    qtbot: QtBot,
    paths: tuple[str, ...],
    expected: str,
) -> None:
    drop(stage, *(tmp_path / path for path in paths))
    assert answer(stage, qtbot).startswith(expected)


def test_an_answer_is_announced_and_can_be_put_away(
    stage: Stage[SharePage], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    drop(stage, tmp_path / "Summary.pdf")
    assert answer(stage, qtbot)
    assert QAccessible.Event.Alert in told
    check = stage.page.home.ledger.check
    next(each for each in check.findChildren(Button) if each.toolTip() == "Close").click()
    assert answer(stage, qtbot) == ""
    assert not check.isVisible()


def test_an_answer_that_nobody_waits_for_any_more_is_dropped(
    stage: Stage[SharePage], tmp_path: Path, qtbot: QtBot
) -> None:
    check = stage.page.home.ledger.check
    drop(stage, tmp_path / "Summary.pdf")
    check.clear()
    assert answer(stage, qtbot) == ""
    assert stage.page.home.table.current_id() == NO_ID


def test_a_file_is_chosen_by_keyboard(stage: Stage[SharePage], qtbot: QtBot) -> None:
    section = stage.page.home.ledger
    section.check_file.click()
    (dialog,) = section.check.findChildren(QFileDialog)
    path = dialog.directory().absolutePath()
    assert Path(path).is_dir()
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_while_a_file_is_dragged_the_page_says_what_dropping_does(
    stage: Stage[SharePage], tmp_path: Path
) -> None:
    home = stage.page.home
    (target,) = home.findChildren(DropTarget)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "Summary.pdf"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), copy, data, left, no_key)
    QApplication.sendEvent(home, event)
    assert event.isAccepted()
    assert target.isVisible()
    assert target.geometry() == home.rect()
    assert target.accessibleName() == "Drop a file here to see whether it is one you saved"
    QApplication.sendEvent(home, QDragLeaveEvent())
    assert not target.isVisible()


@pytest.mark.parametrize("url", ["https://example.org/a.pdf", "mailto:a@example.org"])
def test_what_is_no_file_of_this_computer_is_not_taken(stage: Stage[SharePage], url: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url)])
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(stage.page.home, event)
    assert not event.isAccepted()
    assert not stage.page.home.findChildren(DropTarget)[0].isVisible()
