"""A font in a PDF is read back as what was written."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from app.export.pdf import build
from app.export.typefaces import typeface
from tests.documents import holding, page_texts, prose


def _maps(data: bytes) -> list[str]:
    """The ToUnicode maps of a file."""
    with pikepdf.open(BytesIO(data)) as file:
        fonts = [
            each
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        return [font.ToUnicode.read_bytes().decode("ascii") for font in fonts]


def test_characters_beyond_four_digits_are_read_back() -> None:
    data = build(holding(prose("🎉 𠳐 𝒜"))).data
    text = page_texts(data)[0]
    assert "🎉" in text
    assert "𠳐" in text
    assert any("<D83CDF89>" in each for each in _maps(data))


def test_no_code_is_read_as_nothing_and_no_block_is_too_long() -> None:
    texts = "".join(map(chr, range(0x4E00, 0x4E00 + 700)))
    for text in _maps(build(holding(prose(texts))).data):
        assert "<0000>" not in text
        for count, block in re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", text, re.DOTALL):
            assert int(count) == len(block.splitlines()) <= 100


def test_a_joined_letter_is_read_as_the_letter() -> None:
    maps = "".join(_maps(build(holding(prose("سلام"))).data))
    assert "<0633>" in maps
    assert "<FEB3>" not in maps


def test_how_far_a_sign_reaches() -> None:
    font = typeface("Inter_400Regular")
    capital, comma = font.extent("H"), font.extent(",")
    assert (capital.bottom, capital.top) == pytest.approx((0, 727), abs=2)
    assert comma.bottom < 0 < comma.top < 200
    assert font.extent(" ") == (0, 0, 0, 0)
    assert font.advance("H") > capital.right - capital.left


def test_what_a_font_shows() -> None:
    font = typeface("Inter_400Regular")
    assert font.has("a")
    assert not font.has("名")
    assert font.characters().isdisjoint("\u00ad\u200d\ue000")
