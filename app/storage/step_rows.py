"""What the page of the day shows of goals under way: open milestones, check-ins, plans."""

from __future__ import annotations

from app.storage.connection import Row
from app.storage.rows import Reader

_UNDER_WAY = (
    "(SELECT 'goal' AS kind, id, title, if_when, then_do, created FROM goal "
    "WHERE deleted IS NULL AND state = 'active' UNION ALL "
    "SELECT 'stretch', id, title, if_when, then_do, created FROM stretch "
    "WHERE deleted IS NULL AND state = 'active')"
)


def open_milestones(reader: Reader, limit: int) -> list[Row]:
    """Id, title, kind, id and title of the aim, and due day: the first open milestones by day."""
    return reader.rows(
        f"SELECT m.id, m.title, a.kind, a.id, a.title, m.due FROM {_UNDER_WAY} a "  # noqa: S608 - names are ours
        "JOIN milestone m ON m.goal = a.id WHERE m.deleted IS NULL AND m.done IS NULL "
        "ORDER BY m.due IS NULL, m.due, m.title LIMIT ?",
        (limit,),
    )


def count_open(reader: Reader) -> int:
    """How many open milestones there are on goals and stretch goals under way."""
    ((count,),) = reader.rows(
        f"SELECT count(*) FROM {_UNDER_WAY} a JOIN milestone m ON m.goal = a.id "  # noqa: S608 - names are ours
        "WHERE m.deleted IS NULL AND m.done IS NULL"
    )
    return int(count)


def last_check_ins(reader: Reader) -> list[Row]:
    """Id, title and start of each stretch goal under way, and the day of its last check-in."""
    return reader.rows(
        "SELECT s.id, s.title, s.start, (SELECT max(c.day) FROM check_in c "
        "WHERE c.goal = s.id AND c.deleted IS NULL) FROM stretch s "
        "WHERE s.deleted IS NULL AND s.state = 'active' ORDER BY s.created, s.id"
    )


def planned(reader: Reader) -> list[Row]:
    """Kind, id and the two halves of the plan of all under way that have one, goals first."""
    return reader.rows(
        f"SELECT kind, id, if_when, then_do FROM {_UNDER_WAY} "  # noqa: S608 - names are ours
        "WHERE trim(if_when) <> '' AND trim(then_do) <> '' ORDER BY kind, created, id"
    )
