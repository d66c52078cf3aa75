"""A form as a message says all that its paper says."""

from __future__ import annotations

from app.replies.message import MessageWords, as_text
from tests.reply_forms import ANSWERS, CODE, FORM, answers


def test_a_message_has_every_question_numbered_its_help_and_its_code() -> None:
    text = as_text(FORM, code=CODE)
    for number, question in enumerate(FORM.questions, 1):
        assert f"\n{number}. {question.label}\n" in text
        assert question.help in text
        assert all(f"\n[ ] {option.label}\n" in text for option in question.options)
    assert FORM.intro in text
    assert FORM.consent in text
    assert text.endswith(f"Request {CODE}\n")
    assert "1: Hard. 5: Easy." in text


def test_answers_stand_under_their_questions() -> None:
    text = as_text(FORM, answers())
    assert f"{ANSWERS['worked']}\n\n3. " in text
    assert "\n[ ] Stop\n[x] Go on\n" in text
    assert "\n4\n\n7. " in text
    assert "Request" not in text


def test_its_own_words_are_those_it_is_given() -> None:
    words = MessageWords(how="Bitte antworten.", one="Bitte eines.", code="Anfrage {code}")
    text = as_text(FORM, code=CODE, words=words)
    assert "Bitte antworten." in text
    assert text.count("Bitte eines.") == 2
    assert text.endswith(f"Anfrage {CODE}\n")
