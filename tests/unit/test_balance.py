"""Few words on lines of about the same length."""

from __future__ import annotations

import pytest

from app.export.balance import balanced_width, by_sentence
from app.export.styles import Setter

TITLE = "One page for Ruth: what I have done, what I am ready for"
WIDTH = 468.0


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def test_a_title_takes_no_more_lines_and_none_of_them_is_short(setter: Setter) -> None:
    look = setter.looks.title
    before = setter.text(TITLE, look, WIDTH)
    width = balanced_width(TITLE, look, WIDTH, setter)
    after = setter.text(TITLE, look, width)
    assert before is not None
    assert after is not None
    assert after.height == before.height
    assert WIDTH / 2 < width < 0.85 * WIDTH


@pytest.mark.parametrize("words", ["", "Short"])
def test_what_needs_one_line_has_the_whole_width(words: str, setter: Setter) -> None:
    assert balanced_width(words, setter.looks.title, WIDTH, setter) == WIDTH


def test_a_sentence_is_not_broken_where_it_can_have_a_line(setter: Setter) -> None:
    look, foot = (
        setter.looks.footer,
        "Shared by Ines with Dr. Ruth. Please ask before passing it on.",
    )
    parted = by_sentence(foot, look, 200, setter)
    assert parted == "Shared by Ines with Dr. Ruth.\nPlease ask before passing it on."
    assert by_sentence(foot, look, WIDTH, setter) == foot
    assert by_sentence(f"{foot} {foot}", look, 200, setter).count("\n") <= 1
    assert (
        by_sentence("No sentence that could end here at all " * 3, look, 200, setter).count("\n")
        == 0
    )
