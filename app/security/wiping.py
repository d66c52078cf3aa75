"""Overwriting secrets in memory.

Only a `bytearray` can be overwritten. A passphrase that arrives as `str` cannot, so it is turned
into a key at once and never kept.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def wipe(secret: bytearray) -> None:
    """Overwrite every byte with zero, in place."""
    # A slice of the same length writes into the same memory; anything else might move it.
    secret[:] = bytes(len(secret))


@contextmanager
def wiped(secret: bytearray) -> Iterator[bytearray]:
    """Lend a secret and overwrite it afterwards, whatever happens."""
    try:
        yield secret
    finally:
        wipe(secret)
