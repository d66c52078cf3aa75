"""Builds the pages of a pack off the window's thread, a moment after the last change."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.course import Course, StoppedError, part
from app.errors import AppError
from app.operations import packs
from app.operations.packs import BuiltPdf, DrawnPdf
from app.sharing.source import PackSource
from ui.context import Context

PAUSE_MS: Final = 40
"""So that a run of changes, such as several fields at once, is built once."""
LONG_MS: Final = 1000
"""What takes longer is shown as it goes, and can be stopped."""
_LOOK_MS: Final = 100
_DRAWN: Final = 0.5


class Builder(QObject):
    """One build at a time, and only the latest: one that is out of date is stopped."""

    begun = Signal()
    """What was built before is out of date."""
    drawn = Signal(object)
    """A DrawnPdf of what was asked for last, to look at while it is read back."""
    built = Signal(object)
    """A BuiltPdf of what was asked for last: the same pages, and nothing that was to stay."""
    failed = Signal(object)
    """The AppError that kept it from being built."""
    ended = Signal()
    """Nothing is being built at the moment."""
    going = Signal(float)
    """The share of a long build that is done, from 0 to 1, now and then."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[PackSource, str | None] | None = None
        self._course: Course | None = None
        self._begun = QElapsedTimer()
        self.latest: BuiltPdf | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look)

    def is_current(self, source: PackSource) -> bool:
        """Whether the latest pages, without a passphrase, are those of this source."""
        latest = self.latest
        return latest is not None and not latest.passphrase and _alike(latest.source, source)

    def request(self, source: PackSource, passphrase: str | None = None) -> None:
        """Build soon, unless these very pages were built last."""
        if passphrase is None and self.is_current(source):
            self._drop()
            return
        if self._is_wanted(source, passphrase):
            return
        self._wanted = (source, passphrase)
        self._begun.start()
        self.begun.emit()
        self._stop_running()
        self._timer.start()

    def request_now(self, source: PackSource, passphrase: str | None) -> None:
        """Build at once."""
        self._wanted = (source, passphrase)
        self._begun.start()
        self._timer.stop()
        self._stop_running()
        self._start()

    def forget(self) -> None:
        """Drop what was built and what was asked for."""
        self._drop()
        self.latest = None

    def stop(self) -> None:
        """Build nothing of what was asked for, as the mentee wishes; `failed` tells of it."""
        self._drop()
        self.failed.emit(StoppedError())

    def _drop(self) -> None:
        self._timer.stop()
        self._stop_running()
        self._wanted = None

    def _is_wanted(self, source: PackSource, passphrase: str | None) -> bool:
        wanted = self._wanted
        return wanted is not None and wanted[1] == passphrase and _alike(wanted[0], source)

    def _stop_running(self) -> None:
        if self._course is not None:
            self._course.stop()

    def _look(self) -> None:
        course = self._course
        if course is not None and self._begun.hasExpired(LONG_MS):
            self.going.emit(course.done)

    def _start(self) -> None:
        if self._course is not None or self._wanted is None:
            return
        source, passphrase = asked = self._wanted
        self._course = course = Course()
        self._watch.start()
        self._context.jobs.submit(
            lambda: packs.draw(source, passphrase, step=part(course.step, 0, _DRAWN)),
            lambda drawn: self._check(asked, drawn, course),
            lambda error: self._fail(asked, error),
        )

    def _check(self, asked: tuple[PackSource, str | None], drawn: DrawnPdf, course: Course) -> None:
        if self._wanted is asked:
            self.drawn.emit(drawn)
        self._context.jobs.submit(
            lambda: packs.check(drawn, part(course.step, _DRAWN, 1)),
            lambda built: self._done(asked, built),
            lambda error: self._fail(asked, error),
        )

    def _done(self, asked: tuple[PackSource, str | None], built: BuiltPdf) -> None:
        self._end()
        if self._wanted is asked:
            self._wanted = None
            self.latest = built
            self.built.emit(built)
        elif not self._timer.isActive():
            self._start()

    def _fail(self, asked: tuple[PackSource, str | None], error: AppError) -> None:
        self._end()
        if self._wanted is asked:
            self._wanted = self.latest = None
            self.failed.emit(error)
        elif not self._timer.isActive():
            self._start()

    def _end(self) -> None:
        self._course = None
        self._watch.stop()
        self.ended.emit()


def same(one: PackSource, other: PackSource) -> bool:
    """Whether two sources differ in nothing but the time they were loaded."""
    return replace(one, now=other.now) == other


def _alike(one: PackSource, other: PackSource) -> bool:
    """Whether the pages of two sources say the same: the day they were made stands on them."""
    return one.now.day == other.now.day and same(one, other)
