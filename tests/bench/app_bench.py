"""Starting, unlocking and saving, beside what Qt and SQLCipher alone need for them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.operations import journal
from app.operations.journal import EntryDraft
from app.security.secrets import raw_key
from app.settings import Settings
from app.settings import save as save_settings
from app.storage.connection import create_database, open_database
from tests.vaults import new_vault

STARTS = 9
UNLOCKS = 9
SAVES = 200
ROOT = Path(__file__).parents[2]

_GREENROOM = "from tests.bench.start_probe import greenroom; greenroom()"
_EMPTY = "from tests.bench.start_probe import empty; empty()"


def start() -> tuple[float, float]:
    """Process start to the painted unlock page, and to an empty painted window (ms, medians)."""
    with tempfile.TemporaryDirectory() as home:
        new_vault(Path(home) / "a.greenroom").close()
        save_settings(Path(home) / "settings", Settings().with_vault(Path(home) / "a.greenroom"))
        return _in_turn(
            lambda: _process(_GREENROOM, home), lambda: _process(_EMPTY, home), times=STARTS
        )


def unlock() -> tuple[float, float]:
    """Keys to a painted Today, the derivation left out; and opening the bare database (ms)."""
    from tests.bench.start_probe import unlocker  # noqa: PLC0415 - Qt, only for this row

    with tempfile.TemporaryDirectory() as home, unlocker(Path(home)) as unlocked:
        bare = Path(home) / "bare.db"
        create_database(bare, _key()).close()
        return _in_turn(unlocked, lambda: open_database(bare, _key()).close(), times=UNLOCKS)


def save() -> tuple[float, float]:
    """One save of an entry, and one bare UPDATE and COMMIT in SQLCipher (ms, medians)."""
    with tempfile.TemporaryDirectory() as home:
        vault = new_vault(Path(home) / "a.greenroom")
        body = "A line that somebody wrote at the end of a day.\n" * 20
        entry = journal.add(vault, EntryDraft(title="t", body=body))
        bare = create_database(Path(home) / "bare.db", _key())
        bare.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, body TEXT)")
        bare.execute("INSERT INTO entry VALUES ('a', '')")
        texts = iter(range(10 * SAVES))

        def ours() -> None:
            draft = replace(EntryDraft.of(entry), body=body + f"word {next(texts)}")
            journal.write(vault, entry.id, draft)

        def floor() -> None:
            with bare.transaction():
                bare.execute("UPDATE entry SET body = ?", (body + f"word {next(texts)}",))

        result = _in_turn(ours, floor, times=SAVES)
        vault.close()
        bare.close()
        return result


def _in_turn(
    ours: Callable[[], object], floor: Callable[[], object], *, times: int
) -> tuple[float, float]:
    """The medians of both in milliseconds, run in turn after one warm-up of each."""
    ours()
    floor()
    pairs = [(_milliseconds(ours), _milliseconds(floor)) for _ in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _process(code: str, home: str) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "GREENROOM_BENCH_HOME": home,
    }
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=ROOT)


def _key() -> bytearray:
    return raw_key(bytearray(32), bytes(16))
