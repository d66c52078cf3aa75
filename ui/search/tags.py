"""The tags in use, read on another thread: with many entries that takes longer than a key."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.queries.search import known_tags
from ui.context import Context

_AGAIN_MS = 40


class KnownTags(QObject):
    """Tells of the tags once they are read; what was called off is asked again."""

    known = Signal(tuple)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.ask)

    def ask(self) -> None:
        """Read the tags as they are now."""
        if not self._running:
            self._running = True
            vault = self._context.vault
            self._context.jobs.submit(lambda: known_tags(vault), self._take, self._give_up)

    def _take(self, tags: tuple[str, ...] | None) -> None:
        if not shiboken6.isValid(self):  # closed meanwhile
            return
        self._running = False
        if tags is None:
            self._again.start()
        else:
            self.known.emit(tags)

    def _give_up(self, _error: AppError) -> None:
        # The search itself says what is wrong; without tags the others are still offered.
        if shiboken6.isValid(self):
            self._running = False
            self.known.emit(())
