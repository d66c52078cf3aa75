"""From consent to a file: build it with its passphrase, ask for a place, save it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from app.domain.packs import Shared
from app.operations import packs
from app.operations.packs import BuiltPdf
from ui import messages
from ui.context import Context
from ui.share.builder import Builder, same
from ui.share.draft import DraftPack
from ui.share.type_words import file_words

SUFFIX: Final = "pdf"


class Saving(QObject):
    """Saves the very bytes that were agreed to, and only while the vault still says the same."""

    begun = Signal()
    ended = Signal()
    """Nothing is being built any more."""
    failed = Signal(object)
    """The AppError that kept the file from being saved."""
    outdated = Signal()
    """Something in the pack changed before a place was chosen."""
    saved = Signal(object, object, object)
    """BuiltPdf, Shared and Path of a file that is on disk now."""

    def __init__(
        self, context: Context, draft: DraftPack, builder: Builder, window: QWidget
    ) -> None:
        super().__init__(window)
        self._context = context
        self._draft = draft
        self._builder = builder
        self._window = window
        self._built: BuiltPdf | None = None
        self.passphrase: str | None = None
        self.building = False

    def start(self, passphrase: str | None) -> None:
        """Build what is to be saved, unless these very pages are there already."""
        self.passphrase = passphrase
        source = self._draft.read_source()
        if passphrase is None and self._builder.is_current(source):
            self._built = self._builder.latest
            self.ask_place()
            return
        self.building = True
        self.begun.emit()
        self._builder.request_now(source, passphrase)

    def stop(self) -> None:
        """Let what is being built be forgotten."""
        self.building = False
        self._built = None
        self.passphrase = None
        self.ended.emit()

    def take(self, built: BuiltPdf) -> None:
        """The pages that were asked for are there."""
        self.building = False
        self._built = built
        self.ended.emit()
        self.ask_place()

    def ask_place(self) -> None:
        """Ask where to save what was built."""
        start = self._suggested(self._context.today())
        title = self.tr("Save PDF")
        messages.choose_new_file(self._window, title, start, self._save, suffix=SUFFIX)

    # Private

    def _suggested(self, day: date) -> Path:
        """A name without anybody's name in it, for it can be seen in a folder."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        name = file_words(self._draft.pack.type, day.isoformat())
        return folder / f"{name}.{SUFFIX}"

    def _save(self, path: Path) -> None:
        built = self._built
        if built is None or not same(built.source, self._draft.read_source()):
            self.outdated.emit()
            return
        vault = self._context.vault
        # The system's dialog asked before it let an existing name through.
        replacing = path.exists()
        line: Shared | None = self._context.perform(
            lambda: packs.save(vault, built, path, replace=replacing), self.failed.emit
        )
        if line is not None:
            self.saved.emit(built, line, path)
