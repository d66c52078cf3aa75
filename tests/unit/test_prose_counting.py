"""A text's length is right after every change to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.prose import words
from app.prose.counting import WordCount

if TYPE_CHECKING:
    import pytest

TEXTS = st.lists(st.text("ab é日-\n", max_size=30), max_size=8)


@given(TEXTS)
def test_every_text_has_the_count_it_would_have_alone(texts: list[str]) -> None:
    count = WordCount()

    assert [count.of(text) for text in texts] == [words(text) for text in texts]


@given(st.text("ab \n", max_size=40), st.integers(0, 40), st.text("ab \n", max_size=3))
def test_what_is_typed_anywhere_is_counted(text: str, place: int, typed: str) -> None:
    count, after = WordCount(), text[:place] + typed + text[place:]
    count.of(text)

    assert count.of(after) == words(after)


def test_only_the_lines_that_changed_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(text: str) -> int:
        seen.append(text)
        return 0

    monkeypatch.setattr("app.prose.counting.words", noted)
    count = WordCount()
    count.of("one\ntwo\nthree")
    seen.clear()

    count.of("one\ntwo more\nthree")

    assert seen == ["two more", "two"]
