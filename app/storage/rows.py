"""Reading records."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.errors import NotFoundError
from app.storage.connection import Connection, Row, Value
from app.storage.tables import TABLES, R


class Reader:
    """Records as they stand now. Deleted ones are only found where they are asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, cls: type[R], record_id: Id) -> R:
        """The record with this id; raises NotFoundError where there is none or it is deleted."""
        found = self.find(cls, record_id)
        if found is None or found.deleted is not None:
            raise NotFoundError(kind=cls.kind.value)
        return found

    def find(self, cls: type[R], record_id: Id) -> R | None:
        """The record with this id, deleted or not; None where there never was one."""
        rows = self._select(cls, "id = ?", (record_id,))
        return rows[0] if rows else None

    def all(self, cls: type[R], **equals: Value) -> list[R]:
        """Every undeleted record whose columns have these values, oldest first."""
        where = ["deleted IS NULL", *(f'"{_column(cls, name)}" = ?' for name in equals)]
        return self._select(cls, " AND ".join(where), tuple(equals.values()))

    def deleted(self, cls: type[R]) -> list[R]:
        """Every record of a kind that lies in the trash, oldest first."""
        return self._select(cls, "deleted IS NOT NULL", ())

    def among(self, cls: type[R], name: str, values: Collection[Value]) -> list[R]:
        """Every undeleted record whose column holds one of these values, oldest first."""
        marks = ", ".join("?" * len(values))
        where = f'deleted IS NULL AND "{_column(cls, name)}" IN ({marks})'
        return self._select(cls, where, tuple(values))

    def count(self, kind: Kind) -> int:
        """How many undeleted records of a kind there are."""
        return self._connection.number(f'SELECT count(*) FROM "{kind}" WHERE deleted IS NULL')  # noqa: S608 - a kind is ours

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """The rows of a query of one of this package's own modules."""
        return self._connection.rows(sql, values)

    def preference(self, name: str, default: str = "") -> str:
        """A preference of this vault."""
        found = self._connection.row("SELECT value FROM preference WHERE id = ?", (name,))
        return str(found[0]) if found else default

    def draft(self, name: str) -> str | None:
        """What an unfinished dialog kept under this name."""
        found = self._connection.row("SELECT content FROM draft WHERE name = ?", (name,))
        return str(found[0]) if found else None

    def meta(self, name: str) -> str | None:
        """A fact about the vault itself."""
        found = self._connection.row("SELECT value FROM meta WHERE name = ?", (name,))
        return str(found[0]) if found else None

    def _select(self, cls: type[R], where: str, values: Sequence[Value]) -> list[R]:
        table = TABLES[cls.kind]
        columns = ", ".join(f'"{name}"' for name in table.columns)
        sql = f'SELECT {columns} FROM "{table.name}" WHERE {where} ORDER BY created, id'  # noqa: S608 - names are declared, values are bound
        return [cast("R", table.codec.decode(row)) for row in self._connection.rows(sql, values)]


def _column(cls: type[Record], name: str) -> str:
    if name not in TABLES[cls.kind].columns:
        raise KeyError(name)
    return name
