"""Keeping choices and what was said, as preferences of the vault."""

from __future__ import annotations

from datetime import timedelta

from app.changes import Changes
from app.domain.goals import Goal, Milestone
from app.domain.reminder_choices import ReminderChoices
from app.domain.reminders import LATER, Said, wall
from app.operations import goals, reminders
from app.queries import reminders as queries
from app.vault import Vault
from tests.vaults import NOON


def test_choices_are_kept(vault: Vault) -> None:
    assert queries.choices(vault.read) == ReminderChoices()
    chosen = ReminderChoices(several=True, notify=False, lead=60)
    reminders.choose(vault, chosen)
    assert queries.choices(vault.read) == chosen


def test_what_was_said_is_written_only_where_it_is_new(vault: Vault) -> None:
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    said = Said((("a", NOON.day),), ("a",))
    reminders.remember(vault, said)
    reminders.remember(vault, said)
    assert len(heard) == 1
    assert queries.said(vault.read) == said


def test_dismissed_it_waits_no_longer_and_is_not_said_again(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="g"), [Milestone(title="m", due=NOON.day)])
    reminders.remember(vault, queries.look(vault.read, NOON).said)
    nudge = queries.is_waiting(vault.read, NOON)
    assert nudge is not None
    reminders.dismiss(vault, [thing.occurrence for thing in nudge.things])
    assert queries.is_waiting(vault.read, NOON) is None
    assert not queries.look(vault.read, NOON).new


def test_put_off_it_is_away_until_then(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="g"), [Milestone(title="m", due=NOON.day)])
    reminders.remember(vault, queries.look(vault.read, NOON).said)
    reminders.put_off(vault, wall(NOON) + LATER)
    assert queries.is_waiting(vault.read, NOON) is None
    assert queries.said(vault.read).later == wall(NOON) + timedelta(hours=3)
    assert not vault.can_undo() or vault.can_undo() != "prefer"
