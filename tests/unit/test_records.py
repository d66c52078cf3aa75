from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records import (
    RatingError,
    TitleMissingError,
    TooLongError,
    check_length,
    check_rating,
    check_title,
    clean_tags,
)


def test_tags_lose_marks_spaces_and_repeats() -> None:
    assert clean_tags(("#Delegation", " delegation ", "@ruth", "two words", "", "a,b")) == (
        "Delegation",
        "ruth",
        "two-words",
        "ab",
    )


@given(st.lists(st.text(), max_size=8))
def test_cleaning_tags_twice_changes_nothing(tags: list[str]) -> None:
    once = clean_tags(tuple(tags))
    assert clean_tags(once) == once


def test_a_name_of_spaces_is_no_name() -> None:
    with pytest.raises(TitleMissingError):
        check_title("  ")
    check_title("", required=False)


def test_a_text_over_its_limit_is_refused() -> None:
    check_length("why", "x" * 10, limit=10)
    with pytest.raises(TooLongError):
        check_length("why", "x" * 11, limit=10)


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_runs_from_one_to_five(rating: int) -> None:
    with pytest.raises(RatingError):
        check_rating("energy", rating)


@pytest.mark.parametrize("rating", [None, 1, 5])
def test_a_rating_may_be_left_out(rating: int | None) -> None:
    check_rating("energy", rating)
