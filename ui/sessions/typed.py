"""Text that is saved by itself: soon after the last key, and when its field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import NO_ID, Id
from ui.context import Context

_PAUSE_MS, _LONGEST_MS = 1000, 2000
"""After the last key; typing without a pause is saved all the same after the longer one."""


class Typed(QObject):
    """What stands in a field about one record after another, and what of it is in the vault.

    `read` returns what the field holds, `write` keeps it for a record and raises AppError where
    that fails. What could not be kept before another record was shown waits, and is tried again.
    `saved` says that something was kept.
    """

    saved = Signal()

    def __init__(
        self,
        context: Context,
        read: Callable[[], str],
        write: Callable[[Id, str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read = read
        self._write = write
        self._kept = ""
        self._waiting: dict[Id, str] = {}
        self.record = NO_ID
        """The one that the field is about."""
        self._pause, self._longest = self._timer(_PAUSE_MS), self._timer(_LONGEST_MS)

    @property
    def unsaved(self) -> bool:
        """Whether the field holds something that is not in the vault."""
        return self._read() != self._kept

    def turn_to(self, record: Id, text: str) -> str:
        """Be about another record from now on; returns what the field is to show of it."""
        self.keep()
        if self.unsaved:
            self._waiting[self.record] = self._read()
        self.record = record
        self.begin(text)
        if record in self._waiting:
            self.touch()
        return self._waiting.pop(record, text)

    def begin(self, text: str) -> None:
        """Take a text as what is in the vault."""
        self._rest()
        self._kept = text

    def differs(self, text: str) -> bool:
        """Whether the vault has another text by now, and nothing is typed that it would replace."""
        return text != self._kept and not self.unsaved

    def touch(self) -> None:
        """Something was typed: keep it soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Keep what is unsaved; raises AppError where that fails."""
        self._rest()
        for record, text in list(self._waiting.items()):
            self._write(record, text)
            del self._waiting[record]
        text = self._read()
        if text != self._kept:
            before, self._kept = self._kept, text
            try:
                self._write(self.record, text)
            except BaseException:
                self._kept = before
                raise
            self.saved.emit()

    def keep(self) -> None:
        """Keep what is unsaved; where that fails the window says so and it stays in the field."""
        self._context.perform(self.flush)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.keep)
        return timer

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()
