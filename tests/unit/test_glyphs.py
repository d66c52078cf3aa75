"""What a content stream draws, by what its fonts say that they mean."""

from __future__ import annotations

import pytest

from app.sharing.errors import UnreadableError
from app.sharing.glyphs import Fonts, is_table, shows, spelled
from app.sharing.pieces import Piece

NARROW = b"""begincmap 1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <01> <0054> <02> <006F006D> endbfchar
1 beginbfrange <10> <12> <0061> endbfrange
1 beginbfrange <20> <21> [<007A> <D83CDF89>] endbfrange endcmap"""
WIDE = b"""begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0001> <0003> <5370> endbfrange endcmap"""


def fonts(cmap: bytes | None, entries: bytes = b"") -> Fonts:
    head = b"<</Type/Font" + entries + (b"/ToUnicode 2 0 R" if cmap else b"") + b">>"
    pieces = [Piece(1, head), Piece(3, b"<</Font<</F1+0 1 0 R>>>>")]
    return Fonts([*pieces, Piece(2, b"<<>>", cmap)] if cmap else pieces)


def drawn(cmap: bytes | None, stream: bytes, entries: bytes = b"") -> list[str]:
    return [*fonts(cmap, entries).drawn(stream)]


def test_codes_of_one_byte() -> None:
    assert drawn(NARROW, b"BT /F1+0 9 Tf (\x01\x02) Tj [(\x10) -9 (\x11\x12)] TJ ET") == [
        "Tom",
        "a",
        "bc",
    ]
    assert drawn(NARROW, b"BT /F1+0 9 Tf (\x20\x21) Tj ET")[0] == "z🎉"


def test_codes_of_two_bytes() -> None:
    assert drawn(WIDE, b"BT /F1+0 9 Tf <00010003> Tj ET")[0] == "\u5370\u5372"
    assert drawn(WIDE, b"BT /F1+0 9 Tf <0009> Tj ET")[0] == "\ufffd"


def test_a_plain_font_means_what_it_says() -> None:
    assert drawn(None, b"/F1+0 9 Tf (words) Tj", b"/BaseFont/Helvetica") == ["words"]


def test_what_is_not_drawn_comes_as_it_is_as_well() -> None:
    stream = b"/F1+0 9 Tf /Span <</ActualText <FEFF0041>>> BDC (\x01) Tj EMC"
    assert "A" in drawn(NARROW, stream)


@pytest.mark.parametrize(
    ("cmap", "stream", "entries"),
    [
        (NARROW, b"/F9 9 Tf (x) Tj", b""),
        (None, b"/F1+0 9 Tf (x) Tj", b"/Subtype/Type3"),
        (None, b"/F1+0 9 Tf (x) Tj", b"/Encoding<</Differences[1/a]>>"),
    ],
)
def test_what_nobody_can_tell_is_unreadable(
    cmap: bytes | None, stream: bytes, entries: bytes
) -> None:
    with pytest.raises(UnreadableError):
        drawn(cmap, stream, entries)


def test_a_table_that_is_missing_or_too_large_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        Fonts([Piece(1, b"<</Type/Font/ToUnicode 2 0 R>>")])
    with pytest.raises(UnreadableError):
        fonts(b"1 beginbfrange <00000000> <7fffffff> <0041> endbfrange")
    with pytest.raises(UnreadableError):
        fonts(b"1 begincodespacerange <000000> <ffffff> endcodespacerange")


def test_all_that_a_table_says() -> None:
    assert spelled(NARROW).split("\n") == ["T", "om", "a", "b", "c", "z", "🎉"]
    assert is_table(NARROW)
    assert not is_table(b"BT ET")


@pytest.mark.parametrize(
    ("stream", "does"),
    [
        (b"BT (x) Tj ET", True),
        (b"[(x)] TJ", True),
        (b"(x) '", True),
        (b'1 2 <78> "', True),
        (b"0 0 m 1 1 l S", False),
    ],
)
def test_whether_a_stream_draws_text(stream: bytes, does: bool) -> None:  # noqa: FBT001 - a table
    assert shows(stream) is does
