from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.cycles import Cycle
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, PlanUse, Stretch
from app.domain.ids import Kind
from app.domain.packs import Shared
from app.operations import cycles, goals, journal
from app.operations.journal import EntryDraft
from app.queries.today import RECOVERY_HINT_HIDDEN, today
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day
HOURS = 3_600_000


def test_a_new_vault_has_nothing_to_show(vault: Vault) -> None:
    shown = today(vault)
    assert shown.nothing_yet
    assert shown.show_recovery_hint
    assert (shown.steps, shown.plan, shown.cycle, shown.last_shared) == ((), None, None, None)
    vault.prefer(RECOVERY_HINT_HIDDEN, "yes")
    assert not today(vault).show_recovery_hint


def test_next_steps_come_by_date_and_only_from_what_is_under_way(vault: Vault) -> None:
    def steps(*due: date | None) -> list[Milestone]:
        return [Milestone(title=str(day), due=day) for day in due]

    goals.add_goal(vault, Goal(title="g"), steps(DAY + timedelta(days=9), None))
    goals.add_stretch(
        vault, Stretch(title="s", start=DAY + timedelta(days=30)), steps(DAY - timedelta(days=2))
    )
    goals.add_goal(vault, Goal(title="later", state=GoalState.SOMEDAY), steps(DAY))
    shown = today(vault)
    assert [step.due for step in shown.steps] == [
        DAY - timedelta(days=2),
        DAY + timedelta(days=9),
        None,
    ]
    assert shown.steps[0].aim_kind is Kind.STRETCH
    goals.tick_milestone(vault, shown.steps[0].id, DAY)
    assert len(today(vault).steps) == 2


@pytest.mark.parametrize(("days_ago", "due"), [(6, False), (7, True), (8, True)])
def test_a_check_in_is_due_a_week_after_the_last(vault: Vault, days_ago: int, *, due: bool) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    last = DAY - timedelta(days=days_ago)
    goals.check_in(vault, CheckIn(goal=stretch.id, day=last, confidence=3))
    kinds = [step.kind for step in today(vault).steps]
    assert kinds == ([Kind.CHECK_IN] if due else [])


def test_a_stretch_goal_without_a_check_in_is_due_from_its_start(vault: Vault) -> None:
    goals.add_stretch(vault, Stretch(title="s", start=DAY + timedelta(days=1)))
    assert today(vault).steps == ()
    goals.add_stretch(vault, Stretch(title="t", start=DAY))
    assert [step.title for step in today(vault).steps] == ["t"]


def test_the_plan_says_how_often_it_was_used(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g", if_when="I block", then_do="I wait"))
    for number, use in enumerate((PlanUse.YES, PlanUse.NOT_THIS_TIME, PlanUse.YES)):
        day = DAY - timedelta(days=number)
        goals.check_in(vault, CheckIn(goal=goal.id, day=day, plan_used=use))
    plan = today(vault).plan
    assert plan is not None
    assert (plan.if_when, plan.used, plan.since) == ("I block", 2, DAY - timedelta(days=2))


def test_the_week_runs_from_monday_and_counts_days_once(vault: Vault) -> None:
    for hours in (-72, -48, -47, 0):
        journal.add(vault, EntryDraft(title="x"), Moment(NOON.at + hours * HOURS, NOON.offset))
    week = today(vault).week
    assert week.monday == date(2026, 5, 18)
    assert (week.written, week.entries, week.evidence) == ((0, 2), 3, 0)


def test_of_two_cycles_at_once_the_later_one_shows(vault: Vault) -> None:
    def cycle(title: str, start: date) -> Cycle:
        return Cycle(title=title, start=start, middle=start, end=DAY + timedelta(days=30))

    cycles.add_cycle(vault, cycle("old", DAY - timedelta(days=90)))
    new = cycles.add_cycle(vault, cycle("new", DAY - timedelta(days=10)))
    cycles.add_cycle(vault, cycle("next", DAY + timedelta(days=1)))
    assert today(vault).cycle == new
    cycles.end_cycle(vault, new.id, DAY - timedelta(days=1), "")
    shown = today(vault).cycle
    assert shown is not None
    assert shown.title == "old"


def test_todays_ratings_without_words_are_found_again(vault: Vault) -> None:
    journal.add(vault, EntryDraft(title="words", energy=1))
    rated = journal.add(vault, EntryDraft(energy=3))
    assert today(vault).rating == rated
    journal.write(vault, rated.id, EntryDraft(energy=3, body="and words"))
    assert today(vault).rating is None


def test_the_last_thing_that_left_is_named(vault: Vault) -> None:
    last = Shared(recipient="Johan", at=NOON.at)
    earlier = [
        Shared(recipient="Ruth", at=NOON.at - HOURS),
        Shared(recipient="Priya", at=NOON.at - 2 * HOURS),
    ]
    with vault.transact(Op.SHARE_PACK) as write:
        last = [write.put(line) for line in (*earlier, last)][-1]
    assert today(vault).last_shared == last


def test_the_day_follows_the_clock(vault: Vault) -> None:
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(24 * HOURS)
    assert today(vault).day == DAY + timedelta(days=1)
