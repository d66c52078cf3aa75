"""Real vaults for tests, opened in milliseconds: the key derivation is the cheapest allowed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from app.clock import FixedClock, Moment
from app.security.kdf import Argon2Params
from app.security.recovery import RecoveryKey
from app.unlocking import Keys, approach, create
from app.vault import Vault

PASSPHRASE = "copper lantern rehearse orchard"
ZONE = timezone(timedelta(hours=2))
NOON = Moment.of(datetime(2026, 5, 20, 12, 0, tzinfo=ZONE))
"""Wednesday, 20 May 2026."""


def cheap() -> Argon2Params:
    """The least work that a key file may ask for."""
    return Argon2Params.fresh(memory_kib=64 * 1024, iterations=1, lanes=1)


def new_keys(folder: Path) -> Keys:
    """A new vault on disk."""
    return create(folder, PASSPHRASE, RecoveryKey.generate(), NOON, cheap())


def new_vault(folder: Path, clock: FixedClock | None = None) -> Vault:
    """A new vault, open, at noon on Wednesday, 20 May 2026."""
    return Vault(new_keys(folder), clock or FixedClock(NOON))


def reopened(folder: Path, clock: FixedClock | None = None) -> Vault:
    """An existing vault, open."""
    return Vault(approach(folder).unlock(PASSPHRASE), clock or FixedClock(NOON))
