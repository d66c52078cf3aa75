"""The records of a vault as they stood before something was written, from the change log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final, cast

from app.domain.ids import Id, Kind
from app.storage.connection import Connection, Row, Value
from app.storage.rows import Reader
from app.storage.tables import TABLES, R
from app.storage.writing import Image, untrimmed

_AT_ONCE: Final = 500
"""How many ids one statement names."""

_LOG: Final = "SELECT id, field, old, trimmed FROM change WHERE kind = ? AND seq > ?"


class Past(Reader):
    """Records as they stood right after one line of the change log was written.

    What was deleted for good since then is not among them. What is asked for by SQL, counts,
    preferences, drafts and facts about the vault are those of now.
    """

    def __init__(self, connection: Connection, seq: int) -> None:
        super().__init__(connection)
        self._seq = seq
        self._logs: dict[Kind, list[Row]] = {}

    def find(self, cls: type[R], record_id: Id) -> R | None:
        """The record with this id as it stood; None where there was none."""
        if touched := self._log(cls.kind, [record_id]):
            return next(iter(self._stood(cls, touched)), None)
        return super().find(cls, record_id)

    def all(self, cls: type[R], **equals: Value) -> list[R]:
        """Every record that was undeleted and had these values, oldest first."""
        log = self._log(cls.kind)
        return self._with_past(cls, super().all(cls, **equals), log, equals, deleted=False)

    def deleted(self, cls: type[R]) -> list[R]:
        """Every record of a kind that lay in the trash, oldest first."""
        log = self._log(cls.kind)
        return self._with_past(cls, super().deleted(cls), log, {}, deleted=True)

    def among(self, cls: type[R], name: str, values: Collection[Value]) -> list[R]:
        """Every record that was undeleted and whose column held one of these, oldest first."""
        wanted = set(values)
        log = self._log(cls.kind, cast("set[str]", wanted) if name == "id" else None)
        found = self._with_past(cls, super().among(cls, name, values), log, {}, deleted=False)
        encode = TABLES[cls.kind].codec.encode
        return [record for record in found if encode(record)[name] in wanted]

    def _with_past(
        self,
        cls: type[R],
        now: Iterable[R],
        log: list[Row],
        equals: dict[str, Value],
        *,
        deleted: bool,
    ) -> list[R]:
        """Those of now that nothing touched since, and those that were so then."""
        touched = {row[0] for row in log}
        found = [record for record in now if record.id not in touched]
        encode = TABLES[cls.kind].codec.encode
        for record in self._stood(cls, log):
            row = encode(record)
            alike = all(row[name] == value for name, value in equals.items())
            if alike and (record.deleted is not None) is deleted:
                found.append(record)
        return sorted(found, key=lambda record: (record.created, record.id))

    def _stood(self, cls: type[R], log: list[Row]) -> list[R]:
        """The records that the log speaks of, as they stood before all that it tells."""
        images = self._images(cls.kind, {row[0] for row in log})
        for record_id, field, old, trimmed in log:
            images[record_id] = before(images.get(record_id), field, old, trimmed)
        decode = TABLES[cls.kind].codec.decode_image
        return [
            cast("R", decode(complete(cls.kind, image)))
            for image in images.values()
            if image is not None
        ]

    def _images(self, kind: Kind, ids: Collection[str]) -> dict[str, Image | None]:
        columns = TABLES[kind].columns
        names, left = ", ".join(f'"{name}"' for name in columns), list(ids)
        found: dict[str, Image | None] = {}
        for start in range(0, len(left), _AT_ONCE):
            some = left[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            sql = f'SELECT {names} FROM "{kind}" WHERE id IN ({marks})'  # noqa: S608 - names are declared, values are bound
            for row in self.rows(sql, some):
                image = dict(zip(columns, row, strict=True))
                found[str(image["id"])] = image
        return found

    def _log(self, kind: Kind, ids: Collection[str] | None = None) -> list[Row]:
        """What was written of a kind since then, newest first; of these ids alone if given."""
        if ids is None:
            if kind not in self._logs:
                sql = f"{_LOG} ORDER BY seq DESC"
                self._logs[kind] = self.rows(sql, (kind.value, self._seq))
            return self._logs[kind]
        left, found = list(ids), list[Row]()
        for start in range(0, len(left), _AT_ONCE):
            some = left[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            # The plus keeps SQLite from reading the whole log since then: the ids are few.
            sql = (
                "SELECT id, field, old, trimmed FROM change "  # noqa: S608 - values are bound
                f"WHERE kind = ? AND +seq > ? AND id IN ({marks}) ORDER BY seq DESC"
            )
            found += self.rows(sql, (kind.value, self._seq, *some))
        return found


def appeared(reader: Reader, kind: Kind, record_id: Id) -> int | None:
    """The line of the change log that tells of a record's coming; None where none does."""
    sql = "SELECT min(seq) FROM change WHERE id = ? AND kind = ? AND field = ''"
    found = reader.rows(sql, (record_id, kind.value))[0][0]
    return None if found is None else int(found)


def before(row: Image | None, field: str, old: Value, trimmed: str | None) -> Image | None:
    """A row as it was before one logged change; None where it was not there."""
    if field == "":
        return None if old is None else json.loads(str(old))
    if row is None:  # nothing is logged of a row that is not there
        return None
    return {**row, field: untrimmed(old, trimmed, row.get(field))}


def complete(kind: Kind, image: Image) -> Image:
    """A row that may have been logged under an older schema, with every column of now."""
    return {name: image.get(name, value) for name, value in _blank(kind).items()}


@cache
def _blank(kind: Kind) -> Image:
    """What a row that was logged under an older schema has in newer columns."""
    table = TABLES[kind]
    return table.codec.encode(table.cls())
