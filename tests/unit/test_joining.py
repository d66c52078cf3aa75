"""Arabic letters take the forms that their neighbours ask for."""

from __future__ import annotations

import unicodedata

import pytest

from app.export.joining import joined, letters


def _forms(text: str) -> list[str]:
    names = [unicodedata.name(sign, "") for sign in joined(text)]
    return [name.rsplit(" ", 2)[-2] if name.endswith(" FORM") else name for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ب", ["ISOLATED"]),
        ("ببب", ["INITIAL", "MEDIAL", "FINAL"]),
        ("بدب", ["INITIAL", "FINAL", "ISOLATED"]),
        ("بَب", ["INITIAL", "ARABIC FATHA", "FINAL"]),
        ("ب ب", ["ISOLATED", "SPACE", "ISOLATED"]),
        ("ب\u200cب", ["ISOLATED", "ZERO WIDTH NON-JOINER", "ISOLATED"]),
        ("ب\u200d", ["INITIAL", "ZERO WIDTH JOINER"]),
        ("بـ", ["INITIAL", "ARABIC TATWEEL"]),
        ("بء", ["ISOLATED", "ISOLATED"]),
        ("پیک", ["INITIAL", "MEDIAL", "FINAL"]),
        ("ab1", ["LATIN SMALL LETTER A", "LATIN SMALL LETTER B", "DIGIT ONE"]),
    ],
)
def test_the_form_of_a_letter(text: str, expected: list[str]) -> None:
    assert _forms(text) == expected


def test_lam_and_alef_are_one_sign() -> None:
    assert joined("لا") == ["\ufefb", ""]
    assert joined("سلام") == ["\ufeb3", "\ufefc", "", "\ufee1"]
    assert joined("لأ") == ["\ufef7", ""]
    assert joined("لَا") == ["\ufefb", "َ", ""]


def test_a_form_is_read_as_its_letter_and_a_ligature_as_itself() -> None:
    assert [letters(each) for each in "\ufeb3\ufee1ﻛa"] == ["س", "م", "ك", "a"]
    assert letters("\ufefb") == "\ufefb"
