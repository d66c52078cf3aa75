"""Goals by state: what it says, and a mark for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.charts.goals import GoalsWords, goals_chart
from app.charts.words import CommonWords
from app.domain.goals import GoalState
from app.domain.ids import Id, Kind
from app.domain.progress.goal_states import MANY, GoalStates, StateRow, goal_states
from app.drawing.shapes import Box, Disc, Opens
from tests.drawings import of, outside, overlapping, space

DAY = date(2026, 5, 20)
WORDS = GoalsWords(CommonWords(day=lambda day: f"{day:%-d %b}"))


def goal(name: str, state: GoalState, learned: str = "") -> StateRow:
    return StateRow(Id(name), name, state, DAY, learned)


def found(*states: GoalState) -> GoalStates:
    return goal_states(goal(f"Goal {place}", state) for place, state in enumerate(states))


def test_the_heading_counts_the_states_and_letting_go_is_one_of_them() -> None:
    chart = goals_chart(
        found(
            GoalState.ACTIVE, GoalState.MET, GoalState.LET_GO, GoalState.MET, GoalState.PARTLY_MET
        ),
        WORDS,
    )
    assert chart.heading == "Two met, one partly met, one active, one let go"
    assert chart.under == "5 goals"


def test_without_goals_there_is_an_invitation() -> None:
    chart = goals_chart(GoalStates(), WORDS)
    assert (chart.heading, chart.invitation) == ("", "No goals in these days yet.")
    assert chart.draw(space()).is_empty


def test_a_mark_says_its_goal_and_what_it_taught_and_opens_it() -> None:
    states = goal_states([goal("Certificate", GoalState.LET_GO, "It was\nnot mine.")])
    chart = goals_chart(states, WORDS)
    (mark,) = chart.draw(space()).marks
    assert mark.said == "Certificate: Let go. Since 20 May. It taught: It was not mine."
    assert mark.opens == Opens(Kind.GOAL, "Certificate")
    assert [cell.words for cell in chart.table.rows[0].cells] == [
        "Certificate",
        "Let go",
        "20 May",
        "It was not mine.",
    ]


def test_states_differ_by_shape_and_are_all_of_one_size() -> None:
    shapes = of(goals_chart(found(*GoalState), WORDS).draw(space()), Disc)
    looks = {(disc.fill, disc.half, disc.stroke) for disc in shapes}
    assert len({disc.radius for disc in shapes}) == 1
    # A paused goal is an active one's ring with two bars in it.
    assert len(looks) == len(GoalState) - 1


def test_what_has_no_title_is_not_told_one_by_one() -> None:
    """A share pack names no goal that was not chosen itself."""
    rows = tuple(replace(row, title="", learned="") for row in found(GoalState.MET).rows)
    assert goals_chart(GoalStates(rows), WORDS).description == "Goals by state. One met. 1 goal."


def test_over_forty_goals_are_bars_with_counts() -> None:
    drawing = goals_chart(found(*[GoalState.ACTIVE] * MANY, GoalState.MET), WORDS).draw(space())
    assert len(of(drawing, Box)) == 2
    assert [mark.said for mark in drawing.marks] == ["1 met.", "40 active."]


@given(
    st.lists(st.sampled_from(list(GoalState)), max_size=60),
    st.floats(140, 900),
    st.booleans(),
)
def test_nothing_lies_outside_or_over_another(
    states: list[GoalState],
    width: float,
    rtl: bool,  # noqa: FBT001 - a generated way
) -> None:
    drawing = goals_chart(found(*states), WORDS).draw(space(width, rtl=rtl))
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    if len(states) <= MANY:
        assert len(drawing.marks) == len(states)
    assert len({(mark.row, mark.column) for mark in drawing.marks}) == len(drawing.marks)
