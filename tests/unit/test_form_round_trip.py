"""What somebody writes into a form comes back whole, whatever they fill it in with."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import ImageStat

from app.content.feedback_forms import OwnQuestion
from app.domain.forms import REQUEST
from app.export.form import FormPaper, FormPdf, build_form
from tests.feedback_papers import ASKING, CODE, LIBRARY, OWN, PAPERS, paper, shipped
from tests.fillers import (
    FILLERS,
    Answers,
    Filler,
    by_pdfium,
    flattened,
    middle,
    pasted_by_pdfium,
)
from tests.readers import check, qpdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pikepdf import Object

    from app.domain.forms import Place

WORDS = {
    "Japanese": "もっと早く言ってください。数字から始める。",
    "Arabic": "توقف عن المقاطعة من فضلك، شكراً",
    "Hebrew": "תודה על הסבלנות, ועל השאלות",
    "Cyrillic": "Спасибо, что сказали об этом сразу",  # noqa: RUF001 - Russian
    "accents": "Łukasz Žižek Ångström e\u0301 ﬁ ẞ",
    "emoji": "👏 👩\u200d🚀 🇵🇹 ❤\ufe0f",
    "lines": "First line\n\n  third, indented\nlast",
    "signs": "(a) \\b <c> %d 'e' \"f\" /g [h] 50 €",
}
LONG = ("Ich fragte, ob die Begrenzung noch gilt. " * 20)[:600]


def text_of(data: bytes, name: str) -> str:
    """What a field holds, with one kind of line end."""
    with pikepdf.open(BytesIO(data)) as pdf:
        value = next(str(each.V) for each in _fields(pdf) if str(each.get("/T")) == name)
    return value.replace("\r\n", "\n").replace("\r", "\n")


def marks_of(data: bytes) -> dict[str, set[str]]:
    """The states that are marked, by field: the value and the look have to agree."""
    found: dict[str, set[str]] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for widget in page.obj.Annots:
                field = widget.get("/Parent")
                if field is None or "/AP" not in widget or widget.get("/AS") in (None, "/Off"):
                    continue
                state = str(widget.AS)[1:]
                owner = widget if "/T" in widget else field
                assert str(owner.V)[1:] == state
                found.setdefault(str(field.T), set()).add(state)
    return found


def _fields(pdf: pikepdf.Pdf) -> list[Object]:
    return list(pdf.Root.AcroForm.Fields)


def some_answers(asked: FormPaper) -> Answers:
    """An answer to every question: a word for each script, or the last state."""
    scripts = iter([*WORDS.values()] * 3)
    return {
        each.id: (each.states()[:1] + each.states()[-1:] if each.multiple else each.states()[-1])
        if each.states()
        else next(scripts).replace("\n", " ")[: each.limit]
        for each in asked.form.questions
    }


@pytest.fixture(name="own", scope="module")
def own_form() -> FormPdf:
    return build_form(OWN)


@pytest.fixture(name="filled", scope="module", params=FILLERS)
def filled_form(request: pytest.FixtureRequest, own: FormPdf) -> bytes:
    """The form with own questions, filled in by each reader."""
    fill: Filler = request.param
    return fill(own.data, own.places, some_answers(OWN))


@pytest.mark.parametrize("fill", FILLERS)
def test_words_come_back_whole(fill: Filler) -> None:
    words = {f"own-{number}": text for number, text in enumerate((*WORDS.values(), LONG), 1)}
    questions = [OwnQuestion("Why?") for _ in words]
    pdf = build_form(paper(LIBRARY.feedback_forms.written(questions, ASKING)))
    filled = fill(pdf.data, pdf.places, words)
    assert {name: text_of(filled, name) for name in words} == words


@pytest.mark.parametrize("fill", FILLERS)
@pytest.mark.parametrize("asked", PAPERS)
def test_every_answer_to_a_form_comes_back(asked: FormPaper, fill: Filler) -> None:
    pdf, answers = build_form(asked), some_answers(asked)
    filled = fill(pdf.data, pdf.places, answers)
    for question in asked.form.questions:
        if not question.states():
            assert text_of(filled, question.id) == answers[question.id]
    assert marks_of(filled) == {
        question: {answer} if isinstance(answer, str) else set(answer)
        for question, answer in answers.items()
        if any(place.question == question and place.state for place in pdf.places)
    }
    assert text_of(filled, REQUEST) == CODE


def drawn_anew(data: bytes) -> bytes:
    """A file as it is when the program that saved it asks the next one to draw all fields."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.save(target)
    return target.getvalue()


