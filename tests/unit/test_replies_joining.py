"""Letters in a place become the text as it was typed: its own line ends, not those of the paper."""

from __future__ import annotations

from dataclasses import replace

from app.domain.forms import Place
from app.replies.contents import Box, Letter, Page
from app.replies.joining import Written, joined

PLACE = Place("worked", "", 0, 100, 100, 220, 180)
"""120 points wide; a letter here is 6 wide, of which 114 points are written on: 19 letters."""


def _letters(text: str, x: float = 103, y: float = 170) -> list[Letter]:
    letters = []
    for at, sign in enumerate(text):
        left, base = round((x + at * 6) * 10), round(-y * 10)
        box = Box(left, base - 70, left + 55, base + 10)
        letters.append(Letter(sign, left, base, box))
    return letters


def _put_in(sign: str) -> Letter:
    return Letter(sign, 0, 0, Box(0, 0, 0, 0))


def _read(*letters: Letter, page: Page | None = None) -> Written:
    page = page or Page(5950, 8420)
    page = replace(page, letters=letters)
    return joined(page, PLACE, Box(1025, -1775, 2175, -1025), lambda point: point / 10)


def test_a_line_is_its_letters_with_the_spaces_that_were_found() -> None:
    assert _read(*_letters("You waited.")) == Written("You waited.")
    parts = [*_letters("You"), _put_in(" "), *_letters("sat", x=127)]
    assert _read(*parts) == Written("You sat")


def test_letters_outside_are_no_part_of_it() -> None:
    label = _letters("Label", y=190)
    assert _read(*label, _put_in("\r"), _put_in("\n"), *_letters("words")) == Written("words")
    assert _read(*label) == Written("")
    assert _read() == Written("")


def test_a_line_that_was_full_goes_on_and_one_that_was_not_ends() -> None:
    full = [*_letters("aaaa bbbb cccc dd"), *_letters("eeee", y=158)]
    assert _read(*full).text == "aaaa bbbb cccc dd eeee"
    ended = [*_letters("aaaa bbbb"), *_letters("eeee", y=158)]
    assert _read(*ended).text == "aaaa bbbb\neeee"


def test_a_line_between_that_is_empty_parts_paragraphs() -> None:
    lines = [*_letters("one"), *_letters("two", y=158), *_letters("three", y=134)]
    assert _read(*lines).text == "one\ntwo\n\nthree"


def test_a_script_without_spaces_goes_on_without_one() -> None:
    lines = [*_letters("今日は会議でとても静かでしたけれども"), *_letters("よかった", y=158)]
    assert _read(*lines).text == "今日は会議でとても静かでしたけれどもよかった"


def test_a_word_that_was_parted_at_its_hyphen_stays_one() -> None:
    lines = [*_letters("aaaa bbbb cc well-"), *_letters("known", y=158)]
    assert _read(*lines).text == "aaaa bbbb cc well-known"
