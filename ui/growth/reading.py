"""Reads the journal for the charts of growth off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from app.errors import AppError
from app.queries.growth import Days, Journal, journal
from ui.context import Context

_AGAIN_MS = 40


class JournalReading(QObject):
    """One range of days at a time; what was called off while it is wanted is read again."""

    read = Signal(object)
    """The Journal of the days that were asked for last."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: Days | None = None
        self._running = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._start)

    def ask(self, covered: Days) -> None:
        """Read these days from now on, and none that were asked for before."""
        self._wanted = covered
        self._start()

    # Private

    def _start(self) -> None:
        wanted = self._wanted
        if self._running or wanted is None:
            return
        self._running = True
        self._wanted = None
        vault, first_weekday = self._context.vault, QLocale().firstDayOfWeek().value - 1
        self._context.jobs.submit_later(
            lambda: journal(vault, wanted, first_weekday),
            lambda found: self._take(wanted, found),
            self._fail,
        )

    def _take(self, asked: Days, found: Journal | None) -> None:
        self._running = False
        if self._wanted is not None:
            self._start()
        elif found is None:
            self._wanted = asked
            self._again.start()
        else:
            self.read.emit(found)

    def _fail(self, error: AppError) -> None:
        self._running = False
        self._context.messages.fail(error)
