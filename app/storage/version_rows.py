"""Every past state of an entry, rebuilt from the change log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, cast

from app.changes import Op
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.storage.connection import Row, Value
from app.storage.past_rows import before, complete
from app.storage.rows import Reader
from app.storage.tables import TABLES
from app.storage.writing import Image

_BATCH: Final = 400
"""How many changes are read at a time: an old text in each may be long."""

_LOG = (
    "SELECT c.seq, c.txn, c.field, c.old, c.trimmed, t.op, t.at "
    "FROM change c JOIN txn t ON t.seq = c.txn "
    "WHERE c.id = ? AND c.kind = ? AND c.seq < ? ORDER BY c.seq DESC LIMIT ?"
)
_TABLE = TABLES[Kind.ENTRY]


@dataclass(frozen=True, slots=True)
class State:
    """An entry as a transaction left it; `seq`, `op` and `at` are the transaction's.

    `row` is None where the entry was not there after it, as after undoing that it was added.
    """

    seq: int
    op: Op
    at: int
    row: Image | None

    @property
    def entry(self) -> Entry | None:
        """The entry as it was."""
        if self.row is None:
            return None
        return cast("Entry", _TABLE.codec.decode_image(complete(Kind.ENTRY, self.row)))


def states(reader: Reader, entry_id: Id) -> Iterator[State]:
    """What every transaction that touched an entry left of it, the newest first.

    The way goes back from the row as it stands now, so that one state is held at a time.
    """
    row: Image | None = _now(reader, entry_id)
    for (seq, op, at), changes in groupby(_log(reader, entry_id), key=_transaction):
        yield State(seq, Op(op), at, row)
        for change in changes:
            row = before(row, change[2], change[3], change[4])


def state(reader: Reader, entry_id: Id, seq: int) -> State | None:
    """What stood after a transaction; None where the entry is younger."""
    return next((found for found in states(reader, entry_id) if found.seq <= seq), None)


def _now(reader: Reader, entry_id: Id) -> dict[str, Value] | None:
    names = ", ".join(f'"{name}"' for name in _TABLE.columns)
    rows = reader.rows(f"SELECT {names} FROM entry WHERE id = ?", (entry_id,))  # noqa: S608 - names are declared
    return dict(zip(_TABLE.columns, rows[0], strict=True)) if rows else None


def _log(reader: Reader, entry_id: Id) -> Iterator[Row]:
    before = 1 << 62
    while rows := reader.rows(_LOG, (entry_id, Kind.ENTRY.value, before, _BATCH)):
        yield from rows
        before = rows[-1][0]


def _transaction(row: Row) -> tuple[int, str, int]:
    _, txn, _, _, _, op, at = row
    return txn, op, at
