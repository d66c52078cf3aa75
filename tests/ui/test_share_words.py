"""The words of Share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.images import Image
from app.queries.packs import Candidate
from app.sharing.source import Chosen
from tests.sharing_sources import CYCLE, ENTRY, GOAL, chosen
from ui.share.item_words import value_words
from ui.share.words import field_words

PICTURED = replace(chosen(ENTRY), images=(Image(), Image()))


@pytest.mark.parametrize(
    ("whole", "field", "expected"),
    [
        (PICTURED, "images", "2 images"),
        (replace(PICTURED, images=(Image(),)), "images", "1 image"),
        (chosen(GOAL), "milestones", "2 milestones"),
        (chosen(GOAL), "check_ins", "2 check-ins"),
        (chosen(GOAL), "confidence", "2 ratings"),
        (chosen(ENTRY), "confidence", "3 of 5"),
        (chosen(CYCLE), "agreement", "2 points"),
    ],
)
def test_some_fields_are_told_by_how_much_there_is(
    whole: Chosen, field: str, expected: str
) -> None:
    assert value_words(Candidate(whole), field) == expected


def test_images_have_a_name() -> None:
    assert field_words("images") == "Images"
