"""Somebody's words stay whole in every script; what is not seen or fools the eye goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.replies.cleaning import Clean, cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Größe, naïve, être",
        "שלום, עולם",
        "مرحبا بالعالم",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "今日は、どうも。",
        "नमस्ते क्षेत्र",
        "👩\u200d👧 👍🏽 ❤\ufe0f 🇵🇹",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "(\u200fא\u200e)",
        "\U0001d538 ﷽ ∑",
        "one\n\ntwo",
    ],
)
def test_words_of_any_script_stay_whole(text: str) -> None:
    assert cleaned(text, 1000) == Clean(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "expected", "dropped"),
    [
        ("safe\u202egnp.exe", "safegnp.exe", 1),
        ("\u2066a\u2069b\u202a\u202c", "ab", 4),
        ("a\x00b\x07c\x1b", "abc", 3),
        ("private \ue000use", "private use", 1),
        ("a\U000e0041\U000e0042b", "ab", 2),
        ("a\ufeffb\u2060c\u00add", "abcd", 3),
        ("\ufdd0\uffff\U0001fffe", "", 3),
        ("e" + "\u0301\u0323" * 20, "ẹ́" + "\u0301\u0323" * 3 + "\u0301", 32),
    ],
)
def test_what_is_not_seen_or_turns_others_around_is_taken_out(
    text: str, expected: str, dropped: int
) -> None:
    clean = cleaned(text, 1000)
    assert (clean.text[:1], clean.dropped > 0) == (expected[:1], dropped > 0)
    if len(text) < 20:
        assert clean == Clean(expected, dropped)
    else:
        assert len(clean.text) < 12


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    assert cleaned(f"one{end}two", 100).text == "one\ntwo"
    assert cleaned(f"one{end}two", 100, lines=False).text == "one two"


def test_letters_are_composed_and_spaces_at_line_ends_go() -> None:
    assert cleaned("  e\u0301 \t\n\n\n\n x", 100).text == "é\n\n x"


def test_a_language_marked_in_a_text_is_no_part_of_it() -> None:
    assert cleaned("\x1ben-GB\x1bhello", 100) == Clean("hello")


def test_halves_of_a_pair_are_joined_and_a_lone_one_is_said_to_be_unreadable() -> None:
    assert cleaned("\ud83d\ude00 \ud800", 100).text == "😀 \ufffd"


def test_what_is_too_long_is_cut_and_that_is_said() -> None:
    assert cleaned("abcdef", 4) == Clean("abcd", cut=True)
    assert cleaned("abcd", 4) == Clean("abcd")
    assert cleaned("a" * 100, 4).cut


@given(st.text(st.characters()), st.integers(1, 50))
def test_cleaning_any_text_ends_with_a_short_one_that_stays_as_it_is(text: str, limit: int) -> None:
    once = cleaned(text, limit)
    assert len(once.text) <= limit
    assert cleaned(once.text, limit).text == once.text
    once.text.encode("utf-8")
