"""The next steps of a day: which there are, when they are due, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.cycles import Cycle, Person, Point
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, PlanUse, Stretch
from app.domain.ids import NO_ID, Kind, new_id
from app.domain.sessions import Action, ActionState, Session
from app.domain.support import Support, SupportState
from app.operations import actions, check_ins, cycles, feedback, goals, journal, people, sessions
from app.operations.cycles import Reflection
from app.operations.journal import EntryDraft
from app.queries.steps import NextStep, next_steps
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


def steps(vault: Vault, day: date = DAY, limit: int = 5) -> tuple[NextStep, ...]:
    return next_steps(vault.read, day, limit)[0]


def cycle_of(vault: Vault, middle: int, end: int) -> Cycle:
    days = (DAY + middle * ONE, DAY + end * ONE)
    return cycles.add_cycle(
        vault, Cycle(title="Spring", start=DAY - 100 * ONE, middle=days[0], end=days[1])
    )


def test_next_steps_come_by_date_and_only_from_what_is_under_way(vault: Vault) -> None:
    def made(*due: date | None) -> list[Milestone]:
        return [Milestone(title=str(day), due=day) for day in due]

    goals.add_goal(vault, Goal(title="g"), made(DAY + 9 * ONE, None))
    goals.add_stretch(vault, Stretch(title="s", start=DAY + 30 * ONE), made(DAY - 2 * ONE))
    goals.add_goal(vault, Goal(title="later", state=GoalState.SOMEDAY), made(DAY))
    found = steps(vault)
    assert [step.due for step in found] == [DAY - 2 * ONE, DAY + 9 * ONE, None]
    assert found[0].aim_kind is Kind.STRETCH
    goals.tick_milestone(vault, found[0].id, DAY)
    assert len(steps(vault)) == 2


def test_so_many_are_shown_and_all_are_counted(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="g", review=DAY), [Milestone(title=str(n)) for n in range(7)])
    found, count = next_steps(vault.read, DAY, 3)
    assert ([step.kind for step in found], count) == ([Kind.GOAL, *[Kind.MILESTONE] * 2], 8)


@pytest.mark.parametrize(("days_ago", "due"), [(6, False), (7, True), (8, True)])
def test_a_check_in_is_due_a_week_after_the_last(vault: Vault, days_ago: int, *, due: bool) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    last = DAY - days_ago * ONE
    goals.check_in(vault, CheckIn(goal=stretch.id, day=last, confidence=3))
    assert [step.kind for step in steps(vault)] == ([Kind.CHECK_IN] if due else [])
    assert next_steps(vault.read, DAY, 5, check_ins=False) == ((), 0)


def test_that_the_plan_was_used_is_no_check_in_yet(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s", if_when="a", then_do="b"))
    check_ins.use_plan(vault, stretch.id, DAY, used=True)
    assert [step.kind for step in steps(vault)] == [Kind.CHECK_IN]
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY, note="x", plan_used=PlanUse.YES))
    assert steps(vault) == ()


def test_a_stretch_goal_without_a_check_in_is_due_from_its_start(vault: Vault) -> None:
    goals.add_stretch(vault, Stretch(title="s", start=DAY + ONE))
    assert steps(vault) == ()
    goals.add_stretch(vault, Stretch(title="t", start=DAY))
    assert [step.title for step in steps(vault)] == ["t"]


@pytest.mark.parametrize(
    ("middle", "end", "point"),
    [
        (15, 80, None),
        (14, 80, Point.MIDDLE),
        (-3, 80, Point.MIDDLE),
        (-40, 15, Point.MIDDLE),
        (-40, 14, Point.EXIT),
        (-60, -14, Point.EXIT),
        (-60, -15, None),
    ],
)
def test_the_points_of_a_cycle_are_steps_while_it_is_time_for_them(
    vault: Vault, middle: int, end: int, point: Point | None
) -> None:
    """From two weeks before; the middle gives way to the exit, which goes two weeks after."""
    cycle = cycle_of(vault, middle, end)
    assert [step.point for step in steps(vault)] == ([point] if point else [])
    if point:
        entry = journal.add(vault, EntryDraft(title="e"))
        cycles.choose_reflection(vault, Reflection(cycle.id, point), entry.id)
        assert steps(vault) == ()


def test_support_is_followed_up_two_weeks_after_asking(vault: Vault) -> None:
    """As long as what it is for is under way; agreed and declined support is settled."""
    ruth = people.add_person(vault, Person(name="Ruth"))
    goal = goals.add_goal(vault, Goal(title="g"))
    asked = Support(title="a", goal=goal.id, person=ruth.id, state=SupportState.ASKED)
    for days, state in (
        (13, SupportState.ASKED),
        (14, SupportState.ASKED),
        (20, SupportState.AGREED),
    ):
        people.add_support(vault, replace(asked, id=new_id(), day=DAY - days * ONE, state=state))
    (step,) = steps(vault)
    assert (step.kind, step.person, step.asked, step.due) == (Kind.SUPPORT, "Ruth", True, DAY)
    goals.close_goal(vault, goal.id, GoalState.MET, "")
    assert steps(vault) == ()


def test_wanted_support_is_a_step_where_its_goal_is_due_soon(vault: Vault) -> None:
    """By the next of its days; without a goal nothing is due."""
    soon = goals.add_goal(vault, Goal(title="g", due=DAY + 14 * ONE))
    later = goals.add_goal(vault, Goal(title="h", due=DAY + 15 * ONE))
    days = Stretch(title="s", start=DAY + ONE, commit_day=DAY - ONE, reach_day=DAY + 3 * ONE)
    stretch = goals.add_stretch(vault, days)
    for goal in (soon.id, later.id, stretch.id, NO_ID):
        people.add_support(vault, Support(title="a", goal=goal))
    assert [(step.aim_title, step.due) for step in steps(vault)] == [
        ("s", DAY + 3 * ONE),
        ("g", DAY + 14 * ONE),
    ]


def test_what_one_owes_soon_and_what_came_back_unread_are_steps(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth")).id
    held = sessions.plan_session(vault, Session(person=ruth).dated(NOON))
    owed = Action(title="a", person=ruth, session=held.id, due=DAY + 14 * ONE)
    action = actions.add_action(vault, owed)
    actions.add_action(vault, replace(owed, id=new_id(), due=DAY + 15 * ONE))
    actions.add_action(vault, replace(owed, id=new_id(), mine=False))
    reply = feedback.receive(vault, Feedback(person=ruth, day=DAY - ONE))
    found, count = next_steps(vault.read, DAY, 5)
    assert [(step.kind, step.id, step.person, step.number) for step in found] == [
        (Kind.FEEDBACK, reply.id, "Ruth", None),
        (Kind.ACTION, action.id, "Ruth", 1),
    ]
    assert count == 2
    feedback.set_aside(vault, reply.id)
    actions.settle_action(vault, action.id, ActionState.DROPPED)
    assert steps(vault) == ()
