from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.security.errors import (
    BothKeyFilesDamagedError,
    KeyFileMissingError,
    KeysOfAnotherVaultError,
    RecoveryKeyMistypedError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.security.keyfile import KeyFile
from app.security.recovery import RecoveryKey
from app.security.secrets import DataKey
from app.security.twins import TwinReading
from app.storage.errors import VaultMissingError, VaultUnreadableError
from app.unlocking import (
    DATABASE,
    FolderRefusedError,
    FolderTakenError,
    approach,
    create,
    is_vault,
    remove,
    set_passphrase,
)
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, cheap, new_keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a.greenroom"


def test_a_new_vault_is_two_key_files_and_a_database_for_its_owner_alone(folder: Path) -> None:
    new_keys(folder).wipe()
    assert sorted(p.name for p in folder.iterdir()) == ["keys.bak.json", "keys.json", DATABASE]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in folder.iterdir()} == {0o600}
    assert is_vault(folder)


def test_the_passphrase_and_the_recovery_key_open_the_same_vault(folder: Path) -> None:
    recovery = RecoveryKey.generate()
    made = create(folder, PASSPHRASE, recovery, NOON, cheap())
    by_passphrase = approach(folder).unlock(PASSPHRASE)
    by_recovery = approach(folder).unlock_by_recovery(recovery.text.lower())
    assert made.data_key.secret == by_passphrase.data_key.secret == by_recovery.data_key.secret


def test_wrong_secrets_are_told_apart(folder: Path) -> None:
    new_keys(folder)
    door = approach(folder)
    with pytest.raises(WrongPassphraseError):
        door.unlock("not this one")
    with pytest.raises(WrongRecoveryKeyError):
        door.unlock_by_recovery(RecoveryKey.generate().text)
    with pytest.raises(RecoveryKeyMistypedError):
        door.unlock_by_recovery("7KQ4")


def test_a_damaged_key_file_is_put_back_from_its_copy(folder: Path) -> None:
    new_keys(folder)
    good = (folder / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(good[:-10])
    door = approach(folder)
    assert door.key_file_was_damaged
    keys = door.unlock(PASSPHRASE)
    assert keys.key_file_was_mended
    assert (folder / "keys.json").read_bytes() == good
    assert not approach(folder).key_file_was_damaged


def test_two_damaged_key_files_are_said_before_a_passphrase_is_asked_for(folder: Path) -> None:
    new_keys(folder)
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes(b"{}")
    with pytest.raises(BothKeyFilesDamagedError):
        approach(folder)


def test_what_is_missing_is_named(folder: Path) -> None:
    with pytest.raises(VaultMissingError):
        approach(folder)
    new_keys(folder)
    (folder / DATABASE).rename(folder / "elsewhere")
    with pytest.raises(VaultMissingError):
        approach(folder)
    (folder / "elsewhere").rename(folder / DATABASE)
    (folder / "keys.json").unlink()
    (folder / "keys.bak.json").unlink()
    with pytest.raises(KeyFileMissingError):
        approach(folder)


def test_keys_of_another_vault_are_said_before_a_passphrase_is_asked_for(
    folder: Path, tmp_path: Path
) -> None:
    new_keys(folder)
    new_keys(tmp_path / "b.greenroom")
    (folder / DATABASE).write_bytes((tmp_path / "b.greenroom" / DATABASE).read_bytes())
    with pytest.raises(KeysOfAnotherVaultError):
        approach(folder)


def test_another_passphrase_opens_and_the_old_one_does_not(folder: Path) -> None:
    keys = new_keys(folder)
    set_passphrase(keys, "harbour thimble oat ridge", NOON)
    with pytest.raises(WrongPassphraseError):
        approach(folder).unlock(PASSPHRASE)
    again = approach(folder).unlock("harbour thimble oat ridge")
    assert again.data_key.secret == keys.data_key.secret
    Vault(again, FixedClock(NOON)).close()


def test_nothing_is_created_over_anything(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(FolderTakenError):
        new_keys(folder)
    assert [p.name for p in folder.iterdir()] == ["letter.txt"]
    with pytest.raises(FolderRefusedError):
        new_keys(tmp_path / "no" / "such" / "a.greenroom")


def test_a_vault_that_could_not_be_finished_is_taken_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("app.unlocking.twins.save", fail)
    with pytest.raises(OSError, match="disk full"):
        new_keys(folder)
    assert not folder.exists()


def test_removing_leaves_nothing(folder: Path) -> None:
    new_keys(folder)
    (folder / "backups").mkdir()
    (folder / "backups" / "schema-1-1779271200000.db").write_bytes(b"x")
    remove(folder)
    assert not folder.exists()


def test_removing_follows_no_link(folder: Path, tmp_path: Path) -> None:
    new_keys(folder)
    (tmp_path / "link.greenroom").symlink_to(folder)
    remove(tmp_path / "link.greenroom")
    assert is_vault(folder)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "schema-1-1779271200000.db").write_bytes(b"x")
    (folder / "backups").symlink_to(elsewhere)
    remove(folder)
    assert [p.name for p in elsewhere.iterdir()] == ["schema-1-1779271200000.db"]


def test_removing_leaves_what_is_not_the_vaults(folder: Path) -> None:
    new_keys(folder)
    theirs = (folder / "photos" / "keys.json", folder / "backups" / "letter.txt", folder / "a.pdf")
    for path in theirs:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    remove(folder)
    assert sorted(p for p in folder.rglob("*") if p.is_file()) == sorted(theirs)


def test_a_passphrase_changed_behind_the_door_stays_changed(folder: Path) -> None:
    keys = new_keys(folder)
    door = approach(folder)
    set_passphrase(keys, "harbour thimble oat ridge", NOON)
    with pytest.raises(WrongPassphraseError):
        door.unlock(PASSPHRASE)
    door.unlock("harbour thimble oat ridge").wipe()


def test_a_passphrase_changed_while_the_old_one_is_tried_is_not_put_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = new_keys(folder)
    door = approach(folder)
    derive = TwinReading.unlock_with_passphrase

    def overtaken(reading: TwinReading, passphrase: str) -> tuple[KeyFile, DataKey]:
        found = derive(reading, passphrase)
        set_passphrase(keys, "harbour thimble oat ridge", NOON)
        return found

    monkeypatch.setattr(TwinReading, "unlock_with_passphrase", overtaken)
    door.unlock(PASSPHRASE).wipe()
    monkeypatch.undo()
    approach(folder).unlock("harbour thimble oat ridge").wipe()


def test_keys_of_another_vault_put_behind_the_door_are_refused(
    folder: Path, tmp_path: Path
) -> None:
    new_keys(folder)
    door = approach(folder)
    new_keys(tmp_path / "b.greenroom")
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes((tmp_path / "b.greenroom" / name).read_bytes())
    with pytest.raises(KeysOfAnotherVaultError):
        door.unlock(PASSPHRASE)


def test_a_folder_that_cannot_be_looked_into_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_keys(folder)

    def refuse(_: Path) -> bool:
        raise OSError(errno.ENOTCONN, "the disk is gone")

    monkeypatch.setattr(Path, "exists", refuse)
    assert not is_vault(folder)
    with pytest.raises(VaultUnreadableError):
        approach(folder)


def test_keys_of_a_vault_that_was_not_made_are_wiped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = DataKey.generate()
    monkeypatch.setattr(DataKey, "generate", lambda: key)
    folder.mkdir()
    with pytest.raises(FolderTakenError):
        new_keys(folder)
    assert key.is_wiped
