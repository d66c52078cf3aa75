"""A place in a text is found again in another form of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.prose_places import Spot, line_start

TEXT = "\n".join(f"Line {number % 10}" for number in range(100))


def test_of_like_lines_the_one_about_as_far_down_is_meant() -> None:
    spot = Spot.at(TEXT, line_start(TEXT, 55))

    assert spot.find("Title\n\n" + TEXT.replace("\n", "\n\n")) == 7 + 2 * 55 + 6 * 55


def test_lines_without_words_stand_for_the_next_with_some() -> None:
    assert Spot.at("a\n\n  \n b\nc", 2).words == "b"


@given(st.text("ab\n🔒", max_size=60), st.text("ab\n🔒", max_size=60), st.integers(0, 60))
def test_every_place_leads_somewhere(text: str, other: str, place: int) -> None:
    spot = Spot.at(text, min(place, len(text)))

    assert 0 <= spot.find(other) <= len(other)


def test_lines_begin_behind_breaks() -> None:
    assert [line_start("a\n\nbc\nd", number) for number in range(4)] == [0, 2, 3, 6]
