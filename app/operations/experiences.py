"""Experiences, and the attempts at stretch goals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.changes import Op
from app.clock import Moment
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Attempt
from app.domain.ids import Id, Kind
from app.operations.journal import EntryDraft, put_entry
from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Debrief:
    """What an entry is written for: an attempt at a stretch goal."""

    attempt: Id


def add_experience(vault: Vault, experience: Experience) -> Experience:
    """A new experience."""
    with vault.transact(Op.ADD_EXPERIENCE) as write:
        return write.put(experience)


def revise_experience(vault: Vault, experience: Experience) -> Experience:
    """The experience as it reads now."""
    with vault.transact(Op.REVISE_EXPERIENCE) as write:
        write.get(Experience, experience.id)
        return write.put(experience)


def delete_experience(vault: Vault, experience_id: Id) -> None:
    """The experience to the trash, with its evidence links."""
    with vault.transact(Op.DELETE_EXPERIENCE) as write:
        write.delete(write.get(Experience, experience_id))
        for link in write.all(Evidence, target=experience_id):
            write.delete(link)


def restore_experience(vault: Vault, experience_id: Id) -> None:
    """The experience back from the trash, with the evidence links that went with it."""
    with vault.transact(Op.RESTORE) as write:
        experience = write.find(Experience, experience_id)
        if experience is None or experience.deleted is None:
            return
        for link in write.deleted(Evidence):
            if link.target == experience_id and link.deleted == experience.deleted:
                entry = write.find(Entry, link.entry)
                # Where the entry lies in the trash now, the link comes back with it.
                write.put(replace(link, deleted=entry.deleted if entry else link.deleted))
        write.put(replace(experience, deleted=None))


def add_attempt(vault: Vault, attempt: Attempt) -> Attempt:
    """A new attempt at a stretch goal."""
    with vault.transact(Op.ADD_ATTEMPT) as write:
        return write.put(attempt)


def revise_attempt(vault: Vault, attempt: Attempt) -> Attempt:
    """The attempt as it reads now."""
    with vault.transact(Op.REVISE_ATTEMPT) as write:
        write.get(Attempt, attempt.id)
        return write.put(attempt)


def delete_attempt(vault: Vault, attempt_id: Id) -> None:
    """The attempt to the trash; its debrief stays in the journal."""
    with vault.transact(Op.DELETE_ATTEMPT) as write:
        write.delete(write.get(Attempt, attempt_id))


def write_debrief(
    vault: Vault,
    debrief: Debrief,
    draft: EntryDraft,
    written: Moment | None = None,
    evidence: Iterable[tuple[Kind, Id]] = (),
) -> Entry:
    """A new entry about an attempt; where the attempt is gone, an entry like any other."""
    with vault.transact(Op.WRITE_DEBRIEF) as write:
        entry = put_entry(write, draft, written or write.now, evidence)
        attempt = write.find(Attempt, debrief.attempt)
        if attempt is not None and attempt.deleted is None:
            write.put(replace(attempt, entry=entry.id))
        return entry
