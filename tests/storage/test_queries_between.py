from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.clock import Moment
from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Request
from app.domain.ids import Id, Kind
from app.domain.sessions import Action, ActionState, Session
from app.operations import actions, feedback, people, sessions
from app.queries.between import SETTLED, between
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


def planned(vault: Vault, person: Id, days: int) -> Id:
    start = Moment(NOON.at + days * 86_400_000, NOON.offset)
    return sessions.plan_session(vault, Session(person=person).dated(start)).id


def test_sessions_to_come_stand_first_then_those_that_were_the_newest_first(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    priya = people.add_person(vault, Person(name="Priya")).id
    held = [planned(vault, ruth, days) for days in (-20, -6)]
    for session in held:
        sessions.end_session(vault, session)
    later, sooner = planned(vault, ruth, 9), planned(vault, ruth, 2)
    planned(vault, priya, 1)
    found = between(vault.read, ruth).sessions
    assert [row.id for row in found] == [sooner, later, *reversed(held)]
    assert [row.number for row in found] == [3, 4, 2, 1]


def test_actions_go_both_ways_and_few_of_those_that_are_settled_stay(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    for number in range(SETTLED + 2):
        action = actions.add_action(vault, Action(title=f"done {number}", person=ruth))
        actions.settle_action(vault, action.id, ActionState.DONE)
    actions.add_action(vault, Action(title="mine", person=ruth, due=DAY))
    actions.add_action(vault, Action(title="theirs", person=ruth, mine=False))
    found = between(vault.read, ruth).actions
    assert [row.title for row in found[:2]] == ["mine", "theirs"]
    assert len(found) == 2 + SETTLED


def test_what_waits_to_be_read_stands_above_what_is_waited_for_and_what_was_read(
    vault: Vault,
) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    ask = Request(person=ruth, about="The talk", asked=DAY, reply_by=DAY + ONE)
    waiting = feedback.ask(vault, ask)
    answered = feedback.ask(vault, replace(ask, id=Id("b"), about="The page"))
    feedback.close_request(vault, feedback.ask(vault, replace(ask, id=Id("c"))).id)
    arrived = feedback.receive(vault, Feedback(request=answered.id, day=DAY))
    said = feedback.add_by_hand(vault, Feedback(person=ruth, name="SBI", day=DAY - ONE))
    found = between(vault.read, ruth).feedback
    assert [(each.kind, each.id, each.about, each.state) for each in found] == [
        (Kind.FEEDBACK, arrived.id, "The page", FeedbackState.ARRIVED),
        (Kind.REQUEST, waiting.id, "The talk", None),
        (Kind.FEEDBACK, said.id, "SBI", FeedbackState.KEPT),
    ]
    assert between(vault.read, Id("nobody")).feedback == ()
