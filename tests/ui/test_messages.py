from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import TooLongError
from app.errors import AppError
from ui.messages import Messages, choose_folder, choose_new_file, remember_no_folders, sentence


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_an_error_is_a_sentence_with_its_details() -> None:
    assert sentence(TooLongError(field="title", limit=300)).startswith(
        "That is too long: at most 300"
    )


def test_errors_and_notes_are_passed_on(qtbot: QtBot) -> None:
    messages = Messages()
    with qtbot.waitSignals([messages.toast, messages.failed]):
        messages.say("Entry moved to trash", undo=True)
        messages.fail(AppError())


def _accept(parent: QWidget, qtbot: QtBot, name: str) -> QFileDialog:
    dialog: QFileDialog = parent.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(name)
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    return dialog


def test_a_chosen_file_is_handed_on_and_the_dialog_freed(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    choose_new_file(parent, "Save", tmp_path / "a.pdf", chosen.append, suffix="pdf")
    _accept(parent, qtbot, str(tmp_path / "b.pdf"))
    assert tmp_path / "b.pdf" in chosen


def test_file_dialogs_leave_no_folder_behind(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, home: Path
) -> None:
    remember_no_folders()
    private = tmp_path / "private-quokka"
    private.mkdir()
    choose_folder(parent, "Open", private, lambda _: None)
    dialog: QFileDialog = parent.findChildren(QFileDialog)[0]
    dialog.setDirectory(str(private))
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    written = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not any(b"private-quokka" in data for data in written)
