"""What a PDF says beside its pages, whatever it is there for and however it is written."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Stream, String

from app.sharing.innards import Innards
from app.sharing.matching import Needle
from app.sharing.whereabouts import Place
from tests.planting import Change, changed

FOREIGN = (
    "Я думаю уйти из фирмы",
    "私は冬の前に会社を辞める",
    "אני חושב לעזוב את החברה",
    "أفكر في مغادرة الشركة",
)


def copied(data: bytes) -> bytes:
    """The file as PDFium writes it."""
    target = BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        document.save(target)
    return target.getvalue()


def innards(data: bytes) -> Innards:
    return Innards(data, copied(data))


def holding(value: bytes) -> Innards:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Odd = pdf.make_indirect(Dictionary(Deep=[String(value)]))

    return innards(changed(change))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"plain words", "plain words"),
        (b"(nested) \\ and ) odd", "nested and odd"),
        (b"line\nbreak\r", "line break"),
        (b"\xfe\xff" + "名前".encode("utf-16-be"), "名前"),
        (b"\xef\xbb\xbf" + "Zoë".encode(), "Zoë"),
        (b"caf\xe9", "café"),
        *((b"\xfe\xff" + text.encode("utf-16-be"), text) for text in FOREIGN),
        *((text.encode(), text) for text in FOREIGN),
    ],
)
def test_a_string_is_read(value: bytes, text: str) -> None:
    assert holding(value).has(Needle(text))
    assert not holding(b"harmless").has(Needle(text))


@pytest.mark.parametrize("text", FOREIGN)
def test_a_stream_is_read(text: str) -> None:
    for data in (text.encode(), text.encode("utf-16"), b"\x80\x81" + text.encode() + b"\xff\0"):
        assert innards(changed(odd(data))).has(Needle(text))


def odd(data: bytes) -> Change:
    """A stream that no reader knows."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Odd = pdf.make_indirect(Stream(pdf, data))

    return change


def test_places_come_in_their_order_and_once() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = String("Tomasz leaves the firm")
        pdf.Root.Odd = Name("/Tomasz leaves the firm")
        pdf.docinfo["/Author"] = String("Tomasz leaves the firm")
        pdf.docinfo["/Creator"] = String("Tomasz leaves the firm")

    read = innards(changed(change))
    assert [*read.places(Needle("Tomasz leaves the firm"))] == [
        Place.TITLE,
        Place.DETAILS,
        Place.FILE,
    ]


def test_bytes_are_found_in_objects_and_in_streams() -> None:
    read = innards(changed(odd(b"ab\x00\xffcd")))
    assert read.holds(b"\x00\xffc")
    assert not read.holds(b"\x00\xfed")


def test_a_file_whose_copy_has_less_is_not_whole() -> None:
    data = changed(odd(b"a"))
    less = changed(lambda _: None)
    assert innards(data).whole
    assert not Innards(data, copied(less)).whole
