"""A form that was filled in by others and flattened or printed on its way comes back as it was."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from app.domain.forms import Answer, AnswerType, Asked
from app.export.form import FormPdf, build_form
from app.replies.reading import reply_in
from app.replies.reply import Reply, Way
from tests.feedback_papers import OWN, PAPERS
from tests.fillers import FILLERS, Answers, Filler, by_pdfium
from tests.reply_forms import contents, saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.export.form import FormPaper

    Flattener = Callable[[bytes, Path], bytes]

WORDS: Final = {
    "Japanese": "もっと早く言ってください。数字から始める。",
    "Arabic": "توقف عن المقاطعة من فضلك، شكراً",
    "Hebrew": "תודה על הסבלנות, ועל השאלות",
    "Cyrillic": "Спасибо, что сказали об этом сразу",  # noqa: RUF001 - Russian
    "emoji": "👏 👩\u200d🚀 🇵🇹 ❤\ufe0f",
    "signs": "(a) \\b <c> %d 'e' \"f\" /g [h] 50 €",
    "long": ("Ich fragte, ob die Begrenzung noch gilt. " * 20)[:600],
}


def _by_pdfium(data: bytes, _: Path) -> bytes:
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        raw.FPDFPage_Flatten(page, 0)
        page.close()
    target = BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def _by_pikepdf(data: bytes, _: Path) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf, warnings.catch_warnings():
        # It leaves the hidden fields on their page and takes away the tree they hung on.
        warnings.simplefilter("ignore")
        pdf.flatten_annotations("all")
        return saved(pdf)


def _by(*command: str) -> Flattener:
    def run(data: bytes, folder: Path) -> bytes:
        before, after = folder / "before.pdf", folder / "after.pdf"
        before.write_bytes(data)
        subprocess.run([*command, str(before), str(after)], check=True, capture_output=True)
        return after.read_bytes()

    return run


def _needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


def _draws_japanese() -> bool:
    fonts = shutil.which("fc-list")
    return fonts is not None and bool(subprocess.check_output([fonts, ":lang=ja"]))


_POPPLER, _QPDF = _needs("pdftocairo"), _needs("qpdf")
_LETTER = ("pdftocairo", "-pdf", "-paper", "letter", "-expand")
_A5 = ("pdftocairo", "-pdf", "-paperw", "420", "-paperh", "595")
FLATTENERS: Final = (
    pytest.param(_by_pdfium, id="PDFium"),
    pytest.param(_by_pikepdf, id="pikepdf"),
    pytest.param(_by("qpdf", "--flatten-annotations=all"), id="qpdf", marks=_QPDF),
    pytest.param(_by("pdftocairo", "-pdf"), id="cairo", marks=_POPPLER),
    pytest.param(_by(*_LETTER), id="Letter", marks=_POPPLER),
    pytest.param(_by(*_A5), id="A5", marks=_POPPLER),
)


def _given(paper: FormPaper, words: str) -> dict[str, str | tuple[str, ...]]:
    """These words in the first long text, and the last state of all that can be marked."""
    given: dict[str, str | tuple[str, ...]] = {}
    for each in paper.form.questions:
        if each.states():
            last = each.states()[-1]
            given[each.id] = (each.states()[0], last) if each.multiple else last
    first = next(q for q in paper.form.questions if q.type is AnswerType.MULTILINE)
    return given | {first.id: words[: first.limit]}


def _reply(data: bytes, paper: FormPaper, made: FormPdf) -> Reply:
    return reply_in(contents(data), "digest", [Asked(paper.code, paper.form, made.places)])


def _said(answer: Answer) -> str | tuple[str, ...]:
    if answer.type is AnswerType.SCALE:
        return str(answer.rating or "")
    if answer.type is AnswerType.CHOICE:
        return answer.chosen if len(answer.chosen) > 1 else "".join(answer.chosen)
    return answer.text


def _all_said(reply: Reply) -> dict[str, str | tuple[str, ...]]:
    return {answer.question: _said(answer) for answer in reply.answers if not answer.empty}


def _expected(given: Answers) -> dict[str, str | tuple[str, ...]]:
    return {
        name: unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value
        for name, value in given.items()
    }


@pytest.mark.parametrize("fill", FILLERS)
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_answer_comes_back_whole_from_the_fields(fill: Filler, words: str) -> None:
    made = build_form(OWN)
    given = _given(OWN, words)
    reply = _reply(fill(made.data, made.places, given), OWN, made)
    assert (reply.way, reply.unread, reply.cut, reply.ignored) == (Way.FIELDS, (), (), ())
    assert _all_said(reply) == _expected(given)
    assert reply.consent == "named"


@pytest.mark.parametrize("flatten", FLATTENERS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_flattened_form_gives_the_same_answers(
    flatten: Flattener, paper: FormPaper, tmp_path: Path
) -> None:
    made = build_form(paper)
    given = _given(paper, "You asked what we had not looked at. Then you waited for an answer.")
    reply = _reply(flatten(by_pdfium(made.data, made.places, given), tmp_path), paper, made)
    assert (reply.way, reply.unread, reply.cut) == (Way.FLATTENED, (), ())
    assert _all_said(reply) == _expected(given)


@pytest.mark.parametrize("flatten", FLATTENERS)
def test_a_blank_form_that_was_flattened_has_no_answers(flatten: Flattener, tmp_path: Path) -> None:
    made = build_form(OWN)
    reply = _reply(flatten(made.data, tmp_path), OWN, made)
    assert (reply.empty, reply.unread, reply.consent) == (True, (), "private")


@pytest.mark.parametrize("fill", FILLERS[:2])
@_POPPLER
def test_cyrillic_comes_back_from_paper(fill: Filler, tmp_path: Path) -> None:
    _assert_on_paper(fill, WORDS["Cyrillic"], tmp_path)


@pytest.mark.skipif(not _draws_japanese(), reason="no font here draws Japanese")
@pytest.mark.parametrize("fill", FILLERS[:1])
@_POPPLER
def test_japanese_comes_back_from_paper(fill: Filler, tmp_path: Path) -> None:
    # What PDFium draws of it depends on the other fonts there are.
    _assert_on_paper(fill, WORDS["Japanese"], tmp_path)


def _assert_on_paper(fill: Filler, words: str, tmp_path: Path) -> None:
    made = build_form(OWN)
    given = _given(OWN, words)
    reply = _reply(_by(*_LETTER)(fill(made.data, made.places, given), tmp_path), OWN, made)
    assert _all_said(reply) == _expected(given)


@_POPPLER
def test_a_line_from_right_to_left_on_paper_is_read_and_said_to_be_unsure(tmp_path: Path) -> None:
    made = build_form(OWN)
    given = _given(OWN, WORDS["Hebrew"])
    data = by_pdfium(made.data, made.places, given)
    reply = _reply(_by(*_LETTER)(data, tmp_path), OWN, made)
    assert _all_said(reply) == _expected(given)
    assert reply.unread == ("own-1",)
