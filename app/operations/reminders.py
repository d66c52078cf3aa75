"""Keeping what somebody wants to be reminded of, and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from app.domain.reminder_choices import CHOICES, ReminderChoices
from app.domain.reminders import SAID, Said
from app.vault import Vault


def choose(vault: Vault, choices: ReminderChoices) -> None:
    """Be reminded like this from now on."""
    vault.prefer(CHOICES, choices.to_text())


def remember(vault: Vault, said: Said) -> None:
    """Keep what was said; nothing is written where it is known."""
    if said != _said(vault):
        vault.prefer(SAID, said.to_text())


def dismiss(vault: Vault, occurrences: Iterable[str]) -> None:
    """Take these away from what is waiting; they are not said again."""
    remember(vault, _said(vault).without(occurrences))


def put_off(vault: Vault, until: datetime) -> None:
    """Show what is waiting again at a time of this day."""
    remember(vault, replace(_said(vault), later=until))


def _said(vault: Vault) -> Said:
    return Said.from_text(vault.read.preference(SAID))
