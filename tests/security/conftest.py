"""A key file at the least cost the limits allow, made once, and a way to alter it on purpose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from app.security import canonical
from app.security.kdf import Argon2Params
from app.security.keyfile import KeyFile, create
from app.security.recovery import RecoveryKey
from app.security.secrets import DataKey

if TYPE_CHECKING:
    from collections.abc import Callable

PASSPHRASE = "mustard lantern orbit quilt"


@dataclass(frozen=True)
class Keys:
    """A key file and everything that opens it."""

    params: Argon2Params
    passphrase: str
    recovery: RecoveryKey
    keyfile: KeyFile
    data_key: DataKey


@pytest.fixture(scope="session")
def keys() -> Keys:
    params = Argon2Params.fresh(memory_kib=64 * 1024, iterations=1, lanes=4)
    recovery = RecoveryKey.generate()
    keyfile, data_key = create(PASSPHRASE, recovery, params=params, created=1_747_200_000_000)
    return Keys(params, PASSPHRASE, recovery, keyfile, data_key)


def rewritten(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file after a change, with a checksum that fits: meant, not damaged."""
    record = json.loads(data)
    change(record)
    del record["sha256"]
    record["sha256"] = sha256(canonical.dump(record)).hexdigest()
    return canonical.dump(record)
