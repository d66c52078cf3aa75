"""Whatever comes back is a reply to the right form, or a sentence about why not."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from app.domain.forms import Asked
from app.replies import limits
from app.replies.errors import NoFormError, NotAPdfError, ReplyTooLargeError
from app.replies.reading import read_file, read_text, reply_in
from app.replies.reply import Ignored, Way, What
from tests.reply_forms import (
    ANSWERS,
    CODE,
    FORM,
    OTHER_CODE,
    answers,
    changed,
    contents,
    paper,
    with_fields,
)

BLANK = paper()
SAME = Asked(OTHER_CODE, FORM, BLANK.asked.places)


def test_a_filled_pdf_is_read_and_known_by_its_digest() -> None:
    data = with_fields(ANSWERS)
    reply = read_file(data, [SAME, BLANK.asked])
    assert (reply.asked, reply.way, reply.code) == (BLANK.asked, Way.FIELDS, CODE)
    assert (reply.answers, reply.consent, reply.giver) == (answers(), "named", "Ruth Adeyemi")
    assert reply.digest == sha256(data).hexdigest()


def test_a_printed_pdf_is_read_too() -> None:
    reply = read_file(paper(inked=ANSWERS).data, [SAME, BLANK.asked])
    assert (reply.asked, reply.way, reply.answers) == (BLANK.asked, Way.FLATTENED, answers())


def test_what_could_act_is_counted_and_the_answers_are_read() -> None:
    def arm(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.attachments["a.txt"] = b"hello"

    reply = read_file(changed(with_fields(ANSWERS), arm), [BLANK.asked])
    assert reply.answers == answers()
    assert Ignored(What.SCRIPT, 1) in reply.ignored
    assert What.ATTACHMENT in {each.what for each in reply.ignored}


def test_a_pdf_that_is_none_of_ours_says_so() -> None:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 700, "An invoice")
    canvas.save()
    with pytest.raises(NoFormError) as caught:
        read_file(target.getvalue(), [BLANK.asked])
    assert str(caught.value) == "This PDF has no Greenroom form. You can type the answers in."
    with pytest.raises(NotAPdfError):
        read_file(b"hello", [BLANK.asked])


def test_a_form_that_nobody_here_asked_for_is_shown_by_its_fields() -> None:
    reply = reply_in(contents(with_fields(ANSWERS)), "digest", [SAME])
    assert (reply.asked, reply.code, reply.candidates) == (None, CODE, ())
    assert ("situation", "The review on Tuesday") in [(a.question, a.text) for a in reply.answers]
    printed = reply_in(contents(paper(inked=ANSWERS).data), "digest", [SAME])
    assert (printed.asked, printed.code, printed.answers) == (None, CODE, ())


def test_without_a_code_the_one_form_that_fits_is_taken_and_of_several_somebody_chooses() -> None:
    blank = paper(code="")
    held = contents(with_fields(ANSWERS, blank, code=None))
    assert reply_in(held, "digest", [BLANK.asked]).asked == BLANK.asked
    reply = reply_in(held, "digest", [BLANK.asked, SAME])
    assert (reply.asked, reply.candidates) == (None, (BLANK.asked, SAME))
    assert reply_in(held, "digest", [BLANK.asked, SAME], SAME).asked == SAME


def test_a_code_that_is_only_printed_is_enough() -> None:
    held = contents(with_fields(ANSWERS, code=None))
    reply = reply_in(held, "digest", [SAME, BLANK.asked])
    assert (reply.asked, reply.way, reply.answers) == (BLANK.asked, Way.FIELDS, answers())


def test_fields_of_another_kind_on_a_printed_form_do_not_hide_it() -> None:
    def sign(pdf: Pdf) -> None:
        field = pdf.make_indirect(Dictionary(T=String("Signature1"), FT=Name.Sig))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    reply = read_file(changed(paper(inked=ANSWERS).data, sign), [BLANK.asked])
    assert (reply.way, reply.answers) == (Way.FLATTENED, answers())


def test_a_message_is_read_and_known_by_its_digest() -> None:
    reply = read_text("The situation: Tuesday \ud800", [BLANK.asked])
    assert (reply.way, reply.answers[0].text) == (Way.TEXT, "Tuesday \ufffd")
    assert reply.digest != read_text("The situation: Tuesday", [BLANK.asked]).digest
    chosen = read_text("The situation: Tuesday", [BLANK.asked, SAME], SAME)
    assert chosen.asked == SAME


def test_a_message_longer_than_any_is_not_read() -> None:
    with pytest.raises(ReplyTooLargeError):
        read_text("x" * (limits.MESSAGE_SIGNS + 1), [BLANK.asked])
