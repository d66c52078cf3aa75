"""The open goals as the support map reads them."""

from __future__ import annotations

from datetime import date

from app.domain.coverage import Behind
from app.domain.goals import Goal, GoalState, Stretch, StretchState
from app.domain.ids import Kind
from app.operations import goals
from app.storage.people_rows import open_goals
from app.vault import Vault


def test_what_is_closed_or_in_the_trash_is_left_out(vault: Vault) -> None:
    for state in GoalState:
        goals.add_goal(vault, Goal(title=state.value, state=state))
    for end in StretchState:
        goals.add_stretch(vault, Stretch(title=end.value, state=end))
    gone = goals.add_goal(vault, Goal(title="gone"))
    goals.delete_goal(vault, gone.id)
    titles = [(goal.kind, goal.title) for goal in open_goals(vault.read)]
    assert titles == [
        (Kind.GOAL, "someday"),
        (Kind.GOAL, "active"),
        (Kind.GOAL, "paused"),
        (Kind.STRETCH, "someday"),
        (Kind.STRETCH, "active"),
    ]


def test_a_stretch_goal_is_due_on_the_day_one_commits_to(vault: Vault) -> None:
    commit, reach = date(2026, 6, 1), date(2026, 8, 1)
    knows = ("delegation", "coaching")
    goal = goals.add_goal(vault, Goal(title="Goal", due=reach, competencies=knows))
    both = goals.add_stretch(vault, Stretch(title="Both", commit_day=commit, reach_day=reach))
    one = goals.add_stretch(vault, Stretch(title="One", reach_day=reach))
    none = goals.add_stretch(vault, Stretch(title="None"))
    assert open_goals(vault.read) == [
        Behind(goal.id, Kind.GOAL, "Goal", reach, knows),
        Behind(both.id, Kind.STRETCH, "Both", commit),
        Behind(one.id, Kind.STRETCH, "One", reach),
        Behind(none.id, Kind.STRETCH, "None"),
    ]
