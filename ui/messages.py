"""The one door for words to a person: error sentences, toasts, questions, file choices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError


def sentence(error: AppError) -> str:
    """What happened, what is safe and what to do, in the person's language."""
    words = QCoreApplication.translate("Errors", type(error).message)
    return words.format(**error.details)


class Messages(QObject):
    """Where pages say something that is not part of them; the window shows it."""

    toast = Signal(str, bool)
    """Words for the foot of the window, and whether they can be undone."""
    failed = Signal(str)
    """A sentence for the banner under the header."""
    settled = Signal()
    """What the banner said no longer holds."""

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a short note at the foot of the window."""
        self.toast.emit(words, undo)

    def fail(self, error: AppError) -> None:
        """Show what went wrong under the header."""
        self.failed.emit(sentence(error))


def choose_folder(parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
    """Ask for an existing folder."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, chosen)


def choose_new_file(
    parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None], *, suffix: str
) -> None:
    """Ask where to save a new file; the system asks before an existing one is replaced."""
    dialog = _file_dialog(parent, title, start)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"*.{suffix}")
    dialog.selectFile(start.name)
    _open(dialog, chosen)


def _file_dialog(parent: QWidget, title: str, start: Path) -> QFileDialog:
    folder = start if start.is_dir() else start.parent
    return QFileDialog(parent, title, str(folder))


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
