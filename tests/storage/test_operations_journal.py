from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.clock import Moment
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.errors import NotFoundError
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.vaults import NOON


def test_a_draft_keeps_everything_an_editor_holds(vault: Vault) -> None:
    draft = EntryDraft(
        title="T",
        body="B",
        tags=("a", "b"),
        energy=2,
        confidence=4,
        bring=True,
        pinned=True,
        template="blank-page",
    )
    entry = journal.add(vault, draft)
    assert EntryDraft.of(entry) == draft
    assert entry.written == NOON


def test_an_entry_can_be_dated_earlier(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="x"))
    moved = journal.move_to(vault, entry.id, Moment(NOON.at - 86_400_000, NOON.offset))
    assert moved.day == NOON.day - timedelta(days=1)


def test_linking_twice_is_linking_once(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="x"))
    goal = goals.add_goal(vault, Goal(title="g"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    assert len(vault.read.all(Evidence, entry=entry.id)) == 1
    journal.unlink(vault, entry.id, goal.id)
    assert vault.read.all(Evidence) == []


def test_nothing_is_linked_to_an_entry_that_is_gone(vault: Vault) -> None:
    with pytest.raises(NotFoundError):
        journal.link(vault, Id("nowhere"), Kind.GOAL, Id("g"))
    assert vault.read.all(Evidence) == []


def test_an_entry_goes_to_the_trash_with_its_links_and_comes_back_with_them(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="x"))
    goal = goals.add_goal(vault, Goal(title="g"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.delete(vault, entry.id)
    assert vault.read.all(Entry) == []
    assert vault.read.all(Evidence) == []
    journal.restore(vault, entry.id)
    assert [e.id for e in vault.read.all(Entry)] == [entry.id]
    assert len(vault.read.all(Evidence, entry=entry.id, target=goal.id)) == 1


def test_a_link_cut_before_the_entry_was_deleted_stays_cut(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="x"))
    goal = goals.add_goal(vault, Goal(title="g"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    journal.unlink(vault, entry.id, goal.id)
    vault.clock.advance(1000)  # type: ignore[attr-defined] # the fixture's clock is fixed
    journal.delete(vault, entry.id)
    journal.restore(vault, entry.id)
    assert vault.read.all(Evidence) == []


def test_a_run_of_typing_is_one_step_back(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="a"))
    for body in ("ab", "abc", "abcd"):
        journal.write(vault, entry.id, EntryDraft(body=body))
    vault.undo()
    assert vault.read.get(Entry, entry.id).body == "a"


def test_a_draft_takes_in_what_was_changed_elsewhere_and_not_in_it() -> None:
    base = EntryDraft(title="Sana", body="Old.", tags=("a", "b", "c"), energy=2)
    mine = replace(base, body="Typed.", tags=("a", "c", "d"), energy=None)
    theirs = replace(base, title="Sana ran it", tags=("A2", "b", "c"), energy=5, pinned=True)
    assert mine.merged(base, theirs) == EntryDraft(
        title="Sana ran it", body="Typed.", tags=("A2", "c", "d"), energy=None, pinned=True
    )
    assert mine.merged(base, base) == replace(mine, tags=("a", "c", "d"))
    assert base.merged(base, theirs) == theirs
