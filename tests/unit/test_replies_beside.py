"""Everything in a file that could act is counted, wherever it hides, and never followed."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Pdf, String

from app.replies.beside import found_in
from app.replies.reply import What


def _found(pdf: Pdf) -> dict[What, int]:
    target = BytesIO()
    pdf.save(target)
    with pikepdf.open(target) as read:
        return found_in(read)


def _blank() -> Pdf:
    pdf = Pdf.new()
    pdf.add_blank_page()
    return pdf


def test_a_plain_file_has_nothing_beside_its_pages() -> None:
    assert _found(_blank()) == {}


@pytest.mark.parametrize(
    ("action", "what"),
    [
        (Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), What.SCRIPT),
        (Dictionary(S=Name.Launch, F=String("/bin/sh")), What.ACTION),
        (Dictionary(S=Name.URI, URI=String("https://a.example")), What.ACTION),
        (Dictionary(S=Name.SubmitForm, F=String("https://a.example")), What.ACTION),
        (Dictionary(S=Name.ImportData, F=String("x.fdf")), What.ACTION),
        (Dictionary(S=Name.GoToR, F=String("other.pdf")), What.ACTION),
        (Dictionary(S=Name.Rendition), What.MEDIA),
        (Dictionary(Type=Name.Annot, Subtype=Name.RichMedia), What.MEDIA),
        (Dictionary(Type=Name.Filespec, EF=Dictionary(F=String("x"))), What.ATTACHMENT),
    ],
)
def test_what_could_act_is_counted_wherever_it_hangs(action: Object, what: What) -> None:
    pdf = _blank()
    pdf.Root.OpenAction = action
    pdf.pages[0].obj.AA = Dictionary(O=Array([Dictionary(Deep=Array([action]))]))
    pdf.Root.Kept = pdf.make_indirect(Dictionary(dict(action.items())))
    assert _found(pdf) == {what: 3}


def test_an_attached_file_is_counted() -> None:
    pdf = _blank()
    pdf.attachments["note.txt"] = AttachedFileSpec(pdf, b"hello", filename="note.txt")
    assert What.ATTACHMENT in _found(pdf)


def test_another_form_beside_ours_is_counted_once() -> None:
    pdf = _blank()
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))
    assert _found(pdf) == {What.OTHER_FORM: 1}


def test_what_is_nested_deeper_than_anything_real_is_not_followed() -> None:
    pdf = _blank()
    inner: Object = Dictionary(S=Name.JavaScript)
    for _ in range(300):
        inner = Array([inner])
    pdf.Root.Deep = inner
    assert found_in(pdf) == {}
