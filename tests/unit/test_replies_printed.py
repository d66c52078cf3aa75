"""A printed form is read by its places: texts inside them, marks by how dark they are."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from app.domain.forms import CONSENT, Answer, Asked
from app.replies.printed import codes_on, read
from app.replies.reply import Reply, Way
from tests.reply_forms import (
    ANSWERS,
    CODE,
    FORM,
    Paper,
    answers,
    changed,
    contents,
    paper,
    saved,
)


def _read(data: bytes, blank: Paper) -> Reply:
    return read(contents(data), "digest", blank.asked, CODE)


def _answer(reply: Reply, question: str) -> Answer:
    return next(each for each in reply.answers if each.question == question)


def test_a_printed_form_gives_its_answers() -> None:
    filled = paper(inked=ANSWERS)
    reply = _read(filled.data, filled)
    assert (reply.answers, reply.unread, reply.cut) == (answers(), (), ())
    assert (reply.way, reply.consent) == (Way.FLATTENED, "named")


def test_a_form_that_nobody_filled_in_has_no_answers_and_its_own_words_are_none() -> None:
    blank = paper()
    reply = _read(blank.data, blank)
    assert (reply.empty, reply.unread, reply.consent) == (True, (), "private")


def test_the_code_is_found_on_the_pages() -> None:
    assert codes_on(contents(paper().data)) == [CODE]


def _placed(filled: Paper, size: tuple[float, float], matrix: tuple[float, ...]) -> bytes:
    """Each page drawn on another paper, as printing does."""
    source = Pdf.open(BytesIO(filled.data))
    target = Pdf.new()
    for page in source.pages:
        sheet = target.add_blank_page(page_size=size)
        form = target.copy_foreign(page.as_form_xobject())
        sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form))
        numbers = " ".join(f"{number:.4f}" for number in matrix)
        sheet.obj.Contents = target.make_stream(f"q {numbers} cm /P Do Q".encode())
    return saved(target)


@pytest.mark.parametrize(
    ("size", "matrix"),
    [
        ((612, 792), (0.94, 0, 0, 0.94, 26, 0)),
        ((842, 1191), (1.414, 0, 0, 1.414, 0, 0)),
        ((842, 595), (0, 1, -1, 0, 842, 0)),
        ((595, 842), (-1, 0, 0, -1, 595, 842)),
        ((420, 595), (0.706, 0, 0, 0.706, 0, 0)),
    ],
    ids=["Letter", "A3", "turned", "upside down", "A5"],
)
def test_paper_of_another_size_or_turned_is_read_the_same(
    size: tuple[float, float], matrix: tuple[float, ...]
) -> None:
    filled = paper(inked=ANSWERS)
    reply = _read(_placed(filled, size, matrix), filled)
    assert (reply.answers, reply.unread) == (answers(), ())


def test_a_page_that_was_turned_by_its_reader_is_read_the_same() -> None:
    def rotate(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.obj.Rotate = 90

    filled = paper(inked=ANSWERS)
    reply = _read(changed(filled.data, rotate), filled)
    assert (reply.answers, reply.unread) == (answers(), ())


def _marked(filled: Paper, question: str, *states: str, grey: float = 0.0) -> bytes:
    """The form with some places of a question filled with a grey."""
    with Pdf.open(BytesIO(filled.data)) as pdf:
        for place in filled.asked.places:
            if place.question == question and place.state in states:
                frame = f"{place.left} {place.bottom} 15 15"
                page = pdf.pages[place.page]
                page.contents_add(f"q {grey} g {frame} re f Q".encode())
        return saved(pdf)


def test_two_marks_where_one_is_asked_are_not_read_and_that_is_said() -> None:
    blank = paper()
    reply = _read(_marked(blank, CONSENT, "named", "unnamed"), blank)
    assert (reply.consent, reply.unread) == ("private", (CONSENT,))


@pytest.mark.parametrize("grey", [0.9, 0.88])
def test_a_faint_mark_is_not_read_and_a_consent_stays_private(grey: float) -> None:
    blank = paper()
    reply = _read(_marked(blank, CONSENT, "named", grey=grey), blank)
    assert (reply.consent, reply.unread) == ("private", (CONSENT,))


def test_all_of_several_may_be_marked() -> None:
    blank = paper()
    reply = _read(_marked(blank, "strong", "listening", "planning"), blank)
    assert _answer(reply, "strong").chosen == ("listening", "planning")


def test_all_marks_of_one_choice_are_no_choice() -> None:
    blank = paper()
    reply = _read(_marked(blank, CONSENT, "private", "unnamed", "named"), blank)
    assert (reply.consent, reply.unread) == ("private", (CONSENT,))


def test_words_that_nobody_sees_are_said_to_be_unsure() -> None:
    blank = paper()
    place = next(each for each in blank.asked.places if each.question == "worked")
    target = BytesIO()
    canvas = Canvas(target, pagesize=(595, 842))
    canvas.setFillGray(1)
    canvas.drawString(place.left + 3, place.top - 13, "white on white")
    canvas.save()

    with Pdf.open(BytesIO(blank.data)) as pdf, Pdf.open(target) as unseen:
        pdf.pages[0].add_overlay(unseen.pages[0], None)
        data = saved(pdf)
    assert "white on white" in contents(data).pages[0].text
    reply = _read(data, blank)
    assert (_answer(reply, "worked").text, reply.unread) == ("white on white", ("worked",))


def test_without_places_every_question_is_unread() -> None:
    filled = paper(inked=ANSWERS)
    reply = _read(filled.data, Paper(filled.data, Asked(CODE, FORM)))
    assert reply.empty
    assert reply.unread == tuple(question.id for question in FORM.questions)


def test_a_page_that_is_missing_leaves_its_questions_unread() -> None:
    def drop(pdf: Pdf) -> None:
        del pdf.pages[1]

    filled = paper(inked=ANSWERS)
    last = {each.question for each in filled.asked.places if each.page == 1 and each.question}
    reply = _read(changed(filled.data, drop), filled)
    assert set(reply.unread) == last
    assert _answer(reply, "situation").text == ANSWERS["situation"]
    assert reply.consent == "private"
