from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold, words
from app.domain.hits import Hits
from app.domain.query import parse

SIGNS = "aeé\u0301ßﬁ 反思🌱שָׁ\u200f-İ.Q\U0001f469\u200d"


def _lit(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Hits(parse(query)).spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("release", "Released, the RELEASE", ["Release", "RELEASE"]),
        ("leas", "Released", ["leas"]),
        ('"release"', "Released, the release.", ["release"]),
        ('"went quiet"', "I went **quiet**; he went  on", ["went **quiet"]),
        ("reflexion", "une réflexion et une re\u0301flexion", ["réflexion", "re\u0301flexion"]),
        ("cafe", "the cafe\u0301 here", ["cafe\u0301"]),
        ("反思", "我在反思这个", ["反思"]),
        ("🌱", "a 🌱🌱", ["🌱", "🌱"]),
        ("שלום", "אמר שָׁלוֹם היום", ["שָׁלוֹם"]),
        ("strasse", "die Straße", ["Straße"]),
        ("i", "in bit İs", ["i", "İ"]),
        ("don't", "I DON'T know", ["DON'T"]),
        ("feed feedback", "feedback", ["feedback"]),
        ("@Ruth", "with Ruth and Ruthless", ["Ruth"]),
        ("!! #tag", "!! tag", []),
    ],
)
def test_hits_are_lit_where_they_stand(query: str, text: str, expected: list[str]) -> None:
    assert _lit(query, text) == expected


@given(st.text(SIGNS), st.text(SIGNS, max_size=3))
def test_each_hit_holds_the_word_and_none_overlaps(text: str, word: str) -> None:
    hits = Hits(parse(word))
    end = 0
    for start, stop in hits.spans(text):
        assert end <= start < stop <= len(text)
        lit = words(text[start:stop])
        assert any(" ".join(words(part)) in " ".join(lit) for part in word.split() if words(part))
        end = stop


@given(st.text(SIGNS), st.text(SIGNS, min_size=1, max_size=4))
def test_a_word_is_found_in_any_text_that_holds_it(text: str, word: str) -> None:
    if words(word) and '"' not in word and not any(sign in word for sign in "#@ "):
        assert _lit(word, f"{text} {word} {text}")


@given(st.text(SIGNS), st.text(SIGNS, min_size=1, max_size=3), st.integers(0, 20))
def test_the_first_hit_is_the_first_of_all(text: str, word: str, after: int) -> None:
    hits = Hits(parse(word))
    spans = hits.spans(text)
    assert hits.first(text) == (spans[0][0] if spans else None)
    later = hits.first(text, after)
    assert later is None or later >= min(after, len(text)) or not fold(text[later : after + 1])
