"""What then and now says: past tense, lower told like higher, anew told apart."""

from __future__ import annotations

from datetime import date

import pytest

from app.charts.then_now_words import ThenNowWords
from app.charts.words import CommonWords
from app.domain.progress import ThenNow, then_now
from tests.assessments import MARCH, MAY, NAMES, assessed

WORDS = ThenNowWords(CommonWords(day=lambda day: f"{day:%-d %b}"))
SIX = then_now([assessed(MARCH, 1, 2, 2, 3, 3, 4), assessed(MAY, 3, 3, 3, 4, 3, 3)])


def test_the_heading_counts_what_changed() -> None:
    assert WORDS.heading(SIX) == "Four higher, one the same, one lower"
    assert WORDS.under(SIX) == "Your own view, from 1 to 5"
    anew = then_now([assessed(MARCH, 1, 2), assessed(MAY, 1, 3, anew=NAMES[1])])
    assert WORDS.heading(anew) == "One the same, one seen anew"


def test_one_assessment_is_where_one_starts() -> None:
    assert WORDS.heading(then_now([assessed(MARCH, 1, 2)])) == "This is where you start"
    assert (WORDS.heading(ThenNow()), WORDS.under(ThenNow())) == ("", "")


def test_two_views_that_differ_are_a_question() -> None:
    seen = then_now([assessed(MARCH, 2, 3), assessed(MARCH, 3, 5, by="Ruth")])
    assert WORDS.under(seen) == (
        "Your own view, from 1 to 5. You and Ruth differ by 2 on Delegation. Worth a question."
    )


@pytest.mark.parametrize(
    ("then", "now", "anew", "value", "difference"),
    [
        (2, 3, False, "2 to 3", "1 higher"),
        (5, 3, False, "5 to 3", "2 lower"),
        (3, 3, False, "3, same", "The same"),
        (3, 3, True, "3, same", "The same"),
        (2, 4, True, "2 to 4, anew", "Seen anew"),
    ],
)
def test_a_row_has_its_levels_and_its_difference(
    then: int,
    now: int,
    anew: bool,  # noqa: FBT001 - a table of cases
    value: str,
    difference: str,
) -> None:
    later = assessed(MAY, now, anew=NAMES[0] if anew else "")
    (row,) = then_now([assessed(MARCH, then), later]).rows
    assert (WORDS.value(row), WORDS.difference(row)) == (value, difference)
    assert WORDS.figure(row) == f"Setting direction: {value}."


def test_what_was_rated_once_says_when_and_when_not() -> None:
    seen = then_now([assessed(MARCH, 3, 2), assessed(MAY, None, 2)])
    row = next(row for row in seen.rows if row.name == NAMES[0])
    assert WORDS.figure(row) == "Setting direction: 3 on 2 Mar."
    assert WORDS.details(row, seen) == "Not rated on 4 May."
    assert WORDS.difference(row) == ""


def test_details_have_both_days_and_the_other_view() -> None:
    ruth = assessed(date(2026, 5, 9), 4, by="Ruth")
    seen = then_now([assessed(MARCH, 2), assessed(MAY, 3), ruth])
    assert WORDS.details(seen.rows[0], seen) == "2 Mar and 4 May. Ruth sees it at 4."
