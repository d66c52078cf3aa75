"""Finding a text in another in spite of layout."""

from __future__ import annotations

import pytest

from app.sharing.matching import LONG, Haystack, Needle


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("one two three", "two", [4]),
        ("one\r\ntwo", "ONE TWO", [0]),
        ("examp\x02\r\nle of it", "example", [0]),
        ("examp\ufffele of it", "example", [0]),
        ("an e\u0301tude", "étude", [3]),
        ("straße", "STRASSE", [0]),
        ("twofold", "two", []),
        ("two-fold", "two", [0]),
        ("withRuth there", "Ruth", [4]),
        ("田中さんと", "田中", [0]),
        ("私は田中さん", "田中", [2]),
        ("Ruth Ruth", "ruth", [0, 5]),
        ("a □□ and some words", "a 🎉🎉 and some words", [0]),
        ("ok then", "日本語の話 ok", []),
        ("anything", "", []),
        ("anything", " - ", []),
    ],
)
def test_places_of_a_text(text: str, wanted: str, places: list[int]) -> None:
    assert sorted(set(Haystack(text).find(wanted))) == places


def test_a_long_text_counts_inside_of_words_too() -> None:
    wanted = "x" + "abc" * (LONG // 3)
    assert len(wanted) > LONG
    assert list(Haystack(f"qq{wanted}qq").find(wanted)) == [2]
    short = wanted[: LONG - 1]
    assert list(Haystack(f"qq{short}qq").find(short)) == []


def test_a_needle_finds_what_its_text_finds() -> None:
    text = Haystack("It was an ex-\nample, said Rene")
    for words in ("example", "Rene", "nothing here"):
        assert list(text.find(Needle(words))) == list(text.find(words))
