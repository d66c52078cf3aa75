from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.sessions import Action, AgendaItem, Session
from app.operations import actions, journal, people, sessions
from app.operations.journal import EntryDraft
from app.queries.coming import coming, next_sessions
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


def planned(vault: Vault, days: int, **fields: object) -> Session:
    start = vault.clock.here(NOON.local.replace(tzinfo=None) + days * ONE)
    session = replace(Session(**fields), minutes=50)  # type: ignore[arg-type] # a field each
    return sessions.plan_session(vault, session.dated(start))


@pytest.mark.parametrize(("days", "near"), [(-1, False), (0, True), (7, True), (8, False)])
def test_a_session_is_kept_in_mind_for_a_week(vault: Vault, days: int, *, near: bool) -> None:
    planned(vault, days)
    assert (coming(vault.read, DAY) is not None) == near


def test_the_next_one_comes_first_and_one_that_goes_on_before_it(vault: Vault) -> None:
    later, sooner = planned(vault, 3), planned(vault, 1)
    found = coming(vault.read, DAY)
    assert found is not None
    assert found.session.id == sooner.id
    sessions.start_session(vault, later.id)
    found = coming(vault.read, DAY + 30 * ONE)
    assert found is not None
    assert found.session.id == later.id
    for session in (later, sooner):
        sessions.end_session(vault, session.id)
    assert coming(vault.read, DAY) is None


def test_it_says_with_whom_which_one_and_how_ready_it_is(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    first = planned(vault, -5, person=ruth)
    sessions.end_session(vault, first.id)
    session = planned(vault, 1, person=ruth, question="What now?")
    found = coming(vault.read, DAY)
    assert found is not None
    assert found.person is not None
    assert (found.number, found.person.name, found.owed) == (2, "Ruth", False)
    assert (found.readiness.topics, found.readiness.to_bring) == (0, 0)
    assert (found.readiness.reviewed, found.readiness.question) == (True, True)
    actions.add_action(vault, Action(title="a", person=ruth, session=session.id))
    actions.add_action(vault, Action(title="b", person=ruth, session=first.id))
    entry: Entry = journal.add(vault, EntryDraft(title="e", bring=True), NOON)
    item = AgendaItem("e", kind=Kind.ENTRY, record=entry.id)
    sessions.write_session(vault, session.with_item(item))
    found = coming(vault.read, DAY)
    assert found is not None
    assert found.owed
    assert (found.readiness.topics, found.readiness.to_bring) == (1, 1)
    assert not found.readiness.reviewed


def test_without_anybody_nothing_is_owed(vault: Vault) -> None:
    planned(vault, 1)
    actions.add_action(vault, Action(title="a", person=Id("")))
    found = coming(vault.read, DAY)
    assert found is not None
    assert (found.person, found.owed) == (None, False)


def test_each_person_has_the_day_of_their_next_session(vault: Vault) -> None:
    ruth, johan = (people.add_person(vault, Person(name=name)).id for name in ("Ruth", "Johan"))
    planned(vault, -2, person=ruth)
    planned(vault, 12, person=ruth)
    planned(vault, 5, person=ruth)
    off = planned(vault, 3, person=johan)
    planned(vault, 1)
    sessions.cancel_session(vault, off.id)
    assert next_sessions(vault.read, DAY) == {ruth: DAY + 5 * ONE}
