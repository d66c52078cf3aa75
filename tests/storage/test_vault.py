from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.changes import Changes, Op
from app.clock import FixedClock
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.records import RatingError
from app.security import keyfile, twins
from app.storage.connection import open_database
from app.storage.errors import (
    CopyFailedError,
    ReadOnlyError,
    VaultInUseError,
    VaultTooNewError,
)
from app.unlocking import approach
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, new_keys, new_vault, reopened

State: TypeAlias = list[Entry]


def _add(vault: Vault, title: str) -> Entry:
    with vault.transact(Op.ADD_ENTRY) as write:
        return write.put(Entry(title=title))


def test_what_was_written_is_there_after_locking(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    vault = new_vault(folder)
    entry = _add(vault, "Kept")
    vault.close()
    again = reopened(folder)
    assert again.read.all(Entry) == [entry]
    assert again.name == "a"
    again.close()


def test_listeners_hear_after_the_commit_and_not_of_a_roll_back(vault: Vault) -> None:
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    entry = _add(vault, "x")
    assert heard == [Changes(Op.ADD_ENTRY, frozenset({(Kind.ENTRY, entry.id)}))]
    with pytest.raises(RatingError), vault.transact(Op.ADD_ENTRY) as write:
        write.put(Entry(title="y"))
        write.put(Entry(energy=9))
    assert len(heard) == 1
    assert vault.read.all(Entry) == [entry]
    vault.unsubscribe(heard.append)
    _add(vault, "z")
    assert len(heard) == 1


def test_an_operation_that_changes_nothing_is_no_step(vault: Vault) -> None:
    entry = _add(vault, "x")
    with vault.transact(Op.WRITE_ENTRY) as write:
        write.put(entry)
    assert vault.can_undo() is Op.ADD_ENTRY


def test_undo_says_what_it_took_back(vault: Vault) -> None:
    heard: list[Changes] = []
    entry = _add(vault, "x")
    vault.subscribe(heard.append)
    assert vault.undo() is Op.ADD_ENTRY
    assert heard == [Changes(Op.UNDO, frozenset({(Kind.ENTRY, entry.id)}), cause=Op.ADD_ENTRY)]
    assert vault.can_undo() is None
    assert vault.can_redo() is Op.ADD_ENTRY
    assert vault.redo() is Op.ADD_ENTRY
    assert vault.read.all(Entry) == [entry]
    assert vault.redo() is None


def _act_add(vault: Vault, number: int) -> None:
    _add(vault, f"entry {number}")


def _act_write(vault: Vault, number: int) -> None:
    for entry in vault.read.all(Entry)[:1]:
        with vault.transact(Op.WRITE_ENTRY) as write:
            write.put(replace(entry, body=entry.body + f" {number}"))
        vault.seal()


def _act_delete(vault: Vault, number: int) -> None:
    entries = vault.read.all(Entry)
    if entries:
        with vault.transact(Op.DELETE_ENTRY) as write:
            write.delete(entries[number % len(entries)])


ACTS: tuple[Callable[[Vault, int], None], ...] = (_act_add, _act_write, _act_delete)


def _state(vault: Vault) -> State:
    return vault.read.all(Entry) + vault.read.deleted(Entry)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(ACTS), min_size=1, max_size=20))
def test_undo_all_and_redo_all_return_every_past_state(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Callable[[Vault, int], None]]
) -> None:
    vault = new_vault(tmp_path_factory.mktemp("v") / "a.greenroom")
    states = [_state(vault)]
    for number, act in enumerate(acts):
        act(vault, number)
        if _state(vault) != states[-1]:
            states.append(_state(vault))
    for past in reversed(states[:-1]):
        vault.undo()
        assert _state(vault) == past
    assert vault.undo() is None
    for later in states[1:]:
        vault.redo()
        assert _state(vault) == later
    vault.close()


def test_drafts_and_preferences_are_kept_and_are_no_steps(vault: Vault) -> None:
    vault.keep_draft("check-in", "half a thought")
    vault.prefer("owner_name", "Inês")
    assert vault.read.draft("check-in") == "half a thought"
    assert vault.read.preference("owner_name") == "Inês"
    assert vault.read.preference("unknown", "default") == "default"
    assert vault.can_undo() is None
    vault.keep_draft("check-in", None)
    assert vault.read.draft("check-in") is None


