"""Builds the pages of a pack off the window's thread, a moment after the last change."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.operations import packs
from app.operations.packs import BuiltPdf
from app.sharing.source import PackSource
from ui.context import Context

PAUSE_MS: Final = 300


class Builder(QObject):
    """One build at a time; what was asked for meanwhile is built next, and only the latest."""

    begun = Signal()
    """What was built before is out of date."""
    built = Signal(object)
    """A BuiltPdf of what was asked for last."""
    failed = Signal(object)
    """The AppError that kept it from being built."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[PackSource, str | None] | None = None
        self._running = False
        self.latest: BuiltPdf | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._start)

    def is_current(self, source: PackSource) -> bool:
        """Whether the latest pages, without a passphrase, are those of this source."""
        latest = self.latest
        return latest is not None and not latest.passphrase and same(latest.source, source)

    def request(self, source: PackSource, passphrase: str | None = None) -> None:
        """Build soon, unless these very pages were built last."""
        if passphrase is None and self.is_current(source):
            self._wanted = None
            self._timer.stop()
            return
        self._wanted = (source, passphrase)
        self.begun.emit()
        self._timer.start()

    def request_now(self, source: PackSource, passphrase: str | None) -> None:
        """Build at once."""
        self._wanted = (source, passphrase)
        self._timer.stop()
        self._start()

    def forget(self) -> None:
        """Drop what was built and what was asked for."""
        self._timer.stop()
        self._wanted = self.latest = None

    def _start(self) -> None:
        if self._running or self._wanted is None:
            return
        source, passphrase = asked = self._wanted
        self._running = True
        self._context.jobs.submit(
            lambda: packs.build(source, passphrase),
            lambda built: self._done(asked, built),
            lambda error: self._fail(asked, error),
        )

    def _done(self, asked: tuple[PackSource, str | None], built: BuiltPdf) -> None:
        self._running = False
        if self._wanted is asked:
            self._wanted = None
            self.latest = built
            self.built.emit(built)
        elif not self._timer.isActive():
            self._start()

    def _fail(self, asked: tuple[PackSource, str | None], error: AppError) -> None:
        self._running = False
        if self._wanted is asked:
            self._wanted = self.latest = None
            self.failed.emit(error)
        elif not self._timer.isActive():
            self._start()


def same(one: PackSource, other: PackSource) -> bool:
    """Whether two sources differ in nothing but the time they were loaded."""
    return replace(one, now=other.now) == other
