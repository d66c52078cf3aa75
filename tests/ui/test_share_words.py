"""The words of Share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.feedback import Feedback
from app.domain.forms import Consent
from app.domain.ids import Kind
from app.domain.images import Image
from app.domain.packs import FIELDS
from app.domain.sessions import Action, Session
from app.queries.packs import Candidate
from app.sharing.source import Chosen
from tests.sharing_sources import (
    ACTIONS,
    CYCLE,
    ENTRY,
    FEEDBACK,
    GOAL,
    SESSION,
    chosen,
    talked,
)
from tests.vaults import NOON
from ui.share.item_words import about_words, kind_words, title_words, untitled_words, value_words
from ui.share.words import KIND_ICONS, field_words, section_words

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


def told(record: Session | Action | Feedback, who: str = "Sana Iqbal") -> Candidate:
    return Candidate(talked(record), who)


@pytest.mark.parametrize(
    ("candidate", "title", "about"),
    [
        (told(SESSION), "Before the board", "With Sana Iqbal, 22 May"),
        (told(replace(SESSION, title=""), ""), "Session on 22 May", "With somebody, 22 May"),
        (told(ACTIONS[0]), "Send Johan the one-page bet", "I owe it to Sana Iqbal, by 29 May"),
        (told(ACTIONS[1]), "Read the one-page bet", "Sana Iqbal owes it, by 22 May"),
        (told(ACTIONS[2]), "Ask for a room", "I owe it to Sana Iqbal"),
        (told(replace(ACTIONS[1], due=None)), "Read the one-page bet", "Sana Iqbal owes it"),
        (
            told(replace(FEEDBACK, consent=Consent.UNNAMED, day=NOON.day)),
            "Start, stop, continue",
            "From Sana Iqbal, 20 May, only without their name",
        ),
        (
            told(replace(FEEDBACK, name="", consent=Consent.NAMED, day=NOON.day)),
            "Feedback",
            "From Sana Iqbal, 20 May, with or without their name",
        ),
    ],
)
def test_what_was_talked_about_is_called_and_says_whom_it_is_with(
    candidate: Candidate, title: str, about: str
) -> None:
    assert title_words(candidate, NOON.day) == title
    assert about_words(candidate, NOON.day) == about


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        (SESSION, "when", "22 May, 14:00"),
        (SESSION, "question", "Am I asking for one person too few?"),
        (SESSION, "agenda", "2 topics"),
        (SESSION, "place", "Room 4"),
        (ACTIONS[0], "who", "Me"),
        (ACTIONS[1], "who", "Sana Iqbal"),
        (ACTIONS[1], "due", "22 May"),
        (ACTIONS[1], "state", "Done"),
        (ACTIONS[2], "state", "Dropped"),
        (FEEDBACK, "answers", "3 answers"),
        (FEEDBACK, "rating", "1 rating"),
        (FEEDBACK, "giver", "Sana Iqbal"),
        (FEEDBACK, "remark", "She is right about Priya."),
    ],
)
def test_their_fields_are_told_at_a_glance(
    record: Session | Action | Feedback, field: str, expected: str
) -> None:
    assert value_words(told(record), field) == expected


def test_what_has_no_title_is_called_by_its_kind() -> None:
    assert untitled_words(Kind.SESSION) == "A session"
    assert untitled_words(Kind.FEEDBACK) == "Feedback"
    assert untitled_words(Kind.ENTRY) == "An entry without a title"
    assert [kind_words(kind) for kind in (Kind.SESSION, Kind.ACTION, Kind.FEEDBACK)] == [
        "Session",
        "Action",
        "Feedback",
    ]


def test_every_field_and_every_kind_has_words_and_a_picture() -> None:
    for kind, names in FIELDS.items():
        assert section_words(kind)
        assert KIND_ICONS[kind]
        for name in names:
            assert field_words(name)
