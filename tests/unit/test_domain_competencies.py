from __future__ import annotations

import pytest

from app.domain.competencies import (
    AnchorsError,
    Assessment,
    NothingRatedError,
    OwnCompetency,
    RatedTwiceError,
    Rating,
)
from app.domain.records import RatingError


def test_a_competency_has_five_anchors_or_none() -> None:
    OwnCompetency(name="Rowing").check()
    OwnCompetency(name="Rowing", anchors=("a", "b", "", "", "")).check()
    with pytest.raises(AnchorsError):
        OwnCompetency(name="Rowing", anchors=("a", "b")).check()


def test_an_assessment_rates_something_once_from_1_to_5() -> None:
    one = Rating("rowing", "Rowing", 3, note="Every Tuesday")
    Assessment(ratings=(one,)).check()
    with pytest.raises(NothingRatedError):
        Assessment().check()
    with pytest.raises(RatedTwiceError):
        Assessment(ratings=(one, one)).check()
    with pytest.raises(RatingError):
        Assessment(ratings=(Rating("rowing", "Rowing", 0),)).check()


def test_what_was_not_rated_has_no_level() -> None:
    made = Assessment(ratings=(Rating("rowing", "Rowing", 3, note="Every Tuesday"),))
    assert (made.level("rowing"), made.level("steering")) == (3, None)
    assert made.words == "Rowing\nEvery Tuesday"
