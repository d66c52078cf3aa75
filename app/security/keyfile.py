"""The key file: which secrets open a vault, and how.

It wraps one data key in a slot for each secret, so changing a passphrase writes a new key file
and never touches the database. Two things guard it. The checksum tells damage apart from a wrong
passphrase before anything is derived; the MAC, keyed by the data key, shows after unwrapping
that nobody altered what the slots do not cover.

Whatever loads OpenSSL is imported inside the functions that use it, here and in `kdf` and `slots`,
so that importing this module costs next to nothing when Greenroom starts.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.security import canonical, slots
from app.security.canonical import Fields
from app.security.errors import (
    KeyFileDamagedError,
    KeysOfAnotherVaultError,
    NewerVaultError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.security.kdf import SALT_BYTES, Argon2Params, derive, derive_new
from app.security.secrets import DataKey, Purpose
from app.security.slots import FORMAT, LAST_MOMENT, RecoveryParams, Slot
from app.security.wiping import wiped

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.security.recovery import RecoveryKey

READER: Final = 1
"""The newest key file this Greenroom reads; a newer file says so in `min_reader`."""

VAULT_ID_BYTES: Final = 16
MAC_BYTES: Final = 32
MOST_BYTES: Final = 64 * 1024
MOST_SLOTS: Final = 8
CIPHER_COMPATIBILITY: Final = 4
PAGE_BYTES: Final = 4096

_NAMES: Final = ("format", "min_reader", "vault_id", "generation", "db", "slots", "sha256", "mac")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A whole key file; `generation` grows by one with every change of a secret."""

    vault_id: bytes
    database_salt: bytes
    slots: tuple[Slot, ...]
    generation: int = 1
    mac: bytes = field(default=bytes(MAC_BYTES))

    def __post_init__(self) -> None:
        lengths = (len(self.vault_id), len(self.database_salt), len(self.mac))
        if lengths != (VAULT_ID_BYTES, SALT_BYTES, MAC_BYTES):
            raise KeyFileDamagedError
        ids = {slot.id for slot in self.slots}
        if not 1 <= len(self.slots) <= MOST_SLOTS or len(ids) != len(self.slots):
            raise KeyFileDamagedError

    def serialise(self) -> bytes:
        """The bytes of the file."""
        record = self._covered() | {"mac": self.mac.hex()}
        return canonical.dump(record | {"sha256": _checksum(record)})

    def sealed(self, data_key: DataKey) -> KeyFile:
        """The same with its MAC made anew."""
        return replace(self, mac=self._mac(data_key))

    def is_authentic(self, data_key: DataKey) -> bool:
        """Whether it is as the holder of the data key left it."""
        from hmac import compare_digest  # noqa: PLC0415 (loads OpenSSL)

        return compare_digest(self.mac, self._mac(data_key))

    def require_database(self, head: bytes) -> None:
        """Raise KeysOfAnotherVaultError unless the first bytes of a database fit these keys."""
        if head[:SALT_BYTES] != self.database_salt:
            raise KeysOfAnotherVaultError

    def _covered(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "min_reader": READER,
            "vault_id": self.vault_id.hex(),
            "generation": self.generation,
            "db": {
                "compatibility": CIPHER_COMPATIBILITY,
                "page": PAGE_BYTES,
                "salt": self.database_salt.hex(),
            },
            "slots": [slot.record() for slot in self.slots],
        }

    def _mac(self, data_key: DataKey) -> bytes:
        from hmac import digest  # noqa: PLC0415 (loads OpenSSL)

        with wiped(data_key.subkey(self.vault_id, Purpose.HEADER_MAC)) as key:
            return digest(key, canonical.dump(self._covered()), "sha256")


def parse(data: bytes) -> KeyFile:
    """Read a key file strictly: only bytes that `serialise` could have written pass.

    Raises KeyFileDamagedError, NewerVaultError or KeyParametersError, and nothing else.
    """
    if len(data) > MOST_BYTES:
        raise KeyFileDamagedError
    record = canonical.load(data)
    checked = dict(record)
    # The checksum comes first: whatever is odd in a file that passes it was meant.
    if checked.pop("sha256", None) != _checksum(checked):
        raise KeyFileDamagedError
    _refuse_newer(record)
    fields = Fields(record, _NAMES)
    fields.expect("format", FORMAT)
    fields.expect("min_reader", READER)
    listed = fields.items("slots")
    if len(listed) > MOST_SLOTS:
        raise KeyFileDamagedError
    return KeyFile(
        vault_id=fields.octets("vault_id", VAULT_ID_BYTES),
        database_salt=_database_salt(fields.value("db")),
        slots=tuple(slots.read(slot) for slot in listed),
        generation=fields.integer_from("generation", 1, LAST_MOMENT),
        mac=fields.octets("mac", MAC_BYTES),
    )


