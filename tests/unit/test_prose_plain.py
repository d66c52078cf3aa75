"""Words without marks: for lists, and for counting."""

from __future__ import annotations

import pytest

from app.prose import plain, snippet, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## What **I** _noticed_", "What I noticed"),
        ("- [x] a\n> - b\n1. c", "a\nb\nc"),
        ("see [Luca](https://a.org) ![boat](b.png)", "see Luca boat"),
        ("`code` and ~~gone~~", "code and gone"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        (r"\*not\* \# this", "*not* # this"),
        ("1986. A year", "1986. A year"),
    ],
)
def test_plain_leaves_the_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_snippet_is_one_line() -> None:
    assert snippet("\n## Today\n\n| A | B |\n| --- | --- |\n```\nx\n```") == "Today A B x"


def test_a_long_snippet_ends_after_a_word() -> None:
    assert snippet("three short words " * 20, 20) == "three short words…"
    assert snippet("x" * 50, 20) == "x" * 19 + "…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("- one — two", 2),
        ("sick—then", 2),
        ("I don't, 3.5 cafe\u0301s", 4),
        ("日本語 and 2", 5),
        ("שלום עולם", 2),
        ("*** --- 🔒", 0),
        ("**bold**", 1),
    ],
)
def test_words_are_counted_as_people_count(text: str, expected: int) -> None:
    assert words(text) == expected
