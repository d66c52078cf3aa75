"""The window with a long journal: its list, scrolling it, unlocking it, and its memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from app.queries import journal
from app.queries.journal import EntryFilter
from app.storage.connection import create_database, open_database
from tests.bench.list_bench import listed
from tests.bench.search_bench import folder, opened

RUNS = 9
PAGES = 3
"""How many screens one turn of a wheel skips: the whole list is scrolled in a few thousand."""
ROOT = Path(__file__).parents[2]
ROWS = (
    "SELECT e.id, e.day, e.at, e.title, substr(e.body, 1, 600), e.bring, e.pinned, e.confidence, "
    "(SELECT count(*) FROM evidence v WHERE v.entry = e.id AND v.deleted IS NULL) FROM entry e "
    "WHERE e.deleted IS NULL ORDER BY e.day DESC, e.at DESC LIMIT 200"
)


def first_page(entries: int) -> tuple[float, float]:
    """To read the first page of the list with its counts; and its bare rows (ms, medians)."""
    vault = opened(entries)

    def ours() -> None:
        journal.entries(vault.read, EntryFilter())
        journal.counts(vault.read)

    ours()
    result = _median(ours), _median(lambda: vault.read.rows(ROWS))
    vault.close()
    return result


def scroll(entries: int) -> tuple[float, float]:
    """One step of scrolling through all of the list, painted; and painting alone (ms, p95)."""
    vault = opened(entries)
    with listed(vault) as (model, pane, paint):
        model.show(journal.entries(vault.read, EntryFilter()), vault.now().day)
        paint()
        still = [_once(paint) for _ in range(200)]
        bar = pane.rows.verticalScrollBar()
        steps: list[float] = []
        while bar.value() < bar.maximum() or model.canFetchMore():

            def step() -> None:
                if bar.value() == bar.maximum():
                    model.fetchMore()
                bar.setValue(bar.value() + PAGES * bar.pageStep())
                paint()

            steps.append(_once(step))
        assert model.read_rows() == entries
    vault.close()
    return _p95(steps), _p95(still)


def unlock(entries: int) -> tuple[float, float]:
    """Keys to a painted Today, the derivation left out; and opening the bare database (ms)."""
    from tests.bench.start_probe import unlocker  # noqa: PLC0415 - Qt, only for this row

    with tempfile.TemporaryDirectory() as home, unlocker(Path(home), folder(entries)) as unlocked:
        bare, key = Path(home) / "bare.db", bytearray(b"x'" + b"0" * 96 + b"'")
        create_database(bare, key).close()
        unlocked()
        return _median(unlocked), _median(lambda: open_database(bare, key).close())


def memory(entries: int) -> tuple[float, float]:
    """Greenroom with the journal listed, and an empty window (MiB resident)."""
    vault = folder(entries)
    return _said("journal", vault), _said("nothing", vault)


def _said(probe: str, vault: Path) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "GREENROOM_BENCH_HOME": home,
            "GREENROOM_BENCH_VAULT": str(vault),
        }
        code = f"from tests.bench.start_probe import {probe}; {probe}()"
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
    return float(done.stdout.split()[-1])


def _once(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def _median(act: Callable[[], object]) -> float:
    return statistics.median(_once(act) for _ in range(RUNS))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
