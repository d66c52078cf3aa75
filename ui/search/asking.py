"""Asks the vault while somebody types: never waits, and drops what nobody wants any more."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.query import parse
from app.domain.searches import Sort
from app.errors import AppError
from app.queries.search import PAGE, Found, Tally, find, tally
from ui.context import Context

T = TypeVar("T")
_PAUSE_MS = 12
"""Long enough for the keys of one burst, too short to be seen."""
_AGAIN_MS = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search somebody waits for; `narrowed` is its text with the tab that is chosen."""

    text: str
    sort: Sort = Sort.BEST
    narrowed: str = ""
    limit: int = PAGE

    @property
    def asked(self) -> str:
        """The text whose hits are listed."""
        return self.narrowed or self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """Some hits of a search, behind the first `after` of them."""

    wanted: Wanted
    found: Found
    after: int = 0


class Asking(QObject):
    """One search at a time: its hits, then how many there are, then more hits where asked for.

    What was called off while it is still wanted is asked again.
    """

    found = Signal(object)
    """An Answer to what was asked last."""
    counted = Signal(object)
    """The Tally of what was asked last."""
    failed = Signal(object)
    """An AppError: the vault could not be read."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: Wanted | None = None
        self._after: deque[int] = deque()
        self._to_count = False
        self._running = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether hits are still to come."""
        return bool(self._after)

    def ask(self, wanted: Wanted) -> None:
        """Ask this from now on, and nothing that was asked before."""
        self._wanted = wanted
        self._after = deque([0])
        self._to_count = True
        if self._running:
            self._context.vault.hush()
        self._pause.start(_PAUSE_MS)

    def more(self, after: int) -> None:
        """Ask for the hits that follow the first `after`."""
        if self._wanted is not None and after not in self._after:
            self._after.append(after)
            self._go_on()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._wanted = None
        self._after.clear()
        self._to_count = False
        self._pause.stop()

    # Private

    def _go_on(self) -> None:
        wanted = self._wanted
        if wanted is None or self._running or self._pause.isActive():
            return
        vault, after = self._context.vault, self._after[0] if self._after else -1
        if after >= 0:
            query = parse(wanted.asked)
            self._submit(
                lambda: find(vault, query, wanted.sort, after=after, limit=wanted.limit),
                partial(self._take_found, wanted, after),
            )
        elif self._to_count:
            query = parse(wanted.text)
            self._submit(lambda: tally(vault, query), partial(self._take_tally, wanted))

    def _submit(self, work: Callable[[], T | None], then: Callable[[T | None], None]) -> None:
        self._running = True
        self._context.jobs.submit(work, then, self._fail)

    def _take_found(self, wanted: Wanted, after: int, found: Found | None) -> None:
        if self._settle(wanted, answered=found is not None) and found is not None:
            self._after.popleft()
            self.found.emit(Answer(wanted, found, after))
            self._go_on()

    def _take_tally(self, wanted: Wanted, counted: Tally | None) -> None:
        if self._settle(wanted, answered=counted is not None):
            self._to_count = False
            self.counted.emit(counted)
            self._go_on()

    def _settle(self, wanted: Wanted, *, answered: bool) -> bool:
        """Whether an answer is wanted; where not, or where there is none, go on asking."""
        if not shiboken6.isValid(self):  # closed meanwhile
            return False
        self._running = False
        if wanted is self._wanted and answered:
            return True
        if wanted is self._wanted:
            self._pause.start(_AGAIN_MS)
        else:
            self._go_on()
        return False

    def _fail(self, error: AppError) -> None:
        if shiboken6.isValid(self):
            self._running = False
            self.stop()
            self.failed.emit(error)
