"""What happened between two days, as the vault tells it."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.goals import Goal
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.storage import since_rows
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day.isoformat()


def test_what_was_taken_up_late_in_the_evening_belongs_to_the_day_on_the_wall(
    vault: Vault,
) -> None:
    """Half past eleven two hours east of Greenwich is still that day, and so is half past one."""
    goal = goals.add_goal(vault, Goal(title="Late"))
    for hour, minute in ((0, 30), (23, 30)):
        local = NOON.local.replace(hour=hour, minute=minute)
        with vault.transact(Op.REVISE_GOAL) as write:
            write.put(replace(goal, created=round(local.timestamp() * 1000)))
        (event,) = since_rows.aim_events(vault.read, DAY, DAY, NOON.offset)
        assert tuple(event) == ("goal", goal.id, "Late", "taken", "", 1, DAY)


def test_entries_are_counted_between_two_days_both_included(vault: Vault) -> None:
    journal.add(vault, EntryDraft(title="a"), NOON)
    assert since_rows.entries_between(vault.read, DAY, DAY) == 1
    assert since_rows.entries_between(vault.read, "2026-05-21", "2026-05-30") == 0
