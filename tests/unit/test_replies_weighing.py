"""A page that would draw without end is told from what its commands say, before it is drawn."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from app.replies import limits
from app.replies.weighing import light_pages
from tests.reply_forms import paper


def _form(pdf: Pdf, commands: bytes, **drawn: Object) -> Object:
    form = pdf.make_stream(commands, Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 500, 500])
    form.Resources = Dictionary(XObject=Dictionary({f"/{name}": x for name, x in drawn.items()}))
    return form


def _blank() -> tuple[Pdf, Object]:
    pdf = Pdf.new()
    pdf.add_blank_page()
    return pdf, pdf.pages[0].obj


def test_every_page_of_a_form_is_light() -> None:
    with pikepdf.open(BytesIO(paper().data)) as pdf:
        assert light_pages(pdf) == {0, 1}


def test_a_form_that_draws_itself_is_heavy() -> None:
    pdf, page = _blank()
    form = _form(pdf, b"/X Do " * 50)
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Resources, page.Contents = form.Resources, pdf.make_stream(b"/X Do")
    assert light_pages(pdf) == frozenset()


def test_forms_that_draw_others_many_times_are_as_heavy_as_all_of_it() -> None:
    pdf, page = _blank()
    form = _form(pdf, b"0 0 9 9 re f " * 10)
    for _ in range(3):
        form = _form(pdf, b"/X Do " * 10, X=form)
    page.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(b"/X Do")
    assert light_pages(pdf) == {0}
    page.Contents = pdf.make_stream(b"/X Do " * 100)
    assert light_pages(pdf) == frozenset()


@pytest.mark.parametrize("size", [limits.PAGE_BYTES + 1, 3 * limits.STREAM_BYTES])
def test_commands_without_end_are_heavy(size: int) -> None:
    pdf, page = _blank()
    page.Contents = Array([pdf.make_stream(b"q"), pdf.make_stream(b" " * size)])
    assert light_pages(pdf) == frozenset()


def test_a_chain_of_forms_that_is_too_long_is_heavy() -> None:
    pdf, page = _blank()
    form = _form(pdf, b"q Q")
    for _ in range(limits.DRAWN_DEPTH + 2):
        form = _form(pdf, b"/X Do", X=form)
    pdf.Root.Pages.Resources = Dictionary(XObject=Dictionary(X=form))
    del page.Resources
    page.Contents = pdf.make_stream(b"/X Do")
    assert light_pages(pdf) == frozenset()
