from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.ids import Kind
from app.domain.images import Image
from app.sharing.fields import digest, filled, said, shared_item
from app.sharing.source import fields_of
from tests.sharing_sources import CYCLE, ENTRY, GOAL, STRETCH, chosen


@pytest.mark.parametrize("record", [CYCLE, ENTRY, GOAL, STRETCH])
def test_every_field_can_be_read(record: object) -> None:
    item = chosen(record)  # type: ignore[arg-type] # parametrize forgets the types
    assert all(isinstance(said(item, field), tuple) for field in fields_of(item.kind))


def test_a_field_says_each_of_its_texts() -> None:
    goal = chosen(GOAL)
    assert said(goal, "plan") == (GOAL.if_when, GOAL.then_do)
    assert said(goal, "milestones")[0] == "Three bets agreed with Priya"
    assert said(goal, "measure") == ("who can state our three bets", "teams", "1", "5",
        "2026-07-31", "3")  # fmt: skip
    assert said(goal, "learned") == (GOAL.learned, "partly_met")
    assert said(chosen(CYCLE), "agreement") == tuple(point.text for point in CYCLE.agreement)
    assert said(chosen(CYCLE), "dates") == ("2026-03-02", "2026-05-29", "2026-08-28")
    assert said(chosen(ENTRY), "tags") == ("planning", "quiet")


def test_confidence_is_apart_from_check_ins() -> None:
    goal = chosen(GOAL)
    assert "4" not in said(goal, "check_ins")
    assert said(goal, "confidence") == ("2026-04-01", "2", "2026-05-06", "4")


def test_a_digest_follows_what_its_field_says_and_nothing_else() -> None:
    before = chosen(ENTRY)
    after = chosen(replace(ENTRY, energy=5))
    assert digest(before, "energy") != digest(after, "energy")
    assert digest(before, "body") == digest(after, "body")
    moved = chosen(replace(STRETCH, commit="", reach=STRETCH.commit))
    assert digest(moved, "targets") != digest(chosen(replace(STRETCH, reach="")), "targets")


def test_an_entry_on_another_day_reads_differently_as_its_page_does() -> None:
    before = chosen(ENTRY)
    after = chosen(replace(ENTRY, day=ENTRY.day + timedelta(days=1)))
    assert digest(before, "body") != digest(after, "body")
    assert digest(before, "tags") == digest(after, "tags")


def test_the_ledger_keeps_one_digest_for_each_field_that_left() -> None:
    item = shared_item(chosen(ENTRY, "body", "tags"))
    assert (item.kind, item.title, item.fields) == (Kind.ENTRY, ENTRY.title, ("body", "tags"))
    assert len(item.versions) == 2
    assert ENTRY.body not in repr(item)


def test_fields_that_stay_count_only_where_they_say_something() -> None:
    assert filled(chosen(ENTRY, "body")) == ("energy", "confidence", "tags")
    assert filled(chosen(replace(ENTRY, energy=None, tags=()), "body")) == ("confidence",)


def test_images_say_which_they_are_and_another_one_is_another_version() -> None:
    one, two = (replace(chosen(ENTRY), images=(Image(sha256=each),)) for each in ("aa", "bb"))
    assert said(one, "images") == ("aa",)
    assert digest(one, "images") != digest(two, "images")
    assert filled(replace(one, fields=("body",))) == ("images", "energy", "confidence", "tags")
