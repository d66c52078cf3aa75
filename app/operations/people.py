"""The people of a mentee, and the support that is asked of them."""

from __future__ import annotations

from app.changes import Op
from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.support import Support
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


def add_support(vault: Vault, support: Support) -> Support:
    """Something new to ask for."""
    with vault.transact(Op.ADD_SUPPORT) as write:
        return write.put(support)


def revise_support(vault: Vault, support: Support) -> Support:
    """What to ask for as it stands now."""
    with vault.transact(Op.REVISE_SUPPORT) as write:
        write.get(Support, support.id)
        return write.put(support)


def delete_support(vault: Vault, support_id: Id) -> None:
    """What was to be asked for, to the trash."""
    with vault.transact(Op.DELETE_SUPPORT) as write:
        write.delete(write.get(Support, support_id))
