"""What the objects of a PDF are for."""

from __future__ import annotations

import pytest

from app.sharing.pieces import Piece, Taken
from app.sharing.whereabouts import Place, Whereabouts

FOOT = b"trailer <</Info 9 0 R /Root 1 0 R>>"
HEADS = {
    1: b"<</Type/Catalog/Metadata 2 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 3 0 R]>>>>>>",
    3: b"<</Type/Filespec/F(a.txt)/EF<</F 4 0 R>>>>",
    5: b"<</Type/Page/Contents[6 0 R 7 0 R]/Annots[8 0 R]>>",
    8: b"<</Subtype/Link/A<</S/URI/URI(x)>>>>",
    9: b"<</Title(t)/Author(a)>>",
    10: b"<</Title(t)/Parent 11 0 R>>",
    12: b"<</Type/StructElem/Alt(x)/T(y)>>",
    13: b"<</FT/Tx/T(x)/V(y)>>",
    14: b"<</Type/FontDescriptor/FontFile2 15 0 R>>",
    16: b"<</Odd 17 0 R/V 18 0 R>>",
}
STREAMS = {2: b"<</Type/Metadata>>", 4: b"<<>>", 6: b"<<>>", 15: b"<</Length1 9>>", 17: b"<<>>"}
PIECES = {
    **{number: Piece(number, head) for number, head in HEADS.items()},
    **{number: Piece(number, head, b"") for number, head in STREAMS.items()},
    18: Piece(18, b"(alone)"),
}
KNOWN = Whereabouts(Taken(tuple(PIECES.values()), (b"", FOOT)))


@pytest.mark.parametrize(
    ("number", "key", "place"),
    [
        (9, "Title", Place.TITLE),
        (9, "Author", Place.DETAILS),
        (10, "Title", Place.BOOKMARK),
        (8, "URI", Place.LINK),
        (12, "T", Place.READER),
        (13, "T", Place.FORM),
        (18, "", Place.FORM),
        (3, "F", Place.ATTACHMENT),
        (1, "Names", Place.ATTACHMENT),
        (16, "Odd", Place.FILE),
    ],
)
def test_of_a_string(number: int, key: str, place: Place) -> None:
    assert KNOWN.of_string(PIECES[number], key) is place


@pytest.mark.parametrize(
    ("number", "place"),
    [
        (2, Place.DETAILS),
        (4, Place.ATTACHMENT),
        (6, Place.PAGE),
        (15, Place.FONT),
        (17, Place.HIDDEN),
    ],
)
def test_of_a_stream(number: int, place: Place) -> None:
    assert KNOWN.of_stream(PIECES[number]) is place


def test_what_has_to_be_text_and_what_draws() -> None:
    assert [n for n, piece in PIECES.items() if KNOWN.is_plain_text(piece)] == [2, 4]
    assert [n for n, piece in PIECES.items() if KNOWN.draws(piece)] == [6]
    assert [n for n, piece in PIECES.items() if KNOWN.is_font(piece)] == [15]
