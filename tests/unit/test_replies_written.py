"""A message is read however somebody answered it; what the form itself says is no answer."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import words
from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Asked, Form, Option, Question
from app.errors import AppError
from app.replies.message import MessageWords, as_text
from app.replies.reading import read_text
from app.replies.reply import Reply
from app.replies.written import Message, read
from tests.reply_forms import ANSWERS, CODE, FORM, OTHER_CODE, answers

ASKED = Asked(CODE, FORM)
BLANK = as_text(FORM, code=CODE)


def _read(text: str, *asked: Asked) -> Reply:
    return read(text, "digest", asked or (ASKED,))


def _said(reply: Reply) -> dict[str, str | int | tuple[str, ...]]:
    return {
        each.question: each.rating or each.chosen or each.text
        for each in reply.answers
        if not each.empty
    }


def test_a_message_that_was_answered_gives_its_answers() -> None:
    reply = _read(as_text(FORM, answers(), code=CODE))
    assert (reply.asked, reply.code, reply.answers) == (ASKED, CODE, answers())
    assert (reply.unread, reply.rest) == ((), "")


def test_a_message_that_nobody_answered_has_no_answers_and_no_rest() -> None:
    reply = _read(BLANK)
    assert (reply.empty, reply.unread, reply.rest) == (True, (), "")


def test_quoting_and_wrapping_do_not_matter() -> None:
    text = as_text(FORM, answers(), code=CODE)
    wrapped = "\n".join(textwrap.fill(line, 38) for line in text.splitlines())
    quoted = "\n".join(f"> {line}" for line in wrapped.splitlines())
    reply = _read(f"Hello!\n\nOn Tuesday Inês wrote:\n{quoted}")
    expected = {name: value for name, value in ANSWERS.items() if value}
    got = _said(reply)
    assert " ".join(str(got.pop("worked")).split()) == " ".join(str(expected.pop("worked")).split())
    assert got == expected
    assert reply.rest == "Hello!\n\nOn Tuesday Inês wrote:"


def test_answers_above_the_quoted_form_are_read_and_the_form_adds_nothing() -> None:
    quoted = "\n".join(f"> {line}" for line in BLANK.splitlines())
    reply = _read(f"Something I did that worked: you waited\nYour name: Ruth\n\n{quoted}")
    assert _said(reply) == {"worked": "you waited", GIVER: "Ruth"}
    assert reply.unread == ()


def test_labels_may_come_in_any_case_and_order_with_the_answer_beside_or_beneath() -> None:
    reply = _read(
        "How easy is it to tell me? 4 of 5\n"
        "* SOMETHING I DID THAT WORKED LESS WELL *\nYou spoke fast.\n\nIn the end, too.\n"
        "What it led to: we lost Jonas\n"
        "2) something i did that worked - you asked\n"
        "What it led to\nHe spoke.\n"
        "the situation = Tuesday\n"
        "Which would make the most difference?\nstart\n"
        "How may these words be used?\nthey may be shared, without my name\n"
    )
    assert _said(reply) == {
        "situation": "Tuesday",
        "worked": "you asked",
        "impact-worked": "He spoke.",
        "less": "You spoke fast.\n\nIn the end, too.",
        "impact-less": "we lost Jonas",
        "ease": 4,
        "most": ("start",),
        CONSENT: ("unnamed",),
    }
    assert (reply.code, reply.consent, reply.unread) == ("", "unnamed", ())


def test_an_option_with_the_words_of_another_label_is_the_choice_it_stands_under() -> None:
    form = Form(
        "ssc",
        "Start, stop",
        "",
        (
            Question("start", "Start"),
            Question("stop", "Stop"),
            Question(
                "most",
                "Which matters most?",
                AnswerType.CHOICE,
                options=(Option("pick-start", "Start"), Option("pick-stop", "Stop")),
            ),
        ),
    )
    reply = _read(
        "Which matters most?\nStop\nStart\nask earlier\nStop: hurrying", Asked(CODE, form)
    )
    assert _said(reply) == {"start": "ask earlier", "stop": "hurrying", "most": ("pick-stop",)}


@pytest.mark.parametrize(
    ("ticked", "chosen", "unread"),
    [
        ("[x] Start\n[ ] Stop\n[ ] Go on", ("start",), ()),
        ("[ ] Start\n[ ] Stop\n[ ] Go on", (), ()),
        ("[x] Start\n[x] Stop\n[ ] Go on", (), ("most",)),
        ("[x] Something else", (), ("most",)),
        ("☐ Start\n☑ Go on", ("go-on",), ()),
        ("the first", (), ("most",)),
    ],
)
def test_boxes_are_read_and_what_is_not_clear_is_said(
    ticked: str, chosen: tuple[str, ...], unread: tuple[str, ...]
) -> None:
    reply = _read(f"Which would make the most difference?\n{ticked}")
    assert next(each.chosen for each in reply.answers if each.question == "most") == chosen
    assert reply.unread == unread


def test_a_signature_and_lines_after_a_name_belong_to_no_answer() -> None:
    reply = _read(
        "The situation: Tuesday\nYour name\nRuth Adeyemi\nSent from a train\n-- \nRuth\nLeeds"
    )
    assert _said(reply) == {"situation": "Tuesday", GIVER: "Ruth Adeyemi"}
    assert reply.rest == "Ruth\nLeeds\nSent from a train"


def test_the_code_says_which_of_several_equal_forms_it_is() -> None:
    same = Asked(OTHER_CODE, FORM)
    assert _read(as_text(FORM, answers(), code=OTHER_CODE), ASKED, same).asked == same


def test_without_a_code_it_is_asked_which_of_the_forms_that_fit_it_is() -> None:
    same = Asked(OTHER_CODE, FORM)
    reply = _read("The situation: Tuesday", ASKED, same)
    assert (reply.asked, reply.candidates, reply.answers) == (None, (ASKED, same), ())
    assert reply.rest == "The situation: Tuesday"


def test_words_that_fit_no_form_are_kept_as_they_are() -> None:
    reply = _read("Dear Inês,\nall was well.")
    assert (reply.asked, reply.candidates, reply.rest) == (None, (), "Dear Inês,\nall was well.")


def test_a_message_in_other_words_is_read_with_those_words() -> None:
    said = MessageWords(
        how="Bitte antworten.", one="Bitte eines.", several="Bitte alle.", scale="1 {low} 5 {high}"
    )
    text = as_text(FORM, answers(), words=said)
    assert read(text, "digest", [ASKED], said).answers == answers()


def test_how_many_questions_are_headings_is_known() -> None:
    assert Message("The situation: a\nThe situation: b\nYour name: c", ASKED).found == 2


_FIRST_WORDS = {words(line)[0] for line in BLANK.splitlines() if words(line)}


def _tells_apart(text: str) -> bool:
    """Whether no line of an answer begins as a form, a quotation or a signature does."""
    lines = [line.strip() for line in text.splitlines()]
    begins = {words(line)[0] for line in lines if words(line)}
    return not begins & _FIRST_WORDS and not any(
        line.startswith((">", "|", "--")) for line in lines
    )


def _plain(answer: Answer) -> tuple[object, ...]:
    text = " ".join(unicodedata.normalize("NFC", answer.text).split())
    return answer.question, answer.rating, answer.chosen, text


@given(
    st.lists(
        st.sampled_from(
            [
                *(each.label for each in FORM.questions),
                "\n",
                ":",
                "> ",
                "4",
                "[x] ",
                "1. ",
                CODE,
                *BLANK.split("\n"),
            ]
        )
        | st.text(max_size=8),
        max_size=40,
    ).map("".join),
    st.sampled_from([(), (ASKED,), (ASKED, Asked(OTHER_CODE, FORM))]),
)
def test_any_text_is_a_reply_or_a_sentence_about_why_not(
    text: str, asked: tuple[Asked, ...]
) -> None:
    try:
        reply = read_text(text, asked)
    except AppError:
        return
    assert reply.asked is None or len(reply.answers) == len(FORM.questions)


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" \n"),
    max_size=80,
).filter(_tells_apart)


@given(
    _WORDS,
    _WORDS,
    st.none() | st.integers(1, 5),
    st.sets(st.sampled_from(["listening", "planning"])),
    st.sampled_from([(), ("private",), ("unnamed",), ("named",)]),
)
def test_a_form_written_out_with_answers_is_read_with_the_same_answers(
    one: str, other: str, level: int | None, strong: set[str], consent: tuple[str, ...]
) -> None:
    said: dict[str, str | int | tuple[str, ...]] = {
        "worked": one,
        "less": other,
        "strong": tuple(sorted(strong)),
        CONSENT: consent,
    }
    wanted = answers(said | ({"ease": level} if level else {}))
    got = _read(as_text(FORM, wanted, code=CODE))
    assert [_plain(each) for each in got.answers] == [_plain(each) for each in wanted]
    assert (got.unread, got.rest) == ((), "")


def test_a_message_with_the_codes_of_two_requests_belongs_to_neither_before_somebody_says() -> None:
    other = Asked(OTHER_CODE, FORM)
    reply = _read(f"{as_text(FORM, answers(), code=CODE)}\nRequest {OTHER_CODE}", ASKED, other)
    assert reply.asked is None
    assert reply.candidates == (ASKED, other)
