"""A form on its way out: the PDF and the request are kept, or neither."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from app.content.feedback_forms import Asking
from app.content.library import Library
from app.domain.cycles import Person
from app.domain.feedback import Request
from app.errors import AppError
from app.export.failures import FileExistsAlreadyError, FolderMissingError
from app.operations.feedback_forms import built, save_again, send
from app.vault import Vault

DAY = "Tuesday, 26 May"


def composed(reply_by: str = DAY) -> Request:
    forms = Library().feedback_forms
    form = forms.filled(forms.forms[0], Asking("Inês", "Tomás", "the talk", reply_by))
    return Request(
        code="7KQ2-M0XT-9DPB",
        form=form.id,
        name=form.name,
        about="the talk",
        intro=form.intro,
        questions=form.questions,
        promise=form.consent,
        thanks=form.thanks,
        asked=date(2026, 5, 19),
        reply_by=date(2026, 5, 26),
    )


def test_a_request_goes_out_as_a_pdf_that_its_owner_alone_can_read(
    vault: Vault, tmp_path: Path
) -> None:
    file = tmp_path / "form.pdf"
    pdf = built(composed(), "Inês", "Tomás Rey", DAY, 6)
    sent = send(vault, composed(), pdf, file, Person(name="Tomás Rey"))
    assert file.read_bytes() == pdf.data
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert vault.read.get(Request, sent.id).places == pdf.places
    assert vault.read.get(Person, sent.person).name == "Tomás Rey"


def test_where_the_file_cannot_be_saved_nothing_was_asked(vault: Vault, tmp_path: Path) -> None:
    pdf = built(composed(), "", "", "", 0)
    with pytest.raises(FolderMissingError):
        send(vault, composed(), pdf, tmp_path / "nowhere" / "form.pdf")
    (tmp_path / "form.pdf").write_text("mine")
    with pytest.raises(FileExistsAlreadyError):
        send(vault, composed(), pdf, tmp_path / "form.pdf")
    assert vault.read.all(Request) == []


def test_where_the_request_breaks_a_rule_no_file_stays(vault: Vault, tmp_path: Path) -> None:
    pdf = built(composed(), "", "", "", 0)
    nameless = Person(name=" ")
    with pytest.raises(AppError):
        send(vault, composed(), pdf, tmp_path / "form.pdf", nameless)
    assert list(tmp_path.glob("*.pdf")) == []


def test_saved_again_it_is_the_same_form(vault: Vault, tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    pdf = built(composed(), "Inês", "Tomás", DAY, 6)
    sent = send(vault, composed(), pdf, first)
    again = built(vault.read.get(Request, sent.id), "Inês", "Tomás", DAY, 6)
    assert save_again(vault, sent.id, again, second) == sent
    assert second.read_bytes() == first.read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        save_again(vault, sent.id, again, second)
    save_again(vault, sent.id, again, second, replacing=True)


def test_a_request_that_went_out_as_text_learns_where_its_fields_stand(
    vault: Vault, tmp_path: Path
) -> None:
    sent = send(vault, composed(), built(composed(), "", "", DAY, 6), tmp_path / "a.pdf")
    other = built(composed(), "Somebody with another name", "", DAY, 6)
    save_again(vault, sent.id, other, tmp_path / "b.pdf")
    assert vault.read.get(Request, sent.id).places == other.places


def test_a_day_that_moved_later_is_not_on_the_form_beside_the_one_it_says() -> None:
    plain = built(composed(), "", "", "", 6)
    assert built(composed(), "", "", "Monday, 1 June", 6).data == plain.data
    assert built(composed(), "", "", DAY, 6).data != plain.data
