"""Experiences, and the attempts at stretch goals."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Attempt
from app.domain.ids import Id
from app.vault import Vault


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
