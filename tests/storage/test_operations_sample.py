from __future__ import annotations

from datetime import timedelta

from app.content.library import Library
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal, GoalState, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.packs import MORE, Pack
from app.operations import sample
from app.vault import Vault
from tests.vaults import NOON


def test_the_story_ends_now_and_hangs_together(vault: Vault) -> None:
    library = Library()
    sample.fill(vault, library)
    read = vault.read
    entries = {entry.id: entry for entry in read.all(Entry)}
    assert len(entries) == len(library.story.entries)
    newest = max(entry.day for entry in entries.values())
    assert NOON.day - timedelta(days=7) <= newest <= NOON.day
    aims = {aim.id for cls in (Goal, Stretch) for aim in read.all(cls)}
    assert {step.goal for step in read.all(Milestone)} <= aims
    for link in read.all(Evidence):
        assert link.entry in entries
        assert link.target in aims
    assert any(goal.state is GoalState.ACTIVE for goal in read.all(Goal))


def test_its_packs_hold_nothing_private(vault: Vault) -> None:
    library = Library()
    sample.fill(vault, library)
    private = {entry.title for entry in library.story.entries if entry.keep_private}
    titles = {entry.id: entry.title for entry in vault.read.all(Entry)}
    packs = vault.read.all(Pack)
    assert packs
    for pack in packs:
        for item in pack.items:
            assert not set(item.fields) & set(MORE[item.kind])
            if item.kind is Kind.ENTRY:
                assert titles[item.id] not in private
