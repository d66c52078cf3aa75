"""A page is found again however it was printed: smaller, turned, moved, in another order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forms import Place
from app.replies.contents import Box, Letter, Page
from app.replies.sheet import sheets_of

TEXTS = (
    Place("", "The situation", 0, 60, 780, 130, 791),
    Place("", "What it led to", 0, 60, 500, 140, 511),
    Place("", "Request", 0, 60, 40, 100, 49),
    Place("", "What it led to", 0, 60, 300, 140, 311),
)
FIELD = Place("situation", "", 0, 60, 700, 535, 760)


def _page(turn: complex, move: complex, texts: tuple[Place, ...] = TEXTS) -> Page:
    """A page on which these texts stand, turned, resized and moved like this."""
    letters = []
    for place in texts:
        for at, sign in enumerate(place.state.replace(" ", "")):
            origin = complex(place.left + at * 6, -place.bottom) * turn + move
            x, y = round(origin.real), round(origin.imag)
            letters.append(Letter(sign, x, y, Box(x, y - 50, x + 50, y)))
    return Page(5950, 8420, tuple(letters))


@given(
    st.floats(0.4, 3),
    st.sampled_from([1, 1j, -1, -1j]),
    st.integers(-5000, 5000),
    st.integers(-5000, 5000),
)
def test_every_point_is_found_whatever_the_size_the_turn_and_the_place(
    size: float, direction: complex, across: int, down: int
) -> None:
    turn, move = direction * size * 10, complex(across, down)
    sheet = sheets_of((*TEXTS, FIELD), [_page(turn, move)])[0]
    box = sheet.seen(FIELD)
    corners = [complex(60, -760) * turn + move, complex(535, -700) * turn + move]
    expected = (
        min(each.real for each in corners),
        min(each.imag for each in corners),
        max(each.real for each in corners),
        max(each.imag for each in corners),
    )
    got = (box.left, box.top, box.right, box.bottom)
    assert max(abs(one - other) for one, other in zip(got, expected, strict=True)) < 15


def test_a_part_of_a_place_is_smaller_at_each_side() -> None:
    sheet = sheets_of((*TEXTS, FIELD), [_page(10, 8420j)])[0]
    whole = sheet.seen(Place("ease", "4", 0, 100, 100, 120, 120))
    inner = sheet.seen(Place("ease", "4", 0, 100, 100, 120, 120), 0.25)
    assert (whole.left, whole.right) == (1000, 1200)
    assert (inner.left, inner.right, inner.bottom - inner.top) == (1050, 1150, 100)


def test_pages_that_came_in_another_order_are_told_apart() -> None:
    other = tuple(
        Place("", text, 1, 60, bottom, 130, bottom + 9)
        for text, bottom in (("Your name", 700.0), ("Consent", 300.0))
    )
    fields = (FIELD, Place("name", "", 1, 60, 600, 535, 650))
    pages = [_page(10, 8420j, other), _page(10, 8420j)]
    sheets = sheets_of((*TEXTS, *other, *fields), pages)
    assert (sheets[0].page, sheets[1].page) == (pages[1], pages[0])


@pytest.mark.parametrize(
    "pages",
    [[], [Page(5950, 8420)], [_page(10, 0, TEXTS[:1])], [_page(0.5, 0)], [_page(100, 0)]],
)
def test_where_too_little_agrees_no_page_is_found(pages: list[Page]) -> None:
    assert sheets_of((*TEXTS, FIELD), pages) == {}


def test_a_form_without_printed_texts_is_not_found() -> None:
    assert sheets_of((FIELD,), [_page(10, 8420j)]) == {}
