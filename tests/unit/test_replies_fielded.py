"""Fields are matched by their names, whatever a program put around and behind them."""

from __future__ import annotations

import pytest

from app.domain.forms import CONSENT, GIVER, Asked, Consent
from app.replies.contents import Contents, Field
from app.replies.fielded import codes_in, fitting, has_form, read, read_alone
from app.replies.limits import NAME_SIGNS
from app.replies.reply import Ignored, Reply, What
from tests.reply_forms import ANSWERS, CODE, FORM, OTHER_CODE, answers, contents, with_fields

ASKED = Asked(CODE, FORM)


def _read(*fields: tuple[str, tuple[str, ...]]) -> Reply:
    held = Contents(tuple(Field(name, "", values) for name, values in fields))
    return read(held, "digest", ASKED, CODE)


def _text(reply: Reply, question: str) -> str:
    return next(each.text for each in reply.answers if each.question == question)


def test_a_filled_form_gives_its_answers() -> None:
    reply = read(contents(with_fields(ANSWERS)), "digest", ASKED, CODE)
    assert reply.answers == answers()
    assert (reply.unread, reply.ignored, reply.consent, reply.giver) == (
        (),
        (),
        "named",
        "Ruth Adeyemi",
    )


@pytest.mark.parametrize(
    "name",
    [
        "situation",
        "Situation",
        "form1.situation",
        "form1[0].#subform[0].situation[0]",
        "situation_2",
        "situation#1",
        "a.b.c.situation.0",
        "situation (1)",
    ],
)
def test_a_name_that_was_wrapped_or_numbered_is_still_that_question(name: str) -> None:
    assert _text(_read((name, ("Tuesday",))), "situation") == "Tuesday"


def test_boxes_below_a_question_are_its_options_whatever_their_value_is_called() -> None:
    reply = _read(("strong.listening", ("Yes",)), ("strong.planning", ("On",)))
    assert next(each.chosen for each in reply.answers if each.question == "strong") == (
        "listening",
        "planning",
    )
    assert reply.unread == ()


def test_a_box_that_is_off_is_not_chosen() -> None:
    reply = _read(("strong.listening", ()), ("strong.planning", ("planning",)))
    assert next(each.chosen for each in reply.answers if each.question == "strong") == ("planning",)


@pytest.mark.parametrize("values", [("named", "private"), ("Off", "named"), ("maybe",)])
def test_a_consent_that_contradicts_itself_is_private_and_said_to_be_unread(
    values: tuple[str, ...],
) -> None:
    reply = _read((CONSENT, values))
    assert (reply.consent, reply.unread) == ("private", (CONSENT,))


def test_two_fields_of_one_consent_that_differ_are_private() -> None:
    assert _read((CONSENT, ("named",)), ("copy." + CONSENT, ("unnamed",))).consent == "private"


def test_a_choice_may_be_given_by_its_words() -> None:
    reply = _read((CONSENT, ("They may be shared, without my name.",)), ("ease", ("4 of 5",)))
    assert (reply.consent, reply.unread) == ("unnamed", ())


def test_fields_that_the_form_does_not_have_are_counted_where_they_hold_something() -> None:
    reply = _read(
        ("extra", ("x",)), ("more", ("y",)), ("empty", ()), ("greenroom-request", (CODE,))
    )
    assert reply.ignored == (Ignored(What.FIELD, 2),)


def test_the_code_is_that_of_the_hidden_field_and_no_other() -> None:
    hidden = Field("form1.greenroom-request[0]", "", ("", CODE.lower()))
    assert codes_in(Contents((Field("situation", "", (OTHER_CODE,)), hidden))) == [CODE]
    assert codes_in(Contents((Field("situation", "", (OTHER_CODE,)),))) == []


def test_a_file_without_a_code_fits_the_forms_most_of_whose_questions_it_has() -> None:
    same = Asked(OTHER_CODE, FORM)
    held = contents(with_fields(ANSWERS, code=None))
    assert fitting(held, [ASKED, same]) == [ASKED, same]
    assert fitting(Contents((Field("situation", "", ("x",)),)), [ASKED]) == []
    assert fitting(Contents(), []) == []


def test_what_has_a_consent_or_a_name_to_sign_is_one_of_our_forms() -> None:
    assert has_form(Contents((Field(CONSENT, "", ()),)))
    assert has_form(Contents((Field(f"x.{GIVER}", "", ()),)))
    assert not has_form(Contents((Field("invoice", "", ()),)))


def test_without_its_form_what_the_fields_hold_is_shown_under_their_own_words() -> None:
    held = Contents(
        (
            Field("worked", "What\u202e worked", ("You waited.",)),
            Field("empty", "", ()),
            Field(CONSENT, "", ("named",)),
            Field("greenroom-request", "", (OTHER_CODE,)),
        )
    )
    reply = read_alone(held, "digest", OTHER_CODE)
    assert [(each.question, each.label, each.text) for each in reply.answers] == [
        ("worked", "What worked", "You waited."),
        (CONSENT, CONSENT, "named"),
    ]
    assert (reply.consent, reply.asked, reply.code) == ("named", None, OTHER_CODE)


@pytest.mark.parametrize(
    "held",
    [
        [("named",), ("private",)],
        [("Off", "named")],
        [("named", "no please")],
        [("named",), ("keep",)],
        [("named, but ask me",)],
    ],
)
def test_without_its_form_a_consent_that_is_not_one_clear_choice_is_private(
    held: list[tuple[str, ...]],
) -> None:
    fields = tuple(Field(CONSENT, "How may they be used?", values) for values in held)
    reply = read_alone(Contents(fields), "digest", OTHER_CODE)
    assert reply.consent is Consent.PRIVATE


def test_without_its_form_one_clear_choice_counts_and_a_signature_is_one_short_line() -> None:
    signed = Field(GIVER, "Your name", ("Ruth\n" + "x" * 1_799,))
    reply = read_alone(Contents((Field(CONSENT, "", ("named",)), signed)), "digest", OTHER_CODE)
    assert reply.consent is Consent.NAMED
    assert reply.giver.startswith("Ruth ")
    assert len(reply.giver) <= NAME_SIGNS
