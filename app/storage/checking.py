"""Whether the index of search holds what the records say, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.storage.connection import Connection
from app.storage.errors import SaveFailedError, VaultDamagedError
from app.storage.finding import SEARCHED, Doc, doc_of
from app.storage.rows import Reader
from app.storage.tables import TABLES

_AT_ONCE: Final = 200
_COLUMNS: Final = ("title", "body", "tags", "facets")
_WORDS = "CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, found, col)"
_SEVEN_BITS: Final = 0x7F


@dataclass(slots=True)
class _Expected:
    """What the index has to hold: for each word and column in how many docs, and how often."""

    docs: Counter[tuple[str, str]] = field(default_factory=Counter)
    times: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, doc: Doc) -> list[int]:
        """Take in a doc; returns how many words each of its columns has."""
        sizes = []
        for name, text in zip(_COLUMNS, (*doc.text, doc.facets), strict=True):
            tokens = text.split()
            sizes.append(len(tokens))
            self.times.update((word, name) for word in tokens)
            self.docs.update((word, name) for word in set(tokens))
        return sizes


def is_sound(connection: Connection) -> bool:
    """Whether every record has exactly its doc, with its words, and the index is in order.

    It reads everything. What is put off (`Index.catch_up`) has to be done before.
    """
    try:
        # Asking FTS5 itself would take a statement that writes.
        if connection.rows("PRAGMA integrity_check(found)") != [("ok",)]:
            return False
        expected = _Expected()
        rows = {Id(of): int(row) for of, row in connection.rows("SELECT id, row FROM doc")}
        sizes: dict[int, bytes] = dict(connection.rows("SELECT id, sz FROM found_docsize"))
        for record in _records(connection):
            row = rows.pop(record.id, None)
            doc = doc_of(Reader(connection), record)
            if row is None or _numbers(sizes.pop(row, b"")) != expected.add(doc):
                return False
        return not rows and not sizes and _holds(connection, expected)
    except (VaultDamagedError, SaveFailedError):
        return False


def _records(connection: Connection) -> Iterator[Record]:
    reader = Reader(connection)
    for kind in SEARCHED:
        ids = [of for (of,) in connection.rows(f'SELECT id FROM "{kind}" WHERE deleted IS NULL')]  # noqa: S608 - a kind is ours
        for start in range(0, len(ids), _AT_ONCE):
            yield from reader.among(TABLES[Kind(kind)].cls, "id", ids[start : start + _AT_ONCE])


def _holds(connection: Connection, expected: _Expected) -> bool:
    """Whether the index has just these words, and knows all of them by their parts."""
    connection.execute(_WORDS)
    try:
        found = connection.rows("SELECT term, col, doc, cnt FROM temp.indexed")
    finally:
        connection.execute("DROP TABLE temp.indexed")
    known = {word for (word,) in connection.rows("SELECT word FROM word")}
    searched = {word for word, column in expected.docs if column != "facets"}
    return (
        {(word, column): docs for word, column, docs, _ in found} == expected.docs
        and {(word, column): times for word, column, _, times in found} == expected.times
        and searched <= known
    )


def _numbers(blob: bytes) -> list[int]:
    """The numbers in a row of FTS5's sizes: seven bits a byte; the highest says go on."""
    numbers, value = [], 0
    for byte in blob:
        value = value << 7 | byte & _SEVEN_BITS
        if byte <= _SEVEN_BITS:
            numbers.append(value)
            value = 0
    return numbers
