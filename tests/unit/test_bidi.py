"""Lines whose scripts run in both directions are drawn in the right order."""

# ruff: noqa: RUF001 - signs of many scripts look alike

from __future__ import annotations

import pytest

from app.domain.bidi import direction, levels, mirrored, order


def _seen(text: str, base: int) -> str:
    """What stands where, with brackets turned; Hebrew is written as capitals."""
    hebrew = {chr(ord("A") + index): chr(0x5D0 + index) for index in range(26)}
    plain = {sign: letter for letter, sign in hebrew.items()}
    source = "".join(hebrew.get(character, character) for character in text)
    embedded = levels(source, base)
    signs = (
        mirrored(source[place]) if embedded[place] % 2 else source[place]
        for place in order(embedded)
    )
    return "".join(plain.get(sign, sign) for sign in signs)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "abc"),
        ("ABC", 1, "CBA"),
        ("ab CD ef", 0, "ab DC ef"),
        ("ab CD EF gh", 0, "ab FE DC gh"),
        ("AB cd ef GH", 1, "HG cd ef BA"),
        ("AB (CD) ef.", 1, ".ef (DC) BA"),
        ("AB (cd) EF", 1, "FE (cd) BA"),
        ("ab (CD) ef", 0, "ab (DC) ef"),
        ("AB 12-34, CD", 1, "DC ,12-34 BA"),
        ("AB 1,234.5 CD", 1, "DC 1,234.5 BA"),
        ("AB 21/5/2026", 1, "21/5/2026 BA"),
        ("AB 5% CD", 1, "DC 5% BA"),
        ("it is AB!", 0, "it is BA!"),
        ("AB!", 1, "!BA"),
        ("a[B]c", 0, "a[B]c"),
        ("AB\u200e!", 0, "BA\u200e!"),
    ],
)
def test_what_is_seen_of_a_line(text: str, base: int, expected: str) -> None:
    assert _seen(text, base) == expected


def test_digits_after_arabic_letters_stay_in_their_order() -> None:
    text = "\u0627 12 34"
    assert "".join(text[place] for place in order(levels(text, 1))) == "34 12 \u0627"


def test_a_text_begins_where_its_first_letter_does() -> None:
    assert [direction(text) for text in ("", "12 a", "12 א a", "(ا", "a א")] == [0, 0, 1, 1, 0]


def test_too_many_brackets_are_left_alone() -> None:
    text = "א" + "(" * 70 + "a" + ")" * 70
    assert sorted(order(levels(text, 1))) == list(range(len(text)))


def test_nothing_is_lost_or_doubled_where_there_is_nothing_or_nothing_seen() -> None:
    assert order(levels("", 0)) == []
    assert levels("\u200d\u00ad", 1) == [1, 1]
