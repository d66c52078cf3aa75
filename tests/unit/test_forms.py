from __future__ import annotations

import re

import pytest

from app.domain.forms import (
    CONSENT,
    GIVER,
    Answer,
    AnswerType,
    Consent,
    Form,
    Option,
    Question,
    consent_of,
    giver_of,
    new_code,
)


def chose(*options: str) -> Answer:
    return Answer(CONSENT, "How may they be used?", AnswerType.CHOICE, "words", chosen=options)


def test_a_scale_can_be_marked_at_its_levels_a_choice_at_its_options_a_text_nowhere() -> None:
    options = (Option("a", "First"), Option("b", "Second"))
    assert Question("q", "?", AnswerType.SCALE).states() == ("1", "2", "3", "4", "5")
    assert Question("q", "?", AnswerType.CHOICE, options=options).states() == ("a", "b")
    assert Question("q", "?", AnswerType.TEXT).states() == ()


@pytest.mark.parametrize("consent", list(Consent))
def test_consent_is_what_was_chosen(consent: Consent) -> None:
    assert consent_of([chose(consent.value)]) is consent


@pytest.mark.parametrize("options", [(), ("named", "private"), ("everything",)])
def test_consent_is_private_where_the_choice_is_missing_double_or_unknown(
    options: tuple[str, ...],
) -> None:
    assert consent_of([chose(*options)]) is Consent.PRIVATE
    assert consent_of([]) is Consent.PRIVATE


def test_consent_is_private_where_the_question_was_answered_twice_and_differently() -> None:
    assert consent_of([chose("named"), chose("private")]) is Consent.PRIVATE
    assert consent_of([chose("named"), chose()]) is Consent.PRIVATE
    assert consent_of([chose("unnamed"), chose("unnamed")]) is Consent.UNNAMED
    blank = Answer(CONSENT, "How may they be used?", AnswerType.CHOICE)
    assert consent_of([chose("named"), blank]) is Consent.NAMED


def test_the_giver_is_who_signed() -> None:
    signed = Answer(GIVER, "Your name", AnswerType.TEXT, "  Ruth Adeyemi ")
    assert giver_of([chose("named"), signed]) == "Ruth Adeyemi"
    assert giver_of([chose("named")]) == ""


def test_an_answer_without_words_or_a_level_is_empty() -> None:
    assert Answer("q", "?", AnswerType.MULTILINE, "  \n").empty
    assert not Answer("q", "?", AnswerType.SCALE, rating=1).empty


def test_a_form_finds_its_questions() -> None:
    question = Question("start", "Start")
    form = Form("f", "Form", "Hello", (question,))
    assert form.question("start") is question
    assert form.question("stop") is None


def test_a_code_is_twelve_letters_that_nobody_takes_for_another() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    letters = "[0-9A-HJKMNP-TV-Z]"
    assert all(re.fullmatch(f"{letters}{{4}}(-{letters}{{4}}){{2}}", code) for code in codes)
