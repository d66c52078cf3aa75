"""Searching a long journal, and what the index costs, beside SQLCipher's own full text search."""

from __future__ import annotations

import atexit
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.entries import Entry, Evidence
from app.domain.goals import Goal
from app.domain.ids import new_id
from app.domain.query import parse
from app.domain.searches import Sort
from app.operations import journal
from app.operations.journal import EntryDraft
from app.queries import search
from app.security.secrets import raw_key
from app.storage.connection import Connection, create_database
from app.vault import Vault
from tests.bench.corpus import QUESTIONS, Sample, samples
from tests.vaults import new_vault, reopened

RUNS = 12
SAVES = 200
GOAL = "Delegate the release train"


@cache
def folder(entries: int) -> Path:
    """A closed vault with so many entries of the corpus; made once, gone at the end."""
    home = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    vault = new_vault(home / "Long.greenroom")
    fill(vault, samples(entries))
    vault.close()
    return vault.folder


def fill(vault: Vault, found: Iterable[Sample]) -> None:
    """Put entries and the one goal into a vault."""
    with vault.transact(Op.IMPORT) as write:
        goal = write.put(Goal(title=GOAL))
        for each in found:
            entry = Entry(title=each.title, body=each.body, pinned=each.pinned).tagged(each.tags)
            write.put(entry.dated(Moment.of(each.written)))
            if each.linked:
                write.put(Evidence(entry=entry.id, target=goal.id))


@cache
def truth(entries: int) -> dict[str, int]:
    """How many entries hold what each question asks for, counted without an index."""
    counts = dict.fromkeys(QUESTIONS, 0)
    for each in samples(entries):
        for name, question in QUESTIONS.items():
            counts[name] += question.holds(each)
    return counts


def opened(entries: int) -> Vault:
    """That vault, open in the last days of its journal."""
    now = Moment.of(next(samples(1)).written)
    return reopened(folder(entries), FixedClock(now))


def newest(entries: int) -> tuple[float, float]:
    """A page of the newest hits with snippets, and its bare rows and bodies (ms, p95)."""
    return _searched(entries, Sort.NEWEST, _bare_newest)


def ranked(entries: int) -> tuple[float, float]:
    """A page of the best hits with snippets, and bm25 over all that matches (ms, p95)."""
    return _searched(entries, Sort.BEST, _bare_best)


def count(entries: int) -> tuple[float, float]:
    """How much matches, by kind, checked against the truth; and the bare count (ms, p95)."""
    vault = opened(entries)
    try:
        for name, question in QUESTIONS.items():
            found = search.tally(vault, parse(question.typed))
            assert found is not None
            assert found.total == truth(entries)[name], (name, found.total, truth(entries)[name])
        return _p95s(
            vault,
            lambda typed: search.tally(vault, parse(typed)),
            lambda connection, match: connection.number(
                "SELECT count(*) FROM found WHERE found MATCH ?", (match,)
            ),
        )
    finally:
        vault.close()


def save(entries: int) -> tuple[float, float]:
    """One entry saved with its index, and its bare UPDATE and COMMIT (ms, medians)."""
    vault = opened(entries)
    bare = bare_rows(entries)
    (entry_id,) = vault.read.rows("SELECT id FROM entry ORDER BY day DESC LIMIT 1")[0]
    (bare_id,) = bare.rows("SELECT id FROM entry ORDER BY id DESC LIMIT 1")[0]
    entry = vault.read.get(Entry, entry_id)
    ours, floor = [], []
    for number in range(SAVES):
        body = f"{entry.body} word {number}"
        draft = replace(EntryDraft.of(entry), body=body)
        ours.append(_milliseconds(lambda d=draft: journal.write(vault, entry.id, d)))  # type: ignore[misc]

        def update(body: str = body) -> None:
            with bare.transaction():
                bare.execute("UPDATE entry SET body = ? WHERE id = ?", (body, bare_id))

        floor.append(_milliseconds(update))
    bare.close()
    vault.close()
    return statistics.median(ours), statistics.median(floor)


def size(entries: int) -> tuple[float, float]:
    """The vault's database, and a bare one with ids, titles and bodies alone (MB)."""
    bare = bare_rows(entries)
    bare.close()
    path = folder(entries) / "vault.db"
    return path.stat().st_size / 1e6, bare.path.stat().st_size / 1e6


def bare_rows(entries: int) -> Connection:
    """A bare database with the text rows of the corpus."""
    path = folder(entries).parent / "bare.db"
    path.unlink(missing_ok=True)
    bare = create_database(path, raw_key(bytearray(32), bytes(16)))
    bare.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, title TEXT, body TEXT)")
    rows = ((new_id(), each.title, each.body) for each in samples(entries))
    with bare.transaction():
        bare.many("INSERT INTO entry VALUES (?, ?, ?)", rows)
    bare.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return bare


def _searched(
    entries: int, sort: Sort, floor: Callable[[Connection, str], object]
) -> tuple[float, float]:
    vault = opened(entries)
    try:
        return _p95s(vault, lambda typed: search.find(vault, parse(typed), sort), floor)
    finally:
        vault.close()


def _p95s(
    vault: Vault,
    ours: Callable[[str], object],
    floor: Callable[[Connection, str], object],
) -> tuple[float, float]:
    """The 95th percentile over every question, after each was asked once."""
    asked = [(question.typed, _match(vault, question.typed)) for question in QUESTIONS.values()]
    took: list[float] = []
    bare: list[float] = []
    for run in range(RUNS + 1):
        for typed, match in asked:
            one = _milliseconds(lambda t=typed: ours(t))  # type: ignore[misc]
            other = _milliseconds(lambda m=match: floor(vault._connection, m))  # type: ignore[misc]
            if run:
                took.append(one)
                bare.append(other)
    return _p95(took), _p95(bare)


def _match(vault: Vault, typed: str) -> str:
    with vault.look_up() as asker:
        asked = asker.understand(parse(typed))
    assert asked is not None
    return asked.match


def _bare_newest(connection: Connection, match: str) -> object:
    return connection.rows(
        "SELECT e.title, e.body FROM (SELECT rowid FROM found WHERE found MATCH ? "
        "ORDER BY rowid DESC LIMIT 50) f JOIN doc d ON d.row = f.rowid JOIN entry e ON e.id = d.id",
        (match,),
    )


def _bare_best(connection: Connection, match: str) -> object:
    sql = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 50"
    return connection.rows(sql, (match,))


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
