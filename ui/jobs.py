"""Slow work off the window's thread: key derivation, building a PDF, reading an import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errors import AppError
from app.unlocking import Keys

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
WORKERS = 2


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a job came to; carried to the window's thread by a signal."""

    session: int
    future: Future[Any]
    then: Callable[[Any], None]
    failed: Callable[[AppError], None]


class Jobs(QObject):
    """Runs functions on a pool and hands their results back on the window's thread.

    Each result carries the number of the session it was asked in: what arrives after a lock is
    dropped. Errors that a person can act on go to `failed`; any other is raised here, where the
    page for bugs catches it.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = 0
        self._running = 0
        self._stopped = False
        # Queued, so that `then` runs on the window's thread and never inside `submit`.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._running > 0

    def submit(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Do `work` on another thread, then call `then` with its result on this one.

        Once it was stopped nothing is done: a widget may still ask while everything goes.
        """
        if self._stopped:
            return
        self._running += 1
        session = self._session
        future = self._pool.submit(work)
        future.add_done_callback(
            lambda done: self._finished.emit(_Outcome(session, done, then, failed))
        )

    def submit_later(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Submit it as soon as what is to be painted is painted, unless the vault locks before.

        Threads of Python run in turn: painting beside it would take as much longer as it takes.
        """
        self._running += 1
        session = self._session

        def begin() -> None:
            self._running -= 1
            if session == self._session:
                self.submit(work, then, failed)

        # After no time at all it would be an event, and painting comes after those.
        QTimer.singleShot(1, self, begin)

    def new_session(self) -> None:
        """Drop the results of everything that is still under way, as locking does."""
        self._session += 1

    def stop(self) -> None:
        """Wait for what is under way and take no more."""
        self.new_session()
        self._stopped = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        # Imported and started with the first job: the arch is painted without it.
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        return ThreadPoolExecutor(WORKERS, thread_name_prefix="greenroom")

    def _deliver(self, outcome: _Outcome) -> None:
        self._running -= 1
        if outcome.session != self._session or outcome.future.cancelled():
            _drop(outcome.future)
            return
        error = outcome.future.exception()
        if isinstance(error, AppError):
            outcome.failed(error)
        elif error is not None:
            raise error
        else:
            outcome.then(outcome.future.result())


def _drop(future: Future[Any]) -> None:
    """Wipe keys that nobody will get."""
    if future.cancelled() or future.exception() is not None:
        return
    result = future.result()
    if isinstance(result, Keys):
        result.wipe()
