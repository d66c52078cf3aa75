"""What lies in the trash, and what would be lost with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.domain.templates import OwnTemplate
from app.prose.plain import plain
from app.storage import trash_rows
from app.storage.finding import SEARCHED, name_of, title_of
from app.storage.rows import Reader
from app.storage.tables import TABLES


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One deleted thing; `deleted` is when, in milliseconds since 1970, UTC.

    An entry without a title has its first line for one; the title may be empty all the same.
    """

    kind: Kind
    id: Id
    title: str
    deleted: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes for good with things in the trash, beside themselves.

    `aims`, `experiences` and `competencies` lose them as evidence, `packs` no longer choose them;
    `shared` lines of the ledger stay, and `assessments` go on naming them.
    """

    aims: int
    experiences: int
    competencies: int
    milestones: int
    check_ins: int
    attempts: int
    packs: int
    shared: int
    assessments: int = 0
    debriefs: int = 0


def trash(reader: Reader) -> list[TrashRow]:
    """Everything that was deleted by itself, the one deleted last first.

    What went with a goal or an entry comes back with it and has no row of its own.
    """
    kinds = (kind for kind in trash_rows.KINDS if kind is not Kind.SEARCH)
    found = [record for kind in kinds for record in reader.deleted(TABLES[kind].cls)]
    rows = [TrashRow(r.kind, r.id, _title(reader, r), r.deleted or 0) for r in found]
    return sorted(rows, key=lambda row: (-row.deleted, row.title))


def text(reader: Reader, row: TrashRow) -> str:
    """What is written in a thing in the trash, as Markdown, to look at before it comes back."""
    if row.kind is Kind.ENTRY:
        entry = reader.find(Entry, row.id)
        return entry.body if entry else ""
    if row.kind is Kind.TEMPLATE:
        template = reader.find(OwnTemplate, row.id)
        return template.body if template else ""
    return ""


def loss(reader: Reader, rows: Sequence[TrashRow]) -> Loss:
    """What would be lost with these."""
    ids = {row.id for row in rows}
    parts = [kind for kind, _ in trash_rows.belongings(reader, ids)]
    losers = trash_rows.losers(reader, ids)
    return Loss(
        aims=len({aim for aim in (_aim(reader, *loser) for loser in losers) if aim} - ids),
        experiences=sum(kind is Kind.EXPERIENCE and _is_there(reader, i) for kind, i in losers),
        competencies=sum(kind is Kind.COMPETENCY for kind, _ in losers),
        milestones=parts.count(Kind.MILESTONE),
        check_ins=parts.count(Kind.CHECK_IN),
        attempts=parts.count(Kind.ATTEMPT),
        packs=trash_rows.in_packs(reader, Kind.PACK, ids),
        shared=trash_rows.in_packs(reader, Kind.SHARED, ids),
        assessments=trash_rows.assessed(reader, ids),
        debriefs=parts.count(Kind.DEBRIEF),
    )


def _aim(reader: Reader, kind: Kind, record_id: Id) -> Id | None:
    """The goal or stretch goal that a link is for, as long as it is there."""
    if kind is Kind.MILESTONE:
        milestone = reader.find(Milestone, record_id)
        record_id = milestone.goal if milestone and milestone.deleted is None else record_id
    aim = reader.find(Goal, record_id) or reader.find(Stretch, record_id)
    return aim.id if aim and aim.deleted is None else None


def _is_there(reader: Reader, experience_id: Id) -> bool:
    experience = reader.find(Experience, experience_id)
    return experience is not None and experience.deleted is None


def _title(reader: Reader, record: Record) -> str:
    """What a record is called; without a name of its own after whom it is with or from."""
    title = title_of(record).strip()
    if title or not isinstance(record, Entry):
        return title or (name_of(reader, record) if record.kind in SEARCHED else "")
    lines = (line.strip() for line in plain(record.body).splitlines())
    return next((line for line in lines if line), "")
