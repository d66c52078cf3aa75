"""A line from right to left is read from where its letters stand, and doubt about it is said."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from app.replies.directions import read_line, runs_leftward


@dataclass(frozen=True)
class At:
    """A letter of 6 points, with a space of 3 between words."""

    sign: str
    left: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + 6

    @property
    def top(self) -> float:
        """Its top."""
        return 0

    @property
    def bottom(self) -> float:
        """Its bottom."""
        return 7


def _drawn(seen: str) -> list[At]:
    """The letters of a text as it is seen from left to right; spaces are only room."""
    letters, x = [], 0.0
    for sign in seen:
        if sign == " ":
            x += 3
            continue
        letters.append(At(sign, x))
        x += 6
    return letters


SHALOM = "\u05e9\u05dc\u05d5\u05dd"
OLAM = "\u05e2\u05d5\u05dc\u05dd"
TODA = "\u05ea\u05d5\u05d3\u05d4"


def test_a_line_is_read_from_the_right_whatever_its_order_in_the_file() -> None:
    letters = _drawn(f"{SHALOM} {OLAM}"[::-1])
    Random(1).shuffle(letters)  # noqa: S311 - any order
    assert read_line(letters) == (f"{SHALOM} {OLAM}", True)


def test_numbers_and_latin_words_in_it_keep_their_direction() -> None:
    seen = f"PDF 42 {SHALOM[::-1]}"
    assert read_line(_drawn(seen)) == (f"{SHALOM} PDF 42", True)


def test_a_line_that_was_drawn_the_wrong_way_round_is_told_by_the_ends_of_its_words() -> None:
    assert read_line(_drawn(f"{SHALOM} {OLAM}")) == (f"{SHALOM} {OLAM}", True)


def test_without_such_letters_nobody_can_be_sure() -> None:
    assert read_line(_drawn(TODA[::-1])) == (TODA, False)


def test_marks_stay_with_their_letters_and_shaped_ones_become_plain() -> None:
    alef, qamats = At("\u05d0", 0), At("\u05b8", 0)
    assert read_line([qamats, alef])[0] == "\u05d0\u05b8"
    assert read_line(_drawn("\ufe94\ufe8e"))[0] == "\u0627\u0629"


@pytest.mark.parametrize(
    ("text", "leftward"), [("abc 42", False), ("a\u05d0", True), ("\u0639", True)]
)
def test_which_texts_have_such_letters(text: str, leftward: bool) -> None:  # noqa: FBT001 - a table
    assert runs_leftward(text) == leftward
