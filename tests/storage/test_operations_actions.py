from __future__ import annotations

from dataclasses import replace

from app.domain.cycles import Person
from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState
from app.operations import actions, people, trash
from app.vault import Vault
from tests.vaults import NOON


def test_an_action_is_added_with_somebody_new_and_revised(vault: Vault) -> None:
    made = actions.add_action(vault, Action(title="Introduce me", mine=False), Person(name="Ruth"))
    actions.revise_action(vault, replace(made, title="Introduce me to the design lead"))
    (ruth,) = vault.read.all(Person)
    (action,) = vault.read.all(Action)
    assert (action.title, action.person) == ("Introduce me to the design lead", ruth.id)


def test_an_action_is_settled_as_of_today_and_opened_again(vault: Vault) -> None:
    made = actions.add_action(vault, Action(title="Write to Luca"))
    assert actions.settle_action(vault, made.id, ActionState.DONE).state_day == NOON.day
    assert actions.settle_action(vault, made.id, ActionState.OPEN).state_day is None
    vault.undo()
    assert vault.read.get(Action, made.id).state is ActionState.DONE


def test_an_action_goes_to_the_trash_and_comes_back(vault: Vault) -> None:
    made = actions.add_action(vault, Action(title="Write to Luca"))
    actions.delete_action(vault, made.id)
    assert vault.read.all(Action) == []
    trash.restore(vault, Kind.ACTION, made.id)
    assert [action.title for action in vault.read.all(Action)] == ["Write to Luca"]


def test_who_is_gone_for_good_owes_nothing_by_name(vault: Vault) -> None:
    made = actions.add_action(vault, Action(title="Introduce me", mine=False), Person(name="Ruth"))
    people.delete_person(vault, made.person)
    trash.purge(vault, Kind.PERSON, made.person)
    assert vault.read.get(Action, made.id).person == ""
