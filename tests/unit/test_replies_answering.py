"""What is found becomes an answer only where it is clear; nothing that was written is lost."""

from __future__ import annotations

import pytest

from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Asked, Question
from app.replies import limits
from app.replies.answering import Gathered, ignored, state_of
from app.replies.reply import Ignored, Reply, Way, What
from tests.reply_forms import CODE, CONSENTS, FORM

EASE = Question("ease", "How easy?", AnswerType.SCALE, low="Hard", mid="So so", high="Easy")


def _reply(gathered: Gathered) -> Reply:
    return gathered.reply(Way.TEXT, "digest", Asked(CODE, FORM), CODE, {})


def _answer(question: str, *texts: str, marks: tuple[str, ...] = ()) -> tuple[Answer, Reply]:
    gathered = Gathered(FORM)
    for mark in marks:
        gathered.mark(question, mark)
    for text in texts:
        gathered.write(question, text)
    reply = _reply(gathered)
    return next(each for each in reply.answers if each.question == question), reply


def test_every_question_has_an_answer_in_the_order_of_the_form() -> None:
    reply = _reply(Gathered(FORM))
    assert [each.question for each in reply.answers] == [each.id for each in FORM.questions]
    assert (reply.empty, reply.unread, reply.cut) == (True, (), ())


def test_a_text_is_cleaned_and_what_was_taken_out_is_counted() -> None:
    answer, reply = _answer("worked", "You waited\u202e.\r\nThat helped.")
    assert answer.text == "You waited.\nThat helped."
    assert reply.ignored == (Ignored(What.SIGN, 1),)


def test_a_long_text_is_cut_and_that_is_said() -> None:
    answer, reply = _answer("worked", "x" * (limits.ANSWER_SIGNS + 1))
    assert len(answer.text) == limits.ANSWER_SIGNS
    assert reply.cut == ("worked",)
    assert len(_answer(GIVER, "R" * 500)[0].text) == limits.NAME_SIGNS


def test_a_text_that_comes_twice_counts_once_and_two_texts_are_both_kept() -> None:
    assert _answer("worked", "one", "one", " ", "two")[0].text == "one\n\ntwo"


def test_a_text_of_one_line_stays_one_line() -> None:
    assert _answer("situation", "Tuesday,\nthe review")[0].text == "Tuesday, the review"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("4", "4"),
        (" 4. ", "4"),
        ("(4)", "4"),
        ("4/5", "4"),
        ("4 of 5", "4"),
        ("4 out of 5", "4"),
        ("4 von 5", "4"),
        ("Easy", "5"),
        ("so so.", "3"),
        ("HARD", "1"),
        ("6", ""),
        ("0", ""),
        ("45", ""),
        ("4 or 5", ""),
        ("", ""),
        ("quite easy", ""),
    ],
)
def test_a_level_is_named_by_its_number_or_its_word(text: str, level: str) -> None:
    assert state_of(EASE, text) == level


def test_an_option_is_named_by_its_id_or_its_words() -> None:
    consent = FORM.question(CONSENT)
    assert consent is not None
    assert state_of(consent, "named") == "named"
    assert state_of(consent, "they may be shared without my name") == "unnamed"
    assert state_of(consent, "they may be shared") == ""


def test_what_is_said_beside_a_level_or_an_option_is_kept() -> None:
    answer, reply = _answer("ease", "4 - since spring.\nBefore, 2.")
    assert (answer.rating, answer.text, reply.unread) == (4, "since spring.\nBefore, 2.", ())
    answer, reply = _answer("most", "Go on: it works")
    assert (answer.chosen, answer.text, reply.unread) == (("go-on",), "Go on; it works", ())


@pytest.mark.parametrize(
    ("question", "texts", "marks"),
    [
        ("ease", ("rather high",), ()),
        ("ease", (), ("3", "4")),
        ("ease", ("3\n4",), ()),
        ("most", ("the second one",), ()),
        ("most", (), ("start", "stop")),
        (CONSENT, (), ("named", "private")),
        (CONSENT, ("as you like",), ()),
        (CONSENT, ("They may be shared, with my name. But not with Jonas",), ()),
        (CONSENT, ("but ask me first",), ("named",)),
    ],
)
def test_what_is_not_clear_is_said_to_be_unread_and_its_text_stays(
    question: str, texts: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    answer, reply = _answer(question, *texts, marks=marks)
    assert (answer.rating, answer.chosen) == (None, ())
    assert answer.text == "\n".join(texts)
    assert reply.unread == (question,)


def test_a_consent_is_private_unless_one_thing_is_clear() -> None:
    assert [_answer(CONSENT, marks=(each.id,))[1].consent for each in CONSENTS] == [
        "private",
        "unnamed",
        "named",
    ]
    assert _answer(CONSENT, marks=("named", "unnamed"))[1].consent == "private"
    assert _answer(CONSENT)[1].consent == "private"


def test_several_options_may_be_chosen_where_the_question_lets_one() -> None:
    answer, reply = _answer("strong", marks=("planning", "listening"))
    assert (answer.chosen, answer.text) == (("listening", "planning"), "Listening; Planning")
    assert reply.unread == ()


def test_what_was_left_alone_stands_in_one_order_without_zeros() -> None:
    found = {What.SIGN: 2, What.SCRIPT: 1, What.MEDIA: 0}
    assert ignored(found) == (Ignored(What.SCRIPT, 1), Ignored(What.SIGN, 2))
