from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.forms import Consent
from app.domain.ids import Id, Kind
from app.operations import feedback, people
from app.storage.feedback_rows import Asked, Given, asked, given
from app.vault import Vault

DAY = date(2026, 5, 19)


def test_a_request_is_read_without_its_form(vault: Vault) -> None:
    request = Request(name="SBI", about="The talk", asked=DAY, reply_by=date(2026, 5, 26))
    made = feedback.ask(vault, request, Person(name="Luca"))
    row = Asked(made.id, "Luca", "SBI", "The talk", DAY, date(2026, 5, 26), None)
    assert asked(vault.read) == [row]
    feedback.close_request(vault, made.id)
    assert asked(vault.read) == [replace(row, closed=date(2026, 5, 20))]
    people.delete_person(vault, made.person)
    assert asked(vault.read)[0].who == ""
    feedback.delete_request(vault, made.id)
    assert asked(vault.read) == []


def test_feedback_is_read_without_its_answers_under_who_gave_it(vault: Vault) -> None:
    spoken = Feedback(name="SBI", about="The talk", consent=Consent.NAMED, day=DAY, giver="L.")
    made = feedback.add_by_hand(vault, spoken, Person(name="Luca"))
    feedback.link(vault, made.id, Linked(Kind.COMPETENCY, Id("listening")))
    state = FeedbackState.KEPT
    row = Given(made.id, Id(""), "Luca", "SBI", "The talk", Consent.NAMED, state, DAY, 1)
    assert given(vault.read) == [row]
    people.delete_person(vault, made.person)
    assert given(vault.read)[0].who == "L."
    feedback.delete_feedback(vault, made.id)
    assert given(vault.read) == []
