"""The fields of a form, as another library finds them in the file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Name

from app.domain.forms import CONSENT, REQUEST, AnswerType, Consent, Form, Option, Question
from app.export.form import VERSION, FormPaper, build_form
from app.export.form_fields import FORM
from tests.accessibility import faults
from tests.feedback_papers import CODE, OWN, PAPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

READ_ONLY, MULTILINE, RADIO, HIDDEN = 1, 1 << 12, 1 << 15, 1 << 1


@pytest.fixture(name="own", scope="module")
def own_form() -> Iterator[Pdf]:
    with pikepdf.open(BytesIO(build_form(OWN).data)) as pdf:
        yield pdf


def field(pdf: Pdf, name: str) -> Object:
    return next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == name)


def states(field: Object) -> list[str]:
    """The states that the kids of a field can be in besides off."""
    looks = [str(key) for kid in field.Kids for key in kid.AP.N]
    return [look[1:] for look in looks if look != "/Off"]


@pytest.mark.parametrize("paper", PAPERS)
def test_fields_are_called_as_their_questions_in_the_order_of_reading(paper: FormPaper) -> None:
    with pikepdf.open(BytesIO(build_form(paper).data)) as pdf:
        names = [str(each.T) for each in pdf.Root.AcroForm.Fields]
        for question in paper.form.questions:
            found = field(pdf, question.id)
            assert str(found.TU).startswith(question.label)
            if question.states():
                assert states(found) == list(question.states())
    assert names == [*(question.id for question in paper.form.questions), REQUEST, FORM]


def test_a_text_has_its_limit_and_the_room_for_it(own: Pdf) -> None:
    words = field(own, "own-1")
    assert (words.FT, int(words.MaxLen), int(words.Ff)) == (Name.Tx, 600, MULTILINE)
    name = field(own, "giver-sign")
    assert (int(name.MaxLen), int(name.get("/Ff", 0))) == (80, 0)


def test_one_level_or_option_can_be_marked_and_none_is(own: Pdf) -> None:
    scale = field(own, "own-2")
    assert (scale.FT, int(scale.Ff), scale.V) == (Name.Btn, RADIO, Name.Off)
    assert {str(kid.AS) for kid in scale.Kids} == {"/Off"}
    assert str(scale.Kids[0].TU).endswith("1 of 5. Überhaupt nicht verständlich.")
    assert str(scale.Kids[1].TU).endswith("2 of 5.")


def test_of_several_each_option_is_a_check_box_of_its_own(own: Pdf) -> None:
    several = field(own, "own-3")
    assert "/FT" not in several
    boxes = [(str(kid.T), kid.FT, int(kid.get("/Ff", 0)), kid.V) for kid in several.Kids]
    assert boxes == [(f"option-{n}", Name.Btn, 0, Name.Off) for n in (1, 2, 3)]
    assert str(several.Kids[0].TU) == "Which of these did you notice? I interrupted."


def test_consent_is_a_choice_of_three_and_blank(own: Pdf) -> None:
    consent = field(own, CONSENT)
    assert states(consent) == list(Consent)
    assert Name.Off == consent.V


def test_the_code_and_the_version_are_fields_that_nobody_sees_or_changes(own: Pdf) -> None:
    for name, value in ((REQUEST, CODE), (FORM, VERSION)):
        hidden = field(own, name)
        assert str(hidden.V) == value
        assert int(hidden.Ff) & READ_ONLY
        assert int(hidden.F) & HIDDEN
        assert "/StructParent" not in hidden


def test_readers_are_not_asked_to_draw_the_fields_anew(own: Pdf) -> None:
    form = own.Root.AcroForm
    assert "/NeedAppearances" not in form
    assert "/XFA" not in form
    assert str(form.DA).split()[0] in form.DR.Font
    looks = {str(kid.DA).split()[0] for kid in field(own, "own-2").Kids}
    assert looks == {"/ZaDb"}
    assert "/ZaDb" in form.DR.Font


def test_a_field_without_words_is_called_by_its_name() -> None:
    options = (Option("first", ""), Option("second", "\x08"))
    form = Form("f", "F", "", (Question("q", "\x08", AnswerType.CHOICE, options=options),))
    with pikepdf.open(BytesIO(build_form(replace(OWN, form=form)).data)) as pdf:
        choice = field(pdf, "q")
        assert str(choice.TU) == "q"
        assert [str(kid.TU) for kid in choice.Kids] == ["first", "second"]


def test_an_option_without_words_is_read_in_its_turn() -> None:
    options = (Option("first", "\x08"), Option("second", "Words"))
    question = Question("q", "Which?", AnswerType.CHOICE, options=options)
    assert faults(build_form(replace(OWN, form=Form("f", "F", "", (question,)))).data) == []


def test_words_with_halves_of_characters_are_said_with_squares() -> None:
    question = Question("q", "Half \ud83d?", AnswerType.CHOICE, options=(Option("a", "\udc00"),))
    paper = replace(OWN, form=Form("f", "F", "", (question,)))
    with pikepdf.open(BytesIO(build_form(paper).data)) as pdf:
        assert str(field(pdf, "q").TU) == "Half □?"
        assert str(field(pdf, "q").Kids[0].TU) == "Half □? □."
