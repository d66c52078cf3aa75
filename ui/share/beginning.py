"""How a share pack begins that was asked for somewhere else in the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.ids import NO_ID, Id, Kind
from app.domain.packs import FIELDS, Pack, PackType
from app.domain.records import TITLE_LIMIT
from app.domain.sessions import Session
from ui import labels

_USUAL = {Kind.CYCLE: PackType.CYCLE, Kind.SESSION: PackType.BRIEF}
"""The type of a pack that begins from an item, where it is no progress summary."""


def begun(detail: str) -> tuple[Pack, Id | None]:
    """The pack that the lines of a destination's detail begin, and the item they came from.

    They are "kind:id" of an item, "title:words", "type:handover" and "for:id" of a person.
    """
    said = dict(_pair(line) for line in detail.splitlines() if line.strip())
    kind = next((kind for kind in FIELDS if kind.value in said), None)
    usual = PackType.PROGRESS if kind is None else _USUAL.get(kind, PackType.PROGRESS)
    pack = Pack(
        title=said.get("title", "")[:TITLE_LIMIT].strip(),
        type=PackType(said.get("type", usual.value)),
        recipient=Id(said.get("for", NO_ID)),
    )
    return pack, Id(said[kind.value]) if kind else None


def brief_for(session: Session, today: date) -> tuple[Pack, Id]:
    """The brief that a session begins, and the session: nothing of it is chosen."""
    form = QCoreApplication.translate("Share", "Session on {day}")
    purpose = form.format(day=labels.short_day(session.day, today))
    return Pack(type=PackType.BRIEF, recipient=session.person, purpose=purpose), session.id


def _pair(line: str) -> tuple[str, str]:
    word, _, rest = line.partition(":")
    return word, rest
