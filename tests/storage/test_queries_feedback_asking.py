"""What asking for feedback begins with, and what a reply can belong to."""

from __future__ import annotations

from datetime import date

from app.content.feedback_forms import Asking, OwnQuestion
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.feedback import OWN_FORM, Feedback, Request
from app.domain.forms import AnswerType
from app.domain.support import Support, SupportState
from app.operations import feedback, people
from app.queries.feedback_asking import givers, open_requests, own_forms
from app.vault import Vault

DAY = date(2026, 5, 19)
QUESTIONS = (
    OwnQuestion("What did I not see?"),
    OwnQuestion("How clear was it?", AnswerType.SCALE, low="Foggy", high="Clear"),
    OwnQuestion("Again?", AnswerType.CHOICE, ("Yes", "No"), multiple=True),
)


def written(vault: Vault, name: str, *questions: OwnQuestion) -> Request:
    form = Library().feedback_forms.written(questions, Asking(), name)
    request = Request(form=OWN_FORM, name=form.name, questions=form.questions, asked=DAY)
    return feedback.ask(vault, request)


def test_who_is_to_give_feedback_is_offered_first(vault: Vault) -> None:
    for name, state, wanted in (
        ("Ana", None, False),
        ("Ben", SupportState.DECLINED, True),
        ("Cyd", SupportState.ASKED, False),
        ("Dov", SupportState.ASKED, True),
        ("Eve", SupportState.AGREED, True),
    ):
        person = people.add_person(vault, Person(name=name, relation=Relation.PEER))
        if state:
            support = Support(title="Watch me", person=person.id, state=state, feedback=wanted)
            people.add_support(vault, support)
    found = [(giver.name, giver.lined_up) for giver in givers(vault.read)]
    assert found == [("Dov", True), ("Eve", True), ("Ana", False), ("Ben", False), ("Cyd", False)]


def test_questions_of_ones_own_are_remembered_once_and_without_those_of_every_form(
    vault: Vault,
) -> None:
    written(vault, "After a demo", *QUESTIONS)
    written(vault, "Short", QUESTIONS[0])
    last = written(vault, "After a demo", *QUESTIONS)
    found = own_forms(vault.read)
    assert [(form.name, form.questions) for form in found] == [
        ("After a demo", QUESTIONS),
        ("Short", QUESTIONS[:1]),
    ]
    assert found[0].request == last.id
    assert own_forms(vault.read) == found


def test_a_reply_can_belong_to_every_request_those_without_one_first(vault: Vault) -> None:
    first = feedback.ask(vault, Request(code="AA", asked=DAY, about="One"), Person(name="Ruth"))
    second = feedback.ask(vault, Request(code="BB", asked=DAY, about="Two"))
    third = feedback.ask(vault, Request(code="CC", asked=DAY, about="Three"))
    feedback.receive(vault, Feedback(request=third.id))
    feedback.close_request(vault, second.id)
    found = open_requests(vault.read)
    assert [(each.id, each.who, each.about, each.form.code) for each in found] == [
        (second.id, "", "Two", "BB"),
        (first.id, "Ruth", "One", "AA"),
        (third.id, "", "Three", "CC"),
    ]
