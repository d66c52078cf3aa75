"""What the plan shows of goals beyond their own rows: evidence, packs, entries to link."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.ids import Id, Kind
from app.storage.connection import Row
from app.storage.rows import Reader

OPENING = 800
"""Characters of the body that an entry brings along."""

_NEWEST = (
    "(SELECT c.value FROM check_in c WHERE c.goal = g.id AND c.deleted IS NULL "
    "AND c.value IS NOT NULL ORDER BY c.day DESC, c.created DESC, c.id DESC LIMIT 1)"
)
_FOLLOWING = (
    "(SELECT m.title FROM milestone m WHERE m.goal = g.id AND m.deleted IS NULL "
    "AND m.done IS NULL ORDER BY m.position, m.created LIMIT 1)"
)
_ENTRY = f"e.id, e.day, e.at, e.title, substr(e.body, 1, {OPENING})"


def listed(reader: Reader) -> list[Row]:
    """All goals, oldest first, each with the first of its open milestones and its newest value.

    Id, title, state, due, milestone, learned, position, then measure, unit, baseline, target,
    value, kind.
    """
    return reader.rows(
        f"SELECT g.id, g.title, g.state, g.due, {_FOLLOWING}, g.learned, g.position, g.measure, "  # noqa: S608 - columns are ours
        f"g.unit, g.baseline, g.target, {_NEWEST}, g.measure_kind FROM goal g "
        "WHERE g.deleted IS NULL ORDER BY g.created, g.id"
    )


def feedback_for(reader: Reader, target: Id) -> list[Row]:
    """Id, day, the giver's name and what it is about: feedback that is evidence for something."""
    return reader.rows(
        "SELECT f.id, f.day, coalesce(p.name, f.giver), f.about FROM feedback f "
        "LEFT JOIN person p ON p.id = f.person AND p.deleted IS NULL "
        "WHERE f.deleted IS NULL AND f.state = 'kept' AND instr(f.links, ?) "
        "ORDER BY f.day DESC, f.id DESC",
        (target,),
    )


def sessions_about(reader: Reader, goal: Id) -> list[Row]:
    """Id, day, title, number and the person's name of sessions held on a goal.

    It was one of their goals, or stood on their agenda.
    """
    return reader.rows(
        "SELECT s.id, s.day, s.title, (SELECT count(*) FROM session o WHERE o.person = s.person "
        "AND (o.at, o.id) <= (s.at, s.id) AND o.deleted IS NULL AND o.state <> 'cancelled'), "
        "coalesce(p.name, '') FROM session s "
        "LEFT JOIN person p ON p.id = s.person AND p.deleted IS NULL "
        "WHERE s.deleted IS NULL AND s.state = 'held' "
        "AND (instr(s.goals, ?1) OR instr(s.agenda, ?1)) ORDER BY s.at DESC, s.id DESC",
        (goal,),
    )


def step_counts(reader: Reader) -> dict[str, tuple[int, int]]:
    """How many milestones are done and how many there are, for each goal that has any."""
    sql = "SELECT goal, count(done), count(*) FROM milestone WHERE deleted IS NULL GROUP BY goal"
    return {str(goal): (int(done), int(steps)) for goal, done, steps in reader.rows(sql)}


def competencies_named(reader: Reader, closed: Collection[str]) -> set[str]:
    """The competencies that goals name, without those in states that count not."""
    marks = ", ".join("?" * len(closed))
    sql = (
        "SELECT DISTINCT used.value FROM goal g, json_each(g.competencies) used "  # noqa: S608 - values are bound
        f"WHERE g.deleted IS NULL AND g.state NOT IN ({marks})"
    )
    return {str(name) for (name,) in reader.rows(sql, tuple(closed))}


def to_review(reader: Reader, day: str, closed: Collection[str]) -> list[Row]:
    """Id, title and day of review of goals to review by a day, without states that count not."""
    marks = ", ".join("?" * len(closed))
    return reader.rows(
        "SELECT id, title, review FROM goal WHERE deleted IS NULL AND review <= ? "  # noqa: S608 - values are bound
        f"AND state NOT IN ({marks}) ORDER BY review, position, id",
        (day, *closed),
    )


def experiences_naming(reader: Reader, aim: Id) -> list[str]:
    """The ids of the experiences that name a goal or stretch goal."""
    sql = (
        "SELECT e.id FROM experience e WHERE e.deleted IS NULL AND EXISTS "
        "(SELECT 1 FROM json_each(e.goals) named WHERE named.value = ?)"
    )
    return [str(row[0]) for row in reader.rows(sql, (aim,))]


