from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.goals import (
    CheckIn,
    DatesReversedError,
    Goal,
    GoalState,
    MeasureKind,
    Milestone,
    NothingCheckedInError,
    PlanUse,
    Stretch,
    StretchState,
    ValueKindError,
    Zone,
    check_in_due,
)
from app.domain.records import RatingError, TitleMissingError


def test_only_a_title_is_needed() -> None:
    Goal(title="Speak early").check()
    Stretch(title="Give the talk").check()
    for nameless in (Goal(), Stretch(), Milestone()):
        with pytest.raises(TitleMissingError):
            nameless.check()


def test_a_goal_cannot_be_due_before_it_starts() -> None:
    goal = Goal(title="x", start=date(2026, 5, 2), due=date(2026, 5, 1))
    with pytest.raises(DatesReversedError):
        goal.check()
    replace(goal, due=date(2026, 5, 2)).check()


def test_one_commits_before_one_reaches() -> None:
    later = Stretch(title="x", commit_day=date(2026, 6, 2), reach_day=date(2026, 6, 1))
    with pytest.raises(DatesReversedError):
        later.check()


@pytest.mark.parametrize(
    ("size", "zone"),
    [
        (None, None),
        (1, Zone.COMFORT),
        (2, Zone.COMFORT),
        (3, Zone.STRETCH),
        (4, Zone.STRETCH),
        (5, Zone.PANIC),
    ],
)
def test_the_size_suggests_a_zone(size: int | None, zone: Zone | None) -> None:
    assert Stretch(title="x", size=size).felt_zone is zone


def test_the_chosen_zone_wins_over_the_size() -> None:
    assert Stretch(title="x", size=5, zone=Zone.COMFORT).felt_zone is Zone.COMFORT


def test_a_size_outside_one_to_five_is_refused() -> None:
    with pytest.raises(RatingError):
        Stretch(title="x", size=0).check()


def test_a_plan_has_two_halves() -> None:
    assert Goal(if_when="I block", then_do="I wait").has_plan
    assert not Goal(if_when="I block", then_do=" ").has_plan


@pytest.mark.parametrize(
    "said",
    [
        CheckIn(value=0.0),
        CheckIn(confidence=1),
        CheckIn(plan_used=PlanUse.DID_NOT_COME_UP),
        CheckIn(note="Fine."),
    ],
)
def test_anything_said_is_a_check_in(said: CheckIn) -> None:
    said.check()


def test_a_check_in_says_something() -> None:
    with pytest.raises(NothingCheckedInError):
        CheckIn(note="  ").check()


def test_letting_go_is_an_ending() -> None:
    assert {s for s in GoalState if s.closed} == {
        GoalState.MET,
        GoalState.PARTLY_MET,
        GoalState.LET_GO,
    }
    assert {s for s in StretchState if s.closed} == {
        StretchState.REACHED,
        StretchState.TRIED,
        StretchState.LET_GO,
    }


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        (MeasureKind.NUMBER, [-1.5, 0, 3], []),
        (MeasureKind.COUNT, [0, 3.0], [-1, 2.5]),
        (MeasureKind.YES_NO, [0, 1], [2, 0.5]),
        (MeasureKind.RATING, [1, 5.0], [0, 6, 2.5]),
    ],
)
def test_values_fit_the_kind_of_their_measure(
    kind: MeasureKind, fitting: list[float], others: list[float]
) -> None:
    """So do the start and the aim of a goal."""
    for value in fitting:
        Goal(title="g", measure_kind=kind, baseline=value, target=value).check()
    for value in others:
        with pytest.raises(ValueKindError) as wrong:
            Goal(title="g", measure_kind=kind, target=value).check()
        assert wrong.value.field == "target"


@pytest.mark.parametrize(
    ("start", "last", "due"),
    [
        (None, None, date(2026, 5, 20)),
        (date(2026, 5, 25), None, date(2026, 5, 25)),
        (date(2026, 5, 1), date(2026, 5, 15), date(2026, 5, 22)),
        (date(2026, 5, 1), date(2026, 5, 21), date(2026, 5, 28)),
        (date(2026, 5, 1), date(2027, 6, 24), date(2026, 5, 1)),
    ],
)
def test_a_check_in_is_due_a_week_after_the_last_one(
    start: date | None, last: date | None, due: date
) -> None:
    """A last one that only a wrong clock can have made, more than a day ahead, does not count."""
    assert check_in_due(start, last, date(2026, 5, 20)) == due
