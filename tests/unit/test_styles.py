"""Paragraphs in the looks of a page."""

from __future__ import annotations

import pytest

from app.export.styles import RIGHT, Setter, apart, width_of


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter()


def test_a_text_is_wrapped_into_lines_of_its_look(setter: Setter) -> None:
    look = setter.looks.body
    one, two = (setter.text(text, look, 100) for text in ("short", "words that need two lines"))
    assert one is not None
    assert two is not None
    assert (one.height, two.height) == pytest.approx((look.leading, 2 * look.leading))


def test_nothing_is_set_for_nothing(setter: Setter) -> None:
    assert setter.text(" \n", setter.looks.body, 100) is None
    assert setter.flow([], setter.looks.body, 100, RIGHT) is None


def test_a_text_fits_the_width_it_is_said_to_have(setter: Setter) -> None:
    for text in ("6 items, 3 details withheld", "a\nlonger line\nb", "✓ and Ж"):
        fragments = setter.lettering.plain(text, setter.looks.fact)
        paragraph = setter.flow(fragments, setter.looks.fact, width_of(fragments))
        assert paragraph is not None
        assert paragraph.height == pytest.approx(13 * (text.count("\n") + 1))


def test_a_dot_between_words_gets_more_space() -> None:
    assert apart("21 May · Page 1") == "21 May \xa0·\xa0 Page 1"
