"""What happened between two days, to prepare a session."""

from __future__ import annotations

from app.storage.connection import Row
from app.storage.rows import Reader

_AIMS = (
    "(SELECT 'goal' AS kind, id, title, state, state_day, created FROM goal "
    "WHERE deleted IS NULL UNION ALL "
    "SELECT 'stretch', id, title, state, state_day, created FROM stretch WHERE deleted IS NULL)"
)
_OPENING = 600
"""Characters of an entry that are read to find what it asks."""


def flagged(reader: Reader) -> list[Row]:
    """Id, day, title and opening of the entries flagged to bring, the newest first."""
    return reader.rows(
        "SELECT id, day, title, substr(body, 1, ?) FROM entry WHERE bring = 1 "
        "AND deleted IS NULL ORDER BY day DESC, at DESC, id DESC",
        (_OPENING,),
    )


def entries_between(reader: Reader, since: str, until: str) -> int:
    """How many entries were written between two days."""
    sql = "SELECT count(*) FROM entry WHERE deleted IS NULL AND day BETWEEN ? AND ?"
    return int(reader.rows(sql, (since, until))[0][0])


def aim_events(reader: Reader, since: str, until: str, offset: int) -> list[Row]:
    """What happened to goals and stretch goals between two days, by its day.

    Kind, id and title of the aim, then what it was, in words, how often, and the (last) day:
    "taken" up, "closed" with the state, a "step" with its title, a "check_in", an "attempt".
    `offset` are the minutes that the zone is ahead by.
    """
    return reader.rows(
        # Aims come first: what belongs to them is found by the indexes, without reading all.
        "SELECT kind, id, title, 'taken', '', 1, "  # noqa: S608 - names are ours
        "date(created / 1000 + ?3 * 60, 'unixepoch') AS day "
        f"FROM {_AIMS} WHERE day BETWEEN ?1 AND ?2 UNION ALL "
        f"SELECT kind, id, title, 'closed', state, 1, state_day FROM {_AIMS} WHERE state IN "
        "('met', 'partly_met', 'let_go', 'reached', 'tried') "
        "AND state_day BETWEEN ?1 AND ?2 UNION ALL "
        f"SELECT a.kind, a.id, a.title, 'step', m.title, 1, m.done FROM {_AIMS} a CROSS JOIN "
        "milestone m WHERE m.goal = a.id AND m.deleted IS NULL "
        "AND m.done BETWEEN ?1 AND ?2 UNION ALL "
        f"SELECT a.kind, a.id, a.title, 'check_in', '', count(*), max(c.day) FROM {_AIMS} a "
        "CROSS JOIN check_in c WHERE c.goal = a.id AND c.deleted IS NULL "
        "AND c.day BETWEEN ?1 AND ?2 GROUP BY a.id UNION ALL "
        f"SELECT a.kind, a.id, a.title, 'attempt', '', count(*), max(t.day) FROM {_AIMS} a "
        "CROSS JOIN attempt t WHERE t.goal = a.id AND t.deleted IS NULL "
        "AND t.day BETWEEN ?1 AND ?2 GROUP BY a.id ORDER BY 7, 2",
        (since, until, offset),
    )


def feedback_between(reader: Reader, since: str, until: str) -> list[Row]:
    """Id, name of the giver, form, day and state of feedback that arrived between two days."""
    return reader.rows(
        "SELECT f.id, coalesce(nullif(p.name, ''), f.giver), f.name, f.day, f.state "
        "FROM feedback f LEFT JOIN person p ON p.id = f.person AND p.deleted IS NULL "
        "WHERE f.deleted IS NULL AND f.day BETWEEN ? AND ? ORDER BY f.day DESC, f.id DESC",
        (since, until),
    )
