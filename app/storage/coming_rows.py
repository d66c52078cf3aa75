"""What the page of the day reads of sessions, actions and feedback."""

from __future__ import annotations

from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.rows import Reader

_NUMBER = (
    "(SELECT count(*) FROM session o WHERE o.person = s.person AND (o.at, o.id) <= (s.at, s.id) "
    "AND o.deleted IS NULL AND o.state <> 'cancelled')"
)


def next_session(reader: Reader, first: str, last: str) -> Id | None:
    """The session that goes on, else the next one planned between two days."""
    rows = reader.rows(
        "SELECT id FROM session WHERE deleted IS NULL AND state = 'planned' "
        "AND (started IS NOT NULL OR day BETWEEN ? AND ?) "
        "ORDER BY started IS NULL, at, id LIMIT 1",
        (first, last),
    )
    return Id(str(rows[0][0])) if rows else None


def owed_before(reader: Reader, person: Id, session: Id) -> int:
    """How many actions with somebody are open that were not agreed in a session."""
    sql = (
        "SELECT count(*) FROM action WHERE deleted IS NULL AND state = 'open' "
        "AND person = ? AND session <> ?"
    )
    ((count,),) = reader.rows(sql, (person, session))
    return int(count)


def my_actions(reader: Reader, due_by: str) -> list[Row]:
    """Id, title, day, the session with its number, and the name of whom: what the mentee owes.

    Only what is due by a day; session, number and name are None where there is none.
    """
    return reader.rows(
        f"SELECT a.id, a.title, a.due, s.id, {_NUMBER}, p.name FROM action a "  # noqa: S608 - no value is in it
        "LEFT JOIN session s ON s.id = a.session AND s.deleted IS NULL "
        "LEFT JOIN person p ON p.id = a.person AND p.deleted IS NULL "
        "WHERE a.deleted IS NULL AND a.state = 'open' AND a.mine AND a.due <= ? "
        "ORDER BY a.due, a.id",
        (due_by,),
    )


def unread(reader: Reader) -> list[Row]:
    """Id, day and the name of whom (None for nobody) of feedback that waits to be read."""
    return reader.rows(
        "SELECT f.id, f.day, p.name FROM feedback f "
        "LEFT JOIN person p ON p.id = f.person AND p.deleted IS NULL "
        "WHERE f.deleted IS NULL AND f.state = 'arrived' ORDER BY f.day, f.id"
    )


def held_since(reader: Reader, since: str) -> list[Row]:
    """Id, title, day, number and name (None for nobody) of sessions held since a day."""
    return reader.rows(
        f"SELECT s.id, s.title, s.day, {_NUMBER}, p.name FROM session s "  # noqa: S608 - no value is in it
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "WHERE s.deleted IS NULL AND s.state = 'held' AND s.day >= ? ORDER BY s.at DESC, s.id",
        (since,),
    )


def arrived_since(reader: Reader, since: str) -> list[Row]:
    """Id, day and the name of whom (None for nobody) of feedback that came back since a day."""
    return reader.rows(
        "SELECT f.id, f.day, p.name FROM feedback f "
        "LEFT JOIN person p ON p.id = f.person AND p.deleted IS NULL "
        "WHERE f.deleted IS NULL AND f.day >= ? ORDER BY f.day DESC, f.id",
        (since,),
    )


def next_sessions(reader: Reader, day: str) -> list[Row]:
    """Each person with sessions planned from a day on, and the day of the first of them."""
    return reader.rows(
        "SELECT person, min(day) FROM session WHERE deleted IS NULL AND state = 'planned' "
        "AND person <> '' AND day >= ? GROUP BY person",
        (day,),
    )
