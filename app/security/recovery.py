"""The recovery key: 160 random bits that a person can print, read out and type back.

Crockford's base 32 (https://www.crockford.com/base32.html), which has no I, L, O or U: 32
characters of key and 4 of checksum, as nine groups of four.
"""

from __future__ import annotations

import os
import re
from typing import Final

from app.security.errors import RecoveryKeyMistypedError
from app.security.wiping import wipe

SECRET_BYTES: Final = 20
GROUP: Final = 4
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SECRET_CHARACTERS: Final = 32
_CHECK_CHARACTERS: Final = 4
_READ_AS: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = re.compile(r"[\s\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff_.,;:/]+")


class RecoveryKey:
    """One recovery key; `wipe` it when it has been shown or used."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytearray) -> None:
        if len(secret) != SECRET_BYTES:
            raise ValueError("a recovery key has 20 bytes")
        self._secret = secret

    @classmethod
    def generate(cls) -> RecoveryKey:
        """A new key from the computer's random source."""
        return cls(bytearray(os.urandom(SECRET_BYTES)))

    @classmethod
    def parse(cls, text: str) -> RecoveryKey:
        """The key that was typed, in any spacing and case, O as 0, I and L as 1.

        Raises RecoveryKeyMistypedError where the check characters do not fit.
        """
        typed = _plain(text)
        secret_part, check = typed[:_SECRET_CHARACTERS], typed[_SECRET_CHARACTERS:]
        if len(typed) != _SECRET_CHARACTERS + _CHECK_CHARACTERS or set(typed) - set(_ALPHABET):
            raise RecoveryKeyMistypedError
        secret = bytearray(_decode(secret_part).to_bytes(SECRET_BYTES, "big"))
        if _check(secret) != check:
            wipe(secret)
            raise RecoveryKeyMistypedError
        return cls(secret)

    @property
    def secret(self) -> bytearray:
        """The 20 bytes themselves; not a copy."""
        return self._secret

    @property
    def groups(self) -> tuple[str, ...]:
        """Nine groups of four characters, as shown."""
        number = int.from_bytes(self._secret, "big")
        spelled = _encode(number, _SECRET_CHARACTERS) + _check(self._secret)
        return tuple(spelled[start : start + GROUP] for start in range(0, len(spelled), GROUP))

    @property
    def text(self) -> str:
        """The whole key with a hyphen between groups."""
        return "-".join(self.groups)

    def group_matches(self, index: int, typed: str) -> bool:
        """Whether a group was typed back correctly, read as tolerantly as the whole key."""
        return _plain(typed) == self.groups[index]

    def wipe(self) -> None:
        """Overwrite it."""
        wipe(self._secret)

    def __repr__(self) -> str:
        return "<RecoveryKey>"


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text).upper().translate(_READ_AS)


def _encode(number: int, length: int) -> str:
    places = range(5 * (length - 1), -1, -5)
    return "".join(_ALPHABET[number >> place & 31] for place in places)


def _decode(text: str) -> int:
    number = 0
    for character in text:
        number = number << 5 | _ALPHABET.index(character)
    return number


def _check(secret: bytearray) -> str:
    """The first 20 bits of a hash: a slip passes once in a million."""
    from hashlib import sha256  # noqa: PLC0415 (loads OpenSSL; not needed to show a window)

    start = int.from_bytes(sha256(b"greenroom/1/recovery-check" + secret).digest()[:3], "big")
    return _encode(start >> 4, _CHECK_CHARACTERS)
