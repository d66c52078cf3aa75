"""Whose turn it is to use the one connection: its owner's always, a look-up's when it is free."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, cast

_PATIENCE: Final = 0.0005
"""Seconds after which an owner who waits interrupts again: a statement may just have begun."""


class InterruptedLookupError(Exception):
    """A look-up was called off; whoever made it gets no answer and is told nothing."""


class Lookup:
    """A look-up under way. It ends early once it is called off or the vault was written to."""

    def __init__(self, writes: int) -> None:
        self.writes = writes
        self.called_off = False


class Turns:
    """Who may run a statement. Look-ups of other threads give way to the owner at once."""

    def __init__(self, interrupt: Callable[[], None]) -> None:
        self._interrupt = interrupt
        self._owner = threading.get_ident()
        self._lock = threading.RLock()
        self._unwanted = threading.Event()
        self._unwanted.set()
        self._here = threading.local()
        self._lookups: set[Lookup] = set()
        self._writes = 0
        self._closed = False

    @contextmanager
    def whole(self, *, answers_change: bool) -> Iterator[None]:
        """The turn of a transaction; one that changes answers ends the look-ups under way."""
        with self:
            self._here.inside = True
            try:
                yield
            finally:
                self._here.inside = False
                self._writes += answers_change

    def __enter__(self) -> None:
        """Begin the turn of one statement, which is run to its end in it."""
        if threading.get_ident() == self._owner:
            self._take()
        else:
            self._wait()

    def __exit__(self, *_: object) -> None:
        """End the turn."""
        self._lock.release()

    @property
    def may_try_again(self) -> bool:
        """Whether a statement of a look-up that gave way may be run once more."""
        return not (self._is_owner or self._is_inside or self._closed or self._is_over)

    @contextmanager
    def look_up(self) -> Iterator[Lookup]:
        """Several statements whose answer belongs together; they may be interrupted."""
        lookup, outer = Lookup(self._writes), self._lookup
        self._here.lookup = lookup
        self._lookups.add(lookup)
        try:
            yield lookup
        finally:
            self._lookups.discard(lookup)
            self._here.lookup = outer

    def hush(self) -> None:
        """Call off every look-up under way; the owner of the connection may ask for it."""
        lookups = tuple(self._lookups)
        for lookup in lookups:
            lookup.called_off = True
        if lookups and self._is_owner:
            if self._lock.acquire(blocking=False):
                self._lock.release()
            else:
                self._interrupt()

    def close(self) -> None:
        """Let no other thread have a turn any more."""
        self._closed = True
        self.hush()

    @property
    def _is_owner(self) -> bool:
        return threading.get_ident() == self._owner

    @property
    def _is_inside(self) -> bool:
        return bool(getattr(self._here, "inside", False))

    @property
    def _lookup(self) -> Lookup | None:
        return cast("Lookup | None", getattr(self._here, "lookup", None))

    @property
    def _is_over(self) -> bool:
        found = self._lookup
        return found is not None and (found.called_off or found.writes != self._writes)

    def _take(self) -> None:
        """The owner's turn: whoever has it is interrupted until it is given up."""
        if not self._lock.acquire(blocking=False):
            self._unwanted.clear()
            self._interrupt()
            while not self._lock.acquire(timeout=_PATIENCE):
                self._interrupt()
            self._unwanted.set()
        self._require_use()

    def _wait(self) -> None:
        """A look-up's turn: not before the owner, who does not wait for its transaction either."""
        if self._is_inside and not self._unwanted.is_set():
            raise InterruptedLookupError
        self._unwanted.wait()
        self._lock.acquire()
        self._require_use()

    def _require_use(self) -> None:
        """Give the turn back where nobody waits for the answer any more."""
        closed = self._closed and not self._is_owner
        if closed or (self._is_over and not self._is_inside):
            self._lock.release()
            raise InterruptedLookupError
