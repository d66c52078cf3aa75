"""What hangs on records in the trash, read without decoding it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from app.domain.ids import Id, Kind
from app.storage.rows import Reader
from app.storage.tables import TABLES
from app.storage.writing import Write

KINDS: Final = (
    Kind.ENTRY,
    Kind.GOAL,
    Kind.STRETCH,
    Kind.EXPERIENCE,
    Kind.ASSESSMENT,
    Kind.COMPETENCY,
    Kind.CYCLE,
    Kind.PERSON,
    Kind.SESSION,
    Kind.ACTION,
    Kind.FEEDBACK,
    Kind.REQUEST,
    Kind.PACK,
    Kind.TEMPLATE,
    Kind.SEARCH,
)
"""What is deleted by itself; the others go and come back with a goal, an entry or a session."""

_OF_GOALS: Final = (Kind.MILESTONE, Kind.CHECK_IN, Kind.ATTEMPT, Kind.SUPPORT)
_PARTS: Final = (*_OF_GOALS, Kind.EVIDENCE, Kind.DEBRIEF)


def lying(reader: Reader) -> list[tuple[Kind, Id]]:
    """Everything in the trash, with what was deleted from a goal or unlinked by itself."""
    found = []
    for kind in (*KINDS, *_PARTS):
        rows = reader.rows(f'SELECT id FROM "{kind}" WHERE deleted IS NOT NULL')  # noqa: S608 - a kind is ours
        found += [(kind, Id(record_id)) for (record_id,) in rows]
    return found


def lying_since(reader: Reader, until: int) -> list[tuple[Kind, Id]]:
    """What of that was deleted by then, in milliseconds since 1970, UTC.

    The log has the right order whatever the clock said: what was deleted after something that was
    written later than `until` was not deleted by then, even if a clock that was behind says so.
    """
    later = reader.rows("SELECT min(seq) FROM txn WHERE at > ?", (until,))[0][0]
    end = 1 << 62 if later is None else int(later)
    found = []
    for kind in (*KINDS, *_PARTS):
        sql = (
            f'SELECT r.id FROM "{kind}" r WHERE r.deleted <= ? AND '  # noqa: S608 - a kind is ours
            "(SELECT max(c.txn) FROM change c WHERE c.id = r.id AND c.kind = ? "
            "AND c.field IN ('', 'deleted')) < ?"
        )
        rows = reader.rows(sql, (until, kind.value, end))
        found += [(kind, Id(record_id)) for (record_id,) in rows]
    return found


def written_by(reader: Reader, until: int) -> int | None:
    """When something was written last, by then at the latest."""
    found = reader.rows("SELECT max(at) FROM txn WHERE at <= ?", (until,))[0][0]
    return None if found is None else int(found)


def belongings(reader: Reader, ids: Collection[Id]) -> list[tuple[Kind, Id]]:
    """What hangs on these, in the trash or not: parts, evidence, and what is withheld."""
    found = list[tuple[Kind, Id]]()
    for kind in _OF_GOALS:
        rows = reader.rows(f'SELECT id, goal FROM "{kind}"')  # noqa: S608 - a kind is ours
        found += [(kind, Id(part)) for part, goal in rows if goal in ids]
    ends = {*ids, *(part for _, part in found)}
    for link, entry, target in reader.rows("SELECT id, entry, target FROM evidence"):
        if entry in ends or target in ends:
            found.append((Kind.EVIDENCE, Id(link)))
    for debrief, session in reader.rows("SELECT id, session FROM debrief"):
        if session in ends:
            found.append((Kind.DEBRIEF, Id(debrief)))
    for record, recipient, item in reader.rows("SELECT id, recipient, item FROM withholding"):
        if recipient in ends or item in ends:
            found.append((Kind.WITHHOLDING, Id(record)))
    return found


def show_images(reader: Reader, wanted: Collection[tuple[Kind, Id]]) -> bool:
    """Whether one of these entries and templates shows an image, or once did."""
    for kind, record_id in wanted:
        if kind not in (Kind.ENTRY, Kind.TEMPLATE):
            continue
        now = f"SELECT 1 FROM \"{kind}\" WHERE id = ? AND body LIKE '%image:%'"  # noqa: S608 - a kind is ours
        once = "SELECT 1 FROM change WHERE id = ? AND old LIKE '%image:%'"
        if reader.rows(now, (record_id,)) or reader.rows(once, (record_id,)):
            return True
    return False


def forget_undone(write: Write) -> None:
    """Drop what the change log still holds of rows that an undo took away."""
    for kind in TABLES:
        write.execute(
            f'DELETE FROM change WHERE kind = ? AND id NOT IN (SELECT id FROM "{kind}")',  # noqa: S608 - a kind is ours
            (kind.value,),
        )


def losers(reader: Reader, ids: Collection[Id]) -> set[tuple[Kind, Id]]:
    """What loses evidence once these entries in the trash do not come back.

    A link that was taken away before its entry was deleted is no loss.
    """
    sql = (
        "SELECT v.entry, v.target_kind, v.target FROM evidence v JOIN entry e ON e.id = v.entry "
        "WHERE v.deleted IS NULL OR v.deleted = e.deleted"
    )
    return {(Kind(kind), Id(target)) for entry, kind, target in reader.rows(sql) if entry in ids}


def in_packs(reader: Reader, table: Kind, ids: Collection[Id]) -> int:
    """How many packs, or lines of the ledger, name some of these."""
    sql = f"SELECT p.id, item.value ->> '$.id' FROM \"{table}\" p, json_each(p.items) item"  # noqa: S608 - a kind is ours
    return len({pack for pack, item in reader.rows(sql) if item in ids})


def assessed(reader: Reader, ids: Collection[Id]) -> int:
    """How many other assessments name one of these: who rated, or what was rated."""
    sql = (
        "SELECT a.id, a.person, rating.value ->> '$.competency' "
        "FROM assessment a, json_each(a.ratings) rating"
    )
    naming = {of for of, person, rated in reader.rows(sql) if person in ids or rated in ids}
    return len(naming - set(ids))
