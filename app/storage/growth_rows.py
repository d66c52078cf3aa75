"""What the charts of growth read of the journal, without decoding whole entries."""

from __future__ import annotations

from datetime import date

from app.domain.goals import GoalState
from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.rows import Reader


def written(reader: Reader, first: date, last: date) -> list[Row]:
    """Day, confidence, tags (JSON) and text of the entries of a range of days, oldest first."""
    sql = (
        "SELECT day, confidence, tags, body FROM entry WHERE deleted IS NULL "
        "AND day BETWEEN ? AND ? ORDER BY day, at"
    )
    return reader.rows(sql, (first.isoformat(), last.isoformat()))


def written_days(reader: Reader, first: date, last: date) -> tuple[date, date] | None:
    """The days of the first and the last entry of a range of days; None where there is none."""
    sql = "SELECT min(day), max(day) FROM entry WHERE deleted IS NULL AND day BETWEEN ? AND ?"
    begun, ended = reader.rows(sql, (first.isoformat(), last.isoformat()))[0]
    return (date.fromisoformat(begun), date.fromisoformat(ended)) if begun else None


def rated_stretches(reader: Reader, first: date, last: date, limit: int) -> list[Id]:
    """The stretch goals with a rating in a range of days: active ones first, then the newest."""
    sql = (
        "SELECT s.id, (SELECT max(c.day) FROM check_in c WHERE c.goal = s.id "
        "AND c.day BETWEEN ? AND ? AND c.deleted IS NULL AND c.confidence IS NOT NULL) AS rated "
        "FROM stretch s WHERE s.deleted IS NULL AND rated IS NOT NULL "
        "ORDER BY s.state = 'active' DESC, rated DESC, s.id DESC LIMIT ?"
    )
    rows = reader.rows(sql, (first.isoformat(), last.isoformat(), limit))
    return [Id(stretch) for stretch, _ in rows]


def goals(reader: Reader, first: date, last: date) -> list[Row]:
    """Id, title, state, the day since when, and lesson of goals open in a range of days.

    Those that came to their end on one of the days are among them.
    """
    closed = ", ".join(f"'{state}'" for state in GoalState if state.closed)
    sql = (
        "SELECT id, title, state, coalesce(state_day, start), learned FROM goal "  # noqa: S608 - states are ours
        "WHERE deleted IS NULL AND (start IS NULL OR start <= ?2) "
        f"AND (state NOT IN ({closed}) OR state_day IS NULL OR state_day >= ?1)"
    )
    return reader.rows(sql, (first.isoformat(), last.isoformat()))


def agreed(reader: Reader, first: date, last: date) -> list[Row]:
    """What was agreed with people who are known in a range of days.

    Columns: the person's id and name, the action's id, title, whether it is the mentee's own, the
    day it was agreed, the day it is due, and its state.
    """
    sql = (
        "SELECT p.id, p.name, a.id, a.title, a.mine, "
        "coalesce(s.day, date(a.created / 1000, 'unixepoch')) AS agreed, a.due, a.state "
        "FROM action a JOIN person p ON p.id = a.person AND p.deleted IS NULL "
        "LEFT JOIN session s ON s.id = a.session AND s.deleted IS NULL "
        "WHERE a.deleted IS NULL AND agreed BETWEEN ? AND ?"
    )
    return reader.rows(sql, (first.isoformat(), last.isoformat()))


def first_days(reader: Reader) -> list[str]:
    """The days of the first entry, assessment, check-in and experience, of those there are."""
    sql = " UNION ALL ".join(
        f'SELECT min("{column}") FROM "{table}" WHERE deleted IS NULL'  # noqa: S608 - both are ours
        for table, column in (
            ("entry", "day"),
            ("assessment", "day"),
            ("check_in", "day"),
            ("experience", "start"),
        )
    )
    return [str(day) for (day,) in reader.rows(sql) if day]
