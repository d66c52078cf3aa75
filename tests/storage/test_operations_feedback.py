from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.changes import Op
from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request, Way
from app.domain.forms import Answer, AnswerType, Consent
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.operations import feedback, goals, trash
from app.operations.feedback import AlreadyArrivedError, ConsentWidenedError, QuarantinedError
from app.vault import Vault
from tests.vaults import NOON

SAID = (Answer("start", "Start", AnswerType.MULTILINE, "Say what you need."),)


def asked(vault: Vault) -> Request:
    request = Request(code="7KQ2", form="sbi-form", name="SBI", about="The talk", asked=NOON.day)
    return feedback.ask(vault, request, Person(name="Tomás"))


def arrived(vault: Vault, **fields: object) -> Feedback:
    reply = Feedback(answers=SAID, way=Way.FILE, consent=Consent.UNNAMED, day=NOON.day)
    return feedback.receive(vault, replace(reply, **fields))  # type: ignore[arg-type]


def test_a_reply_is_from_whom_was_asked_and_about_what(vault: Vault) -> None:
    request = asked(vault)
    reply = arrived(vault, request=request.id)
    assert (reply.person, reply.about, reply.name) == (request.person, "The talk", "SBI")
    assert reply.state is FeedbackState.ARRIVED


def test_the_same_reply_comes_in_once(vault: Vault) -> None:
    first = arrived(vault, sha256="aa")
    with pytest.raises(AlreadyArrivedError):
        arrived(vault, sha256="aa")
    feedback.delete_feedback(vault, first.id)
    arrived(vault, sha256="aa")


def test_nothing_is_linked_before_it_was_read_and_kept(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak"))
    target = Linked(Kind.GOAL, goal.id)
    reply = arrived(vault, links=(target,))
    assert reply.links == ()
    with pytest.raises(QuarantinedError):
        feedback.link(vault, reply.id, target)
    feedback.keep(vault, reply.id)
    assert feedback.link(vault, reply.id, target).links == (target,)
    assert feedback.link(vault, reply.id, target).links == (target,)
    assert feedback.unlink(vault, reply.id, target).links == ()


def test_what_somebody_said_does_not_change(vault: Vault) -> None:
    reply = arrived(vault)
    other = (replace(SAID[0], text="You are perfect."),)
    feedback.revise_by_hand(vault, replace(reply, answers=other, consent=Consent.NAMED))
    assert vault.read.get(Feedback, reply.id).answers == SAID
    assert vault.read.get(Feedback, reply.id).consent is Consent.UNNAMED
    other_words = replace(vault.read.get(Feedback, reply.id), answers=other)
    with (
        pytest.raises(Exception, match="does not change"),
        vault.transact(Op.REVISE_FEEDBACK) as write,
    ):
        write.put(other_words)


def test_what_was_typed_in_is_kept_at_once_and_can_be_put_right(vault: Vault) -> None:
    typed = feedback.add_by_hand(vault, Feedback(answers=SAID, way=Way.FILE), Person(name="Sana"))
    assert (typed.state, typed.way) == (FeedbackState.KEPT, Way.HAND)
    better = (replace(SAID[0], text="Say what you need at the top."),)
    feedback.revise_by_hand(vault, replace(typed, answers=better))
    assert vault.read.get(Feedback, typed.id).answers == better
    vault.undo()
    assert vault.read.get(Feedback, typed.id).answers == SAID


def test_what_a_giver_allows_is_only_ever_made_less(vault: Vault) -> None:
    reply = arrived(vault)
    with pytest.raises(ConsentWidenedError):
        feedback.narrow_consent(vault, reply.id, Consent.NAMED)
    narrowed = feedback.narrow_consent(vault, reply.id, Consent.PRIVATE)
    assert narrowed.consent is Consent.PRIVATE
    vault.undo()
    assert vault.read.get(Feedback, reply.id).consent is Consent.UNNAMED


def test_a_note_and_thanks(vault: Vault) -> None:
    reply = arrived(vault)
    vault.seal()
    feedback.note(vault, reply.id, "Cut")
    feedback.note(vault, reply.id, "Cut the history")
    feedback.thank(vault, reply.id, NOON.day)
    assert vault.read.get(Feedback, reply.id).thanked == NOON.day
    vault.undo()
    vault.undo()
    assert vault.read.get(Feedback, reply.id).note == ""


def test_a_request_is_closed_opened_again_and_deleted_without_its_answers(vault: Vault) -> None:
    request = asked(vault)
    reply = arrived(vault, request=request.id)
    assert feedback.close_request(vault, request.id).closed == NOON.day
    assert feedback.reopen_request(vault, request.id).closed is None
    feedback.revise_request(vault, replace(request, reply_by=date(2030, 1, 1)))
    feedback.delete_request(vault, request.id)
    trash.purge(vault, Kind.REQUEST, request.id)
    left = vault.read.get(Feedback, reply.id)
    assert (left.request, left.about) == ("", "The talk")


def test_a_goal_that_is_gone_is_named_by_no_feedback(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Speak"))
    reply = arrived(vault)
    feedback.keep(vault, reply.id)
    feedback.link(vault, reply.id, Linked(Kind.GOAL, goal.id))
    feedback.link(vault, reply.id, Linked(Kind.COMPETENCY, Id("listening")))
    goals.delete_goal(vault, goal.id)
    trash.purge(vault, Kind.GOAL, goal.id)
    links = vault.read.get(Feedback, reply.id).links
    assert links == (Linked(Kind.COMPETENCY, Id("listening")),)


def test_feedback_that_is_set_aside_can_be_kept_after_all(vault: Vault) -> None:
    reply = arrived(vault)
    assert feedback.set_aside(vault, reply.id).state is FeedbackState.SET_ASIDE
    assert feedback.keep(vault, reply.id).state is FeedbackState.KEPT
