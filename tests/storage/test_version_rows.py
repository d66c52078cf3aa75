"""Past states of an entry: every one that ever stood is rebuilt, whatever happened to it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.clock import FixedClock, Moment
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind
from app.operations import journal, tags, versions
from app.operations.journal import EntryDraft
from app.operations.trash import restore
from app.storage import version_rows
from app.vault import Vault
from tests.vaults import NOON, new_vault

# Whatever can come from a keyboard or a clipboard: emoji, lone surrogates, nulls, nothing.
TEXT = st.text(st.characters(exclude_categories=()), max_size=90) | st.sampled_from(
    ["", "x" * 70, "I waited. " * 12, "\ud83d\ude00 torn \ud83d", "a\x00b" * 30, "é😀待" * 40]
)
TAGS = st.sampled_from(["delegation", "Release", "release", "\ud800x"])
DRAFTS = st.builds(
    EntryDraft,
    title=st.text(max_size=12) | st.just("\udc00"),
    body=TEXT,
    tags=st.lists(TAGS, max_size=3).map(tuple),
    energy=st.none() | st.integers(1, 5),
    confidence=st.none() | st.integers(1, 5),
    bring=st.booleans(),
    template=st.sampled_from(["", "weekly-review"]),
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return new_vault(tmp_path / "ines.greenroom", FixedClock(NOON))


class _Past(RuleBasedStateMachine):
    """Everything that can happen to an entry, with a note of every state it was in."""

    @initialize(draft=DRAFTS)
    def begin(self, draft: EntryDraft) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.vault = new_vault(Path(self.folder.name) / "ines.greenroom", FixedClock(NOON))
        self.id = NO_ID
        self.stood: dict[int, Entry | None] = {}
        self.id = journal.add(self.vault, draft).id

    @property
    def entry(self) -> Entry | None:
        return self.vault.read.find(Entry, self.id)

    def lies_in_trash(self) -> bool:
        return self.entry is not None and self.entry.deleted is not None

    def can_be_written(self) -> bool:
        return self.entry is not None and self.entry.deleted is None

    @precondition(can_be_written)
    @rule(draft=DRAFTS)
    def write(self, draft: EntryDraft) -> None:
        journal.write(self.vault, self.id, draft)

    @precondition(can_be_written)
    @rule(more=TEXT)
    def write_on(self, more: str) -> None:
        assert self.entry is not None
        draft = EntryDraft.of(self.entry)
        journal.write(self.vault, self.id, replace(draft, body=draft.body + more))

    @precondition(can_be_written)
    @rule(days=st.integers(-3, 3))
    def move(self, days: int) -> None:
        journal.move_to(self.vault, self.id, Moment(NOON.at + days * 86_400_000, NOON.offset))

    @precondition(can_be_written)
    @rule()
    def delete(self) -> None:
        journal.delete(self.vault, self.id)

    @precondition(lies_in_trash)
    @rule()
    def restore(self) -> None:
        restore(self.vault, Kind.ENTRY, self.id)

    @precondition(can_be_written)
    @rule(chance=st.integers(0, 99))
    def bring_back(self, chance: int) -> None:
        known = [seq for seq, entry in self.stood.items() if entry is not None]
        versions.bring_back(self.vault, self.id, known[chance % len(known)])

    @rule(old=TAGS, new=TAGS | st.none())
    def retag(self, old: str, new: str | None) -> None:
        if new is None:
            tags.remove(self.vault, old)
        else:
            tags.rename(self.vault, [old], new)

    @rule()
    def undo(self) -> None:
        self.vault.undo()

    @rule()
    def redo(self) -> None:
        self.vault.redo()

    @rule()
    def pause(self) -> None:
        self.vault.seal()

    @invariant()
    def every_past_state_is_returned(self) -> None:
        newest = self.vault.read.rows("SELECT max(txn) FROM change WHERE id = ?", (self.id,))
        if not self.id or newest[0][0] is None:
            return
        self.stood[newest[0][0]] = self.entry
        found = {s.seq: s.entry for s in version_rows.states(self.vault.read, self.id)}
        assert _unstamped(found) == _unstamped(self.stood)
        for seq, entry in self.stood.items():
            state = version_rows.state(self.vault.read, self.id, seq)
            assert state is not None
            assert _unstamped({seq: state.entry}) == _unstamped({seq: entry})

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            self.folder.cleanup()


def _unstamped(entries: dict[int, Entry | None]) -> dict[int, Entry | None]:
    """Entries without the time of their last change, which the log does not keep."""
    return {seq: e and replace(e, modified=0) for seq, e in entries.items()}


TestEveryPastState = _Past.TestCase
TestEveryPastState.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_the_log_is_read_on_where_it_is_longer_than_one_batch(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_rows, "_BATCH", 3)
    entry = journal.add(vault, EntryDraft(body="1"))
    for length in range(2, 12):
        journal.write(vault, entry.id, EntryDraft(body="1" * length, title=f"{length}"))
    found = [s.entry.body for s in version_rows.states(vault.read, entry.id) if s.entry]
    assert found == ["1" * length for length in range(11, 0, -1)]
    vault.close()


def test_an_entry_that_never_was_has_no_past(vault: Vault) -> None:
    assert list(version_rows.states(vault.read, Id("nobody"))) == []
    assert version_rows.state(vault.read, Id("nobody"), 9) is None
    vault.close()


def test_what_was_logged_before_a_column_was_there_is_filled_in(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(body="A page.", pinned=True))
    vault.undo()
    connection = vault._connection
    connection.execute("UPDATE change SET old = json_remove(old, '$.pinned') WHERE old NOT NULL")
    before = [s.entry for s in version_rows.states(vault.read, entry.id)][-1]
    assert before is not None
    assert (before.body, before.pinned) == ("A page.", False)
    vault.close()
