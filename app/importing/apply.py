"""Puts what was read from another journal into the vault: all of it or nothing, and never twice."""

from __future__ import annotations

from dataclasses import dataclass

from app.changes import Op
from app.domain.entries import Entry
from app.importing.drafts import EntryDraft, Reading, Skipped
from app.storage.rows import Reader
from app.storage.source_rows import sources
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: what comes in, what is in the vault already, what is left out."""

    new: tuple[EntryDraft, ...]
    already_there: tuple[EntryDraft, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """How many entries an import added, and how many were in the vault already."""

    added: int
    already_there: int


def plan(vault: Vault, reading: Reading) -> Plan:
    """What `apply` would do now; changes nothing."""
    return _planned(vault.read, reading)


def apply(vault: Vault, reading: Reading) -> Applied:
    """Add what is not there yet, in one transaction and one step of undo.

    An entry is known by its source, whatever was done to it since: one that was edited is not
    brought back as it was, and one in the trash stays there. Undoing an import forgets it, so
    the same journal can come in again. A star becomes a pin; nothing is chosen for a session or
    a share pack.
    """
    with vault.transact(Op.IMPORT) as write:
        found = _planned(write, reading)
        for draft in found.new:
            write.put(_entry(draft))
    return Applied(len(found.new), len(found.already_there))


def _planned(reader: Reader, reading: Reading) -> Plan:
    known = sources(reader)
    new: dict[str, EntryDraft] = {}
    already_there = []
    for draft in reading.drafts:
        if draft.source in known or draft.source in new:
            already_there.append(draft)
        else:
            new[draft.source] = draft
    return Plan(tuple(new.values()), tuple(already_there), reading.skipped)


def _entry(draft: EntryDraft) -> Entry:
    entry = Entry(title=draft.title, body=draft.body, pinned=draft.starred, source=draft.source)
    return entry.dated(draft.written).tagged(draft.tags)
