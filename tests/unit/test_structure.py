"""The tree of a document, collected while it is drawn."""

from __future__ import annotations

import pytest

from app.export.structure import Annotation, Content, Spoken, Structure
from app.export.tree import Element


def test_everything_has_its_place_in_the_order_in_which_it_is_first_drawn() -> None:
    structure = Structure(2, Spoken())
    listing = Element("L")
    first, other = Element("LI", listing), Element("LI", listing)
    assert [structure.content(each, 0) for each in (first, other, first)] == [0, 1, 2]
    assert structure.content(other, 1) == 0
    assert structure.kids == {
        None: [listing],
        listing: [first, other],
        first: [Content(0, 0), Content(0, 2)],
        other: [Content(0, 1), Content(1, 0)],
    }
    assert structure.marks == [[first, other, first], [other]]


def test_what_is_mentioned_twice_has_one_place() -> None:
    structure = Structure(1, Spoken())
    row = Element("TR")
    cell = Element("TD", row)
    structure.mention(cell)
    structure.mention(cell)
    assert structure.kids == {None: [row], row: [cell], cell: []}


def test_places_to_click_are_numbered_after_the_pages() -> None:
    structure = Structure(3, Spoken())
    link = Element("Link")
    assert [structure.own(link), structure.own(link)] == [3, 4]
    structure.add(link, Annotation(0, "it"))
    assert structure.kids[link] == [Annotation(0, "it")]


def test_no_level_of_heading_is_skipped() -> None:
    structure = Structure(1, Spoken())
    headings = [Element("H1"), Element("H4"), Element("H6"), Element("H4"), Element("H2")]
    for each in headings:
        structure.mention(each)
    assert [structure.role(each) for each in headings] == ["H1", "H2", "H3", "H2", "H2"]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (Element("Lbl", checked=True), "Done"),
        (Element("Lbl", checked=False), "To do"),
        (Element("Lbl"), ""),
        (Element("Figure", alt="A wall,\nred"), "A wall, red"),
        (Element("Figure"), "A picture"),
    ],
)
def test_what_is_drawn_is_said(element: Element, expected: str) -> None:
    assert Spoken("Done", "To do", "A picture").of(element) == expected


def test_a_tree_is_as_deep_as_it_is() -> None:
    """Somebody may quote a quotation a thousand times."""
    deepest = None
    for _ in range(5000):
        deepest = Element("BlockQuote", deepest)
    structure = Structure(1, Spoken())
    structure.mention(Element("P", deepest))
    assert len(structure.kids) == 5002
