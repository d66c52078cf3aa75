"""The lines of a text, and others in their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prose import Listing, ListItem, Paragraph, Run
from app.prose import parse
from app.prose.lines import HIDDEN, hiding, lines, rebuilt, says_anything, with_images

ID = "019e4a00-1111-7222-8333-444455556666"
OTHER = "019e4a00-1111-7222-8333-444455557777"
BODY = f"""# Head ![](image:{ID})

> Quoted ![Lag](image:{OTHER})

- ![Lag](image:{ID})
-
- [x] done

    code

| a | ![](image:{OTHER}) |
|---|---|
| b | c |
"""


def pictures(body: str, *shown: str) -> list[tuple[str, str]]:
    """What every image of a text says and is, after those not shown were hidden."""
    blocks = hiding(parse(body), shown)
    return [(run.text, run.picture) for line in lines(blocks) for run in line if run.picture]


def test_of_images_that_stay_nothing_but_their_places_and_words_are_left() -> None:
    assert pictures(BODY, OTHER) == [("", HIDDEN), ("Lag", OTHER), ("Lag", HIDDEN), ("", OTHER)]
    assert {picture for _, picture in pictures(BODY)} == {HIDDEN}


def test_what_may_be_shown_stays_and_what_may_not_is_its_words() -> None:
    told = with_images(hiding(parse(BODY), (ID,)), (ID,), "Image")
    runs = [run for line in lines(told) for run in line]
    assert [(run.text, run.picture) for run in runs if run.picture] == [
        ("", ID),
        ("Lag", ID),
    ]
    assert [run.text for run in runs if run.text.startswith("[")] == ["[Lag]", "[Image]"]


def test_an_empty_item_stays_and_one_that_is_left_empty_goes() -> None:
    listing = Listing((ListItem(()), ListItem((Paragraph((Run("a"),)),))))
    (kept,) = rebuilt((listing,), iter(((Run(" "),),)))
    assert kept == Listing((ListItem(()),))
    assert list(rebuilt((Listing(listing.items[1:]),), iter(((),)))) == []


@given(st.text(alphabet="ab \n#>-*|[]()!`1.x", max_size=200))
def test_with_its_own_lines_a_text_says_what_it_said(body: str) -> None:
    blocks = parse(body)
    again = tuple(rebuilt(blocks, lines(blocks)))
    assert list(filter(says_anything, lines(again))) == list(filter(says_anything, lines(blocks)))


@pytest.mark.parametrize("body", ["", "No image", f"`![Lag](image:{ID})`"])
def test_a_text_without_images_is_not_touched(body: str) -> None:
    blocks = parse(body)
    assert with_images(hiding(blocks), (), "Image") is blocks
