from __future__ import annotations

from dataclasses import replace

from app.domain.cycles import Person, Relation
from app.domain.ids import Id, Kind
from app.domain.support import Support, SupportState
from app.operations import people, trash
from app.vault import Vault
from tests.vaults import NOON


def test_a_person_is_added_and_revised(vault: Vault) -> None:
    person = people.add_person(vault, Person(name="Ruth"))
    people.revise_person(vault, replace(person, role="CTO"))
    assert [p.role for p in vault.read.all(Person)] == ["CTO"]


def test_a_deleted_person_leaves_what_was_asked_of_them_and_comes_back(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth", safety=4))
    asked = people.add_support(vault, Support(title="A rehearsal", person=ruth.id))
    people.delete_person(vault, ruth.id)
    assert vault.read.all(Person) == []
    assert vault.read.all(Support) == [asked]
    trash.restore(vault, Kind.PERSON, ruth.id)
    assert vault.read.get(Person, ruth.id).safety == 4


def test_a_person_deleted_for_good_is_named_nowhere(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    asked = people.add_support(vault, Support(title="A rehearsal", person=ruth.id))
    people.delete_person(vault, ruth.id)
    trash.purge(vault, Kind.PERSON, ruth.id)
    assert vault.read.get(Support, asked.id).person == ""


def test_support_is_added_revised_and_deleted(vault: Vault) -> None:
    asked = people.add_support(vault, Support(title="A rehearsal", goal=Id("g")))
    people.revise_support(vault, replace(asked, state=SupportState.AGREED))
    assert [s.state for s in vault.read.all(Support)] == [SupportState.AGREED]
    people.delete_support(vault, asked.id)
    assert vault.read.all(Support) == []
    vault.undo()
    vault.undo()
    assert vault.read.all(Support) == [asked]


def test_somebody_new_comes_with_what_is_asked_of_them_and_goes_with_it(vault: Vault) -> None:
    asked = people.add_support(vault, Support(title="A rehearsal"), Person(name=" Ruth "))
    (ruth,) = vault.read.all(Person)
    assert (ruth.name, asked.person) == ("Ruth", ruth.id)
    vault.undo()
    assert vault.read.all(Person) == []
    assert vault.read.all(Support) == []


def test_the_same_name_and_relation_is_the_same_person(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth", relation=Relation.MENTOR))
    asked = people.add_support(vault, Support(title="A rehearsal"))
    again = people.revise_support(vault, asked, Person(name="ruth", relation=Relation.MENTOR))
    assert again.person == ruth.id
    other = people.revise_support(vault, asked, Person(name="Ruth", relation=Relation.PEER))
    assert other.person != ruth.id


def test_how_far_asking_has_come_has_its_day(vault: Vault) -> None:
    asked = people.add_support(vault, Support(title="A rehearsal"))
    moved = people.move_support(vault, asked.id, SupportState.ASKED)
    assert (moved.state, moved.day) == (SupportState.ASKED, NOON.day)
    assert people.move_support(vault, asked.id, SupportState.WANTED).day is None
    vault.undo()
    assert vault.read.get(Support, asked.id).state is SupportState.ASKED
