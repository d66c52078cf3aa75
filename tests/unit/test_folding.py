from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import LONGEST, fold, fold_with_places, place_of, stands_alone, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The **Release**, went_out!", ["the", "release", "went", "out"]),
        ("Réflexion ÜBER ﬁne re\u0301sume\u0301", ["reflexion", "uber", "fine", "resume"]),
        ("我在反思", ["我", "在", "反", "思"]),
        ("iPhone手机 がっこう", ["iphone", "手", "机", "か", "っ", "こ", "う"]),
        ("done🌱🌱 ok 👩\u200d💻", ["done", "🌱", "🌱", "ok", "👩", "💻"]),
        ("שָׁלוֹם עולם", ["שלום", "עולם"]),
        ("don't re\u00adlease", ["don", "t", "release"]),
        ("x" * (LONGEST + 1), ["x" * LONGEST, "x"]),
        ("\ud800 ... \x00", []),
    ],
)
def test_words_are_told_apart_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_each_character_folds_by_itself(text: str) -> None:
    assert fold(text) == "".join(fold(sign) for sign in text)


@given(st.text())
def test_a_place_is_known_for_each_folded_character(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert all(sign in fold(text[at]) for sign, at in zip(folded, places, strict=True))


@given(st.text() | st.text("aß…é\u0301\u00ad反ﬁ-]^\\"))
def test_one_place_is_the_same_as_among_all_of_them(text: str) -> None:
    _, places = fold_with_places(text)
    assert [place_of(text, at) for at in range(len(places))] == list(places)


@given(st.text())
def test_folded_words_fold_to_themselves(text: str) -> None:
    for word in words(text):
        assert words(word) == [word]


def test_a_sign_of_an_unspaced_script_stands_alone() -> None:
    assert stands_alone("思")
    assert stands_alone("🌱")
    assert not stands_alone("a")