def create(
    passphrase: str,
    recovery: RecoveryKey,
    *,
    params: Argon2Params | None = None,
    created: int | None = None,
) -> tuple[KeyFile, DataKey]:
    """The first key file of a new vault, and its data key for the caller to wipe.

    `params` sets the cost (its salt is replaced); without it the usual cost is taken, or less
    memory where that is not free. `created` is in milliseconds since 1970, UTC. The passphrase
    is not judged here: that is `passphrase.require_strong`, which knows the person's own words.
    """
    vault_id = os.urandom(VAULT_ID_BYTES)
    data_key = DataKey.generate()
    ways_in = (
        _passphrase_slot(data_key, vault_id, passphrase, params, created),
        _recovery_slot(data_key, vault_id, recovery, created),
    )
    keyfile = KeyFile(vault_id, os.urandom(SALT_BYTES), ways_in)
    return keyfile.sealed(data_key), data_key


def unlock_with_passphrase(keyfile: KeyFile, passphrase: str) -> DataKey:
    """The data key, for the caller to wipe.

    Raises WrongPassphraseError; KeyFileDamagedError where the passphrase is right and the rest
    of the file was altered; NotEnoughMemoryError.
    """

    def wrapping_key(slot: Slot) -> bytearray | None:
        return derive(passphrase, slot.params) if isinstance(slot.params, Argon2Params) else None

    data_key = _unseal(keyfile, wrapping_key)
    if data_key is None:
        raise WrongPassphraseError
    return _authentic(keyfile, data_key)


def unlock_with_recovery(keyfile: KeyFile, recovery: RecoveryKey) -> DataKey:
    """The data key, for the caller to wipe.

    Raises WrongRecoveryKeyError, or KeyFileDamagedError as `unlock_with_passphrase` does.
    """

    def wrapping_key(slot: Slot) -> bytearray | None:
        params = slot.params
        return params.derive(recovery) if isinstance(params, RecoveryParams) else None

    data_key = _unseal(keyfile, wrapping_key)
    if data_key is None:
        raise WrongRecoveryKeyError
    return _authentic(keyfile, data_key)


def with_passphrase(
    keyfile: KeyFile,
    data_key: DataKey,
    new_passphrase: str,
    *,
    params: Argon2Params | None = None,
    created: int | None = None,
) -> KeyFile:
    """The next generation, opened by a new passphrase instead of the old one."""
    slot = _passphrase_slot(data_key, keyfile.vault_id, new_passphrase, params, created)
    return _with_slot(keyfile, data_key, slot)


def with_recovery(
    keyfile: KeyFile, data_key: DataKey, recovery: RecoveryKey, *, created: int | None = None
) -> KeyFile:
    """The next generation, opened by a new recovery key instead of the old one."""
    slot = _recovery_slot(data_key, keyfile.vault_id, recovery, created)
    return _with_slot(keyfile, data_key, slot)


def _passphrase_slot(
    data_key: DataKey,
    vault_id: bytes,
    passphrase: str,
    params: Argon2Params | None,
    created: int | None,
) -> Slot:
    key, used = derive_new(passphrase, params)
    with wiped(key):
        return slots.seal(data_key, key, vault_id, used, created)


def _recovery_slot(
    data_key: DataKey, vault_id: bytes, recovery: RecoveryKey, created: int | None
) -> Slot:
    params = RecoveryParams.fresh()
    with wiped(params.derive(recovery)) as key:
        return slots.seal(data_key, key, vault_id, params, created)


def _with_slot(keyfile: KeyFile, data_key: DataKey, slot: Slot) -> KeyFile:
    if not keyfile.is_authentic(data_key):
        # Its slots would wrap two different data keys, and one of the secrets would open nothing.
        raise KeyFileDamagedError
    others = tuple(other for other in keyfile.slots if other.kind != slot.kind)
    changed = replace(keyfile, slots=(*others, slot), generation=keyfile.generation + 1)
    return changed.sealed(data_key)


def _unseal(keyfile: KeyFile, wrapping_key: Callable[[Slot], bytearray | None]) -> DataKey | None:
    for slot in keyfile.slots:
        key = wrapping_key(slot)
        if key is None:
            continue
        with wiped(key):
            data_key = slots.unseal(slot, key, keyfile.vault_id)
        if data_key is not None:
            return data_key
    return None


def _authentic(keyfile: KeyFile, data_key: DataKey) -> DataKey:
    if keyfile.is_authentic(data_key):
        return data_key
    data_key.wipe()
    raise KeyFileDamagedError


def _checksum(record: dict[str, object]) -> str:
    from hashlib import sha256  # noqa: PLC0415 (loads OpenSSL)

    return sha256(canonical.dump(record)).hexdigest()


def _refuse_newer(record: dict[str, object]) -> None:
    oldest_reader = record.get("min_reader")
    if isinstance(oldest_reader, int) and oldest_reader > READER:
        raise NewerVaultError


def _database_salt(record: object) -> bytes:
    fields = Fields(record, ("compatibility", "page", "salt"))
    fields.expect("compatibility", CIPHER_COMPATIBILITY)
    fields.expect("page", PAGE_BYTES)
    return fields.octets("salt", SALT_BYTES)
