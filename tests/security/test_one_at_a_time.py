"""A vault that another process has open says so at once, and is free when that one is done."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.operations import journal
from app.operations.journal import EntryDraft
from app.storage.errors import VaultInUseError
from app.unlocking import approach
from app.vault import Vault
from tests.security import children
from tests.vaults import NOON, PASSPHRASE, new_vault, reopened


def test_the_second_of_two_processes_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    new_vault(folder).close()
    first = children.start("tests.security.holder", folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    keys = approach(folder).unlock(PASSPHRASE)
    started = time.monotonic()
    with pytest.raises(VaultInUseError):
        Vault(keys, FixedClock(NOON))
    assert time.monotonic() - started < 2
    _, complaint = first.communicate("", timeout=20)
    assert first.returncode == 0, complaint
    vault = reopened(folder)
    journal.add(vault, EntryDraft(body="Mine now."))
    vault.close()
