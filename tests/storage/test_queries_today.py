from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.cycles import Cycle
from app.domain.goals import CheckIn, Goal, PlanUse
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


def test_the_plan_says_how_often_it_was_used(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g", if_when="I block", then_do="I wait"))
    for number, use in enumerate((PlanUse.YES, PlanUse.NOT_THIS_TIME, PlanUse.YES)):
        day = DAY - timedelta(days=number)
        goals.check_in(vault, CheckIn(goal=goal.id, day=day, plan_used=use))
    plan = today(vault).plan
    assert plan is not None
    assert (plan.if_when, plan.used, plan.since) == ("I block", 2, DAY - timedelta(days=2))
    assert (plan.aim_title, plan.used_today) == ("g", True)


def test_another_plan_is_shown_each_day(vault: Vault) -> None:
    for title in ("g", "h"):
        goals.add_goal(vault, Goal(title=title, if_when="a", then_do="b"))
    assert isinstance(vault.clock, FixedClock)
    shown = []
    for _ in range(3):
        plan = today(vault).plan
        shown.append(plan.aim_title if plan else "")
        vault.clock.advance(24 * HOURS)
    assert sorted(shown[:2]) == ["g", "h"]
    assert shown[2] == shown[0]


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


@pytest.mark.parametrize(("offset", "days"), [(-11 * 60, -1), (2 * 60, 0), (14 * 60, 1)])
def test_the_day_is_that_of_the_place_where_one_is(vault: Vault, offset: int, days: int) -> None:
    """At noon in Berlin it is yesterday in Pago Pago, and tomorrow on Kiritimati."""
    assert isinstance(vault.clock, FixedClock)
    vault.clock.moment = Moment(NOON.at, offset)
    journal.add(vault, EntryDraft(title="x"))
    shown = today(vault)
    assert shown.day == DAY + timedelta(days=days)
    assert shown.week.written == ((2 + days),)
