"""The competencies there are: those that ship, as changed in this vault, and its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.content.competencies import Competency, CompetencyGroup
from app.content.library import Library
from app.domain.competencies import OwnCompetency
from app.domain.ids import Id
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """A competency as it reads now; `shipped` ones can go back to how they shipped.

    `changed` says that the vault holds words of its own for it. `group` is the group's name,
    `modified` when its words in the vault last changed, 0 where there are none.
    """

    id: str
    name: str
    group: str
    definition: str = ""
    anchors: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    shipped: bool = False
    changed: bool = False
    archived: bool = False
    modified: int = 0

    @property
    def own(self) -> OwnCompetency:
        """The record that says the same."""
        return OwnCompetency(
            id=Id(self.id),
            name=self.name,
            group=self.group,
            definition=self.definition,
            anchors=self.anchors,
            questions=self.questions,
            archived=self.archived,
        )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All competencies, group by group, archived ones included."""

    rows: tuple[CompetencyRow, ...]

    @property
    def offered(self) -> tuple[CompetencyRow, ...]:
        """Those that are not archived."""
        return tuple(row for row in self.rows if not row.archived)

    def find(self, competency_id: str) -> CompetencyRow | None:
        """The competency with this id; None where there is none any more."""
        return next((row for row in self.rows if row.id == competency_id), None)

    def name(self, competency_id: str) -> str:
        """What a competency is called now; its id where there is none any more."""
        found = self.find(competency_id)
        return found.name if found else competency_id


def catalogue(reader: Reader, library: Library) -> Catalogue:
    """The competencies as they read now: shipped groups first, each with one's own behind."""
    own = {record.id: record for record in reader.all(OwnCompetency)}
    rows = [_shipped(group, one, own) for group, one in _framework(library)]
    rows += [_own(record) for record_id, record in own.items() if not _is_shipped(rows, record_id)]
    groups = list(dict.fromkeys(row.group for row in rows))
    return Catalogue(tuple(sorted(rows, key=lambda row: groups.index(row.group))))


def _framework(library: Library) -> Iterator[tuple[CompetencyGroup, Competency]]:
    for group in library.framework.groups:
        for competency in group.competencies:
            yield group, competency


def _shipped(
    group: CompetencyGroup, competency: Competency, own: dict[Id, OwnCompetency]
) -> CompetencyRow:
    if record := own.get(Id(competency.id)):
        return replace(_own(record), shipped=True, changed=_reads_otherwise(record, competency))
    return CompetencyRow(
        competency.id,
        competency.name,
        group.name,
        competency.definition,
        competency.anchors,
        competency.questions,
        shipped=True,
    )


def _own(record: OwnCompetency) -> CompetencyRow:
    return CompetencyRow(
        record.id,
        record.name,
        record.group,
        record.definition,
        record.anchors,
        record.questions,
        archived=record.archived,
        modified=record.modified,
    )


def _reads_otherwise(record: OwnCompetency, competency: Competency) -> bool:
    """Whether more than archiving was done to a shipped competency."""
    names = ("name", "definition", "anchors", "questions")
    return any(getattr(record, name) != getattr(competency, name) for name in names)


def _is_shipped(rows: list[CompetencyRow], record_id: Id) -> bool:
    return any(row.shipped and row.id == record_id for row in rows)
