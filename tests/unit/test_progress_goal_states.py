"""Goals by state: every goal once, in its group, and counted there."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.goals import GoalState
from app.domain.ids import Id
from app.domain.progress.goal_states import MANY, ORDER, StateRow, goal_states

DAY = date(2026, 5, 20)
DAYS = st.none() | st.dates(DAY - timedelta(days=400), DAY)
GOALS = st.lists(
    st.builds(
        StateRow,
        id=st.uuids().map(lambda made: Id(str(made))),
        title=st.sampled_from("abc"),
        state=st.sampled_from(GoalState),
        since=DAYS,
        learned=st.just(""),
    ),
    max_size=60,
)


@given(GOALS)
def test_every_goal_stands_once_in_the_group_of_its_state(goals: list[StateRow]) -> None:
    """None is lost or made up, whatever the order they come in, and the counts add up."""
    found = goal_states(goals)
    assert {(row.id, row.state) for row in found.rows} == {(g.id, g.state) for g in goals}
    assert found == goal_states(reversed(goals))
    places = [ORDER.index(row.state) for row in found.rows]
    assert places == sorted(places)
    assert sum(count for _, count in found.counts) == len(goals)
    assert dict(found.counts) == {
        state: sum(goal.state is state for goal in goals)
        for state in {goal.state for goal in goals}
    }
    assert found.many == (len(goals) > MANY)


@given(GOALS)
def test_within_a_group_the_longest_standing_comes_first(goals: list[StateRow]) -> None:
    """Those without a day stand last."""
    rows = goal_states(goals).rows
    for state in ORDER:
        days = [row.since or date.max for row in rows if row.state is state]
        assert days == sorted(days)


def test_every_state_has_a_group() -> None:
    """A state that is added has to find its place here."""
    assert set(ORDER) == set(GoalState)
    assert len(ORDER) == len(GoalState)


def test_no_goals_are_no_rows() -> None:
    """An empty cycle has no counts."""
    assert (goal_states([]).rows, goal_states([]).counts) == ((), ())
