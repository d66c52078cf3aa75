"""Forms to ask for feedback with, filled in for one person."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from app.content.feedback_forms import (
    LINE_LIMIT,
    NOBODY,
    Asking,
    FormTemplate,
    OwnQuestion,
    fill,
)
from app.content.library import Library
from app.domain.forms import CONSENT, GIVER, AnswerType, Consent, Form

LIBRARY = Library()
FORMS = LIBRARY.feedback_forms
SKILLS = LIBRARY.framework.competencies[:2]
FULL = Asking("Ines Duarte", "Ruth", "my talk at the review", "Friday 5 June", SKILLS)


@dataclass(frozen=True, slots=True)
class Skill:
    """A competency of one's own, as far as a form needs to know it."""

    id: str = "own"
    name: str = "Negotiating"
    definition: str = ""
    anchors: tuple[str, ...] = ()


def every_word(form: Form) -> str:
    words = [form.intro, form.consent, form.thanks]
    for question in form.questions:
        words += [question.label, question.help, question.low, question.mid, question.high]
        words += [option.label for option in question.options]
    return "\n".join(words)


def form(form_id: str, asking: Asking = FULL) -> Form:
    template = FORMS.find(form_id)
    assert template is not None
    return FORMS.filled(template, asking)


def test_four_forms_ship_and_what_is_gone_is_not_found() -> None:
    assert [each.id for each in FORMS.forms] == [
        "sbi-form",
        "start-stop-continue-form",
        "feedforward-form",
        "competency-pulse-form",
    ]
    assert FORMS.find("gone") is None


@pytest.mark.parametrize("template", FORMS.forms, ids=lambda each: each.id)
@pytest.mark.parametrize(
    "asking",
    [FULL, Asking(), Asking(focus="x. Y?", competencies=(Skill(),))],
)
def test_a_filled_form_shows_no_hole_whatever_is_missing(
    template: FormTemplate, asking: Asking
) -> None:
    filled = FORMS.filled(template, asking)
    assert not re.search(r"\{\{|\}\}|  | [.,:!?]|\.\.|[,:]\.|by \.", every_word(filled))
    assert all(question.label for question in filled.questions)
    assert filled.intro.startswith("Hello")


@pytest.mark.parametrize("template", FORMS.forms, ids=lambda each: each.id)
def test_consent_and_name_come_last_and_no_id_comes_twice(template: FormTemplate) -> None:
    filled = FORMS.filled(template, FULL)
    ids = [question.id for question in filled.questions]
    assert ids[-2:] == [CONSENT, GIVER]
    assert len(set(ids)) == len(ids)
    assert filled.questions[-2].states() == tuple(Consent)


def test_everything_that_is_known_is_said() -> None:
    assert form("sbi-form").intro == (
        "Hello Ruth, I'd like to learn from something you saw: my talk at the review. Please "
        "describe what you noticed. What I did and what it led to helps me most. Plain words are "
        "fine. If you can, send it back by Friday 5 June. It's also fine to say no."
    )
    assert form("sbi-form").questions[0].limit == 200


def test_what_is_not_known_is_left_out_with_what_was_said_of_it() -> None:
    assert form("sbi-form", Asking()).intro == (
        "Hello, I'd like to learn from something you saw. Please describe what you noticed. What I "
        "did and what it led to helps me most. Plain words are fine. It's also fine to say no."
    )
    assert form("start-stop-continue-form", Asking(giver="Ruth")).intro == (
        "Hello Ruth, we work together often, so you see things that I can't. What should I start, "
        "stop and continue? One line each is enough. It's also fine to say no."
    )


def test_a_mentee_without_a_name_is_the_person_who_asked() -> None:
    filled = form("sbi-form", Asking())
    assert filled.consent.startswith(f"I'm giving this to help {NOBODY} learn.")
    assert "The person who asked will keep it" in filled.consent
    consent = filled.question(CONSENT)
    assert consent is not None
    assert consent.options[0].label == "Only the person who asked may read them."


@pytest.mark.parametrize(
    ("focus", "said"),
    [
        ("my talk", "saw: my talk. Next."),
        ("  my\ntalk. ", "saw: my talk. Next."),
        ("did it work?", "saw: did it work? Next."),
        ("{{giver_name}}", "saw: {{giver_name}}. Next."),
        ("", "saw. Next."),
    ],
)
def test_what_is_put_in_ends_with_the_sentence_and_is_not_looked_at_again(
    focus: str, said: str
) -> None:
    words = {"giver_name": "Ruth", "focus": " ".join(focus.split())}
    assert fill("saw: {{focus}}. Next.", words) == said
    assert fill("About {{focus}}, say it.", {"focus": "my talk."}) == "About my talk, say it."


def test_a_competency_pulse_asks_each_competency_before_the_rest() -> None:
    filled = form("competency-pulse-form")
    first, second = (skill.id for skill in SKILLS)
    fields = ["rating", "seen", "evidence", "next-level"]
    asked = [f"{skill}--{field}" for skill in (first, second) for field in fields]
    assert [question.id for question in filled.questions] == [
        *asked,
        "strongest",
        "one-focus",
        CONSENT,
        GIVER,
    ]
    rating = filled.questions[0]
    assert rating.label == f"{SKILLS[0].name}: {SKILLS[0].definition}"
    assert rating.low == f"1: {SKILLS[0].anchors[0]}"
    assert rating.high == f"5: {SKILLS[0].anchors[4]}"


def test_a_competency_without_words_for_its_levels_is_its_name_and_numbers() -> None:
    rating = form("competency-pulse-form", Asking(competencies=(Skill(),))).questions[0]
    assert (rating.label, rating.low, rating.mid, rating.high) == ("Negotiating", "", "", "")


def test_own_questions_are_asked_as_they_were_written() -> None:
    written = FORMS.written(
        [
            OwnQuestion("  Was it {{focus}}\nclear? "),
            OwnQuestion(" "),
            OwnQuestion("How clear?", AnswerType.SCALE, low="Not ", high="Very"),
            OwnQuestion("Which?", AnswerType.CHOICE, ("One", " ", "Two"), multiple=True),
            OwnQuestion("Who?", AnswerType.TEXT, multiple=True),
            OwnQuestion("None to choose?", AnswerType.CHOICE, ("",), multiple=True),
        ],
        FULL,
    )
    clear, scale, choice, line, words, *_ = written.questions
    assert written.name == "Your own questions"
    assert "my talk at the review" in written.intro
    assert (clear.id, clear.label, clear.type) == (
        "own-1",
        "Was it {{focus}} clear?",
        AnswerType.MULTILINE,
    )
    assert (scale.id, scale.low, scale.high) == ("own-3", "Not", "Very")
    assert [option.label for option in choice.options] == ["One", "Two"]
    assert (choice.states(), choice.multiple) == (("option-1", "option-2"), True)
    assert (line.limit, line.multiple) == (LINE_LIMIT, False)
    assert (words.type, words.options, words.multiple) == (AnswerType.MULTILINE, (), False)


def test_an_own_form_may_have_its_own_name_and_first_words() -> None:
    written = FORMS.written([OwnQuestion("Why?")], FULL, " Three things ", " Hi {{focus}}. ")
    assert (written.name, written.intro) == ("Three things", "Hi {{focus}}.")
    assert [question.id for question in written.questions] == ["own-1", CONSENT, GIVER]
