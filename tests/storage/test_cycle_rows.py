from __future__ import annotations

from app.domain.goals import Goal, GoalState
from app.domain.ids import NO_ID, Id
from app.operations import goals
from app.storage.cycle_rows import any_beside, goals_beside
from app.vault import Vault


def test_goals_beside_a_cycle_are_open_ones_of_another_or_of_none(vault: Vault) -> None:
    for title, cycle, state in (
        ("here", "here", GoalState.ACTIVE),
        ("elsewhere", "there", GoalState.PAUSED),
        ("nowhere", NO_ID, GoalState.SOMEDAY),
        ("met", NO_ID, GoalState.MET),
    ):
        goals.add_goal(vault, Goal(title=title, cycle=Id(cycle), state=state))
    found = {
        title: (state, cycle) for _, title, state, cycle in goals_beside(vault.read, Id("here"))
    }
    assert found == {"elsewhere": ("paused", "there"), "nowhere": ("someday", NO_ID)}


def test_a_goal_in_the_trash_is_beside_nothing(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="a"))
    assert any_beside(vault.read, Id("here"))
    goals.delete_goal(vault, goal.id)
    assert not any_beside(vault.read, Id("here"))
