"""Words are found whatever their accents, at their very places."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.prose.finding import Findable, Wanted

SIGNS = st.text("aAbeE éÉße\u0301\u0301ﬁİ🔒日本한글שיק_-\n.", max_size=60)


def found(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[str]:
    return [text[slice(*hit)] for hit in Findable(text).hits(Wanted(words, case, whole))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Résumé, RE\u0301SUME\u0301",
            "resume",
            ["Résumé", "RE\u0301SUME\u0301"],
        ),
        ("resume", "résumé", ["resume"]),
        ("Straße strasse", "STRASSE", ["Straße", "strasse"]),
        ("ß", "s", ["ß"]),
        ("🔒🔒a🔒", "a", ["a"]),
        ("日本語", "本", ["本"]),
        ("한글", "하", []),
        ("ﬁne", "fine", ["ﬁne"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a\nb", "a\nb", ["a\nb"]),
        ("a*b", "*", ["*"]),
        ("a", "", []),
        ("a", "\u0301", []),
    ],
)
def test_accents_and_case_do_not_matter(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_case_matters_where_it_is_asked_for() -> None:
    assert found("Été été ete", "été", case=True) == ["été", "ete"]


def test_whole_words_are_told_from_parts() -> None:
    assert Findable("car scar cars car_ (car) carré").hits(Wanted("car", whole=True)) == [
        (0, 3),
        (20, 23),
    ]
    assert found("e\u0301te", "e", whole=True) == []
    assert found("a (b)", "(b)", whole=True) == ["(b)"]


@given(SIGNS, SIGNS, st.booleans(), st.booleans())
def test_hits_say_what_was_wanted_one_after_the_other(
    text: str,
    words: str,
    case: bool,  # noqa: FBT001 - given by Hypothesis
    whole: bool,  # noqa: FBT001 - as above
) -> None:
    hits = Findable(text).hits(Wanted(words, case, whole))

    assert all(before[1] <= after[0] for before, after in pairwise(hits))
    for start, end in hits:
        assert 0 <= start < end <= len(text)
        assert _plain(words, case=case) in _plain(text[start:end], case=case)


@given(SIGNS, st.data())
def test_what_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    hits = Findable(text).hits(Wanted(words, case=True))

    assert bool(hits) == bool(_plain(words, case=True))


@given(st.text("ab A\n", max_size=40), st.text("abA", min_size=1, max_size=3))
def test_plain_letters_are_found_as_any_search_finds_them(text: str, words: str) -> None:
    expected = [match.span() for match in re.finditer(re.escape(words), text, re.IGNORECASE)]

    assert Findable(text).hits(Wanted(words)) == expected


def _plain(text: str, *, case: bool) -> str:
    """The text without accents, folded as a whole."""
    bare = (
        sign
        for letter in text
        for sign in (letter if "가" <= letter <= "힣" else unicodedata.normalize("NFKD", letter))
        if not unicodedata.combining(sign)
    )
    return "".join(bare) if case else "".join(sign.casefold() for sign in bare)
