"""The one door for words to a person: error sentences, toasts, questions, file choices."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


def sentence(error: AppError) -> str:
    """What happened, what is safe and what to do, in the person's language."""
    words = QCoreApplication.translate("Errors", type(error).message)
    return words.format(**error.details)


class Messages(QObject):
    """Where pages say something that is not part of them; the window shows it."""

    toast = Signal(str, bool)
    """Words for the foot of the window, and whether they can be undone."""
    offered = Signal(str, str, object)
    """Words for the foot of the window, and the words and the function of a button beside them."""
    failed = Signal(str)
    """A sentence for the banner under the header."""
    settled = Signal()
    """What the banner said no longer holds."""

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a short note at the foot of the window."""
        self.toast.emit(words, undo)

    def offer(self, words: str, action: str, act: Callable[[], None]) -> None:
        """Show a short note at the foot of the window, and a button that leads on."""
        self.offered.emit(words, action, act)

    def fail(self, error: AppError) -> None:
        """Show what went wrong under the header."""
        self.failed.emit(sentence(error))


def choose_folder(parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
    """Ask for an existing folder."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(dialog.FileMode.Directory)
    dialog.setOption(dialog.Option.ShowDirsOnly)
    _open(dialog, chosen)


def choose_file(
    parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None], *, suffix: str
) -> None:
    """Ask for an existing file with this ending."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"*.{suffix}")
    _open(dialog, chosen)


def choose_files(
    parent: QWidget, title: str, kinds: str, start: Path, chosen: Callable[[list[Path]], None]
) -> None:
    """Ask for existing files; `kinds` names them with their endings, as "Images (*.png *.gif)"."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def choose_new_file(
    parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None], *, suffix: str
) -> None:
    """Ask where to save a new file; the system asks before an existing one is replaced.

    Where a name was given without its ending and there is a file with it, it is asked once more:
    dialogs of the system have only asked about the name as it was typed.
    """

    def named(path: Path) -> None:
        whole = path.with_name(f"{path.name}.{suffix}")
        if path.suffix.casefold() == f".{suffix}":
            chosen(path)
        elif os.path.lexists(whole):
            choose_new_file(parent, title, whole, chosen, suffix=suffix)
        else:
            chosen(whole)

    dialog = _file_dialog(parent, title, start)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"*.{suffix}")
    dialog.selectFile(start.name)
    _open(dialog, named)


def remember_no_folders() -> None:
    """Keep Qt from writing the folders of file dialogs into its own settings file.

    On Linux that is QtProject.conf; a place that cannot exist leaves it unwritten. Greenroom
    keeps its settings itself, so nothing else is lost.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _file_dialog(parent: QWidget, title: str, start: Path) -> QFileDialog:
    # Imported with the first dialog: the arch is painted without it.
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    folder = start if start.is_dir() else start.parent
    return QFileDialog(parent, title, str(folder))


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
