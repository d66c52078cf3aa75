from __future__ import annotations

from datetime import date

import pytest

from app.domain.entries import Entry
from app.domain.records import RatingError
from tests.vaults import NOON


def test_dating_an_entry_keeps_its_local_day() -> None:
    entry = Entry(title="x").dated(NOON)
    assert entry.day == date(2026, 5, 20)
    assert entry.written == NOON


@pytest.mark.parametrize(
    "entry",
    [Entry(title="x"), Entry(body="x"), Entry(tags=("x",)), Entry(energy=1), Entry(confidence=5)],
)
def test_anything_put_into_it_makes_an_entry_worth_keeping(entry: Entry) -> None:
    assert not entry.empty


def test_white_space_alone_is_an_empty_entry() -> None:
    assert Entry(title=" ", body="\n\n").empty


def test_an_entry_refuses_a_rating_of_six() -> None:
    with pytest.raises(RatingError):
        Entry(energy=6).check()
