"""What the topics of a session's agenda were pulled from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.records import Record
from app.domain.sessions import Action, AgendaItem
from app.prose import snippet
from app.storage.rows import Reader

_KINDS: Final[dict[Kind, type[Record]]] = {
    each.kind: each for each in (Entry, Goal, Stretch, Milestone, Experience, Action, Feedback)
}
"""What can be pulled onto an agenda."""


def sources(reader: Reader, agenda: Iterable[AgendaItem]) -> dict[Id, str]:
    """What each record is called that a topic was pulled from; those that are gone have no name."""
    items = [item for item in agenda if item.kind in _KINDS]
    found: dict[Id, str] = {}
    for kind, cls in _KINDS.items():
        ids = {item.record for item in items if item.kind is kind}
        found.update((each.id, _name(each)) for each in reader.among(cls, "id", ids))
    return found


def _name(record: Record) -> str:
    if isinstance(record, Feedback):
        return record.giver or record.name
    if isinstance(record, Entry):
        return record.title or snippet(record.body)
    return str(getattr(record, "title", ""))
