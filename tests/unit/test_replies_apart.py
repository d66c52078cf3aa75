"""A file is taken apart into contents, or refused with a word; nothing else ever comes of it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.replies.apart import prepare, taken_apart
from app.replies.contents import Contents, Field, unpacked
from tests.reply_forms import ANSWERS, changed, contents, paper, with_fields


@pytest.fixture(scope="module", autouse=True)
def _prepared() -> None:
    prepare()


def test_fields_and_pages_are_handed_over() -> None:
    found = contents(with_fields(ANSWERS))
    assert Field("situation", "The situation", ("The review on Tuesday",)) in found.fields
    assert "Something I did that worked" in found.pages[0].text


def test_only_a_form_that_lost_its_fields_is_drawn_also_where_the_hidden_one_is_left() -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        fields = pdf.Root.AcroForm.Fields
        pdf.Root.AcroForm.Fields = pikepdf.Array([fields[len(fields) - 1]])
        for page in pdf.pages:
            del page.obj.Annots

    assert [page.pixels for page in contents(with_fields(ANSWERS)).pages] == [b"", b""]
    assert all(page.pixels for page in contents(paper().data).pages)
    assert all(page.pixels for page in contents(changed(with_fields(ANSWERS), drop)).pages)


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG", b" " * 2000 + b"%PDF-1.7"])
def test_what_is_no_pdf_is_refused_as_that(data: bytes) -> None:
    assert unpacked(taken_apart(data)) == "not a PDF"


def test_a_locked_file_is_refused_as_that_and_one_that_opens_for_everybody_is_read() -> None:
    lock = pikepdf.Encryption(owner="owner", user="secret")
    assert unpacked(taken_apart(changed(paper().data, lambda _: None, encryption=lock))) == "locked"
    open_to_all = pikepdf.Encryption(owner="owner", user="")
    data = changed(with_fields(ANSWERS), lambda _: None, encryption=open_to_all)
    assert contents(data).fields == contents(with_fields(ANSWERS)).fields


def test_a_file_without_anything_in_it_is_damaged() -> None:
    assert unpacked(taken_apart(b"%PDF-1.7\nnothing at all")) == "damaged"


def test_a_file_that_lost_its_end_is_read_as_far_as_it_goes() -> None:
    data = with_fields(ANSWERS)
    found = contents(data[: data.rindex(b"xref")])
    assert Field("situation", "The situation", ("The review on Tuesday",)) in found.fields


def test_a_stream_that_unpacks_to_more_than_any_form_is_left_out() -> None:
    def bomb(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b" " * 200_000_000)

    data = changed(with_fields(ANSWERS), bomb, recompress_flate=True)
    assert len(data) < 1_000_000
    assert Field("situation", "The situation", ("The review on Tuesday",)) in contents(data).fields


@given(st.binary(max_size=300))
def test_any_bytes_that_begin_like_a_pdf_are_contents_or_refused(data: bytes) -> None:
    assert isinstance(unpacked(taken_apart(b"%PDF-1.7\n" + data)), str | Contents)


def test_a_file_without_pages_is_read_for_its_fields() -> None:
    pdf = pikepdf.Pdf.new()
    target = BytesIO()
    pdf.save(target)
    assert contents(target.getvalue()) == Contents()
