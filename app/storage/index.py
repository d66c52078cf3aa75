"""The index of search, inside the vault: written with the records, checked, and made anew."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.storage.connection import Connection, Row
from app.storage.finding import SEARCHED, Doc, depends_on, doc_of, is_named, named_by, texts_of
from app.storage.rows import Reader
from app.storage.tables import TABLES
from app.storage.writing import RowChange

SLOTS: Final = 4
"""Bits of a doc's row that tell apart those of one minute; the others are the minute itself."""

LATER: Final = 20_000
"""Characters of a text that is not indexed while somebody types in it."""

SLICE: Final = 20
"""How many records are indexed at a time where somebody may want to write in between."""

_MANY: Final = 500
_FORMAT: Final = 1
_NAME: Final = "index"

_NAMING: Final = ("name", "person", "deleted")
"""The columns that say what a record is called, or after whom."""

_COUNT = "SELECT count(*) FROM stale"
_ADD = "INSERT INTO found (rowid, title, body, tags, facets) VALUES (?, ?, ?, ?, ?)"
_PUT = _ADD.replace("INSERT", "INSERT OR REPLACE")


class Index:
    """The docs of the records that search knows, one each, found by their words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._full: dict[int, int] = {}
        self._known: set[str] = set()

    @property
    def stale(self) -> int:
        """How many records are to be looked at again."""
        return self._connection.number(_COUNT)

    def settle(self) -> None:
        """Have everything looked at again where another version of Greenroom made the index."""
        made_by = f"{_FORMAT} {unicodedata.unidata_version} {' '.join(sorted(SEARCHED))}"
        if self._reader.meta(_NAME) == made_by:
            return
        with self._connection.transaction(answers_change=False):
            self._mark_all()
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_NAME, made_by))

    def follow(self, changes: Collection[RowChange]) -> None:
        """Keep step with records that changed, inside the transaction that changed them."""
        self._full.clear()
        self._known.clear()
        try:
            self._follow_all(changes)
        finally:
            self._known.clear()  # the transaction may still be taken back

    def catch_up(self, most: int = SLICE) -> bool:
        """Look at some of the records again that were put off; says whether any are left."""
        self._full.clear()
        waiting = self._connection.rows("SELECT kind, id FROM stale LIMIT ?", (most,))
        if not waiting:
            return False
        try:
            with self._connection.transaction(answers_change=False):
                self._look_at(waiting)
        except BaseException:
            self._known.clear()  # what was written is taken back
            raise
        return True

    def forget(self) -> None:
        """Leave nothing of what no record says any more, inside the transaction that erased it.

        What was deleted from the index goes only when its parts are merged, and the list of words
        only grows otherwise.
        """
        self._known.clear()
        # What was named by a record that is gone is not put off any longer.
        waiting = self._connection.rows("SELECT kind, id FROM stale")
        self._look_at((kind, of) for kind, of in waiting if is_named(Kind(kind)))
        self._connection.execute("INSERT INTO found (found) VALUES ('optimize')")
        self._connection.execute("CREATE VIRTUAL TABLE term USING fts5vocab(found, 'row')")
        self._connection.execute("DELETE FROM word WHERE word NOT IN (SELECT term FROM term)")
        self._connection.execute("DROP TABLE term")

    def rebuild(self) -> None:
        """Make the index anew from the records."""
        self._known.clear()
        with self._connection.transaction():
            for table in ("doc", "word", "stale"):
                self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the tables are ours
            self._connection.execute("INSERT INTO found (found) VALUES ('delete-all')")
            self._mark_all()
            for kind, record_id in self._connection.rows("SELECT kind, id FROM stale"):
                self._look_again(Kind(kind), record_id)
            self._connection.execute("INSERT INTO found (found) VALUES ('optimize')")

    def _mark_all(self) -> None:
        for kind in SEARCHED:
            self._connection.execute(
                f"INSERT OR IGNORE INTO stale SELECT id, '{kind}' FROM \"{kind}\" "  # noqa: S608 - a kind is ours
                "WHERE deleted IS NULL"
            )
        # What has a doc is looked at too: it may have lost its record.
        self._connection.execute("INSERT OR IGNORE INTO stale SELECT id, kind FROM doc")

    def _follow_all(self, changes: Collection[RowChange]) -> None:
        dependent: dict[Id, Kind] = {}
        whole = [change for change in changes if not _is_part(change)]
        self._put_off(change for change in changes if _is_part(change))
        for change in whole:
            image = change.after or change.before or {}
            dependent |= {Id(str(image[name])): kind for kind, name in depends_on(change.kind)}
            if change.kind in SEARCHED:
                dependent.pop(change.id, None)
                self._follow_one(change)
        for change in changes:
            self._follow_name(change)
        for record_id, kind in dependent.items():
            self._look_again(kind, record_id)

    def _follow_name(self, change: RowChange) -> None:
        """Have what is found by the name of a record looked at again."""
        for kind, sql in named_by(change.kind) if _is_renamed(change) else ():
            found = self._connection.rows(sql, (change.id,))
            self._put_off(RowChange(kind, Id(str(of)), None, None) for (of,) in found)

    def _follow_one(self, change: RowChange) -> None:
        codec = TABLES[change.kind].codec
        after = codec.decode_image(change.after) if change.after else None
        if after is None or after.deleted is not None:
            self._remove(change.id)
            return
        if max(map(len, texts_of(after)), default=0) > LATER:
            self._put_off([change])
            return
        doc = doc_of(self._reader, after)
        if change.before is None:
            self._add(after, doc)
            return
        before: Record | None = codec.decode_image(change.before)
        if self._is_stale(change.id):  # its doc may be older than the record before
            before = None
            self._connection.execute("DELETE FROM stale WHERE id = ?", (change.id,))
        was = doc_of(self._reader, before) if before and before.deleted is None else None
        self._put(after, doc, was)

    def _put_off(self, changes: Iterable[RowChange]) -> None:
        """Have records looked at again before the next look-up."""
        self._connection.many(
            "INSERT OR IGNORE INTO stale VALUES (?, ?)",
            ((change.id, change.kind.value) for change in changes if change.kind in SEARCHED),
        )

    def _look_at(self, waiting: Iterable[Row]) -> None:
        try:
            for kind, record_id in waiting:
                self._look_again(Kind(kind), record_id)
        except BaseException:
            # Before the turn is given up: another thread would take these words for written.
            self._known.clear()
            raise

    def _look_again(self, kind: Kind, record_id: Id) -> None:
        known = kind in SEARCHED
        record = self._reader.find(TABLES[kind].cls, record_id) if known else None
        if record is None or record.deleted is not None:
            self._remove(record_id)
        else:
            self._put(record, doc_of(self._reader, record), None)
            self._connection.execute("DELETE FROM stale WHERE id = ?", (record_id,))

    def _remove(self, record_id: Id) -> None:
        row = self._row_of(record_id)
        if row is not None:
            self._connection.execute("DELETE FROM found WHERE rowid = ?", (row,))
            self._connection.execute("DELETE FROM doc WHERE row = ?", (row,))
        self._connection.execute("DELETE FROM stale WHERE id = ?", (record_id,))

    def _put(self, record: Record, doc: Doc, was: Doc | None) -> None:
        """Bring the doc of a record up to date; `was` is what the index has of it, if known."""
        row = self._row_of(record.id)
        if row is None:
            self._add(record, doc)
            return
        place = self._place(row, doc.minute)
        if row != place:
            self._connection.execute("DELETE FROM found WHERE rowid = ?", (row,))
            self._connection.execute("UPDATE doc SET row = ? WHERE row = ?", (place, row))
        self._connection.execute(_PUT, (place, *doc.text, doc.facets))
        self._learn(doc.words() - was.words() if was else doc.words())

    def _add(self, record: Record, doc: Doc) -> None:
        """The doc of a record that has none yet."""
        place = self._free(doc.minute)
        self._connection.execute(
            "INSERT INTO doc VALUES (?, ?, ?)", (place, record.kind.value, record.id)
        )
        self._connection.execute(_ADD, (place, *doc.text, doc.facets))
        self._learn(doc.words())

    def _learn(self, words: set[str]) -> None:
        fresh = words - self._known
        if fresh:
            values = ((word,) for word in sorted(fresh))
            self._connection.many("INSERT OR IGNORE INTO word (word) VALUES (?)", values)
            self._known |= fresh

    def _is_stale(self, record_id: Id) -> bool:
        sql = "SELECT 1 FROM stale WHERE id = ?"
        return self._connection.row(sql, (record_id,)) is not None

    def _row_of(self, record_id: Id) -> int | None:
        found = self._connection.row("SELECT row FROM doc WHERE id = ?", (record_id,))
        return int(found[0]) if found else None

    def _place(self, row: int, minute: int) -> int:
        """The row for a doc of this minute: where it is, if that is right, else a free one."""
        if row >> SLOTS == minute:
            return row
        free = self._free(minute)
        # One that found its minute full stays where it went.
        return row if minute << SLOTS <= row < free else free

    def _free(self, minute: int) -> int:
        """The next free row of a minute, or of one of the minutes after it."""
        block = self._full.get(minute, minute)
        while True:
            start, end = block << SLOTS, (block + 1) << SLOTS
            top = self._connection.row(
                "SELECT max(row) FROM doc WHERE row >= ? AND row < ?", (start, end)
            )
            last = top[0] if top else None
            if last is None or last + 1 < end:
                self._full[minute] = block
                return start if last is None else int(last) + 1
            block += 1


def _is_part(change: RowChange) -> bool:
    """Whether a row is one of many that changed in the same columns, and only those are told."""
    return change.after is not None and len(change.after) < len(TABLES[change.kind].columns)


def _is_renamed(change: RowChange) -> bool:
    """Whether others that are found by the name of a record may be found by another now."""
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    return any(before.get(column) != after.get(column) for column in _NAMING)


def docs(connection: Connection) -> Iterator[tuple[int, Kind, Id]]:
    """Every doc of the index: its row, and the record it stands for."""
    for row, kind, record_id in connection.rows("SELECT row, kind, id FROM doc ORDER BY row"):
        yield row, Kind(kind), Id(record_id)
