"""Taking things out of the trash, and deleting them for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from app.changes import Op
from app.domain.cycles import Cycle, Person
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, Request
from app.domain.goals import Attempt, Goal, Stretch
from app.domain.ids import NO_ID, Id, Kind, is_made_here
from app.domain.packs import Pack
from app.domain.records import Record
from app.domain.sessions import Action, Session
from app.domain.support import Support
from app.operations import experiences, goals, images, journal, sessions
from app.storage import trash_rows
from app.storage.tables import TABLES
from app.storage.writing import Write
from app.vault import Vault

EMPTIED: Final = "trash_emptied"
"""The preference to empty what lay long enough: "old", or nothing for never."""

KEPT: Final = timedelta(days=30)
"""How long a thing lies in the trash before it may be emptied by itself."""

_NAMED: Final[dict[type[Record], tuple[str, ...]]] = {
    Goal: ("cycle", "competencies"),
    Stretch: ("goal", "cycle", "competencies"),
    Cycle: ("person", "start_entry", "middle_entry", "exit_entry"),
    Person: ("can_help",),
    Experience: ("people", "goals", "cycle", "competencies"),
    Attempt: ("entry",),
    Support: ("person", "competency"),
    Session: ("person", "cycle", "goals"),
    Action: ("session", "person"),
    Request: ("person", "goal"),
    Feedback: ("request", "person"),
}
"""The fields by which one record names another and lives on without it."""

_TRUSTED: Final = timedelta(days=1)


def restore(vault: Vault, kind: Kind, record_id: Id) -> None:
    """A thing of the trash back, with all that went with it.

    What is no longer in the trash stays as it is.
    """
    back = {
        Kind.ENTRY: journal.restore,
        Kind.GOAL: goals.restore_goal,
        Kind.STRETCH: goals.restore_stretch,
        Kind.EXPERIENCE: experiences.restore_experience,
        Kind.SESSION: sessions.restore_session,
    }
    if kind in back:
        back[kind](vault, record_id)
    else:
        _restore_alone(vault, kind, record_id)


def purge(vault: Vault, kind: Kind, record_id: Id) -> None:
    """One thing of the trash deleted for good, with all that went with it.

    What is not in the trash stays. The ledger keeps its lines: that something was shared is true.
    """
    with vault.transact(Op.PURGE) as write:
        found = write.find(TABLES[kind].cls, record_id)
        if found is not None and found.deleted is not None:
            _erase(write, [(kind, record_id)])


def empty(vault: Vault) -> None:
    """Everything in the trash deleted for good, and what undo took away and still remembers."""
    with vault.transact(Op.PURGE) as write:
        _erase(write, trash_rows.lying(write))
        trash_rows.forget_undone(write)
        images.forget_unused(write)


def empty_old(vault: Vault) -> int:
    """What lay there for 30 days deleted for good, if that was asked for; returns how much.

    The days count up to when something was written the last time but a day ago: a clock that is
    wrong for a while, as with an empty battery, makes nothing old.
    """
    if vault.read_only or not vault.read.preference(EMPTIED):
        return 0
    seen = trash_rows.written_by(vault.read, vault.now().at - _milliseconds(_TRUSTED))
    found = trash_rows.lying_since(vault.read, seen - _milliseconds(KEPT)) if seen else []
    if found:
        with vault.transact(Op.PURGE) as write:
            _erase(write, found)
    return sum(kind in trash_rows.KINDS for kind, _ in found)


def _milliseconds(time: timedelta) -> int:
    return int(time.total_seconds() * 1000)


def _erase(write: Write, wanted: Iterable[tuple[Kind, Id]]) -> None:
    gone = set(wanted)
    gone |= set(trash_rows.belongings(write, _ids(gone)))
    if not gone:
        return
    _let_go(write, _ids(gone))
    # To look for images that nothing shows any more, every version of every entry is read.
    pictured = trash_rows.show_images(write, gone)
    for kind, record_id in sorted(gone):
        write.erase(kind, record_id)
    if pictured:
        images.forget_unused(write)


def _ids(gone: Iterable[tuple[Kind, Id]]) -> set[Id]:
    """The ids that nothing has any more; a shipped competency only reads as it shipped again."""
    return {
        record_id
        for kind, record_id in gone
        if kind is not Kind.COMPETENCY or is_made_here(record_id)
    }


def _let_go(write: Write, gone: set[Id]) -> None:
    """What is left no longer names what is gone; an assessment stays as it was."""
    for pack in (*write.all(Pack), *write.deleted(Pack)):
        if pack.id not in gone:
            items = tuple(item for item in pack.items if item.id not in gone)
            unnamed = tuple(person for person in pack.unnamed if person not in gone)
            if unnamed != pack.unnamed:
                # Nothing can stand for a name that nobody knows any more: it is asked again.
                items = tuple(replace(item, seen=0) for item in items)
            recipient = NO_ID if pack.recipient in gone else pack.recipient
            write.put(replace(pack, items=items, unnamed=unnamed, recipient=recipient))
    _unlink(write, gone)
    for cls, names in _NAMED.items():
        for record in (*write.all(cls), *write.deleted(cls)):
            if record.id not in gone:
                write.put(replace(record, **_without(record, names, gone)))


def _unlink(write: Write, gone: set[Id]) -> None:
    """Agendas and feedback no longer lead to what is gone; their words stay.

    A topic stays known as one of feedback: its title may say who gave it, so no pack may hold it.
    """
    for session in (*write.all(Session), *write.deleted(Session)):
        if session.id not in gone and any(item.record in gone for item in session.agenda):
            agenda = (
                replace(item, kind=_still(item.kind), record=NO_ID) if item.record in gone else item
                for item in session.agenda
            )
            write.put(replace(session, agenda=tuple(agenda)))
    for feedback in (*write.all(Feedback), *write.deleted(Feedback)):
        if feedback.id not in gone:
            links = tuple(link for link in feedback.links if link.id not in gone)
            write.put(replace(feedback, links=links))


def _still(kind: Kind | None) -> Kind | None:
    return kind if kind is Kind.FEEDBACK else None


def _without(record: Record, names: tuple[str, ...], gone: set[Id]) -> dict[str, Any]:
    """The fields of a record that name others, without those that are gone."""
    found = {name: getattr(record, name) for name in names}
    return {
        name: tuple(one for one in named if one not in gone)
        if isinstance(named, tuple)
        else (NO_ID if named in gone else named)
        for name, named in found.items()
    }


def _restore_alone(vault: Vault, kind: Kind, record_id: Id) -> None:
    with vault.transact(Op.RESTORE) as write:
        record = write.find(TABLES[kind].cls, record_id)
        if record is not None and record.deleted is not None:
            write.put(replace(record, deleted=None))
