"""Changing the passphrase of a vault that is open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.entries import Entry
from app.operations import journal
from app.operations.journal import EntryDraft
from app.security.errors import KeysOfAnotherVaultError, WrongPassphraseError
from app.storage.errors import VaultInUseError
from app.unlocking import approach, change_passphrase
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, new_keys

NEW = "velvet harbour mitten glacier"
OPEN = """
import sys
from pathlib import Path
from app.clock import SystemClock
from app.storage.errors import VaultInUseError
from app.unlocking import approach
from app.vault import Vault
try:
    Vault(approach(Path(sys.argv[1])).unlock(sys.argv[2]), SystemClock())
except VaultInUseError:
    print("in use")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ines.greenroom"


def test_only_the_new_passphrase_opens_the_same_data_key(folder: Path) -> None:
    keys = new_keys(folder)
    data_key = bytes(keys.data_key.secret)
    vault = Vault(keys, FixedClock(NOON))
    entry = journal.add(vault, EntryDraft(body="Written before."))
    before = (vault.id, (folder / "vault.db").read_bytes()[:16])

    changed = change_passphrase(folder, vault.id, PASSPHRASE, NEW, NOON)
    vault.renew_keys(changed)

    assert vault.passphrase_set == NOON.at
    vault.close()
    door = approach(folder)
    with pytest.raises(WrongPassphraseError):
        door.unlock(PASSPHRASE)
    opened = door.unlock(NEW)
    assert bytes(opened.data_key.secret) == data_key
    again = Vault(opened, FixedClock(NOON))
    assert again.read.get(Entry, entry.id).body == "Written before."
    assert (again.id, (folder / "vault.db").read_bytes()[:16]) == before
    assert not again.keys_rolled_back
    again.close()


def test_the_vault_notices_an_older_key_file_afterwards(folder: Path) -> None:
    vault = Vault(new_keys(folder), FixedClock(NOON))
    old = (folder / "keys.json").read_bytes()
    vault.renew_keys(change_passphrase(folder, vault.id, PASSPHRASE, NEW, NOON))
    vault.close()
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes(old)

    restored = Vault(approach(folder).unlock(PASSPHRASE), FixedClock(NOON))

    assert restored.keys_rolled_back
    restored.close()


def test_a_wrong_current_passphrase_changes_nothing(folder: Path) -> None:
    vault = Vault(new_keys(folder), FixedClock(NOON))
    before = (folder / "keys.json").read_bytes()

    with pytest.raises(WrongPassphraseError):
        change_passphrase(folder, vault.id, "not it at all", NEW, NOON)

    assert (folder / "keys.json").read_bytes() == before
    vault.close()


def test_key_files_that_were_exchanged_meanwhile_are_left_alone(
    folder: Path, tmp_path: Path
) -> None:
    vault = Vault(new_keys(folder), FixedClock(NOON))
    other = tmp_path / "other.greenroom"
    new_keys(other).wipe()
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes((other / name).read_bytes())

    with pytest.raises(KeysOfAnotherVaultError):
        change_passphrase(folder, vault.id, PASSPHRASE, NEW, NOON)
    vault.close()


def test_the_open_vault_stays_locked_against_other_programs(folder: Path) -> None:
    vault = Vault(new_keys(folder), FixedClock(NOON))
    change_passphrase(folder, vault.id, PASSPHRASE, NEW, NOON)

    command = [sys.executable, "-c", OPEN, str(folder), NEW]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)

    # Looking at the database from outside with `approach` would have let go of the lock here.
    assert answer.stdout == "in use\n"
    with pytest.raises(VaultInUseError):
        Vault(approach(folder).unlock(NEW), FixedClock(NOON))
    vault.close()
