"""The plain search of the ten thousand packs finds what is there, and no more."""

from __future__ import annotations

import pytest

from tests.packs.extracting import boiled, says_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("asked Ruth\nAdeyemi today", "Ruth Adeyemi"),
        ("ruth said", "Ruth"),
        ("אמרה מרים אלון היום", "מרים אלון"),
        ("ולמרים יש", "מרים"),
        ("היום ןולא םירמ", "מרים אלון"),
        ("和田中花子说", "田中 花子"),
    ],
)
def test_somebody_who_is_named_is_found(text: str, name: str) -> None:
    assert says_name(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("the truth", "Ruth"), ("רחואמ ריםע", "מרים"), ("Ruth and Adeyemi", "Ruth Adeyemi")],
)
def test_somebody_who_is_not_named_is_not(text: str, name: str) -> None:
    assert not says_name(text, name)


def test_symbols_count_only_where_they_are_asked_for() -> None:
    assert boiled("√ Ab! 👍") == "ab"
    assert boiled("√ Ab! 👍", signs=True) == "√ab👍"
