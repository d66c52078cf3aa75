"""A mention names the mentee, somebody who is known, or nobody."""

from __future__ import annotations

import pytest

from app.domain.ids import Id
from app.domain.mentions import MINE, Named, People, Who

RUTH, BARE, LONG = Id("ruth"), Id("bare"), Id("long")
PEOPLE = People((Named(RUTH, "Ruth Ekstr\u00f6m-Bello Jr."), Named(LONG, "Me Lin")))


@pytest.mark.parametrize(
    ("line", "who", "mention"),
    [
        ("@ruth x", Who(person=RUTH), "@ruth"),
        ("@Ruth Ekstrom-Bello, x", Who(person=RUTH), "@Ruth Ekstrom-Bello"),
        ("@Ruth Ekstr\u00f6m-Bello Jr. x", Who(person=RUTH), "@Ruth Ekstr\u00f6m-Bello Jr."),
        ("@Ruth Ekstr x", Who(person=RUTH), "@Ruth"),
        ("@me x", MINE, "@me"),
        ("@ME: x", MINE, "@ME"),
        ("@me Lin x", Who(person=LONG), "@me Lin"),
        ('@"me" x', Who(person=LONG), '@"me"'),
        ("@Ana-Mar\u00eda, x", Who(name="Ana-Mar\u00eda"), "@Ana-Mar\u00eda"),
        ("@\u00abAna B\u00bb x", Who(name="Ana B"), "@\u00abAna B\u00bb"),
    ],
)
def test_a_mention_is_read_to_its_end(line: str, who: Who, mention: str) -> None:
    assert PEOPLE.read(line, 0, len(line)) == (who, len(mention))


@pytest.mark.parametrize("line", ["Ruth", "@", "@ Ruth", "@!", '@" "', "@a@b.org", "@ruth's"])
def test_anything_else_is_no_mention(line: str) -> None:
    assert PEOPLE.read(line, 0, len(line)) is None


def test_an_address_is_no_mention() -> None:
    line = "ruth@ruth"
    assert PEOPLE.read(line, 4, len(line)) is None


def test_a_mention_ends_where_it_may() -> None:
    assert PEOPLE.read("@Ruth Ekstrom-Bello", 0, 7) == (Who(person=RUTH), 5)


def test_the_whole_name_comes_before_the_beginning_of_a_longer_one() -> None:
    people = People((*PEOPLE.known, Named(BARE, "Ruth")), present=RUTH)
    assert people.read("@Ruth", 0, 5) == (Who(person=BARE), 5)


def test_names_that_differ_by_an_accent_are_told_apart_by_it() -> None:
    people = People((Named(Id("a"), "Rene"), Named(Id("b"), "Ren\u00e9")))
    assert people.read("@Ren\u00e9", 0, 5) == (Who(person=Id("b")), 5)
    assert people.read("@ren\u00e8", 0, 5) == (
        Who(name="ren\u00e8", candidates=(Id("a"), Id("b"))),
        5,
    )


def test_the_ways_to_write_a_mention_begin_with_the_shortest() -> None:
    assert list(PEOPLE.written(Who(person=LONG)))[:3] == ["@Me", "@Me Lin", '@"Me Lin"']
    assert list(PEOPLE.written(MINE)) == ["@me"]
