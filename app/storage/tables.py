"""Which table keeps which record: the one place to declare a new kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from app.domain.competencies import Assessment, OwnCompetency
from app.domain.cycles import Cycle, Person, Preference
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, Request
from app.domain.goals import Attempt, CheckIn, Goal, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.images import Image
from app.domain.packs import Pack, Shared, SharedMark, Withholding
from app.domain.records import Record
from app.domain.searches import SavedSearch
from app.domain.sessions import Action, Debrief, Session
from app.domain.support import Support
from app.domain.templates import OwnTemplate
from app.storage.codec import Codec

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Table:
    """A record class and the codec of its columns; the table is named like the kind."""

    cls: type[Record]
    codec: Codec

    @property
    def name(self) -> str:
        """The table's name in the database."""
        return self.cls.kind.value

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, in the order of the record's fields."""
        return self.codec.columns


RECORDS: tuple[type[Record], ...] = (
    Entry,
    Evidence,
    Goal,
    Milestone,
    Stretch,
    CheckIn,
    Cycle,
    Person,
    Pack,
    Shared,
    SharedMark,
    Withholding,
    Preference,
    Image,
    OwnTemplate,
    SavedSearch,
    OwnCompetency,
    Assessment,
    Experience,
    Attempt,
    Support,
    Session,
    Action,
    Debrief,
    Request,
    Feedback,
)

TABLES: dict[Kind, Table] = {cls.kind: Table(cls, Codec(cls)) for cls in RECORDS}
