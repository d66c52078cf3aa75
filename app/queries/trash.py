"""What lies in the trash."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.entries import Entry
from app.domain.goals import Goal, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import Pack
from app.prose.plain import plain
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One deleted thing; `deleted` is when, in milliseconds since 1970, UTC.

    An entry without a title has its first line for one; the title may be empty all the same.
    """

    kind: Kind
    id: Id
    title: str
    deleted: int


def trash(reader: Reader) -> list[TrashRow]:
    """Deleted entries, goals, stretch goals and packs, the one deleted last first.

    What went with a goal or an entry comes back with it and has no row of its own.
    """
    found: list[Entry | Goal | Stretch | Pack] = [
        *reader.deleted(Entry),
        *reader.deleted(Goal),
        *reader.deleted(Stretch),
        *reader.deleted(Pack),
    ]
    rows = [TrashRow(r.kind, r.id, _title(r), r.deleted or 0) for r in found]
    return sorted(rows, key=lambda row: (-row.deleted, row.title))


def _title(record: Entry | Goal | Stretch | Pack) -> str:
    if record.title.strip() or not isinstance(record, Entry):
        return record.title.strip()
    lines = (line.strip() for line in plain(record.body).splitlines())
    return next((line for line in lines if line), "")
