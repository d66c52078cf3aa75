"""What lists show of sessions and actions, read without their long texts."""

from __future__ import annotations

from datetime import date

from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.rows import Reader

_NUMBERED = (
    "SELECT id, row_number() OVER (PARTITION BY person ORDER BY at, id) AS number "
    "FROM session WHERE deleted IS NULL AND state <> 'cancelled'"
)


def listed(reader: Reader) -> list[Row]:
    """Every session with its number among those with the same person, the newest first.

    Columns: id, title, person, person's name, their relation, at, offset, day, minutes, state,
    moved, whether it goes on, whether there is a question, items on the agenda, whether an entry
    is among them, whether actions were gone through, the number (None where it was cancelled),
    actions agreed in it, those still open, open ones with that person.
    """
    return reader.rows(
        f"WITH numbered AS ({_NUMBERED}), owed AS (SELECT session, count(*) AS whole, "  # noqa: S608 - no value is in it
        "sum(state = 'open') AS open FROM action WHERE deleted IS NULL GROUP BY session), "
        "waiting AS (SELECT person, count(*) AS open FROM action "
        "WHERE deleted IS NULL AND state = 'open' GROUP BY person) "
        "SELECT s.id, s.title, s.person, p.name, p.relation, s.at, s.offset, s.day, s.minutes, "
        "s.state, s.moved, s.started IS NOT NULL AND s.ended IS NULL, trim(s.question) <> '', "
        'json_array_length(s.agenda), instr(s.agenda, \'"kind":"entry"\') > 0, s.reviewed, '
        "n.number, coalesce(o.whole, 0), coalesce(o.open, 0), coalesce(w.open, 0) "
        "FROM session s LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "LEFT JOIN numbered n ON n.id = s.id LEFT JOIN owed o ON o.session = s.id "
        "LEFT JOIN waiting w ON w.person = s.person "
        "WHERE s.deleted IS NULL ORDER BY s.at DESC, s.id DESC"
    )


def numbers(reader: Reader) -> dict[Id, int]:
    """The number of each session among those with the same person."""
    return {Id(str(row[0])): int(str(row[1])) for row in reader.rows(_NUMBERED)}


def held(reader: Reader, first: date, last: date) -> list[Row]:
    """Id, day, number, person's name (None for nobody) and title of what was held, by its day."""
    return reader.rows(
        f"WITH numbered AS ({_NUMBERED}) "  # noqa: S608 - no value is in it
        "SELECT s.id, s.day, n.number, p.name, s.title FROM session s "
        "JOIN numbered n ON n.id = s.id "
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "WHERE s.deleted IS NULL AND s.state = 'held' AND s.day BETWEEN ? AND ? "
        "ORDER BY s.at, s.id",
        (first.isoformat(), last.isoformat()),
    )


def with_entry(reader: Reader, entry: Id) -> list[Row]:
    """Id, title, day, number and person's name of sessions with an entry on their agenda."""
    return reader.rows(
        f"WITH numbered AS ({_NUMBERED}) "  # noqa: S608 - no value is in it
        "SELECT s.id, s.title, s.day, n.number, coalesce(p.name, '') FROM session s "
        "LEFT JOIN numbered n ON n.id = s.id "
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "WHERE s.deleted IS NULL AND instr(s.agenda, ?) ORDER BY s.at DESC, s.id DESC",
        (entry,),
    )


def number(reader: Reader, session_id: Id) -> int | None:
    """The number of one session; None where it was cancelled."""
    sql = (
        "SELECT count(*) FROM session s JOIN session o ON o.person = s.person "
        "AND (o.at, o.id) <= (s.at, s.id) AND o.deleted IS NULL AND o.state <> 'cancelled' "
        "WHERE s.id = ? AND s.state <> 'cancelled'"
    )
    found = int(str(reader.rows(sql, (session_id,))[0][0]))
    return found or None


def before(reader: Reader, session_id: Id) -> Id | None:
    """The session with the same person that was held last before one."""
    sql = (
        "SELECT o.id FROM session s JOIN session o ON o.person = s.person AND o.state = 'held' "
        "AND o.deleted IS NULL AND o.at < s.at WHERE s.id = ? AND s.person <> '' "
        "ORDER BY o.at DESC, o.id DESC LIMIT 1"
    )
    rows = reader.rows(sql, (session_id,))
    return Id(str(rows[0][0])) if rows else None


def in_packs(reader: Reader) -> frozenset[str]:
    """The sessions that a share pack, or a line of the ledger, holds."""
    found: set[str] = set()
    for table in ("pack", "shared"):
        sql = (
            f"SELECT item.value ->> '$.id' FROM {table} p, json_each(p.items) item "  # noqa: S608 - one of two
            "WHERE p.deleted IS NULL AND item.value ->> '$.kind' = 'session'"
        )
        found |= {str(row[0]) for row in reader.rows(sql)}
    return frozenset(found)


def flagged(reader: Reader) -> int:
    """How many entries are flagged to bring."""
    sql = "SELECT count(*) FROM entry WHERE bring = 1 AND deleted IS NULL"
    return int(str(reader.rows(sql)[0][0]))