def test_a_vault_can_be_open_once(vault: Vault) -> None:
    with pytest.raises(VaultInUseError):
        Vault(approach(vault.folder).unlock(PASSPHRASE), FixedClock(NOON))


def test_locking_wipes_the_key(tmp_path: Path) -> None:
    keys = new_keys(tmp_path / "a.greenroom")
    vault = Vault(keys, FixedClock(NOON))
    vault.close()
    assert keys.data_key.is_wiped


def test_a_newer_vault_is_refused_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    vault = new_vault(folder)
    vault.close()
    keys = approach(folder).unlock(PASSPHRASE)
    connection = open_database(folder / "vault.db", keys.database_key())
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultTooNewError):
        Vault(keys, FixedClock(NOON))
    assert (folder / "vault.db").read_bytes() == before


def test_a_key_file_older_than_before_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    keys = new_keys(folder)
    old = keys.key_file
    keys.key_file = keyfile.with_passphrase(old, keys.data_key, "another one of these")
    twins.save(folder, keys.key_file)
    Vault(keys, FixedClock(NOON)).close()
    twins.save(folder, old)
    vault = reopened(folder)
    assert vault.keys_rolled_back
    vault.close()


def test_a_vault_knows_which_keys_it_belongs_to(vault: Vault) -> None:
    reading = approach(vault.folder).reading
    assert vault.read.meta("vault") == reading.best.vault_id.hex()
    assert not vault.keys_rolled_back
    assert vault.verify()


def test_where_nothing_can_be_saved_it_opens_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a.greenroom"
    vault = new_vault(folder)
    entry = _add(vault, "x")
    vault.close()
    monkeypatch.setattr("app.storage.connection.os.access", lambda *_: False)
    again = reopened(folder)
    assert again.read_only
    assert again.read.all(Entry) == [entry]
    with pytest.raises(ReadOnlyError):
        _add(again, "y")
    assert again.read.find(Entry, Id("y")) is None
    again.close()


def test_a_vault_whose_first_opening_was_cut_off_still_gets_its_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a.greenroom"

    def cut_off(_: Vault) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Vault, "_note_generation", cut_off)
    with pytest.raises(KeyboardInterrupt):
        new_vault(folder)
    monkeypatch.undo()
    vault = reopened(folder)
    install = vault.read.meta("install")
    assert install
    assert vault.read.meta("vault") == vault.id.hex()
    vault.close()
    again = reopened(folder)
    assert again.read.meta("install") == install
    again.close()


def test_a_vault_that_would_have_to_be_migrated_is_refused_where_nothing_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = new_keys(tmp_path / "a.greenroom")
    monkeypatch.setattr("app.storage.connection.os.access", lambda *_: False)
    with pytest.raises(ReadOnlyError):
        Vault(keys, FixedClock(NOON))


def test_a_copy_that_has_no_place_stops_a_migration(vault: Vault) -> None:
    (vault.folder / "backups").write_text("in the way")
    with pytest.raises(CopyFailedError):
        vault._copy_before(1)


def test_locking_wipes_the_key_even_where_closing_fails(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError("gone")

    monkeypatch.setattr(vault._connection, "close", fail)
    with pytest.raises(OSError, match="gone"):
        vault.close()
    assert vault._keys.data_key.is_wiped
    monkeypatch.undo()


def test_an_undo_that_could_not_be_saved_can_be_done_again(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = _add(vault, "x")
    monkeypatch.setattr(vault._connection, "read_only", True)
    with pytest.raises(ReadOnlyError):
        vault.undo()
    assert vault.can_undo() is Op.ADD_ENTRY
    monkeypatch.undo()
    assert vault.undo() is Op.ADD_ENTRY
    assert vault.redo() is Op.ADD_ENTRY
    assert vault.read.all(Entry) == [entry]


def test_a_listener_that_writes_becomes_a_step_of_its_own(vault: Vault) -> None:
    def mark(changes: Changes) -> None:
        if changes.op is Op.ADD_ENTRY:
            with vault.transact(Op.WRITE_ENTRY) as write:
                for _, record_id in changes.touched:
                    write.put(replace(write.get(Entry, record_id), pinned=True))

    vault.subscribe(mark)
    entry = _add(vault, "x")
    assert vault.read.get(Entry, entry.id).pinned
    assert vault.undo() is Op.WRITE_ENTRY
    assert not vault.read.get(Entry, entry.id).pinned
    assert vault.undo() is Op.ADD_ENTRY
    assert vault.read.all(Entry) == []
