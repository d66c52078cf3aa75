"""Judging a passphrase while it is typed."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.security import passphrase
from app.security.passphrase import Strength
from ui.jobs import Jobs

_PAUSE_MS: Final = 150


class PassphraseJudge(QObject):
    """Judges on another thread after a pause in typing, because a long one takes a while.

    `judged` carries the verdict on what was asked about last, and on nothing older.
    """

    judged = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: tuple[str, tuple[str, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.judge)

    def ask(self, typed: str, known: tuple[str, ...] = ()) -> None:
        """Judge this soon; `known` are words that others could guess, such as names."""
        self._asked = (typed, known)
        self._timer.start()

    def stop(self) -> None:
        """Judge nothing any more."""
        self._asked = None
        self._timer.stop()

    def judge(self) -> None:
        """Judge what was asked about last, at once."""
        if self._asked is None:
            return
        typed, known = asked = self._asked
        self._jobs.submit(
            lambda: passphrase.strength(typed, known),
            lambda strength: self._take(asked, strength),
            _cannot_fail,
        )

    def _take(self, asked: tuple[str, tuple[str, ...]], strength: Strength) -> None:
        if shiboken6.isValid(self) and asked == self._asked:
            self.judged.emit(strength)


def _cannot_fail(error: AppError) -> None:
    raise error
