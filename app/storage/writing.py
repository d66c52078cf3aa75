"""Writing records: the one door, which remembers how each row was before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from app.changes import Op
from app.clock import Moment
from app.domain.ids import Id, Kind
from app.domain.records import FixedError
from app.errors import VaultError
from app.storage.connection import Connection, Value
from app.storage.rows import Reader
from app.storage.tables import TABLES, R

Image: TypeAlias = Mapping[str, Value]
"""A row as it stood: column names and values."""

_STAMPS = frozenset({"modified"})
_TRASH = frozenset({"modified", "deleted"})
_TRIM_FROM = 64


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where it did not exist.

    Where many rows changed in the same columns, the images hold those columns alone.
    """

    kind: Kind
    id: Id
    before: Image | None
    after: Image | None


class Write(Reader):
    """Reading and writing inside one transaction."""

    def __init__(self, connection: Connection, op: Op, now: Moment, install: str) -> None:
        super().__init__(connection)
        self.now = now
        self.beside = ExitStack()
        """What has to end as the transaction does, such as a file; it is left after COMMIT."""
        self._op = op
        self._install = install
        self._transaction: int | None = None
        self._changes: dict[tuple[Kind, Id], RowChange] = {}
        self._leaves_nothing = False

    @property
    def changes(self) -> tuple[RowChange, ...]:
        """The rows that differ from before the transaction."""
        return tuple(c for c in self._changes.values() if c.before != c.after)

    def put(self, record: R) -> R:
        """Store a record, stamped; one that is the same as before is left alone."""
        record.check()
        table = TABLES[record.kind]
        before = self._image(record.kind, record.id)
        if before is not None:
            encoded = table.codec.encode(record)
            if _same(before, encoded):
                return record
            if record.fixed and not _same(before, encoded, besides=_TRASH):
                raise FixedError
        stamped = replace(record, created=record.created or self.now.at, modified=self.now.at)
        self._store(record.kind, record.id, before, table.codec.encode(stamped))
        return stamped

    def delete(self, record: R) -> R:
        """Move a record to the trash; it keeps all it holds."""
        return self.put(replace(record, deleted=self.now.at))

    def put_image(self, kind: Kind, record_id: Id, image: Image | None) -> None:
        """Bring a row back to a recorded state, as undo and redo do; None removes it."""
        before = self._image(kind, record_id)
        if before is not None and image is not None and len(image) < len(before):
            self.change(kind, record_id, {name: before[name] for name in image}, image)
        else:
            self._store(kind, record_id, before, image)

    def change(self, kind: Kind, record_id: Id, before: Image, after: Image) -> None:
        """Change some columns of a row without reading the others; both images hold just those."""
        sets = ", ".join(f'"{name}" = ?' for name in after)
        sql = f'UPDATE "{kind}" SET {sets} WHERE id = ?'  # noqa: S608 - names are declared
        self._connection.execute(sql, (*after.values(), record_id))
        self._log(kind, record_id, before, after)
        self._changes[kind, record_id] = RowChange(kind, record_id, before, after)

    def change_alike(
        self, kind: Kind, stamps: Mapping[Id, int], column: str, old: Value, new: Value
    ) -> None:
        """Change a column of many rows that all hold the same in it; `stamps` says when each was.

        One by one, 40,000 rows would take three times as long.
        """
        sql = f'UPDATE "{kind}" SET "{column}" = ?, modified = ? WHERE id = ?'  # noqa: S608 - names are declared
        self._connection.many(sql, ((new, self.now.at, row) for row in stamps))
        txn = self._txn()
        self._connection.many(
            "INSERT INTO change (txn, kind, id, field, old) VALUES (?, ?, ?, ?, ?)",
            ((txn, kind.value, row, column, old) for row in stamps),
        )
        after: Image = {column: new, "modified": self.now.at}
        for row, modified in stamps.items():
            before: Image = {column: old, "modified": modified}
            self._changes[kind, row] = RowChange(kind, row, before, after)

    def erase(self, kind: Kind, record_id: Id) -> None:
        """Delete a row for good, with all that the change log and drafts say of it.

        Where it stood is overwritten, and the log of the file is emptied: nothing is left to be
        found by whoever opens the vault with another program.
        """
        before = self._image(kind, record_id)
        if before is None:
            return
        self._leave_nothing()
        self._connection.execute(f'DELETE FROM "{kind}" WHERE id = ?', (record_id,))  # noqa: S608 - a kind is ours
        self._connection.execute(
            "DELETE FROM change WHERE id = ? AND kind = ?", (record_id, kind.value)
        )
        self._connection.execute("DELETE FROM draft WHERE instr(name, ?)", (record_id,))
        self._changes[kind, record_id] = RowChange(kind, record_id, before, None)

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run a statement of one of this package's own modules. It is not history."""
        self._connection.execute(sql, values)

    def keep_draft(self, name: str, content: str | None) -> None:
        """Keep what an unfinished dialog holds; None forgets it. It is not history."""
        self._connection.execute("DELETE FROM draft WHERE name = ?", (name,))
        if content is not None:
            self._connection.execute("INSERT INTO draft VALUES (?, ?)", (name, content))

    def set_meta(self, name: str, value: str) -> None:
        """Set a fact about the vault itself. It is not history."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _leave_nothing(self) -> None:
        if self._leaves_nothing:
            return
        self._leaves_nothing = True
        self._connection.rows("PRAGMA secure_delete = ON")
        self.beside.callback(self._empty_log)
        self.beside.callback(self._connection.rows, "PRAGMA secure_delete = OFF")

    def _empty_log(self) -> None:
        # What was deleted is gone by now, and closing empties the log at the latest: a disk that
        # refuses this is no reason to say that nothing was deleted, and to keep it for undo.
        with suppress(VaultError):
            self._connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _image(self, kind: Kind, record_id: Id) -> Image | None:
        columns = TABLES[kind].columns
        names = ", ".join(f'"{name}"' for name in columns)
        row = self._connection.row(f'SELECT {names} FROM "{kind}" WHERE id = ?', (record_id,))  # noqa: S608 - names are declared
        return dict(zip(columns, row, strict=True)) if row else None

    def _store(self, kind: Kind, record_id: Id, before: Image | None, after: Image | None) -> None:
        if after is None:
            self._connection.execute(f'DELETE FROM "{kind}" WHERE id = ?', (record_id,))  # noqa: S608 - a kind is ours
        else:
            self._upsert(kind, record_id, before, after)
        self._log(kind, record_id, before, after)
        first = self._changes.get((kind, record_id))
        oldest = first.before if first else before
        self._changes[kind, record_id] = RowChange(kind, record_id, oldest, after)

    def _upsert(self, kind: Kind, record_id: Id, before: Image | None, after: Image) -> None:
        if before is None:
            names = ", ".join(f'"{name}"' for name in after)
            marks = ", ".join("?" * len(after))
            sql = f'INSERT INTO "{kind}" ({names}) VALUES ({marks})'  # noqa: S608 - names are declared
            self._connection.execute(sql, tuple(after.values()))
            return
        moved = {name: value for name, value in after.items() if before[name] != value}
        if moved:
            sets = ", ".join(f'"{name}" = ?' for name in moved)
            sql = f'UPDATE "{kind}" SET {sets} WHERE id = ?'  # noqa: S608 - names are declared
            self._connection.execute(sql, (*moved.values(), record_id))

    def _log(self, kind: Kind, record_id: Id, before: Image | None, after: Image | None) -> None:
        """Append to the change log: the old value of each field that moved.

        The new value is the row's own, or the old value of the next change, so it is not stored
        twice. A row that appears or disappears is logged under an empty field name.
        """
        if before is None or after is None:
            whole = None if before is None else json.dumps(dict(before), ensure_ascii=False)
            self._append(kind, record_id, "", whole, None)
            return
        for name, old in before.items():
            if name not in _STAMPS and old != after[name]:
                self._append(kind, record_id, name, *_trimmed(old, after[name]))

    def _append(self, kind: Kind, record_id: Id, name: str, old: Value, kept: str | None) -> None:
        self._connection.execute(
            "INSERT INTO change (txn, kind, id, field, old, trimmed) VALUES (?, ?, ?, ?, ?, ?)",
            (self._txn(), kind.value, record_id, name, old, kept),
        )

    def _txn(self) -> int:
        """The line of the log that this transaction has once something changed in it."""
        if self._transaction is None:
            sql = "INSERT INTO txn (op, at, install) VALUES (?, ?, ?) RETURNING seq"
            row = self._connection.row(sql, (self._op.value, self.now.at, self._install))
            self._transaction = cast("int", row[0]) if row else 0
        return self._transaction


def _same(before: Image, after: Image, besides: frozenset[str] = _STAMPS) -> bool:
    return all(before[name] == value for name, value in after.items() if name not in besides)


def _trimmed(old: Value, new: Value) -> tuple[Value, str | None]:
    """The part of a long text that changed, and how much of the new text frames it.

    Typing changes little of a long text; storing it whole at every pause would fill the disk.
    """
    if not isinstance(old, str) or not isinstance(new, str) or len(old) < _TRIM_FROM:
        return old, None
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    return old[start : len(old) - end], f"{start},{end}"


def common(left: str, right: str) -> int:
    """How many characters two texts share at their start, found by halving."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def untrimmed(old: Value, kept: str | None, new: Value) -> Value:
    """The whole old value of a logged change, given the value that followed it."""
    if kept is None or not isinstance(old, str) or not isinstance(new, str):
        return old
    start, end = (int(part) for part in kept.split(","))
    return new[:start] + old + (new[len(new) - end :] if end else "")
