from __future__ import annotations

from datetime import timedelta

from app.clock import Moment
from app.domain.cycles import Person
from app.domain.feedback import Feedback
from app.domain.ids import Id
from app.domain.sessions import Action, ActionState, Session
from app.operations import actions, feedback, people, sessions
from app.storage import coming_rows
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


def held(vault: Vault, days: int, person: Id) -> Session:
    start = Moment(NOON.at - days * 86_400_000, NOON.offset)
    session = sessions.plan_session(vault, Session(person=person).dated(start))
    return sessions.end_session(vault, session.id).session


def test_what_one_owes_and_is_due_by_a_day_says_in_which_session_it_was_agreed(
    vault: Vault,
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    held(vault, 20, ruth)
    second = held(vault, 6, ruth)
    due = (DAY + 3 * ONE, DAY - ONE)
    actions.add_action(vault, Action(title="b", person=ruth, session=second.id, due=due[0]))
    actions.add_action(vault, Action(title="a", due=due[1]))
    actions.add_action(vault, Action(title="theirs", mine=False, due=due[1]))
    actions.add_action(vault, Action(title="some day"))
    done = actions.add_action(vault, Action(title="done", due=due[1]))
    actions.settle_action(vault, done.id, ActionState.DONE)
    rows = coming_rows.my_actions(vault.read, due[0].isoformat())
    assert [(title, session, number, name) for _, title, _, session, number, name in rows] == [
        ("a", None, 0, None),
        ("b", second.id, 2, "Ruth"),
    ]
    assert len(coming_rows.my_actions(vault.read, DAY.isoformat())) == 1


def test_what_waits_to_be_read_is_what_only_arrived(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    read = feedback.receive(vault, Feedback(person=ruth, day=DAY - ONE))
    waiting = feedback.receive(vault, Feedback(day=DAY))
    feedback.keep(vault, read.id)
    assert coming_rows.unread(vault.read) == [(waiting.id, DAY.isoformat(), None)]
    arrived = coming_rows.arrived_since(vault.read, (DAY - ONE).isoformat())
    assert [(row[0], row[2]) for row in arrived] == [(waiting.id, None), (read.id, "Ruth")]


def test_sessions_held_since_a_day_are_numbered(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    held(vault, 20, ruth)
    second = held(vault, 3, ruth)
    found = coming_rows.held_since(vault.read, (DAY - 7 * ONE).isoformat())
    assert found == [(second.id, "", second.day.isoformat(), 2, "Ruth")]
    assert coming_rows.owed_before(vault.read, ruth, second.id) == 0
