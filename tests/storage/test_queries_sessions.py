from __future__ import annotations

from dataclasses import replace

from app.clock import Moment
from app.domain.cycles import Person, Relation
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem
from app.domain.sessions import Action, ActionState, AgendaItem, Debrief, Session, SessionState
from app.operations import actions, packs, people, sessions
from app.operations.journal import EntryDraft, add
from app.queries.sessions import listed, numbers, session_view
from app.vault import Vault
from tests.vaults import NOON

DAY = 24 * 60 * 60_000


def planned(vault: Vault, person: Person, days: int, **fields: object) -> Session:
    new = Session(person=person.id).dated(Moment(NOON.at + days * DAY, NOON.offset))
    return sessions.plan_session(vault, replace(new, **fields))  # type: ignore[arg-type]


def ruth(vault: Vault) -> Person:
    return people.add_person(vault, Person(name="Ruth", relation=Relation.MENTOR))


def test_sessions_are_numbered_with_each_person_without_the_cancelled_ones(vault: Vault) -> None:
    first = ruth(vault)
    johan = people.add_person(vault, Person(name="Johan", relation=Relation.SPONSOR))
    old = planned(vault, first, -28)
    cancelled = planned(vault, first, -14, state=SessionState.CANCELLED)
    new = planned(vault, first, 1)
    other = planned(vault, johan, 3)
    rows = listed(vault.read)
    assert [row.id for row in rows] == [other.id, new.id, cancelled.id, old.id]
    assert [row.number for row in rows] == [1, 2, None, 1]
    assert numbers(vault.read) == {old.id: 1, new.id: 2, other.id: 1}
    view = session_view(vault.read, new.id)
    gone = session_view(vault.read, cancelled.id)
    assert view is not None
    assert gone is not None
    assert (view.number, gone.number) == (2, None)


def test_a_row_says_with_whom_and_how_ready_it_is(vault: Vault) -> None:
    person = ruth(vault)
    bare = planned(vault, person, 1)
    assert [row.ready for row in listed(vault.read)] == [1]  # there are no actions to review
    actions.add_action(vault, Action(title="Write", person=person.id))
    assert [row.ready for row in listed(vault.read)] == [0]
    item = AgendaItem("a", kind=Kind.ENTRY, record=Id("e"))
    ready = replace(bare, question="Who?", agenda=(item,), reviewed=True)
    sessions.write_session(vault, ready)
    (row,) = listed(vault.read)
    assert (row.ready, row.name, row.relation) == (4, "Ruth", Relation.MENTOR)
    view = session_view(vault.read, bare.id)
    assert view is not None
    assert view.readiness.count == row.ready
    assert (view.readiness.topics, view.readiness.to_bring) == (1, 1)


def test_an_entry_that_is_flagged_counts_as_something_to_bring(vault: Vault) -> None:
    planned(vault, ruth(vault), 1)
    add(vault, EntryDraft(title="Smaller promises", bring=True))
    assert [row.ready for row in listed(vault.read)] == [2]


def test_a_session_knows_the_one_before_it_and_what_is_carried_over(vault: Vault) -> None:
    person = ruth(vault)
    last = planned(vault, person, -14, state=SessionState.HELD)
    planned(vault, person, -7, state=SessionState.CANCELLED)
    made = planned(vault, person, 1)
    owed = actions.add_action(vault, Action(title="Old", person=person.id, session=last.id))
    done = actions.add_action(vault, Action(title="Done", person=person.id, session=last.id))
    actions.settle_action(vault, done.id, ActionState.DONE)
    new = actions.add_action(vault, Action(title="New", person=person.id, session=made.id))
    sessions.debrief_session(vault, Debrief(session=made.id, answers="Useful"))
    view = session_view(vault.read, made.id)
    assert view is not None
    assert view.last is not None
    assert (view.last.id, view.last_number) == (last.id, 1)
    assert [row.id for row in view.actions] == [new.id]
    assert [(row.id, row.agreed) for row in view.carried] == [(owed.id, last.day)]
    assert view.debrief is not None
    assert [(row.actions, row.open_actions) for row in listed(vault.read)] == [
        (1, 1),
        (0, 0),
        (2, 1),
    ]


def test_a_session_that_is_gone_shows_nothing_and_one_without_a_person_is_a_session(
    vault: Vault,
) -> None:
    alone = sessions.plan_session(vault, Session().dated(NOON))
    view = session_view(vault.read, alone.id)
    assert view is not None
    assert (view.person, view.last, view.carried) == (None, None, ())
    sessions.delete_session(vault, alone.id)
    assert session_view(vault.read, alone.id) is None
    assert listed(vault.read) == ()


def test_a_session_in_a_pack_says_so(vault: Vault) -> None:
    made = planned(vault, ruth(vault), 1)
    packs.add(vault, Pack(items=(PackItem(Kind.SESSION, made.id, ()),)))
    assert [row.shared for row in listed(vault.read)] == [True]