def darkness(data: bytes, places: Iterable[Place]) -> list[float]:
    """How dark the middle of each place is as PDFium draws it: 0 is white."""
    found: list[float] = []
    with pdfium.PdfDocument(data) as document:
        document.init_forms()
        pages = [page.render(scale=3, grayscale=True).to_pil() for page in document]
        for place in places:
            page = pages[place.page]
            x, y = (3 * side for side in middle(place))
            top = page.height - y
            box = page.crop((round(x - 11), round(top - 11), round(x + 11), round(top + 11)))
            found.append(255 - ImageStat.Stat(box).mean[0])
    return found


@pytest.mark.parametrize("change", [bytes, drawn_anew])
def test_what_is_marked_is_seen(
    filled: bytes, change: Callable[[bytes], bytes], own: FormPdf
) -> None:
    answers = some_answers(OWN)
    marks = [place for place in own.places if place.question and place.state]
    seen = darkness(change(filled), marks)
    chosen = [place.state in answers[place.question] for place in marks]
    assert [dark > 40 for dark in seen] == chosen


@qpdf
def test_what_was_filled_in_is_a_whole_file(filled: bytes, tmp_path: Path) -> None:
    assert "error" not in check(filled, tmp_path).lower()


@pytest.mark.parametrize("fill", FILLERS)
def test_a_choice_that_was_changed_is_the_last_one(fill: Filler, own: FormPdf) -> None:
    once = fill(own.data, own.places, {"own-2": "5", "consent-choice": "named"})
    twice = fill(once, own.places, {"own-2": "2", "consent-choice": "private"})
    assert marks_of(twice) == {"own-2": {"2"}, "consent-choice": {"private"}}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_from_the_clipboard_come_back_as_far_as_pdfium_takes_them(
    words: str, own: FormPdf
) -> None:
    """PDFium pastes the signs beyond the first 65,536 as others of its private use."""
    pasted = text_of(pasted_by_pdfium(own.data, own.places, {"own-1": words}), "own-1")
    assert pasted == "".join(chr(ord(sign) & 0xFFFF) for sign in words)


@pytest.mark.parametrize("form_id", ["sbi-form", "competency-pulse-form"])
def test_an_answer_up_to_its_limit_is_seen_as_a_whole(form_id: str) -> None:
    """One is set in the larger size, the other in the smaller."""
    asked = shipped(form_id)
    pdf = build_form(asked)
    sentence = "I noticed that you waited after asking, and two who had said nothing answered."
    words = [f"{word}{number}" for number, word in enumerate(sentence.split() * 12)]
    answers = {
        each.id: " ".join(words)[: each.limit].rpartition(" ")[0]
        for each in asked.form.questions
        if not each.states()
    }
    with pdfium.PdfDocument(flattened(by_pdfium(pdf.data, pdf.places, answers))) as document:
        pages = [page.get_textpage() for page in document]
        seen = {
            each.question: pages[each.page].get_text_bounded(
                each.left - 2, each.bottom, each.right + 2, each.top
            )
            for each in pdf.places
            if each.question in answers
        }
    assert {name: text.split() for name, text in seen.items()} == {
        name: text.split() for name, text in answers.items()
    }


def test_pdfium_takes_no_more_than_the_limit(own: FormPdf) -> None:
    pasted = pasted_by_pdfium(own.data, own.places, {"own-1": "a" * 700})
    assert text_of(pasted, "own-1") == "a" * 600
