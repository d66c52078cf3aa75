"""Which assessments to read, and the entries that are evidence for any of several things."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.ids import Id
from app.storage.connection import Row
from app.storage.goal_rows import OPENING
from app.storage.rows import Reader


def holding_last(reader: Reader, person: Id) -> tuple[Id, ...]:
    """The assessments that hold the last rating of a competency by a person, or one's own."""
    sql = (
        "SELECT DISTINCT id FROM (SELECT a.id, row_number() OVER ("
        "PARTITION BY rating.atom ORDER BY a.day DESC, a.created DESC, a.id DESC) AS place "
        # Every part of the text at once: taken apart rating by rating, each is parsed twice.
        "FROM assessment a, json_tree(a.ratings) rating "
        "WHERE a.deleted IS NULL AND a.person = ? AND rating.key = 'competency') WHERE place = 1"
    )
    return tuple(Id(str(row[0])) for row in reader.rows(sql, (person,)))


def last_own(reader: Reader, before: date = date.max) -> tuple[Id, ...]:
    """The last own assessment before a day, if there is one."""
    sql = (
        "SELECT id FROM assessment WHERE deleted IS NULL AND person = '' AND day < ? "
        "ORDER BY day DESC, created DESC, id DESC LIMIT 1"
    )
    return tuple(Id(str(row[0])) for row in reader.rows(sql, (before.isoformat(),)))


def on_days(reader: Reader, first: date, last: date) -> tuple[Id, ...]:
    """The assessments of a range of days."""
    sql = "SELECT id FROM assessment WHERE deleted IS NULL AND day BETWEEN ? AND ?"
    found = reader.rows(sql, (first.isoformat(), last.isoformat()))
    return tuple(Id(str(row[0])) for row in found)


def targets(reader: Reader, competency: str) -> tuple[str, ...]:
    """The competency, the goals and stretch goals that name it, and their milestones."""
    naming = " UNION ALL ".join(
        f"SELECT a.id FROM {aims} a, json_each(a.competencies) named "  # noqa: S608 - names are ours
        "WHERE a.deleted IS NULL AND named.value = ?1"
        for aims in ("goal", "stretch")
    )
    sql = (
        f"WITH aim AS ({naming}) SELECT id FROM aim UNION ALL "  # noqa: S608 - as above
        "SELECT id FROM milestone WHERE deleted IS NULL AND goal IN (SELECT id FROM aim)"
    )
    return (competency, *(str(row[0]) for row in reader.rows(sql, (competency,))))


def evidence(reader: Reader, targets: Collection[str], limit: int) -> list[Row]:
    """Id, day, title and opening of entries that are evidence for one of them, newest first."""
    sql = (
        f"SELECT e.id, e.day, e.title, substr(e.body, 1, {OPENING}) FROM entry e "  # noqa: S608 - names and numbers are ours
        "WHERE e.deleted IS NULL AND e.id IN (SELECT entry FROM evidence "
        f"WHERE deleted IS NULL AND target IN ({_places(targets)})) "
        "ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?"
    )
    return reader.rows(sql, (*targets, limit))


def quotes(reader: Reader, targets: Collection[str]) -> list[tuple[str, Id, str]]:
    """Entry, link and words of each passage that is evidence for one of them, as quoted."""
    sql = (
        "SELECT entry, id, quote FROM evidence WHERE deleted IS NULL AND quote <> '' "  # noqa: S608 - as above
        f"AND target IN ({_places(targets)}) ORDER BY created, id"
    )
    found = reader.rows(sql, tuple(targets))
    return [(str(entry), Id(str(link)), str(quote)) for entry, link, quote in found]


def _places(targets: Collection[str]) -> str:
    return ", ".join("?" * len(targets))
