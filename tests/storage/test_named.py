"""Sessions, actions, debriefs, requests and feedback, as search finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.cycles import Person
from app.domain.feedback import Feedback, Request, Way
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.domain.query import parse
from app.domain.searches import Sort
from app.domain.sessions import Action, ActionState, AgendaItem, Debrief, Session
from app.operations import actions, feedback, goals, people, sessions, trash
from app.queries import search
from app.queries.search import Hit
from app.storage.checking import is_sound
from app.vault import Vault
from tests.vaults import NOON

SAID = (Answer("start", "Start", AnswerType.MULTILINE, "Say what you need."),)


def hits(vault: Vault, text: str) -> list[Hit]:
    found = search.find(vault, parse(text), Sort.NEWEST)
    assert found is not None
    return list(found.hits)


def kinds(vault: Vault, text: str) -> list[Kind]:
    return sorted(hit.kind for hit in hits(vault, text))


def ruth(vault: Vault) -> Id:
    return people.add_person(vault, Person(name="Ruth Adeyemi")).id


def planned(vault: Vault, person: Id, **fields: object) -> Session:
    session = replace(Session(person=person).dated(NOON), **fields)  # type: ignore[arg-type]
    return sessions.plan_session(vault, session)


def arrived(vault: Vault, **fields: object) -> Feedback:
    reply = Feedback(answers=SAID, way=Way.FILE, consent=Consent.UNNAMED, day=NOON.day)
    return feedback.receive(vault, replace(reply, **fields))  # type: ignore[arg-type]


def test_what_is_with_somebody_is_found_by_their_name_and_tells_it(vault: Vault) -> None:
    person = ruth(vault)
    planned(vault, person)
    second = planned(vault, person).id
    sessions.debrief_session(vault, Debrief(session=second, next_step="Write to her"))
    actions.add_action(vault, Action(title="Introduce me", person=person, mine=False))
    request = feedback.ask(vault, Request(person=person, name="Feedforward", asked=NOON.day))
    arrived(vault, request=request.id)
    expected = [
        *(Kind.ACTION, Kind.DEBRIEF, Kind.FEEDBACK, Kind.PERSON, Kind.REQUEST),
        *(Kind.SESSION, Kind.SESSION),
    ]
    assert kinds(vault, "adeyemi") == sorted(expected)
    found = {(hit.kind, hit.number) for hit in hits(vault, "adeyemi")}
    assert {(Kind.SESSION, 1), (Kind.SESSION, 2), (Kind.DEBRIEF, 2)} < found
    names = {hit.name.text for hit in hits(vault, "adeyemi") if hit.kind is not Kind.PERSON}
    assert names == {"Ruth Adeyemi"}
    assert kinds(vault, 'person:"Ruth"') == kinds(vault, "adeyemi")
    (debrief,) = hits(vault, "in:debriefs")
    assert (debrief.owner, debrief.owner_kind) == (second, Kind.SESSION)


@pytest.mark.parametrize(
    "change",
    [
        lambda vault, person: people.revise_person(vault, replace(person, name="Ruth Bello")),
        lambda vault, person: people.delete_person(vault, person.id),
    ],
)
def test_another_name_is_found_and_undo_finds_the_old_one_again(
    vault: Vault, change: Callable[[Vault, Person], object]
) -> None:
    person = people.add_person(vault, Person(name="Ruth Adeyemi"))
    session = planned(vault, person.id)
    sessions.debrief_session(vault, Debrief(session=session.id, next_step="x"))
    assert len(hits(vault, "adeyemi")) == 3
    change(vault, person)
    assert hits(vault, "adeyemi") == []
    vault.undo()
    assert len(hits(vault, "adeyemi")) == 3


def test_a_name_that_is_gone_for_good_is_nowhere_in_the_index(vault: Vault) -> None:
    person = ruth(vault)
    session = planned(vault, person)
    sessions.debrief_session(vault, Debrief(session=session.id, next_step="x"))
    arrived(vault, person=person)
    people.delete_person(vault, person)
    trash.purge(vault, Kind.PERSON, person)
    assert not vault._connection.rows("SELECT 1 FROM word WHERE word = 'adeyemi'")
    assert is_sound(vault._connection)


def test_a_session_that_is_with_somebody_else_takes_its_debrief_along(vault: Vault) -> None:
    session = planned(vault, ruth(vault))
    sessions.debrief_session(vault, Debrief(session=session.id, next_step="x"))
    priya = people.add_person(vault, Person(name="Priya")).id
    sessions.write_session(vault, replace(session, person=priya))
    assert kinds(vault, "priya") == sorted([Kind.DEBRIEF, Kind.PERSON, Kind.SESSION])
    assert kinds(vault, "person:ruth") == [Kind.PERSON]


def test_words_in_quarantine_are_found_once_they_were_read(vault: Vault) -> None:
    """What somebody sent is shown in quarantine alone, with their signature no name yet."""
    reply = arrived(vault, giver="Signed Stranger", about="The talk")
    assert hits(vault, "need") == hits(vault, "stranger") == []
    (hit,) = hits(vault, "talk")
    assert (hit.snippet.text, hit.name.text) == ("The talk", "")
    feedback.set_aside(vault, reply.id)
    assert [hit.name.text for hit in hits(vault, "need")] == ["Signed Stranger"]
    vault.undo()
    assert hits(vault, "need") == []
    feedback.keep(vault, reply.id)
    assert len(hits(vault, "need")) == len(hits(vault, "stranger")) == 1


def test_what_waits_is_open_until_it_is_settled(vault: Vault) -> None:
    session = planned(vault, ruth(vault))
    action = actions.add_action(vault, Action(title="Introduce me"))
    request = feedback.ask(vault, Request(name="SBI", asked=NOON.day))
    other = feedback.ask(vault, Request(name="SBI", asked=NOON.day))
    opened = "is:open"
    assert kinds(vault, opened) == sorted([Kind.ACTION, Kind.REQUEST, Kind.REQUEST, Kind.SESSION])
    reply = arrived(vault, request=request.id)
    assert kinds(vault, "is:open in:feedback") == [Kind.FEEDBACK, Kind.REQUEST]
    feedback.keep(vault, reply.id)
    feedback.close_request(vault, other.id)
    sessions.end_session(vault, session.id)
    actions.settle_action(vault, action.id, ActionState.DROPPED)
    assert hits(vault, opened) == []
    feedback.delete_feedback(vault, reply.id)
    assert [hit.id for hit in hits(vault, opened)] == [request.id]


def test_goals_on_the_agenda_and_what_feedback_is_about_are_found_by_the_goal(
    vault: Vault,
) -> None:
    goal = goals.add_goal(vault, Goal(title="Delegate"))
    item = AgendaItem("Delegate", kind=Kind.GOAL, record=goal.id)
    planned(vault, ruth(vault), agenda=(item,))
    feedback.ask(vault, Request(name="SBI", goal=goal.id, asked=NOON.day))
    assert kinds(vault, "goal:delegate in:sessions") == [Kind.SESSION]
    assert kinds(vault, "goal:delegate in:feedback") == [Kind.REQUEST]


def test_each_kind_is_found_by_its_own_word(vault: Vault) -> None:
    session = planned(vault, ruth(vault), notes="findme")
    actions.add_action(vault, Action(title="findme", due=NOON.day + timedelta(days=1)))
    sessions.debrief_session(vault, Debrief(session=session.id, answers="findme"))
    feedback.ask(vault, Request(about="findme", asked=NOON.day))
    feedback.add_by_hand(vault, Feedback(about="findme", day=NOON.day))
    of_sessions = sorted([Kind.ACTION, Kind.DEBRIEF, Kind.SESSION])
    assert kinds(vault, "findme in:sessions") == of_sessions
    assert kinds(vault, "findme in:actions") == [Kind.ACTION]
    assert kinds(vault, "findme in:feedback") == [Kind.FEEDBACK, Kind.REQUEST]
