"""What every page is given: the open vault, the ways to change it, and the ways to speak."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from app.changes import Changes
from app.content.library import Library
from app.domain.ids import NO_ID, Id, Kind
from app.errors import AppError
from app.vault import Vault
from ui.jobs import Jobs
from ui.messages import Messages
from ui.spelling import Spelling

T = TypeVar("T")

FOUND: Final = "find:"
"""Before the search in a Destination's detail: its hits are lit up in what is opened."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Somewhere in the window: a place of the rail, and a record or an act there.

    `act` names what to begin on arrival, such as "new"; `detail` is what it needs.
    """

    place: str
    id: Id = NO_ID
    kind: Kind | None = None
    act: str = ""
    detail: str = ""


def detail_line(name: str, words: str) -> str:
    """One line of a Destination's detail; words that were pasted may hold ends of lines."""
    return f"{name}:{' '.join(words.split())}"


class Context(QObject):
    """The open vault and the way through: widget, operation, Changes, query, view."""

    changed = Signal(object)
    """Changes, after they are on disk."""

    def __init__(
        self, vault: Vault, library: Library, jobs: Jobs, messages: Messages, *, sample: bool
    ) -> None:
        super().__init__()
        self.vault = vault
        self.library = library
        self.jobs = jobs
        self.messages = messages
        self.sample = sample
        """Whether this is the sample vault that is thrown away on leaving it."""
        self.spelling = Spelling(vault, jobs, messages, self)
        vault.subscribe(self._relay)

    def perform(
        self, operation: Callable[[], T], failed: Callable[[AppError], None] | None = None
    ) -> T | None:
        """Run an operation; an error a person can act on is shown, any other is a bug.

        Returns None where it failed. `failed` shows the error in its own place, such as under
        a field; without it the banner under the header does.
        """
        try:
            result = operation()
        except AppError as error:
            (failed or self.messages.fail)(error)
            return None
        self.messages.settled.emit()
        return result

    def today(self) -> date:
        """The local date by the vault's clock."""
        return self.vault.now().day

    def _relay(self, changes: Changes) -> None:
        self.changed.emit(changes)
