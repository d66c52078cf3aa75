"""Measures on paper: each kind in its own words."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.goals import MeasureKind
from app.domain.measures import Measure
from app.sharing.measures import bar, in_words, quantity
from app.sharing.words import PackWords

WORDS = PackWords()
DUE = date(2026, 7, 31)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (MeasureKind.NUMBER, 2.5, "2.5"),
        (MeasureKind.COUNT, 3, "3"),
        (MeasureKind.RATING, 3, "3 of 5"),
        (MeasureKind.YES_NO, 0, "Not yet"),
        (MeasureKind.YES_NO, 1, "Yes"),
    ],
)
def test_a_value_is_said_as_its_kind_says_it(
    kind: MeasureKind, value: float, expected: str
) -> None:
    assert quantity(value, kind, WORDS) == expected


def test_a_rating_stands_between_ratings() -> None:
    measure = Measure("how calm I am", "", 1, 5, 3, MeasureKind.RATING)
    drawn = bar(measure, DUE, WORDS)
    assert (drawn.position, drawn.now) == (0.5, "3 of 5 now")
    assert (drawn.start, drawn.end) == ("1 of 5", "5 of 5 by 31 July 2026")
    assert drawn.description == "how calm I am: 3 of 5 now, from 1 of 5 to 5 of 5 by 31 July 2026"


def test_a_bar_without_a_name_is_called_a_measure() -> None:
    drawn = bar(Measure("", "teams", 1, 5, 3), None, WORDS)
    assert drawn.middle == ""
    assert drawn.description == "Measure: 3 teams now, from 1 teams to 5 teams"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure("Signed", "", 0, 1, 1, MeasureKind.YES_NO), "Signed: Yes"),
        (Measure("Signed", "", 0, 1, 0, MeasureKind.YES_NO), "Signed: Not yet"),
        (Measure("Signed", "", 0, 1, None, MeasureKind.YES_NO), "Signed"),
        (Measure("Signed", "times", 0, 1, 1, MeasureKind.YES_NO), "Signed: Yes"),
        (Measure("", "", now=1, kind=MeasureKind.YES_NO), "Measure: Yes"),
        (Measure("Teams", "", 1, 5), "Teams, from 1 to 5"),
        (Measure("Teams", "", 1), "Teams, from 1"),
        (Measure("Teams", "", None, 5), "Teams, towards 5"),
        (Measure("Teams", "", None, None, 4), "Teams: 4 now"),
        (Measure("Teams", "", None, 5, 4), "Teams: 4 now"),
        (Measure("Teams", "", 5, 5, 4), "Teams: 4 now, from 5 to 5"),
        (Measure("Teams"), "Teams"),
        (Measure(), ""),
    ],
)
def test_what_has_no_way_is_said_in_words(measure: Measure, expected: str) -> None:
    assert in_words(measure, None, WORDS) == expected
