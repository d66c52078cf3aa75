"""From a folder and a secret to the keys of a vault: the slow half of opening, free of threads.

What is here may run on any thread; `Vault(keys, clock)` then opens the database on the thread
that will use it.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.clock import Moment
from app.errors import VaultError
from app.security import keyfile, twins
from app.security.errors import KeysOfAnotherVaultError
from app.security.kdf import Argon2Params
from app.security.keyfile import KeyFile
from app.security.recovery import RecoveryKey
from app.security.secrets import DataKey
from app.security.twins import KEY_FILE, TwinReading
from app.security.wiping import wiped
from app.storage.connection import PAGE_BYTES, create_database, file_salt
from app.storage.errors import VaultDamagedError, VaultMissingError, VaultUnreadableError

DATABASE: Final = "vault.db"
SUFFIX: Final = ".greenroom"
BACKUPS: Final = "backups"

_OWN: Final = (
    *(f"{DATABASE}{end}" for end in ("", "-wal", "-shm", "-journal")),
    *(f"{name}{end}" for name in twins.BOTH for end in ("", ".new")),
)
_OWN_COPIES: Final = "schema-*.db*"


class FolderTakenError(VaultError):
    """A vault would be created where something already is."""

    message = "There is already something at this place. Nothing was changed. Choose another name."


class FolderRefusedError(VaultError):
    """The folder for a new vault cannot be made."""

    message = "The vault could not be made there. Nothing was changed. Choose another folder."


@dataclass(slots=True)
class Keys:
    """What opens one vault; wiped when the vault is locked."""

    folder: Path
    key_file: KeyFile
    data_key: DataKey
    key_file_was_mended: bool = False

    @property
    def vault_id(self) -> bytes:
        """The vault's random id, 16 bytes."""
        return self.key_file.vault_id

    @property
    def generation(self) -> int:
        """How often its secrets were changed."""
        return self.key_file.generation

    def database_key(self) -> bytearray:
        """The raw key of the database, for the caller to wipe."""
        return self.data_key.sqlcipher_key(self.key_file.vault_id, self.key_file.database_salt)

    @property
    def passphrase_set(self) -> int | None:
        """When the passphrase was last changed, in milliseconds since 1970, UTC."""
        made = (slot.created for slot in self.key_file.slots if slot.kind == "passphrase")
        return next(made, None)

    def new_install_id(self) -> str:
        """A random id for the copy of Greenroom that writes into this vault."""
        return secrets.token_hex(16)

    def wipe(self) -> None:
        """Overwrite the data key."""
        self.data_key.wipe()


@dataclass(frozen=True, slots=True)
class Door:
    """A vault whose outside was looked at: it can be asked for its secret."""

    folder: Path
    reading: TwinReading

    @property
    def key_file_was_damaged(self) -> bool:
        """Whether one of the two key files was damaged; unlocking puts it back."""
        return self.reading.was_damaged

    def unlock(self, passphrase: str) -> Keys:
        """The keys, by passphrase (slow); raises WrongPassphraseError and others."""
        reading = self._read_again()
        return self._opened(reading, *reading.unlock_with_passphrase(passphrase))

    def unlock_by_recovery(self, typed: str) -> Keys:
        """The keys, by recovery key; raises RecoveryKeyMistypedError and others."""
        key = RecoveryKey.parse(typed)
        try:
            reading = self._read_again()
            return self._opened(reading, *reading.unlock_with_recovery(key))
        finally:
            key.wipe()

    def _read_again(self) -> TwinReading:
        """The key files as they are now: a secret may have been changed since the first look."""
        reading = twins.load_twins(self.folder)
        if reading.best.vault_id != self.reading.best.vault_id:
            raise KeysOfAnotherVaultError
        return reading

    def _opened(self, reading: TwinReading, proven: KeyFile, data_key: DataKey) -> Keys:
        # A read-only folder opens for reading with one good key file.
        with suppress(OSError, VaultError):
            # Keys that were changed while these were derived must not be put back.
            if twins.load_twins(self.folder) == reading:
                twins.heal(self.folder, proven)
        return Keys(self.folder, proven, data_key, key_file_was_mended=reading.was_damaged)


