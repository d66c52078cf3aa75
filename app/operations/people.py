"""Cycles, and the people of a mentee."""

from __future__ import annotations

from app.changes import Op
from app.domain.cycles import Cycle, Person
from app.vault import Vault


def add_cycle(vault: Vault, cycle: Cycle) -> Cycle:
    """A new coaching cycle."""
    with vault.transact(Op.ADD_CYCLE) as write:
        return write.put(cycle)


def revise_cycle(vault: Vault, cycle: Cycle) -> Cycle:
    """The cycle as it reads now."""
    with vault.transact(Op.REVISE_CYCLE) as write:
        write.get(Cycle, cycle.id)
        return write.put(cycle)


def add_person(vault: Vault, person: Person) -> Person:
    """Somebody new."""
    with vault.transact(Op.ADD_PERSON) as write:
        return write.put(person)


def revise_person(vault: Vault, person: Person) -> Person:
    """The person as known now."""
    with vault.transact(Op.REVISE_PERSON) as write:
        write.get(Person, person.id)
        return write.put(person)
