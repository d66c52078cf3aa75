"""What the page of the day shows of goals under way: open milestones, check-ins, plans."""

from __future__ import annotations

from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.rows import Reader

_UNDER_WAY = (
    "(SELECT 'goal' AS kind, id, title, if_when, then_do, created, due, due AS last FROM goal "
    "WHERE deleted IS NULL AND state = 'active' UNION ALL "
    "SELECT 'stretch', id, title, if_when, then_do, created, "
    "coalesce(commit_day, reach_day), coalesce(reach_day, commit_day) FROM stretch "
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


def milestones_due(reader: Reader, first: str, last: str) -> list[Row]:
    """Id, title, kind and id of the aim, and day of the open milestones due between two days."""
    return reader.rows(
        f"SELECT m.id, m.title, a.kind, a.id, m.due FROM {_UNDER_WAY} a "  # noqa: S608 - names are ours
        "JOIN milestone m ON m.goal = a.id WHERE m.deleted IS NULL AND m.done IS NULL "
        "AND m.due BETWEEN ? AND ? ORDER BY m.due, m.title, m.id",
        (first, last),
    )


def weekly_reflections(reader: Reader, first: str, last: str) -> list[Row]:
    """The days between two on which a weekly reflection was written, by template or by tag."""
    return reader.rows(
        "SELECT DISTINCT day FROM entry WHERE deleted IS NULL AND day BETWEEN ? AND ? "
        "AND (template = 'weekly-review' OR instr(tags, '\"weekly\"') > 0) ORDER BY day",
        (first, last),
    )


def sessions_coming(reader: Reader, after: int, before: int) -> list[Row]:
    """Id, title, time, zone and name of whom, of the planned sessions that begin between two times.

    Both are UTC milliseconds; one that has begun is not planned any more.
    """
    return reader.rows(
        "SELECT s.id, s.title, s.at, s.offset, p.name FROM session s "
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL WHERE s.deleted IS NULL "
        "AND s.state = 'planned' AND s.started IS NULL AND s.at > ? AND s.at < ? "
        "ORDER BY s.at, s.id",
        (after, before),
    )


def requests_unanswered(reader: Reader, first: str, last: str) -> list[Row]:
    """Id, last day to reply and name of whom, of open requests that nothing came back for."""
    return reader.rows(
        "SELECT r.id, r.reply_by, p.name FROM request r "
        "LEFT JOIN person p ON p.id = r.person AND p.deleted IS NULL WHERE r.deleted IS NULL "
        "AND r.closed IS NULL AND r.reply_by BETWEEN ? AND ? AND NOT EXISTS "
        "(SELECT 1 FROM feedback f WHERE f.request = r.id AND f.deleted IS NULL) "
        "ORDER BY r.reply_by, r.id",
        (first, last),
    )


def count_open(reader: Reader) -> int:
    """How many open milestones there are on goals and stretch goals under way."""
    ((count,),) = reader.rows(
        f"SELECT count(*) FROM {_UNDER_WAY} a JOIN milestone m ON m.goal = a.id "  # noqa: S608 - names are ours
        "WHERE m.deleted IS NULL AND m.done IS NULL"
    )
    return int(count)


def last_check_ins(reader: Reader) -> list[Row]:
    """Id, title and start of each stretch goal under way, and the day of its last check-in.

    That the plan was used, said by itself, is no check-in yet.
    """
    return reader.rows(
        "SELECT s.id, s.title, s.start, (SELECT c.day FROM check_in c "
        "WHERE c.goal = s.id AND c.deleted IS NULL AND (c.confidence IS NOT NULL "
        "OR c.value IS NOT NULL OR c.note <> '') ORDER BY c.day DESC LIMIT 1) FROM stretch s "
        "WHERE s.deleted IS NULL AND s.state = 'active' ORDER BY s.created, s.id"
    )


def planned(reader: Reader, number: int) -> Row | None:
    """Kind, id, the two halves of the plan and title: one of all that have one, goals first.

    They are counted round and round, so that every number finds one where there is any.
    """
    having = f"FROM {_UNDER_WAY} WHERE trim(if_when) <> '' AND trim(then_do) <> ''"
    ((count,),) = reader.rows(f"SELECT count(*) {having}")
    if not count:
        return None
    rows = reader.rows(
        f"SELECT kind, id, if_when, then_do, title {having} "
        "ORDER BY kind, created, id LIMIT 1 OFFSET ?",
        (number % count,),
    )
    return rows[0]


def plan_uses(reader: Reader, aim: Id) -> tuple[int, str | None, str | None]:
    """How often the plan of a goal or stretch goal was used, and the first and last day of it."""
    ((count, first, last),) = reader.rows(
        "SELECT count(*), min(day), max(day) FROM check_in "
        "WHERE goal = ? AND deleted IS NULL AND plan_used = 'yes'",
        (aim,),
    )
    return int(count), first, last


def support_to_follow(reader: Reader, asked_by: str, due_by: str) -> list[Row]:
    """Support that was asked for by a day, or is still wanted for what is due by another day.

    Id, title, state, day, id and name of whom, then kind, id, title and both days of the aim.
    """
    return reader.rows(
        "SELECT s.id, s.title, s.state, s.day, p.id, p.name, a.kind, a.id, a.title, a.due, "  # noqa: S608 - names are ours
        f"a.last FROM support s LEFT JOIN {_UNDER_WAY} a ON a.id = s.goal "
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "WHERE s.deleted IS NULL AND (s.goal = '' OR a.id IS NOT NULL) "
        "AND (s.state = 'asked' AND s.day <= ? OR s.state = 'wanted' AND a.due <= ?)",
        (asked_by, due_by),
    )


def milestones_done(reader: Reader, since: str) -> list[Row]:
    """Title and day of milestones done since a day, with kind and id of the aim."""
    return reader.rows(
        "SELECT m.title, m.done, CASE WHEN g.id IS NULL THEN 'stretch' ELSE 'goal' END, m.goal "
        "FROM milestone m LEFT JOIN goal g ON g.id = m.goal AND g.deleted IS NULL "
        "LEFT JOIN stretch s ON s.id = m.goal AND s.deleted IS NULL "
        "WHERE m.deleted IS NULL AND m.done >= ? AND coalesce(g.id, s.id) IS NOT NULL "
        "ORDER BY m.done DESC, m.id DESC",
        (since,),
    )


def values_logged(reader: Reader, since: str) -> list[Row]:
    """Id and title of goals with values logged since a day, how many, and the last day."""
    # Goals come first: their check-ins of a week are found by the index, without reading all.
    return reader.rows(
        "SELECT g.id, g.title, count(*), max(c.day) FROM goal g CROSS JOIN check_in c "
        "WHERE g.deleted IS NULL AND c.goal = g.id AND c.deleted IS NULL "
        "AND c.value IS NOT NULL AND c.day >= ? GROUP BY g.id ORDER BY max(c.day) DESC, g.id",
        (since,),
    )


def newest_ratings(reader: Reader, goal: Id, limit: int) -> list[Row]:
    """Id, day, time of making and confidence of the newest check-ins that were rated."""
    return reader.rows(
        "SELECT id, day, created, confidence FROM check_in WHERE goal = ? AND deleted IS NULL "
        "AND confidence IS NOT NULL ORDER BY day DESC, created DESC, id DESC LIMIT ?",
        (goal, limit),
    )


def aims_closed(reader: Reader, since: str) -> list[Row]:
    """Kind, id, title and day of goals and stretch goals that were closed since a day."""
    return reader.rows(
        "SELECT 'goal', id, title, state_day FROM goal WHERE deleted IS NULL "
        "AND state_day >= ? AND state IN ('met', 'partly_met', 'let_go') UNION ALL "
        "SELECT 'stretch', id, title, state_day FROM stretch WHERE deleted IS NULL "
        "AND state_day >= ? AND state IN ('reached', 'tried', 'let_go') "
        "ORDER BY 4 DESC, 2",
        (since, since),
    )


def experiences_ended(reader: Reader, since: str, until: str) -> list[Row]:
    """Id, title and last day of the experiences that ended between two days."""
    return reader.rows(
        'SELECT id, title, "end" FROM experience WHERE deleted IS NULL AND "end" BETWEEN ? AND ? '
        'ORDER BY "end" DESC, id',
        (since, until),
    )


def entries_since(reader: Reader, since: str) -> list[Row]:
    """Id and day of the entries written since a day, the newest first."""
    return reader.rows(
        "SELECT id, day FROM entry WHERE deleted IS NULL AND day >= ? ORDER BY day DESC, at DESC",
        (since,),
    )