def is_vault(folder: Path) -> bool:
    """Whether a folder looks like a vault; one that cannot be looked into does not."""
    with suppress(OSError):
        return _holds_vault(folder)
    return False


def approach(folder: Path) -> Door:
    """Look at a vault from outside, changing nothing.

    Raises what can be known before a passphrase is asked for: VaultMissingError, the errors of
    damaged, missing or newer key files, KeysOfAnotherVaultError, VaultUnreadableError, and
    VaultDamagedError where the database is cut off.
    """
    database = folder / DATABASE
    try:
        if not _holds_vault(folder):
            raise VaultMissingError
        reading = twins.load_twins(folder)
        if not database.is_file():
            raise VaultMissingError
        # Of a cut-off file the salt says nothing: it would pass for another vault's.
        if database.stat().st_size < PAGE_BYTES:
            raise VaultDamagedError
        reading.best.require_database(file_salt(database))
    except OSError:
        raise VaultUnreadableError from None
    return Door(folder, reading)


def create(
    folder: Path,
    passphrase: str,
    recovery: RecoveryKey,
    now: Moment,
    params: Argon2Params | None = None,
) -> Keys:
    """Make a vault's folder with its key files and an empty database (slow).

    Raises FolderTakenError or FolderRefusedError; a half-made vault is removed again.
    """
    made = keyfile.create(passphrase, recovery, params=params, created=now.at)
    keys = Keys(folder, *made)
    try:
        _furnish(folder, keys)
    except BaseException:
        keys.wipe()
        raise
    return keys


def set_passphrase(keys: Keys, passphrase: str, now: Moment) -> None:
    """Open the vault by another passphrase from now on (slow); the old one stops working."""
    changed = keyfile.with_passphrase(keys.key_file, keys.data_key, passphrase, created=now.at)
    twins.save(keys.folder, changed)
    keys.key_file = changed


def change_passphrase(
    folder: Path, vault_id: bytes, current: str, passphrase: str, now: Moment
) -> KeyFile:
    """Replace the passphrase of a vault that is open (slow); returns the keys now in force.

    It works on a data key of its own, so the vault may be locked meanwhile. It stays away from
    the database: closing a second handle on it would let go of the lock of the first (POSIX).
    Raises WrongPassphraseError, KeysOfAnotherVaultError, KeyFileNotSavedError and others.
    """
    reading = twins.load_twins(folder)
    if reading.best.vault_id != vault_id:
        raise KeysOfAnotherVaultError
    keys = Keys(folder, *reading.unlock_with_passphrase(current))
    try:
        set_passphrase(keys, passphrase, now)
    finally:
        keys.wipe()
    return keys.key_file


def remove(folder: Path) -> None:
    """Delete the files of a vault, and its folder where nothing else is in it.

    Only files that a vault has itself are touched, and no link is followed. What cannot be
    deleted stays.
    """
    with suppress(OSError):
        if folder.is_symlink():
            return
        copies = folder / BACKUPS
        own = [] if copies.is_symlink() else list(copies.glob(_OWN_COPIES))
        for path in (*own, *(folder / name for name in _OWN)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for emptied in (copies, folder):
            with suppress(OSError):
                emptied.rmdir()


def _holds_vault(folder: Path) -> bool:
    return (folder / DATABASE).exists() or (folder / KEY_FILE).exists()


def _furnish(folder: Path, keys: Keys) -> None:
    """Make the folder with its database and key files; what is half made is removed again."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        raise FolderTakenError from None
    except OSError:
        raise FolderRefusedError from None
    try:
        with wiped(keys.database_key()) as key:
            create_database(folder / DATABASE, key).close()
        twins.save(folder, keys.key_file)
    except BaseException:
        remove(folder)
        raise
