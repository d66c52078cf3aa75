from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.cycles import Cycle, Person
from app.operations import people
from app.vault import Vault


def test_a_cycle_is_added_and_revised(vault: Vault) -> None:
    start, end = date(2026, 3, 2), date(2026, 8, 28)
    cycle = people.add_cycle(vault, Cycle(title="Spring", start=start, middle=start, end=end))
    people.revise_cycle(vault, replace(cycle, title="Summer"))
    assert [c.title for c in vault.read.all(Cycle)] == ["Summer"]
    vault.undo()
    assert vault.read.all(Cycle) == [cycle]


def test_a_person_is_added_and_revised(vault: Vault) -> None:
    person = people.add_person(vault, Person(name="Ruth"))
    people.revise_person(vault, replace(person, role="CTO"))
    assert [p.role for p in vault.read.all(Person)] == ["CTO"]
