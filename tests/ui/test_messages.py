from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import TooLongError
from app.errors import AppError
from ui.messages import Messages, choose_file, choose_new_file, sentence


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


def test_a_name_without_its_ending_gets_it(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    choose_new_file(parent, "Save", tmp_path / "a.pdf", chosen.append, suffix="pdf")
    dialog: QFileDialog = parent.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path / "for Ruth v1.2"))
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert chosen == [tmp_path / "for Ruth v1.2.pdf"]


def test_a_file_that_the_ending_leads_to_is_not_replaced_without_asking(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "b.pdf").write_bytes(b"")
    chosen: list[Path] = []
    choose_new_file(parent, "Save", tmp_path / "a.pdf", chosen.append, suffix="pdf")
    first: QFileDialog = parent.findChildren(QFileDialog)[0]
    first.fileSelected.emit(str(tmp_path / "b"))
    first.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))
    assert chosen == []
    (second,) = parent.findChildren(QFileDialog)
    assert second.selectedFiles() == [str(tmp_path / "b.pdf")]
    second.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(second))


def test_a_file_that_is_there_is_chosen_by_its_ending(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    choose_file(parent, "Choose", tmp_path, chosen.append, suffix="md")
    dialog: QFileDialog = parent.findChildren(QFileDialog)[0]
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert dialog.nameFilters() == ["*.md"]
    dialog.fileSelected.emit(str(tmp_path / "friday.md"))
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert chosen == [tmp_path / "friday.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps them in the registry")
@pytest.mark.parametrize("kept_from", [True, False])
def test_file_dialogs_leave_no_folder_behind(tmp_path: Path, *, kept_from: bool) -> None:
    """Without the precaution Qt does write the folder down, which shows that the probe finds it."""
    folder = tmp_path / "quokka"
    folder.mkdir()
    # In a process of its own, because Qt finds the place of its settings once.
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEvent\n"
        "from PySide6.QtWidgets import QApplication, QFileDialog, QWidget\n"
        "from ui.messages import choose_folder, remember_no_folders\n"
        "application, parent = QApplication([]), QWidget()\n"
        f"{'remember_no_folders()' if kept_from else ''}\n"
        f"choose_folder(parent, '', Path({str(folder)!r}), print)\n"
        "dialog = parent.findChildren(QFileDialog)[0]\n"
        f"dialog.selectFile({str(folder)!r})\n"
        "dialog.accept()\n"
        "application.sendPostedEvents(None, QEvent.Type.DeferredDelete)\n"
    )
    places = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    root = str(Path(__file__).parents[2])
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        env=os.environ | places | {"PYTHONPATH": root},
    )
    written = [path.read_text("utf-8") for path in tmp_path.rglob("*.conf")]
    assert any(tmp_path.name in text for text in written) is not kept_from
