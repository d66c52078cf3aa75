"""The finished PDF of a form."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from app.domain.document import PaperSize
from app.domain.forms import REQUEST
from app.export.failures import BuildError
from app.export.form import FormPaper, build_form
from tests.accessibility import faults
from tests.feedback_papers import CODE, OWN, PAPERS
from tests.readers import check, qpdf

if TYPE_CHECKING:
    from pathlib import Path

ACTIVE = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/URI", "/SubmitForm", "/EmbeddedFiles")


def everything(data: bytes) -> str:
    """All objects of a file as text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return "\n".join(repr(each) for each in pdf.objects)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", PaperSize)
def test_a_form_is_accessible(paper: FormPaper, size: PaperSize) -> None:
    assert faults(build_form(replace(paper, paper=size)).data) == []


@qpdf
@pytest.mark.parametrize("paper", PAPERS)
def test_a_form_is_whole(paper: FormPaper, tmp_path: Path) -> None:
    assert check(build_form(paper).data, tmp_path) == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_a_form_runs_sends_and_opens_nothing(paper: FormPaper) -> None:
    data = build_form(paper).data
    said = everything(data)
    assert '"/AcroForm"' in said
    assert [name for name in ACTIVE if f'"{name}"' in said] == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [each for page in pdf.pages for each in page.obj.Annots if "/A" in each] == []


def test_the_same_form_gives_the_same_bytes() -> None:
    assert build_form(OWN).data == build_form(OWN).data
    assert build_form(OWN).data != build_form(replace(OWN, code="0000-0000-0000")).data


def test_a_form_says_which_request_it_is_for_and_nothing_else() -> None:
    with pikepdf.open(BytesIO(build_form(OWN).data)) as pdf:
        assert dict(pdf.docinfo) == {
            "/Title": "Feedback for Ines Duarte",
            "/GreenroomForm": "1",
            "/GreenroomRequest": CODE,
        }
        held = {str(each.T): str(each.V) for each in pdf.Root.AcroForm.Fields if "/V" in each}
    assert held[REQUEST] == CODE


def test_without_a_name_the_paper_does_not_say_whose_it_is() -> None:
    with pikepdf.open(BytesIO(build_form(replace(OWN, asker=" ")).data)) as pdf:
        assert str(pdf.docinfo.Title) == "Feedback, please"


def test_what_no_font_can_show_is_said() -> None:
    assert build_form(replace(OWN, asker="ก")).unprinted == "ก"


def test_a_form_that_cannot_be_laid_out_gives_none_of_its_words_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: FormPaper) -> None:
        raise ValueError("Ines Duarte")

    monkeypatch.setattr("app.export.form_pages.draw", broken)
    with pytest.raises(BuildError) as raised:
        build_form(OWN)
    assert raised.value.__context__ is None
    assert "Ines" not in repr(raised.value)
