"""A slot of the key file: the data key, wrapped by a key that one secret opens."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from app.security import canonical
from app.security.canonical import Fields
from app.security.errors import KeyFileDamagedError
from app.security.kdf import KEY_BYTES, SALT_BYTES, Argon2Params, expand
from app.security.secrets import DataKey
from app.security.wiping import wipe

if TYPE_CHECKING:
    from app.security.recovery import RecoveryKey

FORMAT: Final = "greenroom-keys-1"
ID_BYTES: Final = 8
NONCE_BYTES: Final = 12
WRAPPED_BYTES: Final = KEY_BYTES + 16
LAST_MOMENT: Final = 2**53 - 1

_ARGON2_VERSION: Final = 19

Kind = Literal["passphrase", "recovery"]


@dataclass(frozen=True, slots=True)
class RecoveryParams:
    """How a recovery key becomes a wrapping key: HKDF with this salt."""

    salt: bytes

    def __post_init__(self) -> None:
        if len(self.salt) != SALT_BYTES:
            raise KeyFileDamagedError

    @classmethod
    def fresh(cls) -> RecoveryParams:
        """A new random salt."""
        return cls(os.urandom(SALT_BYTES))

    def derive(self, recovery: RecoveryKey) -> bytearray:
        """The wrapping key; the caller wipes it. 160 random bits need no slow derivation."""
        return expand(recovery.secret, salt=self.salt, info=b"greenroom/1/recovery")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. `created` is in milliseconds since 1970, UTC."""

    id: bytes
    params: Argon2Params | RecoveryParams
    nonce: bytes
    wrapped: bytes
    created: int | None = None

    def __post_init__(self) -> None:
        lengths = (len(self.id), len(self.nonce), len(self.wrapped))
        if lengths != (ID_BYTES, NONCE_BYTES, WRAPPED_BYTES):
            raise KeyFileDamagedError

    @property
    def kind(self) -> Kind:
        """The secret that opens it."""
        return "passphrase" if isinstance(self.params, Argon2Params) else "recovery"

    def record(self) -> dict[str, object]:
        """The slot as the key file spells it."""
        described = _described(self.id, self.params, self.created)
        return described | {"nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}


def read(record: object) -> Slot:
    """The slot of a record; raises KeyFileDamagedError, or KeyParametersError for its cost."""
    fields = Fields(record, ("id", "kind", "kdf", "nonce", "wrapped"), ("created",))
    params = _read_params(fields.value("kind"), fields.value("kdf"))
    return Slot(
        id=fields.octets("id", ID_BYTES),
        params=params,
        nonce=fields.octets("nonce", NONCE_BYTES),
        wrapped=fields.octets("wrapped", WRAPPED_BYTES),
        created=fields.integer_from("created", 0, LAST_MOMENT) if "created" in fields else None,
    )


def seal(
    data_key: DataKey,
    wrapping_key: bytearray,
    vault_id: bytes,
    params: Argon2Params | RecoveryParams,
    created: int | None,
) -> Slot:
    """Wrap the data key in a new slot (AES-256-GCM), bound to its vault and parameters."""
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 (slow to load)
        AESGCM,
    )

    slot_id, nonce = os.urandom(ID_BYTES), os.urandom(NONCE_BYTES)
    bound = _bound_to(vault_id, _described(slot_id, params, created))
    wrapped = AESGCM(wrapping_key).encrypt(nonce, data_key.secret, bound)
    return Slot(slot_id, params, nonce, wrapped, created)


def unseal(slot: Slot, wrapping_key: bytearray, vault_id: bytes) -> DataKey | None:
    """The data key, or None where this is not the key that wrapped it."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (slow to load)
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 (slow to load)
        AESGCM,
    )

    secret = bytearray(KEY_BYTES)
    bound = _bound_to(vault_id, _described(slot.id, slot.params, slot.created))
    try:
        AESGCM(wrapping_key).decrypt_into(slot.nonce, slot.wrapped, bound, secret)
    except InvalidTag:
        wipe(secret)
        return None
    return DataKey(secret)


def _described(
    slot_id: bytes, params: Argon2Params | RecoveryParams, created: int | None
) -> dict[str, object]:
    described: dict[str, object] = {"id": slot_id.hex()}
    if created is not None:
        described["created"] = created
    if isinstance(params, RecoveryParams):
        kdf: dict[str, object] = {"name": "hkdf-sha256", "salt": params.salt.hex()}
        return described | {"kind": "recovery", "kdf": kdf}
    kdf = {
        "name": "argon2id",
        "version": _ARGON2_VERSION,
        "memory_kib": params.memory_kib,
        "iterations": params.iterations,
        "lanes": params.lanes,
        "salt": params.salt.hex(),
    }
    return described | {"kind": "passphrase", "kdf": kdf}


def _bound_to(vault_id: bytes, described: dict[str, object]) -> bytes:
    return canonical.dump({"format": FORMAT, "vault_id": vault_id.hex(), "slot": described})


def _read_params(kind: object, record: object) -> Argon2Params | RecoveryParams:
    if kind == "recovery":
        fields = Fields(record, ("name", "salt"))
        fields.expect("name", "hkdf-sha256")
        return RecoveryParams(fields.octets("salt", SALT_BYTES))
    if kind != "passphrase":
        raise KeyFileDamagedError
    fields = Fields(record, ("name", "version", "memory_kib", "iterations", "lanes", "salt"))
    fields.expect("name", "argon2id")
    fields.expect("version", _ARGON2_VERSION)
    return Argon2Params(
        memory_kib=fields.integer("memory_kib"),
        iterations=fields.integer("iterations"),
        lanes=fields.integer("lanes"),
        salt=fields.octets("salt", SALT_BYTES),
    )