def newest_ratings(reader: Reader) -> dict[str, int]:
    """The newest confidence of each stretch goal that has any."""
    sql = (
        "SELECT s.id, (SELECT c.confidence FROM check_in c WHERE c.goal = s.id AND c.deleted IS "
        "NULL AND c.confidence IS NOT NULL ORDER BY c.day DESC, c.created DESC, c.id DESC LIMIT 1)"
        " FROM stretch s WHERE s.deleted IS NULL"
    )
    return {str(goal): int(rated) for goal, rated in reader.rows(sql) if rated is not None}


def experiences(reader: Reader, goal: Id) -> list[Row]:
    """Id and title of each experience that names a goal or stretch goal, oldest first."""
    sql = (
        "SELECT e.id, e.title FROM experience e WHERE e.deleted IS NULL AND EXISTS "
        "(SELECT 1 FROM json_each(e.goals) g WHERE g.value = ?) ORDER BY e.created, e.id"
    )
    return reader.rows(sql, (goal,))


def evidence_counts(reader: Reader, targets: Collection[str] | None = None) -> dict[str, int]:
    """How many entries are evidence for each of these that has any, or for whatever has."""
    among = "" if targets is None else f"AND target IN ({', '.join('?' * len(targets))}) "
    sql = (
        "SELECT target, count(DISTINCT entry) FROM evidence "  # noqa: S608 - values are bound
        f"WHERE deleted IS NULL {among}GROUP BY target"
    )
    return {str(target): int(count) for target, count in reader.rows(sql, tuple(targets or ()))}


def evidence(reader: Reader, target: Id) -> list[Row]:
    """The entries that are evidence for a goal: id, day, time, title and opening, newest first."""
    sql = (
        f"SELECT {_ENTRY} FROM entry e WHERE e.deleted IS NULL AND e.id IN "  # noqa: S608 - columns are ours
        "(SELECT entry FROM evidence WHERE target = ? AND deleted IS NULL) "
        "ORDER BY e.day DESC, e.at DESC, e.id DESC"
    )
    return reader.rows(sql, (target,))


def quotes(reader: Reader, target: Id) -> list[tuple[str, str, str]]:
    """Entry, link and words of each passage that is evidence for a goal, as they were quoted."""
    sql = (
        "SELECT entry, id, quote FROM evidence WHERE target = ? AND quote <> '' "
        "AND deleted IS NULL ORDER BY created, id"
    )
    return [
        (str(entry), str(link), str(quote)) for entry, link, quote in reader.rows(sql, (target,))
    ]


def linkable(reader: Reader, target: Id, words: str, limit: int) -> list[Row]:
    """Entries that are no evidence for a goal yet and contain every word, newest first."""
    found = [f"%{_escaped(word)}%" for word in words.split()]
    holds = " AND (e.title LIKE ? ESCAPE '\\' OR e.body LIKE ? ESCAPE '\\')" * len(found)
    sql = (
        f"SELECT {_ENTRY} FROM entry e WHERE e.deleted IS NULL AND NOT EXISTS "  # noqa: S608 - columns are ours, words are bound
        "(SELECT 1 FROM evidence v WHERE v.entry = e.id AND v.target = ? AND v.deleted IS NULL)"
        f"{holds} ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?"
    )
    twice = [pattern for pattern in found for _ in range(2)]
    return reader.rows(sql, (target, *twice, limit))


def in_packs(reader: Reader, kind: Kind) -> list[tuple[str, str, str, bool]]:
    """Item, pack, its title, and whether it has left: all of a kind in packs or the ledger."""
    sql = (
        "SELECT item.value ->> '$.id', p.id, p.title, 0 FROM pack p, json_each(p.items) item "
        "WHERE p.deleted IS NULL AND item.value ->> '$.kind' = ? UNION ALL "
        "SELECT item.value ->> '$.id', p.pack, p.title, 1 FROM shared p, json_each(p.items) item "
        "WHERE p.deleted IS NULL AND item.value ->> '$.kind' = ?"
    )
    found = reader.rows(sql, (kind.value, kind.value))
    return [(str(item), str(pack), str(title), bool(left)) for item, pack, title, left in found]


def _escaped(word: str) -> str:
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return word
