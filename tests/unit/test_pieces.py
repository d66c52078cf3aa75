"""A PDF taken apart into its objects."""

from __future__ import annotations

import zlib
from base64 import a85encode

import pytest

from app.sharing.errors import UnreadableError
from app.sharing.pieces import Piece, accounted_for, take_apart, unpacked
from tests.planting import finished, later, plainly

HEAD = b"%PDF-1.5\n%\xbf\xf7\xa2\xfe\n"
FOOT = (
    b"\nxref\n0 2\n0000000000 65535 f \n0000000017 00000 n \n"
    b"trailer <</Size 2>>\nstartxref\n9\n%%EOF\n"
)
ONE = b"1 0 obj\n<</A 1>>\nendobj\n"
STREAM = b"2 0 obj\n<</Length 20>>\nstream\n3 0 obj endobj 1 0 R\nendstream\nendobj\n"


def stream(data: bytes, head: bytes) -> Piece:
    return Piece(1, head, data)


def test_objects_and_what_stands_between_them() -> None:
    taken = take_apart(HEAD + ONE + STREAM + FOOT)
    assert [piece.number for piece in taken.pieces] == [1, 2]
    assert [piece.stream for piece in taken.pieces] == [None, b"3 0 obj endobj 1 0 R"]
    assert taken.between == (HEAD, b"\n", b"\n" + FOOT)
    assert taken.tidy


@pytest.mark.parametrize(
    "data",
    [
        HEAD + ONE + ONE + FOOT,
        HEAD + ONE + b"% more\n" + STREAM + FOOT,
        HEAD + ONE + FOOT + b"more",
        HEAD + ONE + FOOT + FOOT,
        b"more" + HEAD + ONE + FOOT,
        HEAD + ONE + FOOT + ONE + FOOT,
    ],
)
def test_a_file_with_more_in_it_is_not_tidy(data: bytes) -> None:
    assert not take_apart(data).tidy


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"1 0 obj\n<</A 1>>",
        HEAD + b"1 0 obj\n<</A 1>>\nstream\nabc\nendstream\nendobj\n",
        HEAD + STREAM.replace(b"20", b"19"),
        HEAD + STREAM.replace(b"20", b"2000"),
        HEAD + STREAM.replace(b"20", b"1 0 R"),
    ],
)
def test_what_cannot_be_taken_apart_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        take_apart(data)


def test_a_copy_with_all_objects_accounts_for_a_file() -> None:
    data = finished()
    copy = take_apart(plainly(data))
    file = take_apart(data)
    assert len(file.pieces) < len(copy.pieces)
    assert accounted_for(copy, copy)
    more = take_apart(later(plainly(data), b"(x)"))
    assert not accounted_for(more, copy)


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (b"words", b"<<>>"),
        (zlib.compress(b"words"), b"<</Filter/FlateDecode>>"),
        (zlib.compress(b"words"), b"<</Filter [ /FlateDecode ]>>"),
        (zlib.compress(b"words"), b"<</Type/Metadata>>"),
        (b"77 6f7264 73>", b"<</Filter/ASCIIHexDecode>>"),
        (a85encode(b"words") + b"~>", b"<</Filter/ASCII85Decode>>"),
        (a85encode(zlib.compress(b"words")), b"<</Filter[/ASCII85Decode/FlateDecode]>>"),
        (b"words", b"<</Subtype/Image/Filter/DCTDecode>>"),
    ],
)
def test_a_stream_is_unpacked(data: bytes, head: bytes) -> None:
    assert unpacked(stream(data, head)) == b"words"


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (b"words", b"<</Filter/FlateDecode>>"),
        (zlib.compress(b"words")[:-2], b"<</Filter/FlateDecode>>"),
        (zlib.compress(b"words") + b"more", b"<</Filter/FlateDecode>>"),
        (b"words", b"<</Filter/LZWDecode>>"),
        (b"words", b"<</Filter/DCTDecode>>"),
        (b"xx>", b"<</Filter/ASCIIHexDecode>>"),
        (b"\x80", b"<</Filter/ASCII85Decode>>"),
        (zlib.compress(b"x"), b"<</Filter/FlateDecode/DecodeParms<</Predictor 12>>>>"),
        (b"words", b"<</Subtype/Image/Filter/JBIG2Decode>>"),
    ],
)
def test_what_cannot_be_unpacked_is_unreadable(data: bytes, head: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpacked(stream(data, head))
