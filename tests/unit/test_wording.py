"""What a field says on paper, as the plain text that shows what changed in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.ids import Id
from app.domain.images import Image
from app.domain.packs import FIELDS, Passage
from app.prose import reference
from app.sharing.source import Shareable
from app.sharing.wording import worded
from tests.sharing_sources import CYCLE, ENTRY, EXPERIENCE, GOAL, chosen

PHOTO = Image(id=Id("019e4a00-1111-7222-8333-444455556666"), sha256="a", width=40, height=30)


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        (ENTRY, "body", "14 May 2026\nI had the number.\n\nI did not say it."),
        (ENTRY, "energy", "Energy: 2 of 5"),
        (ENTRY, "tags", "Tags: planning, quiet"),
        (GOAL, "why", "Six teams build on us."),
        (
            GOAL,
            "milestones",
            (
                "Three bets agreed with Priya (Done 27 March 2026)\n"
                "One page in the hands of Johan (22 May 2026)"
            ),
        ),
        (GOAL, "support", "Support I would like: Ruth reads the page before it goes out"),
        (EXPERIENCE, "people", "With: Priya Raman, Dafydd Price-Jones"),
        (CYCLE, "purpose", "Leading a team that does not need me in the room."),
    ],
)
def test_a_field_says_what_stands_on_paper(record: Shareable, field: str, expected: str) -> None:
    assert worded(chosen(record, field), field) == expected


def test_check_ins_are_lines_of_a_table() -> None:
    lines = worded(chosen(GOAL, "check_ins"), "check_ins").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("1 April 2026, 2")
    assert lines[0].endswith("Two of them, barely")


def test_an_image_says_what_it_shows_and_how_large_it_is() -> None:
    entry = replace(ENTRY, body=reference(PHOTO.id, "The red wall"))
    assert worded(replace(chosen(entry, "images"), images=(PHOTO,)), "images") == (
        "The red wall, 40 by 30 pixels"
    )
    assert worded(replace(chosen(ENTRY, "images"), images=(PHOTO,)), "images") == (
        "Image, 40 by 30 pixels"
    )


def test_a_measure_says_where_it_stands() -> None:
    words = worded(chosen(GOAL, "measure"), "measure")
    assert "who can state our three bets" in words
    assert "3 teams" in words


def test_every_field_of_every_kind_has_words_of_its_own() -> None:
    for record in (GOAL, ENTRY, EXPERIENCE, CYCLE):
        whole = [replace(chosen(record, field), images=(PHOTO,)) for field in FIELDS[record.kind]]
        words = [worded(each, each.fields[0]) for each in whole]
        assert all(words)
        assert len(set(words)) == len(words)


def test_nothing_that_is_withheld_changes_the_words() -> None:
    plain = chosen(ENTRY, "body")
    held = replace(plain, passages=(Passage("I had the number."),), evidence=(ENTRY,))
    assert worded(held, "body") == worded(plain, "body")
