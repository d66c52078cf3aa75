"""Bringing a version back: nothing is lost by it, and it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.errors import NotFoundError
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.operations.versions import bring_back
from app.queries.versions import versions
from app.vault import Vault
from tests.vaults import NOON, new_vault

MINUTE = 60_000


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", clock)


def two_versions(vault: Vault, clock: FixedClock) -> Entry:
    entry = journal.add(vault, EntryDraft(title="Sana", body="The first words.", energy=2))
    clock.advance(20 * MINUTE)
    journal.write(vault, entry.id, EntryDraft(body="Others.", bring=True))
    return entry


def test_a_version_comes_back_as_a_new_one_and_the_others_stay(
    vault: Vault, clock: FixedClock
) -> None:
    entry = two_versions(vault, clock)
    newer, older = versions(vault.read, entry.id, NOON.offset)
    clock.advance(MINUTE)

    now = bring_back(vault, entry.id, older.seq)

    assert (now.title, now.body, now.energy) == ("Sana", "The first words.", 2)
    after = versions(vault.read, entry.id, NOON.offset)
    assert [row.op for row in after] == [Op.RESTORE_VERSION, Op.WRITE_ENTRY, Op.ADD_ENTRY]
    assert after[1:] == [newer, older]
    vault.close()


def test_its_day_its_marks_and_its_links_stay(vault: Vault, clock: FixedClock) -> None:
    entry = two_versions(vault, clock)
    goal = goals.add_goal(vault, Goal(title="Lead a workshop"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    moved = Moment(NOON.at - 90_000_000, NOON.offset)
    journal.move_to(vault, entry.id, moved)
    now = bring_back(vault, entry.id, versions(vault.read, entry.id, NOON.offset)[-1].seq)
    assert (now.written, now.bring) == (moved, True)
    assert len(vault.read.all(Evidence, entry=entry.id)) == 1
    vault.close()


def test_it_is_one_step_of_undo(vault: Vault, clock: FixedClock) -> None:
    entry = two_versions(vault, clock)
    bring_back(vault, entry.id, versions(vault.read, entry.id, NOON.offset)[-1].seq)
    journal.write(vault, entry.id, EntryDraft(body="Written on."))
    assert vault.undo() is Op.WRITE_ENTRY
    assert vault.undo() is Op.RESTORE_VERSION
    assert vault.read.get(Entry, entry.id).body == "Others."
    vault.close()


def test_what_is_in_the_trash_or_was_never_there_is_not_brought_back(
    vault: Vault, clock: FixedClock
) -> None:
    entry = two_versions(vault, clock)
    with pytest.raises(NotFoundError):
        bring_back(vault, entry.id, -1)
    journal.delete(vault, entry.id)
    with pytest.raises(NotFoundError):
        bring_back(vault, entry.id, 10**9)
    vault.close()
