"""The texts that passages are selected from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.packs import FIELDS, Pack
from app.sharing.fields import said
from app.sharing.source import Shareable
from app.sharing.texts import (
    Elsewhere,
    FieldText,
    is_common,
    is_empty,
    is_same,
    says,
    texts,
)
from tests.sharing_sources import CYCLE, ENTRY, EXPERIENCE, GOAL, STRETCH, chosen

VALUES = frozenset(
    {"energy", "confidence", "tags", "dates", "hours", "competencies", "people", "chart"}
)
"""Fields that say numbers, days and names, not words to select from."""


def test_an_entry_reads_as_its_title_and_its_rendered_text() -> None:
    assert texts(chosen(ENTRY, "body", "energy", "tags")) == (
        FieldText("title", ("Planning day, and where I went quiet",)),
        FieldText("body", ("I had the number.", "I did not say it.")),
    )


def test_an_item_reads_as_its_chosen_fields_alone() -> None:
    assert [(each.field, each.words) for each in texts(chosen(GOAL, "milestones", "plan"))] == [
        ("title", GOAL.title),
        ("milestones", "Three bets agreed with Priya"),
        ("milestones", "One page in the hands of Johan"),
        ("plan", "I notice that I am hedging"),
        ("plan", "I will say the number and stop"),
    ]


def test_the_note_of_a_check_in_goes_by_its_day() -> None:
    notes = [each for each in texts(chosen(GOAL, "check_ins")) if each.field == "check_ins"]
    assert notes == [
        FieldText("check_ins", ("Two of them, barely",), day=date(2026, 4, 1)),
        FieldText("check_ins", ("Sana said it unasked",), day=date(2026, 5, 6)),
    ]


def test_a_point_of_an_agreement_goes_by_what_it_is_about() -> None:
    (_, rhythm, off_limits) = texts(chosen(CYCLE, "agreement"))
    assert rhythm.label == "How often, how long, on screen or in person"
    assert off_limits.words == "My manager's health is not a topic"


def test_empty_fields_are_left_out() -> None:
    silent = replace(ENTRY, title=" ", body="\n\n---\n")
    assert texts(chosen(silent, "body")) == ()


@pytest.mark.parametrize("record", [CYCLE, ENTRY, EXPERIENCE, GOAL, STRETCH])
def test_every_field_in_words_can_be_selected_from(record: Shareable) -> None:
    for field in FIELDS[record.kind]:
        whole = chosen(record, field)
        texts_of_field = [each for each in texts(whole) if each.field == field]
        assert bool(texts_of_field) == (field not in VALUES and bool(said(whole, field)))


def test_words_are_found_in_fields_that_stay_and_not_once_they_changed() -> None:
    whole = chosen(GOAL, "why")
    assert says(whole, "Sana SAID it")
    assert not says(whole, "Sana said nothing")


def test_the_same_words_in_another_chosen_item_are_told() -> None:
    entry, goal = chosen(ENTRY, "body"), chosen(GOAL, "check_ins", "milestones")
    places = Elsewhere(ENTRY.id, Pack(), (entry, goal, chosen(CYCLE, "purpose")))
    assert places.items("of them, barely") == (goal,)
    assert places.items("I had the number") == ()
    without_notes = Elsewhere(ENTRY.id, Pack(), (entry, chosen(GOAL, "milestones")))
    assert without_notes.items("of them, barely") == ()


def test_what_a_pack_says_before_its_items_is_looked_at_too() -> None:
    pack = Pack(title="For Ruth", purpose="Our check-in", note="**Push** on the size")
    places = Elsewhere(ENTRY.id, pack, ())
    assert places.in_head("push on the size")
    assert not places.in_head("Priya")


@pytest.mark.parametrize(
    ("words", "empty", "common"),
    [
        ("…, —", True, True),
        ("a.", False, True),
        ("He", False, True),
        ("Dev", False, False),
        ("24", False, True),
        ("王", False, True),
        ("王芳", False, False),
    ],
)
def test_a_passage_must_be_found_and_not_everywhere(
    words: str, *, empty: bool, common: bool
) -> None:
    assert (is_empty(words), is_common(words)) == (empty, common)


def test_passages_are_the_same_if_they_are_found_in_the_same_places() -> None:
    assert is_same("I think Dev knew.", "i think\nDev knew")
    assert not is_same("I think Dev knew", "I think Dev")
