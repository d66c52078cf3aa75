"""Open milestones, last check-ins and plans of what is under way."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch, StretchState
from app.operations import goals
from app.storage import step_rows
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day
ONE = timedelta(days=1)


def _steps(*days: date | None) -> list[Milestone]:
    return [Milestone(title=str(day), due=day) for day in days]


def test_open_milestones_come_by_day_from_what_is_under_way(vault: Vault) -> None:
    """As many as asked for; all of them are counted; done, closed and deleted ones are left out."""
    goal = goals.add_goal(vault, Goal(title="g"), [*_steps(None, DAY), Milestone(title="d")])
    goals.add_stretch(vault, Stretch(title="s"), _steps(DAY - ONE))
    goals.add_goal(vault, Goal(title="later", state=GoalState.SOMEDAY), _steps(DAY))
    done = next(m for m in vault.read.all(Milestone, goal=goal.id) if m.title == "d")
    goals.tick_milestone(vault, done.id, DAY)
    gone = goals.add_goal(vault, Goal(title="gone"), _steps(DAY))
    goals.delete_goal(vault, gone.id)
    found = [(row[2], row[4], row[5]) for row in step_rows.open_milestones(vault.read, 2)]
    assert found == [("stretch", "s", str(DAY - ONE)), ("goal", "g", str(DAY))]
    assert step_rows.count_open(vault.read) == 3


def test_the_last_check_in_of_each_stretch_goal_under_way_is_told(vault: Vault) -> None:
    """The latest day, whenever it was logged; None where there is none."""
    one = goals.add_stretch(vault, Stretch(title="one", start=DAY))
    goals.add_stretch(vault, Stretch(title="two"))
    goals.add_stretch(vault, Stretch(title="closed", state=StretchState.TRIED))
    for days in (1, 3):
        goals.check_in(vault, CheckIn(goal=one.id, day=DAY - days * ONE, confidence=3))
    found = [row[1:] for row in step_rows.last_check_ins(vault.read)]
    assert found == [("one", str(DAY), str(DAY - ONE)), ("two", None, None)]


def test_plans_are_those_with_both_halves_goals_first(vault: Vault) -> None:
    """A plan of spaces is no plan."""
    goals.add_stretch(vault, Stretch(title="s", if_when="a", then_do="b"))
    goals.add_goal(vault, Goal(title="g", if_when="c", then_do="d"))
    goals.add_goal(vault, Goal(title="half", if_when="e", then_do=" "))
    found = [step_rows.planned(vault.read, number) for number in range(3)]
    assert [row and (row[0], row[2], row[3]) for row in found] == [
        ("goal", "c", "d"),
        ("stretch", "a", "b"),
        ("goal", "c", "d"),
    ]


def test_without_a_plan_no_number_finds_one(vault: Vault) -> None:
    assert step_rows.planned(vault.read, 7) is None
