"""The people of a mentee, and the support that is asked of them."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.support import Support, SupportState
from app.storage.writing import Write
from app.vault import Vault


def add_person(vault: Vault, person: Person) -> Person:
    """Somebody new."""
    with vault.transact(Op.ADD_PERSON) as write:
        return write.put(person)


def revise_person(vault: Vault, person: Person) -> Person:
    """The person as known now."""
    with vault.transact(Op.REVISE_PERSON) as write:
        write.get(Person, person.id)
        return write.put(person)


def delete_person(vault: Vault, person_id: Id) -> None:
    """The person to the trash; what was asked of them stays, with nobody to ask."""
    with vault.transact(Op.DELETE_PERSON) as write:
        write.delete(write.get(Person, person_id))


def add_support(vault: Vault, support: Support, newcomer: Person | None = None) -> Support:
    """Something new to ask for, of somebody new where there is a newcomer."""
    with vault.transact(Op.ADD_SUPPORT) as write:
        return write.put(_asked_of(write, support, newcomer))


def revise_support(vault: Vault, support: Support, newcomer: Person | None = None) -> Support:
    """What to ask for as it stands now, of somebody new where there is a newcomer."""
    with vault.transact(Op.REVISE_SUPPORT) as write:
        write.get(Support, support.id)
        return write.put(_asked_of(write, support, newcomer))


def move_support(vault: Vault, support_id: Id, state: SupportState) -> Support:
    """How far asking has come as of today; what is only wanted has no day."""
    with vault.transact(Op.REVISE_SUPPORT) as write:
        support = write.get(Support, support_id)
        if support.state is state:
            return support
        day = None if state is SupportState.WANTED else write.now.day
        return write.put(replace(support, state=state, day=day))


def delete_support(vault: Vault, support_id: Id) -> None:
    """What was to be asked for, to the trash."""
    with vault.transact(Op.DELETE_SUPPORT) as write:
        write.delete(write.get(Support, support_id))


def known_or_new(write: Write, newcomer: Person) -> Person:
    """Somebody new; the same name and relation again is the same person."""
    name = newcomer.name.strip()
    for person in write.all(Person, relation=newcomer.relation):
        if person.name.casefold() == name.casefold():
            return person
    return write.put(replace(newcomer, name=name))


def _asked_of(write: Write, support: Support, newcomer: Person | None) -> Support:
    if newcomer is None:
        return support
    return replace(support, person=known_or_new(write, newcomer).id)
