"""The one key a vault hangs on, and the keys made from it."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self

from app.security.kdf import KEY_BYTES, SALT_BYTES, expand
from app.security.wiping import wipe, wiped

if TYPE_CHECKING:
    from types import TracebackType

RAW_KEY_BYTES: Final = 99
"""x'...' around 64 hexadecimal digits of key and 32 of salt."""

_HEX: Final = b"0123456789abcdef"


class Purpose(StrEnum):
    """What a key made from the data key is for; each gets a key of its own."""

    DATABASE = "database"
    HEADER_MAC = "header-mac"
    BACKUP_MAC = "backup-mac"


class DataKey:
    """32 random bytes that are never stored unwrapped; used as a context it wipes itself."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytearray) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._secret: bytearray | None = secret

    @classmethod
    def generate(cls) -> DataKey:
        """A new key from the computer's random source."""
        return cls(bytearray(os.urandom(KEY_BYTES)))

    @property
    def secret(self) -> bytearray:
        """The bytes themselves, to be wrapped; not a copy."""
        if self._secret is None:
            raise ValueError("this data key was wiped")
        return self._secret

    @property
    def is_wiped(self) -> bool:
        """Whether it can no longer be used."""
        return self._secret is None

    def subkey(self, vault_id: bytes, purpose: Purpose) -> bytearray:
        """The 32-byte key for one purpose in one vault; the caller wipes it."""
        return expand(self.secret, salt=vault_id, info=f"greenroom/1/{purpose}".encode())

    def sqlcipher_key(self, vault_id: bytes, salt: bytes) -> bytearray:
        """The raw key of the database as SQLCipher reads it, x'key and salt'; wipe it after use."""
        with wiped(self.subkey(vault_id, Purpose.DATABASE)) as key:
            return raw_key(key, salt)

    def wipe(self) -> None:
        """Overwrite it; any use from now on is an error."""
        if self._secret is not None:
            wipe(self._secret)
            self._secret = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()

    def __repr__(self) -> str:
        return "<DataKey, wiped>" if self.is_wiped else "<DataKey>"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a data key is neither copied nor pickled")


def raw_key(key: bytearray, salt: bytes) -> bytearray:
    """Key and salt as x'96 hexadecimal digits'.

    SQLCipher silently takes a malformed raw key for a passphrase, so the lengths are checked
    here. The digits are placed one by one because `bytes.hex` would leave a copy behind.
    """
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a raw key needs 32 bytes of key and 16 of salt")
    spelled = bytearray(RAW_KEY_BYTES)
    spelled[0], spelled[1], spelled[-1] = b"x''"
    for part, start in ((key, 2), (salt, 2 + 2 * KEY_BYTES)):
        for place, byte in enumerate(part):
            spelled[start + 2 * place] = _HEX[byte >> 4]
            spelled[start + 2 * place + 1] = _HEX[byte & 15]
    return spelled
