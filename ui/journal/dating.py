"""The moment that the entry shown was written at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.context import Context
from ui.entry.writing import Writing
from ui.journal.header import EntryHeader
from ui.journal.when import WhenPopover


class Dating(QObject):
    """Shows when an entry was written, and moves it to another day or time."""

    def __init__(self, context: Context, writing: Writing, header: EntryHeader) -> None:
        super().__init__(header)
        self._context = context
        self._writing = writing
        self._header = header
        header.when_asked.connect(self._open)

    def show_when(self) -> None:
        """Show it as it is now."""
        self._header.show_when(self._writing.written, self._context.vault.now())

    def _open(self) -> None:
        popover = WhenPopover(self._header.when, self._writing.written, self._context.today)
        popover.moved.connect(self._move)
        popover.open_below()

    def _move(self, written: object) -> None:
        self._writing.keep()
        self._writing.move_to(written)  # type: ignore[arg-type] # a signal's argument has no type
        self._context.vault.seal()
        self.show_when()
