"""A process that is killed at any moment loses nothing that it acknowledged."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import TypeAlias

import pytest

from app.domain.entries import Entry
from app.domain.goals import Goal
from app.domain.ids import Id
from app.vault import Vault
from tests.security import children
from tests.vaults import new_vault, reopened

KILLS = 15
EACH = 1_000_000

Said: TypeAlias = list[tuple[str, Id, int]]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process otherwise")
def test_killed_while_saving(tmp_path: Path) -> None:
    folder = tmp_path / "a.greenroom"
    chance = random.Random(20)  # noqa: S311 - moments, not secrets
    new_vault(folder).close()
    added: dict[Id, int] = {}
    for kill in range(KILLS):
        said = _killed(folder, kill * EACH, chance.uniform(0.005, 0.15))
        added |= {record: number for what, record, number in said if what == "add"}
        vault = reopened(folder)
        assert vault.verify()
        _check(vault, said, added)
        vault.close()
    assert len(added) > KILLS


def _killed(folder: Path, first: int, seconds: float) -> Said:
    """What a process said before it was killed, some time after it began to save."""
    child = children.start("tests.security.saver", folder, str(first))
    assert child.stdout is not None
    began = child.stdout.readline()
    time.sleep(seconds)
    child.kill()
    rest, complaint = child.communicate()
    assert began, complaint
    whole = [line.split() for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    return [(what, Id(record), int(number)) for what, record, number in whole]


def _check(vault: Vault, said: Said, added: dict[Id, int]) -> None:
    entries = {entry.id: entry for entry in vault.read.all(Entry)}
    assert {record: _number(entries[record].body) for record in added} == added
    for what, record, number in said:  # the step after the last that was said may be there too
        if what == "write":
            assert _number(entries[record].body) >= number
        elif what in {"goal", "redo"}:
            assert int(vault.read.get(Goal, record).title) >= number - (what == "goal")
        elif what == "draft":
            assert int(vault.read.draft(record) or -1) >= number


def _number(body: str) -> int:
    return int(body.split(maxsplit=1)[0])
