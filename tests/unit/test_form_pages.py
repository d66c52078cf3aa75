"""Where the fields of a form stand on its pages."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.domain.forms import AnswerType, Form, Place, Question
from app.export.form import FormPaper, build_form
from app.export.form_pages import draw
from tests.feedback_papers import CODE, OWN, PAPERS


def short(count: int, limit: int = 300) -> FormPaper:
    questions = tuple(Question(f"q{n}", "Why?", limit=limit) for n in range(count))
    return replace(OWN, form=Form("f", "F", "Hello", questions))


def heights(paper: FormPaper) -> list[float]:
    return [place.top - place.bottom for place in draw(paper).places if place.question]


@pytest.mark.parametrize("paper", PAPERS)
def test_places_are_the_rectangles_of_the_fields(paper: FormPaper) -> None:
    pdf = build_form(paper)
    with pikepdf.open(BytesIO(pdf.data)) as file:
        found = [
            (number, *(round(float(side), 2) for side in widget.Rect))
            for number, page in enumerate(file.pages)
            for widget in page.obj.Annots
            if "/StructParent" in widget
        ]
    places = [each for each in pdf.places if each.question]
    assert [(each.page, each.left, each.bottom, each.right, each.top) for each in places] == found
    expected = [(q.id, state) for q in paper.form.questions for state in q.states() or ("",)]
    assert [(each.question, each.state) for each in places] == expected


@pytest.mark.parametrize("paper", PAPERS)
def test_printed_words_stand_where_another_reader_finds_them(paper: FormPaper) -> None:
    pdf = build_form(paper)
    printed = [each for each in pdf.places if not each.question]
    with pypdfium2.PdfDocument(pdf.data) as document:
        for number in range(len(document)):
            on_page = [each for each in printed if each.page == number]
            assert len(on_page) >= 2
            text = document[number].get_textpage()
            for each in on_page:
                assert _read(text, each) == each.state


def _read(text: pypdfium2.PdfTextPage, place: Place) -> str:
    size = place.top - place.bottom
    around = place.left - 1, place.bottom - size / 2, place.right + 1, place.top + size / 4
    found: str = text.get_text_bounded(*around)
    return found.strip()


def test_the_code_is_printed_on_every_page() -> None:
    pdf = build_form(OWN)
    with pypdfium2.PdfDocument(pdf.data) as document:
        assert len(document) == pdf.pages == 2
        texts = [page.get_textpage().get_text_range() for page in document]
    assert all(f"Request {CODE}" in text for text in texts)


def test_a_short_form_has_one_page_and_frames_as_high_as_there_is_room() -> None:
    alone, several = heights(short(1)), heights(short(5))
    assert draw(short(5)).count == 1
    assert alone[0] > min(several)


def test_a_form_is_set_closer_where_that_saves_a_page() -> None:
    sizes = {draw(short(4, limit)).size for limit in range(300, 600, 20)}
    assert sizes == {9, 10}


def test_a_form_without_anybody_s_name_still_has_a_title() -> None:
    paper = replace(short(1), asker="", giver="", reply_by="", minutes=0)
    assert draw(paper).title == "Feedback, please"


def test_a_scale_takes_no_room_from_a_text() -> None:
    scale = replace(OWN, form=Form("f", "F", "", (Question("q", "How?", AnswerType.SCALE),)))
    places = [each for each in draw(scale).places if each.question]
    assert {round(each.top - each.bottom, 2) for each in places} == {15.0}
