"""The checks of what is accessible find what is not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from app.export.form import build_form
from app.export.pdf import build
from tests.accessibility import faults, tree
from tests.everything import everything
from tests.feedback_papers import OWN


@pytest.fixture(scope="module")
def data() -> bytes:
    return build(everything()).data


def first(pdf: Pdf, role: str) -> Object:
    """The first element of a kind."""
    return next(node.element for node in tree(pdf).walk() if node.role == role)


def drawn(pdf: Pdf, before: bytes, after: bytes) -> None:
    """Change the first page."""
    page = pdf.pages[0]
    content = page.obj.Contents.read_bytes()
    assert before in content
    page.obj.Contents = pdf.make_stream(content.replace(before, after, 1))


def unwrapped(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def unnamed(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def speechless(pdf: Pdf) -> None:
    del pdf.Root.Lang


def wordless(pdf: Pdf) -> None:
    del first(pdf, "Figure").Alt


def skipped(pdf: Pdf) -> None:
    first(pdf, "H3").S = Name.H5


def aimless(pdf: Pdf) -> None:
    del first(pdf, "TH").A


def ragged(pdf: Pdf) -> None:
    row = first(pdf, "TR")
    row.K = Array(list(row.K)[:1])


def misplaced(pdf: Pdf) -> None:
    first(pdf, "LI").S = Name.P


def strange(pdf: Pdf) -> None:
    first(pdf, "BlockQuote").S = Name.Quotation


def silent(pdf: Pdf) -> None:
    for page in pdf.pages:
        for place in page.obj.get("/Annots", Array()):
            del place.Contents


def loose(pdf: Pdf) -> None:
    link = first(pdf, "Link")
    link.K = Array([each for each in link.K if not isinstance(each, Dictionary)])


def bare(pdf: Pdf) -> None:
    drawn(pdf, b"/Artifact <</Type /Layout>> BDC", b"")
    drawn(pdf, b"EMC", b"")


def mute(pdf: Pdf) -> None:
    drawn(pdf, b"/H1 <</MCID 1>> BDC", b"/Artifact <</Type /Layout>> BDC")


def twice(pdf: Pdf) -> None:
    drawn(pdf, b"<</MCID 1>>", b"<</MCID 0>>")


def unembedded(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        if "/FontDescriptor" in font:
            del font.FontDescriptor.FontFile2


def unreadable(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        if "/ToUnicode" in font:
            del font.ToUnicode


def disordered(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array(list(numbers[1])[::-1])


def jumping(pdf: Pdf) -> None:
    pdf.pages[0].obj.Tabs = Name.R


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (unwrapped, "06-001"),
        (unnamed, "07-001"),
        (speechless, "11-006"),
        (wordless, "13-004"),
        (skipped, "14-003"),
        (aimless, "15-003"),
        (ragged, "15: rows"),
        (misplaced, "09: L holds"),
        (strange, "02-001"),
        (silent, "28-012"),
        (loose, "28: a Link"),
        (bare, "01-005"),
        (mute, "01-004"),
        (twice, "a mark is used twice"),
        (unembedded, "31-009"),
        (unreadable, "10-001"),
        (disordered, "page 1 has other parents"),
        (jumping, "28-008"),
    ],
)
def test_a_file_that_was_spoilt_is_not_accessible(
    data: bytes, spoil: Callable[[Pdf], None], expected: str
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(target)
    found = faults(target.getvalue())
    assert [fault for fault in found if fault.startswith(expected)]


@pytest.fixture(name="form", scope="module")
def filled_form() -> bytes:
    return build_form(OWN).data


def nameless(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].TU


def lost(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]


def invisible(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].AP


def crossed(pdf: Pdf) -> None:
    notes = pdf.pages[0].obj.Annots
    notes[0], notes[1] = notes[1], notes[0]


def untagged(pdf: Pdf) -> None:
    first(pdf, "Form").S = Name.Figure


def borrowed(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.DR.Font.Answer.FontDescriptor.FontFile2


def formless(pdf: Pdf) -> None:
    del pdf.Root.AcroForm


@pytest.mark.filterwarnings("ignore:This document has .* form widget")
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (nameless, "28-005"),
        (lost, "a field on a page is not in the form"),
        (invisible, "a field has no look"),
        (crossed, "28: fields are read in another order"),
        (untagged, "28-010"),
        (borrowed, "31-009"),
        (formless, "20, 25"),
    ],
)
def test_a_form_that_was_spoilt_is_not_accessible(
    spoil: Callable[[Pdf], None], expected: str, form: bytes
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(form)) as pdf:
        spoil(pdf)
        pdf.save(target)
    assert faults(form) == []
    assert any(fault.startswith(expected) for fault in faults(target.getvalue()))
