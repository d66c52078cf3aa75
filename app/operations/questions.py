"""Keeping one's own questions to write about."""

from __future__ import annotations

from app.domain.questions import MIXED, OWN, questions
from app.vault import Vault


def keep(vault: Vault, text: str) -> None:
    """The questions from now on, one a line; nothing is written where they are the same."""
    kept = "\n".join(questions(text))
    if kept != vault.read.preference(OWN):
        vault.prefer(OWN, kept)


def mix(vault: Vault, *, mixed: bool) -> None:
    """Whether they take turns with the others as the question of the day."""
    vault.prefer(MIXED, "yes" if mixed else "")
