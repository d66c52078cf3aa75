"""How far a long piece of work has come, and whether it is to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from app.errors import AppError

T = TypeVar("T")
Step: TypeAlias = Callable[[float], None]
"""Told, now and then, which share of the work is done, from 0 to 1; what it raises ends it."""


class StoppedError(AppError):
    """Work was stopped by whoever asked for it; nothing came of it."""

    message = "Stopped. Nothing was saved."


class Course:
    """The course of work on one thread, watched and stopped from another."""

    def __init__(self) -> None:
        self.done = 0.0
        self._stopping = False

    def stop(self) -> None:
        """Have the work end at its next step."""
        self._stopping = True

    def step(self, share: float) -> None:
        """Note how much is done; raises StoppedError where it is to stop."""
        if self._stopping:
            raise StoppedError
        self.done = share


def unwatched(_share: float) -> None:
    """The step of work that nobody watches."""


def part(step: Step, first: float, last: float) -> Step:
    """The step of a part of some work, which takes it from one share to another."""
    return lambda share: step(first + (last - first) * share)


def watched(things: Sequence[T], step: Step) -> Iterator[T]:
    """Things one by one, with a step before each."""
    for number, thing in enumerate(things):
        step(number / len(things))
        yield thing
