"""What hangs on records in the trash."""

from __future__ import annotations

from pathlib import Path

from app.domain.entries import Evidence
from app.domain.goals import CheckIn, Goal, Milestone
from app.domain.ids import Kind
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.storage import trash_rows
from tests.vaults import NOON, new_vault


def test_what_hangs_on_a_goal_is_found_in_the_trash_or_not(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "ines.greenroom")
    goal = goals.add_goal(vault, Goal(title="A"), [Milestone(title="M"), Milestone(title="N")])
    other = goals.add_goal(vault, Goal(title="B"), [Milestone(title="O")])
    first, second = vault.read.all(Milestone, goal=goal.id)
    note = goals.check_in(vault, CheckIn(goal=goal.id, day=NOON.day, confidence=3))
    entry = journal.add(vault, EntryDraft(body="A page."))
    for kind, target in (
        (Kind.GOAL, goal.id),
        (Kind.MILESTONE, first.id),
        (Kind.GOAL, other.id),
    ):
        journal.link(vault, entry.id, kind, target)
    links = {link.target: link.id for link in vault.read.all(Evidence)}
    goals.delete_milestone(vault, second.id)

    assert set(trash_rows.belongings(vault.read, {goal.id})) == {
        (Kind.MILESTONE, first.id),
        (Kind.MILESTONE, second.id),
        (Kind.CHECK_IN, note.id),
        (Kind.EVIDENCE, links[goal.id]),
        (Kind.EVIDENCE, links[first.id]),
    }
    assert len(trash_rows.belongings(vault.read, {entry.id})) == 3
    assert trash_rows.belongings(vault.read, set()) == []
    vault.close()


def test_what_lies_in_the_trash_until_a_time(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "ines.greenroom")
    entry = journal.add(vault, EntryDraft(body="A page."))
    journal.delete(vault, entry.id)
    assert trash_rows.lying(vault.read) == [(Kind.ENTRY, entry.id)]
    assert trash_rows.lying_since(vault.read, NOON.at) == [(Kind.ENTRY, entry.id)]
    assert trash_rows.lying_since(vault.read, NOON.at - 1) == []
    vault.close()
