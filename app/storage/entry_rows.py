"""The journal's list and its filters, read without decoding whole entries."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.ids import NO_ID, Id
from app.storage.connection import Row, Value
from app.storage.rows import Reader

OPENING: Final = 600
"""Characters of the body that a row of the list brings along."""

_GOALS = (
    "(SELECT count(DISTINCT v.target) FROM evidence v WHERE v.entry = e.id AND v.deleted IS NULL)"
)
_OPENING = f"substr(e.body, 1, {OPENING})"
_COLUMNS = (
    f"e.id, e.day, e.at, e.title, {_OPENING}, e.bring, e.pinned, e.confidence, {_GOALS}, e.offset"
)
_EVIDENCE = "EXISTS (SELECT 1 FROM evidence v WHERE v.entry = e.id AND v.deleted IS NULL{target})"


_TAGGED = "instr(e.tags, ?) > 0"
_TAGGED_ROWS = f"SELECT rowid FROM entry e WHERE deleted IS NULL AND tags <> '[]' AND {_TAGGED}"  # noqa: S608 - it is ours
_LINKED_ROWS = (
    "SELECT DISTINCT e.rowid FROM evidence v JOIN entry e ON e.id = v.entry WHERE v.deleted IS NULL"
)

FEW: Final = 2000
"""How many entries are read one by one rather than looked for among all of them."""


class View(StrEnum):
    """The three views of the journal's list."""

    ALL = "all"
    BRING = "bring"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries to list; what is left empty does not narrow. The dates are included."""

    view: View = View.ALL
    tag: str = ""
    template: str = ""
    goal: Id = NO_ID
    since: date | None = None
    until: date | None = None
    rated: bool = False
    image: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it lists less than its view."""
        return self != EntryFilter(self.view)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in the list, which runs from the newest to the oldest."""

    day: str
    at: int
    id: str


def page(reader: Reader, wanted: EntryFilter, after: Place | None, limit: int) -> list[Row]:
    """The entries behind a place that are not pinned, newest first."""
    return _page(reader, wanted, after, limit, pinned=0)


def pinned(reader: Reader, wanted: EntryFilter, after: Place | None, limit: int) -> list[Row]:
    """The pinned entries behind a place, newest first."""
    return _page(reader, wanted, after, limit, pinned=1)


def _page(
    reader: Reader, wanted: EntryFilter, after: Place | None, limit: int, *, pinned: int
) -> list[Row]:
    where, values = _conditions(wanted)
    where += [f"e.pinned = {pinned}", *_few(reader, wanted)]
    if after is not None:
        where.append("(e.day, e.at, e.id) < (?, ?, ?)")
        values += [after.day, after.at, after.id]
    return _listed(reader, where, values, limit)


def one(reader: Reader, wanted: EntryFilter, entry: Id) -> Row | None:
    """The row of one entry, if the filter lets it through."""
    where, values = _conditions(wanted)
    found = _listed(reader, [*where, "e.id = ?"], [*values, entry], 1)
    return found[0] if found else None


def count(reader: Reader, wanted: EntryFilter) -> int:
    """How many entries a filter lets through."""
    where, values = _conditions(wanted)
    where += _few(reader, wanted)
    if wanted.tag:
        where.append("e.tags <> '[]'")  # so that the index of tags will do
    found = reader.rows(f"SELECT count(*) FROM entry e WHERE {' AND '.join(where)}", values)  # noqa: S608 - conditions are ours, values are bound
    return _number(found)


def count_after(reader: Reader, day: str) -> int:
    """How many entries later days have, read from the index of days alone."""
    sql = "SELECT count(*) FROM entry WHERE deleted IS NULL AND day > ?"
    return _number(reader.rows(sql, (day,)))


def count_evidence(reader: Reader) -> int:
    """How many entries are evidence for something, read from the index alone."""
    sql = "SELECT count(DISTINCT entry) FROM evidence WHERE deleted IS NULL"
    return _number(reader.rows(sql))


def counts_by_day(reader: Reader, since: str, until: str) -> list[tuple[str, int]]:
    """How many entries each day between two has, read from the index of days alone."""
    sql = (
        "SELECT day, count(*) FROM entry WHERE deleted IS NULL AND day BETWEEN ? AND ? GROUP BY day"
    )
    return [(str(day), _number([(count,)])) for day, count in reader.rows(sql, (since, until))]


def first_and_last_day(reader: Reader) -> tuple[str, str]:
    """The days of the oldest and the newest entry; empty where there is none."""
    ends = (
        reader.rows(
            f"SELECT day FROM entry WHERE deleted IS NULL ORDER BY day {order}, at {order} LIMIT 1"  # noqa: S608 - both are ours
        )
        for order in ("ASC", "DESC")
    )
    first, last = (str(found[0][0]) if found else "" for found in ends)
    return first, last


def on_days(reader: Reader, days: Sequence[str], limit: int) -> list[Row]:
    """The entries of these days, newest first."""
    marks = ", ".join("?" * len(days))
    return _listed(reader, ["e.deleted IS NULL", f"e.day IN ({marks})"], [*days], limit)


def tags(reader: Reader) -> list[str]:
    """Every tag in use, in no order, read from the index of tags alone."""
    sql = "SELECT DISTINCT tags FROM entry WHERE deleted IS NULL AND tags <> '[]'"
    return list({tag for (found,) in reader.rows(sql) for tag in json.loads(found)})


def templates(reader: Reader) -> list[str]:
    """The id of every template that an entry was begun from, in no order."""
    sql = "SELECT DISTINCT template FROM entry WHERE deleted IS NULL AND template <> ''"
    return [str(row[0]) for row in reader.rows(sql)]


def in_packs(reader: Reader) -> list[tuple[str, str, bool]]:
    """Entry, pack title, and whether it has left: every entry that a pack or the ledger names."""
    sql = "".join(
        f"SELECT item.value ->> '$.id', p.title, {left} FROM {table} p, json_each(p.items) item "  # noqa: S608 - both are ours
        "WHERE p.deleted IS NULL AND item.value ->> '$.kind' = 'entry'" + joint
        for table, left, joint in (("pack", 0, " UNION ALL "), ("shared", 1, ""))
    )
    return [(str(entry), str(title), bool(left)) for entry, title, left in reader.rows(sql)]


def last_target(reader: Reader) -> tuple[str, str] | None:
    """Kind and id of what an entry was linked to last."""
    sql = (
        "SELECT target_kind, target FROM evidence WHERE deleted IS NULL "
        "ORDER BY created DESC, id DESC LIMIT 1"
    )
    found = reader.rows(sql)
    return (str(found[0][0]), str(found[0][1])) if found else None


def _listed(reader: Reader, where: Sequence[str], values: list[Value], limit: int) -> list[Row]:
    sql = (
        f"SELECT {_COLUMNS} FROM entry e WHERE {' AND '.join(where)} "  # noqa: S608 - conditions are ours, values are bound
        "ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?"
    )
    return reader.rows(sql, [*values, limit])


def _conditions(wanted: EntryFilter) -> tuple[list[str], list[Value]]:
    where, values = ["e.deleted IS NULL"], list[Value]()
    if wanted.view is View.BRING:
        where.append("e.bring = 1")
    if wanted.view is View.EVIDENCE:
        where.append(_EVIDENCE.format(target=""))
    if wanted.rated:
        where.append("(e.energy IS NOT NULL OR e.confidence IS NOT NULL)")
    if wanted.image:
        where.append("instr(e.body, '](image:') > 0")
    for condition, value in (
        (_TAGGED, wanted.tag and _spelled(wanted.tag)),
        ("e.template = ?", wanted.template),
        (_EVIDENCE.format(target=" AND v.target = ?"), wanted.goal),
        ("e.day >= ?", wanted.since and wanted.since.isoformat()),
        ("e.day <= ?", wanted.until and wanted.until.isoformat()),
    ):
        if value:
            where.append(condition)
            values.append(value)
    return where, values


def _few(reader: Reader, wanted: EntryFilter) -> list[str]:
    """Which rows a filter can only let through, where they are few.

    Looking for few among all entries by their day would read every one of them.
    """
    asked: list[tuple[str, tuple[Value, ...]]] = []
    if wanted.tag:
        asked.append((_TAGGED_ROWS, (_spelled(wanted.tag),)))
    if wanted.view is View.EVIDENCE:
        asked.append((_LINKED_ROWS, ()))
    if wanted.goal:
        asked.append((f"{_LINKED_ROWS} AND v.target = ?", (wanted.goal,)))
    conditions = []
    for sql, values in asked:
        rows = reader.rows(f"{sql} LIMIT ?", (*values, FEW + 1))
        if len(rows) <= FEW:
            conditions.append(f"e.rowid IN ({', '.join(str(row) for (row,) in rows)})")
    return conditions


def _spelled(tag: str) -> str:
    """A tag as it stands in the list of tags, which is JSON."""
    return json.dumps(tag, ensure_ascii=False)


def _number(rows: list[Row]) -> int:
    value = rows[0][0]
    return value if isinstance(value, int) else 0
