"""The places of things that are read."""

from __future__ import annotations

import pytest

from app.export.tree import Element, Levels


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([0, 1, 2, 2, 1, 0], [0, 1, 2, 2, 1, 0]),
        ([1, 3, 3, 5, 3, 1], [0, 1, 1, 2, 1, 0]),
        ([4, 2, 1], [0, 0, 0]),
        ([0, 2, 4, 3, 2], [0, 1, 2, 2, 1]),
    ],
)
def test_a_heading_is_one_level_below_what_it_is_under(
    wanted: list[int], expected: list[int]
) -> None:
    levels = Levels()
    assert [levels.place(each) for each in wanted] == expected


def test_two_paragraphs_are_never_one() -> None:
    assert Element("P") != Element("P")
