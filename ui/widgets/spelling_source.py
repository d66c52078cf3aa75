"""Where an editor's spelling comes from; widgets know neither vault nor settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from app.spelling import Speller

NEXT_KEYS = "F7"


class Source(Protocol):
    """Where the editor gets its speller, and where it says what a person chose."""

    changed: SignalInstance

    @property
    def on(self) -> bool:
        """Whether spelling is to be checked."""

    @property
    def speller(self) -> Speller | None:
        """The speller, once there is one."""

    @property
    def found(self) -> tuple[str, ...]:
        """The languages there are dictionaries for."""

    def chosen(self) -> tuple[str, ...]:
        """The languages in use."""

    def want(self) -> None:
        """Make the speller; `changed` tells when it is there."""

    def switch(self, *, on: bool) -> None:
        """Check spelling, or not."""

    def choose(self, tag: str, *, on: bool) -> None:
        """Check a language as well, or no longer."""

    def add_word(self, word: str) -> None:
        """Take a word for right from now on."""

    def say(self, words: str) -> None:
        """Show a short note."""
