"""Turning a passphrase into a key (Argon2id, RFC 9106) and a key into others (HKDF, RFC 5869).

`cryptography` is imported inside the functions: loading it takes tens of milliseconds, and the
window is shown before the first key is needed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from app.security.errors import KeyParametersError, NotEnoughMemoryError
from app.security.passphrase import normalise

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
KIB_PER_MIB: Final = 1024

MEMORY_KIB: Final = range(64 * KIB_PER_MIB, 1024 * KIB_PER_MIB + 1)
ITERATIONS: Final = range(1, 10 + 1)
LANES: Final = range(1, 16 + 1)
MOST_WORK_KIB: Final = 4096 * KIB_PER_MIB

CREATION_MEMORY_KIB: Final = (256 * KIB_PER_MIB, 64 * KIB_PER_MIB)
"""What a new vault asks for, and what it takes where that much memory is not free."""

_ONE_AT_A_TIME: Final = Lock()
"""Two derivations at once take each other's lanes from OpenSSL's threads and wait for ever."""


@dataclass(frozen=True, slots=True)
class Argon2Params:
    """The cost of one derivation; one outside the limits cannot be built.

    Raises KeyParametersError. A key file is untrusted until it is opened, and Argon2 allocates
    what it is asked for, so the limits are checked before anything is derived.
    """

    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes

    def __post_init__(self) -> None:
        costs = (
            (self.memory_kib, MEMORY_KIB),
            (self.iterations, ITERATIONS),
            (self.lanes, LANES),
        )
        if any(type(cost) is not int or cost not in allowed for cost, allowed in costs):
            raise KeyParametersError
        if self.memory_kib * self.iterations > MOST_WORK_KIB:
            raise KeyParametersError
        if type(self.salt) is not bytes or len(self.salt) != SALT_BYTES:
            raise KeyParametersError

    @classmethod
    def fresh(
        cls, memory_kib: int = CREATION_MEMORY_KIB[0], iterations: int = 3, lanes: int = 4
    ) -> Argon2Params:
        """The usual cost with a new random salt."""
        return cls(memory_kib, iterations, lanes, os.urandom(SALT_BYTES))

    def renewed(self) -> Argon2Params:
        """The same cost with a new random salt."""
        return replace(self, salt=os.urandom(SALT_BYTES))


def derive(passphrase: str, params: Argon2Params) -> bytearray:
    """The 32-byte key of a passphrase; the caller wipes it.

    Raises NotEnoughMemoryError. The default cost takes about 0.4 s on a desktop of 2024.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 (see above)

    key = bytearray(KEY_BYTES)
    # Text from an input method may hold half a surrogate pair; it is still somebody's passphrase.
    typed = normalise(passphrase).encode("utf-8", "surrogatepass")
    argon2 = Argon2id(
        salt=params.salt,
        length=KEY_BYTES,
        iterations=params.iterations,
        lanes=params.lanes,
        memory_cost=params.memory_kib,
    )
    try:
        with _ONE_AT_A_TIME:
            argon2.derive_into(typed, key)
    except MemoryError:
        raise NotEnoughMemoryError from None
    return key


def derive_new(
    passphrase: str, params: Argon2Params | None = None
) -> tuple[bytearray, Argon2Params]:
    """A key for a new passphrase and what it was derived with, always with a fresh salt.

    Without `params` it takes the usual cost, or less memory where there is not enough.
    """
    if params is not None:
        fresh = params.renewed()
        return derive(passphrase, fresh), fresh
    usual, smaller = (Argon2Params.fresh(memory) for memory in CREATION_MEMORY_KIB)
    try:
        return derive(passphrase, usual), usual
    except NotEnoughMemoryError:
        return derive(passphrase, smaller), smaller


def expand(material: bytearray, *, salt: bytes, info: bytes) -> bytearray:
    """A 32-byte key for one purpose (HKDF-SHA256); the caller wipes it."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 (see above)
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 (see above)

    key = bytearray(KEY_BYTES)
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive_into(material, key)
    return key
