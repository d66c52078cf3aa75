from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.cycles import Person
from app.domain.ids import NO_ID
from app.domain.sessions import Action, ActionState, Session
from app.operations import actions, people, sessions
from app.queries.actions import agreed_in, in_state, open_with, with_person
from app.vault import Vault
from tests.vaults import NOON

WEEK = timedelta(days=7)


def test_open_actions_stand_by_when_they_are_due_and_without_a_day_last(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    for title, due in (("None", None), ("Late", NOON.day + WEEK), ("Soon", NOON.day)):
        actions.add_action(vault, Action(title=title, person=ruth.id, due=due))
    assert [row.title for row in open_with(vault.read, ruth.id)] == ["Soon", "Late", "None"]
    assert [row.title for row in in_state(vault.read, ActionState.OPEN)] == ["Soon", "Late", "None"]
    assert in_state(vault.read, ActionState.DONE) == ()


def test_a_row_names_the_other_side_and_the_session_as_long_as_they_are_there(
    vault: Vault,
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    held = sessions.plan_session(vault, Session(person=ruth.id).dated(NOON))
    actions.add_action(vault, Action(title="Write", person=ruth.id, session=held.id, mine=False))
    (row,) = agreed_in(vault.read, held.id)
    assert (row.name, row.mine, row.agreed) == ("Ruth", False, NOON.day)
    sessions.delete_session(vault, held.id)
    people.delete_person(vault, ruth.id)
    (row,) = in_state(vault.read, ActionState.OPEN)
    assert (row.name, row.person, row.session, row.agreed) == ("", NO_ID, NO_ID, None)


def test_what_is_settled_follows_what_is_open_the_last_settled_first(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth"))
    made = [
        actions.add_action(vault, Action(title=title, person=ruth.id))
        for title in ("First", "Open", "Second")
    ]
    old = actions.settle_action(vault, made[0].id, ActionState.DONE)
    actions.revise_action(vault, replace(old, state_day=NOON.day - WEEK))
    actions.settle_action(vault, made[2].id, ActionState.DROPPED)
    found = with_person(vault.read, ruth.id)
    assert [row.title for row in found] == ["Open", "Second", "First"]
