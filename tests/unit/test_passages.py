"""A quoted passage is found again, whatever changes around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.prose.passages import find_passage, has_words


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("We chose to hold.", "chose to hold", "chose to hold"),
        ("We chose **to hold**.", "chose to hold", "chose **to hold"),
        ("We chose\n> to\n> hold.", "chose **to** hold", "chose\n> to\n> hold"),
        ("- [ ] chose to\thold", "chose to hold", "chose to\thold"),
        ("\U0001f44b caf\u00e9 chose", "caf\u00e9 chose", "caf\u00e9 chose"),
        ("We chose to wait.", "chose to hold", None),
        ("anything", "** ** - >", None),
        ("", "chose", None),
    ],
)
def test_a_passage_is_found_by_its_words(text: str, quote: str, found: str | None) -> None:
    span = find_passage(text, quote)
    assert (text[span[0] : span[1]] if span else None) == found


@given(st.text(max_size=80), st.text(min_size=1, max_size=40), st.text(max_size=80))
def test_any_change_around_it_leaves_it_found(before: str, quote: str, after: str) -> None:
    span = find_passage(before + quote + after, quote)
    assert (span is not None) == has_words(quote)
    if span is not None:
        found = (before + quote + after)[span[0] : span[1]]
        assert find_passage(found, quote) == (0, len(found))


@given(st.text(max_size=120), st.text(max_size=60))
def test_no_text_and_no_quote_raises(text: str, quote: str) -> None:
    span = find_passage(text, quote)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
