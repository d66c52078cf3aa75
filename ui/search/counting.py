"""Counts what saved searches find, one after the other and behind everything else."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.query import parse
from app.errors import AppError
from app.queries.search import Tally, tally
from ui.context import Context

_QUIET_MS = 250


class Counting(QObject):
    """Asks how much each of some searches finds; what was called off is asked again later."""

    counted = Signal(str, int)
    """A text, and how many records it finds."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._left: list[str] = []
        self._running = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._next)

    def count(self, texts: Iterable[str]) -> None:
        """Count these from now on."""
        self._left = list(dict.fromkeys(texts))
        if self._left:
            self._quiet.start()
        else:
            self._quiet.stop()

    def _next(self) -> None:
        if self._running or not self._left:
            return
        self._running = True
        vault, text = self._context.vault, self._left[0]
        query = parse(text)
        self._context.jobs.submit(
            lambda: tally(vault, query), partial(self._take, text), self._give_up
        )

    def _take(self, text: str, found: Tally | None) -> None:
        if not shiboken6.isValid(self):  # closed meanwhile
            return
        self._running = False
        if found is None:
            self._quiet.start()
            return
        if text in self._left:
            self._left.remove(text)
            self.counted.emit(text, found.total)
        self._next()

    def _give_up(self, _error: AppError) -> None:
        # The search itself says what is wrong; a number that is missing needs no word of its own.
        if shiboken6.isValid(self):
            self._running = False
            self._left.clear()
