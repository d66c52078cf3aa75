"""An assessment under way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessing import Answer, Assessing
from app.domain.ids import Id

ANSWERS = st.builds(
    Answer,
    st.sampled_from(("rest", "row", "sail")),
    st.integers(0, 5),
    st.text(max_size=20),
    st.booleans(),
)
DRAFTS = st.builds(
    Assessing,
    chosen=st.lists(st.sampled_from(("rest", "row", "sail")), unique=True).map(tuple),
    label=st.text(max_size=20),
    day=st.none() | st.dates(),
    person=st.sampled_from((Id(""), Id("ruth"))),
    name=st.text(max_size=20),
    begun=st.booleans(),
    answers=st.lists(ANSWERS, unique_by=lambda answer: answer.competency).map(tuple),
)


@given(DRAFTS, st.integers(-2, 9))
def test_a_draft_comes_back_as_it_was(draft: Assessing, place: int) -> None:
    there = draft.at(place)
    assert Assessing.from_text(there.as_text()) == there


def test_one_asks_about_what_the_place_says_and_about_nothing_behind_the_last() -> None:
    draft = Assessing(chosen=("rest", "row"))
    assert [draft.at(place).current for place in (-1, 0, 1, 2, 7)] == [
        "rest",
        "rest",
        "row",
        "",
        "",
    ]


def test_an_answer_takes_the_place_of_an_earlier_one() -> None:
    draft = Assessing(chosen=("rest", "row")).answered(Answer("row", 2))
    again = draft.answered(Answer("row", 4, "three times", recalibrated=True))
    assert again.answer("row") == Answer("row", 4, "three times", recalibrated=True)
    assert again.answer("rest") == Answer("rest")


def test_only_levels_count_and_stand_in_the_order_of_asking() -> None:
    draft = Assessing(chosen=("rest", "row", "sail"), day=date(2026, 5, 4))
    for answer in (Answer("sail", 1), Answer("row", 0, "no idea"), Answer("rest", 5)):
        draft = draft.answered(answer)
    assert [answer.competency for answer in draft.rated] == ["rest", "sail"]


def test_what_was_taken_away_again_is_not_rated() -> None:
    assert Assessing(chosen=("rest",), answers=(Answer("row", 3),)).rated == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '"a"',
        "[" * 100_000,
        Assessing(chosen=("a",)).as_text().replace('"place"', '"spot"'),
        Assessing(chosen=("a",)).as_text().replace('"day": ""', '"day": "2026-02-31"'),
        Assessing(answers=(Answer("a", 3),)).as_text().replace("3", '"three"'),
        Assessing(answers=(Answer("a", 3),)).as_text().replace("false]", "false, 1]"),
    ],
)
def test_what_is_no_draft_is_none(text: str) -> None:
    """A damaged draft must keep nobody from the page that shows what is under way."""
    assert Assessing.from_text(text) is None
