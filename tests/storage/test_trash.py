"""The trash: what lies in it, and taking things out."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.packs import Pack
from app.operations import goals, journal, packs
from app.operations.journal import EntryDraft
from app.operations.trash import restore
from app.queries.trash import trash
from app.vault import Vault
from tests.vaults import NOON, new_vault

MINUTE = 60_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", clock)


def test_what_was_deleted_last_comes_first(vault: Vault, clock: FixedClock) -> None:
    entry = journal.add(vault, EntryDraft(body="\n# A *quiet* day\nMore."))
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"), [Milestone(title="Pick a date")])
    stretch = goals.add_stretch(vault, Stretch(title="Ask in the all-hands"))
    pack = packs.add(vault, Pack(title="For Ruth"))
    journal.add(vault, EntryDraft(body="Kept."))
    journal.delete(vault, entry.id)
    clock.advance(MINUTE)
    goals.delete_goal(vault, goal.id)
    clock.advance(MINUTE)
    goals.delete_stretch(vault, stretch.id)
    clock.advance(MINUTE)
    packs.delete(vault, pack.id)

    found = [(row.kind, row.title, row.deleted) for row in trash(vault.read)]

    assert found == [
        (Kind.PACK, "For Ruth", NOON.at + 3 * MINUTE),
        (Kind.STRETCH, "Ask in the all-hands", NOON.at + 2 * MINUTE),
        (Kind.GOAL, "Lead a workshop", NOON.at + MINUTE),
        (Kind.ENTRY, "A quiet day", NOON.at),
    ]
    vault.close()


def test_everything_comes_back_with_what_went_with_it(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"), [Milestone(title="Pick a date")])
    stretch = goals.add_stretch(vault, Stretch(title="Ask in the all-hands"))
    pack = packs.add(vault, Pack(title="For Ruth"))
    entry = journal.add(vault, EntryDraft(body="A page."))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.delete(vault, entry.id)
    goals.delete_goal(vault, goal.id)
    goals.delete_stretch(vault, stretch.id)
    packs.delete(vault, pack.id)

    for row in trash(vault.read):
        restore(vault, row.kind, row.id)

    assert trash(vault.read) == []
    assert vault.read.get(Pack, pack.id).title == "For Ruth"
    assert [m.title for m in vault.read.all(Milestone, goal=goal.id)] == ["Pick a date"]
    assert vault.read.get(Stretch, stretch.id)
    assert vault.read.get(Entry, entry.id)
    assert vault.read.all(Evidence, entry=entry.id)
    vault.close()


def test_restoring_a_pack_can_be_taken_back(vault: Vault) -> None:
    pack = packs.add(vault, Pack(title="For Ruth"))
    packs.delete(vault, pack.id)
    restore(vault, Kind.PACK, pack.id)
    vault.undo()
    assert [row.id for row in trash(vault.read)] == [pack.id]
    vault.close()


def test_what_is_not_in_the_trash_stays_as_it_is(vault: Vault) -> None:
    pack = packs.add(vault, Pack(title="For Ruth"))
    before = vault.read.get(Pack, pack.id)
    restore(vault, Kind.PACK, pack.id)
    assert vault.read.get(Pack, pack.id) == before
    vault.close()
