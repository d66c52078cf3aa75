from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.entries import Entry
from tests.vaults import new_vault, reopened

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("where", ["journal", "capture"])
@pytest.mark.parametrize("saves", [1, 2])
def test_what_was_saved_while_typing_survives_a_kill(
    tmp_path: Path, saves: int, where: str
) -> None:
    """Killed the moment a save is told of, in the middle of the next words."""
    folder = tmp_path / "a.greenroom"
    new_vault(folder).close()
    paths = (str(folder), str(tmp_path / "settings"))
    command = [sys.executable, "-m", "tests.e2e.typist", *paths, where]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        told = [int(typist.stdout.readline()) for _ in range(saves)]
        typist.kill()
    vault = reopened(folder)
    (entry,) = vault.read.all(Entry)
    assert len(entry.body) >= told[-1] > 0
    assert set(entry.body.split()) <= {"word", "wor", "wo", "w"}
    assert vault.verify()
    vault.close()
