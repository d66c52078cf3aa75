"""Saves without end and says each save once it is acknowledged; started to be killed."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from app.clock import SystemClock
from app.domain.goals import Goal
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.unlocking import approach
from app.vault import Vault
from tests.security.children import say
from tests.vaults import PASSPHRASE


def save_for_ever(folder: Path, first: int) -> None:
    """Add an entry, type in one, revise a goal, keep a draft, undo and redo, by turns."""
    vault = Vault(approach(folder).unlock(PASSPHRASE), SystemClock())
    typed = journal.add(vault, EntryDraft(title="typed", body=str(first)))
    goal = goals.add_goal(vault, Goal(title=str(first)))
    say("began", typed.id, goal.id)
    for number in itertools.count(first):
        body = f"{number} " + "A long day, and one thing learned. " * (number % 400)
        say("add", journal.add(vault, EntryDraft(body=body)).id, number)
        journal.write(vault, typed.id, EntryDraft(title="typed", body=body))
        say("write", typed.id, number)
        goals.revise_goal(vault, replace(goal, title=str(number)))
        say("goal", goal.id, number)
        vault.keep_draft("unfinished", str(number))
        say("draft", "unfinished", number)
        vault.undo()
        vault.redo()
        say("redo", goal.id, number)


if __name__ == "__main__":
    save_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
