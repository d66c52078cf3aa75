"""Sessions: planned, moved, held and thought about afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from app.changes import Op
from app.clock import Moment
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.ids import NO_ID, Id, Kind, new_id
from app.domain.sessions import AgendaItem, Debrief, Session, SessionState
from app.errors import RuleBrokenError
from app.operations.people import known_or_new
from app.storage.writing import Write
from app.vault import Vault


class NotPlannedError(RuleBrokenError):
    """A session that was held or called off would begin."""

    message = "This session was held or cancelled. Plan it again, or plan a new one."


@dataclass(frozen=True, slots=True)
class Ended:
    """A session that was held, and the one that its cadence planned; None for none."""

    session: Session
    following: Session | None


def plan_session(vault: Vault, session: Session, newcomer: Person | None = None) -> Session:
    """A new session, with somebody new where there is a newcomer."""
    with vault.transact(Op.PLAN_SESSION) as write:
        return write.put(_with(write, session, newcomer))


def write_session(vault: Vault, session: Session, newcomer: Person | None = None) -> Session:
    """The session as it reads now; a run of these is one step of undo until `vault.seal()`.

    What a calendar shows of it counts as one change more.
    """
    with vault.transact(Op.WRITE_SESSION) as write:
        before = write.get(Session, session.id)
        return write.put(_numbered(before, _with(write, session, newcomer)))


def move_session(vault: Vault, session_id: Id, start: Moment, minutes: int) -> Session:
    """The session planned for another time; the day it was first planned for is remembered."""
    with vault.transact(Op.MOVE_SESSION) as write:
        before = write.get(Session, session_id)
        moved = replace(before, minutes=minutes).dated(start)
        if moved.day != before.day:
            first = before.moved or before.day
            moved = replace(moved, moved=None if first == moved.day else first)
        return write.put(_numbered(before, replace(moved, state=SessionState.PLANNED)))


def cancel_session(vault: Vault, session_id: Id) -> Session:
    """The session called off; its agenda and its actions stay."""
    with vault.transact(Op.CANCEL_SESSION) as write:
        before = write.get(Session, session_id)
        return write.put(_numbered(before, replace(before, state=SessionState.CANCELLED)))


def plan_again(vault: Vault, session_id: Id) -> Session:
    """The session that was called off to be held after all."""
    with vault.transact(Op.PLAN_AGAIN) as write:
        before = write.get(Session, session_id)
        return write.put(_numbered(before, replace(before, state=SessionState.PLANNED)))


def start_session(vault: Vault, session_id: Id) -> Session:
    """The session begun with its first topic; one that has begun goes on as it is."""
    with vault.transact(Op.START_SESSION) as write:
        session = write.get(Session, session_id)
        if session.state is not SessionState.PLANNED:
            raise NotPlannedError
        if session.under_way:
            return session
        begun = replace(session, started=write.now.at, ended=None)
        first = next((n for n, item in enumerate(begun.agenda) if not item.done), -1)
        return write.put(begun.at_topic(first, write.now.at))


def go_to_topic(vault: Vault, session_id: Id, place: int) -> Session:
    """The session going on with another item of its agenda; -1 stops the clock."""
    with vault.transact(Op.CHANGE_TOPIC) as write:
        session = write.get(Session, session_id)
        return write.put(session.at_topic(place, write.now.at))


def pause_session(vault: Vault, session_id: Id) -> Session:
    """The clock of the topic stopped, with what it has taken so far kept."""
    with vault.transact(Op.CHANGE_TOPIC) as write:
        session = write.get(Session, session_id)
        return write.put(session.at_topic(-1, write.now.at, done=False))


def rest_clocks(vault: Vault, *, left: bool = False) -> None:
    """Stop the clock of whatever is talked about: nobody is there to see it run on.

    `left` says that the app went without doing so, as where the power failed: then nothing is
    counted after the session was last saved.
    """
    for session in vault.read.all(Session):
        if session.ticking is None:
            continue
        until = max(session.ticking, session.modified) if left else vault.now().at
        with vault.transact(Op.CHANGE_TOPIC) as write:
            write.put(session.at_topic(-1, until, done=False))


def end_session(vault: Vault, session_id: Id) -> Ended:
    """The session over.

    Entries that were on its agenda are no longer flagged to bring, its person was spoken to, and
    by its cadence the one after it is planned, unless one with them is.
    """
    with vault.transact(Op.END_SESSION) as write:
        before = write.get(Session, session_id)
        over = before.at_topic(-1, write.now.at)
        started = before.started or min(before.at, write.now.at)
        held = replace(over, state=SessionState.HELD, started=started, ended=write.now.at)
        _brought(write, held.agenda)
        _spoken(write, held)
        return Ended(write.put(held), _following(vault, write, held))


def resume_session(vault: Vault, session_id: Id) -> Session:
    """The session going on although it had been ended."""
    with vault.transact(Op.RESUME_SESSION) as write:
        session = write.get(Session, session_id)
        return write.put(replace(session, state=SessionState.PLANNED, ended=None))


def debrief_session(vault: Vault, debrief: Debrief) -> Debrief:
    """What the mentee thinks of a session; there is one debrief of each.

    A run of these is one step of undo until `vault.seal()`.
    """
    with vault.transact(Op.DEBRIEF_SESSION) as write:
        write.get(Session, debrief.session)
        known = write.all(Debrief, session=debrief.session)
        return write.put(replace(debrief, id=known[0].id) if known else debrief)


def delete_session(vault: Vault, session_id: Id) -> None:
    """The session to the trash with its debrief; what was agreed in it stays to be done."""
    with vault.transact(Op.DELETE_SESSION) as write:
        write.delete(write.get(Session, session_id))
        for debrief in write.all(Debrief, session=session_id):
            write.delete(debrief)


def restore_session(vault: Vault, session_id: Id) -> None:
    """The session back from the trash, with the debrief that went with it."""
    with vault.transact(Op.RESTORE) as write:
        session = write.find(Session, session_id)
        if session is None or session.deleted is None:
            return
        for debrief in write.deleted(Debrief):
            if debrief.session == session_id and debrief.deleted == session.deleted:
                write.put(replace(debrief, deleted=None))
        write.put(replace(session, deleted=None))


def after(vault: Vault, session: Session) -> Session | None:
    """The session that a cadence plans next: the same time of day by the wall, nothing talked of.

    None where there is no cadence. One that would lie in the past is moved on by its weeks.
    """
    if not session.every:
        return None
    wall = session.start.local.replace(tzinfo=None)
    step = timedelta(weeks=session.every)
    behind = vault.now().local.replace(tzinfo=None) - wall
    wall += step * max(1, -(-behind // step))
    fresh = replace(
        session, id=new_id(), created=0, modified=0, question="", prep="", notes="", title="",
        agenda=tuple(replace(i, spent=0, done=False) for i in session.agenda if not i.record),
        state=SessionState.PLANNED, moved=None, sequence=0, started=None, ended=None, topic=-1,
        ticking=None, reviewed=False,
    )  # fmt: skip
    return fresh.dated(vault.clock.here(wall))


def _with(write: Write, session: Session, newcomer: Person | None) -> Session:
    if newcomer is None:
        return session
    return replace(session, person=known_or_new(write, newcomer).id)


def _numbered(before: Session, after: Session) -> Session:
    """The session with its sequence raised where a calendar would show something else."""
    names = ("person", "title", "at", "minutes", "place", "link", "state")
    same = all(getattr(before, name) == getattr(after, name) for name in names)
    return replace(after, sequence=before.sequence + (not same))


def _brought(write: Write, agenda: Sequence[AgendaItem]) -> None:
    for item in agenda:
        if item.kind is Kind.ENTRY and item.done:
            entry = write.find(Entry, item.record)
            if entry is not None and entry.deleted is None and entry.bring:
                write.put(replace(entry, bring=False))


def _spoken(write: Write, held: Session) -> None:
    person = write.find(Person, held.person)
    if person is not None and person.deleted is None:
        last = max(filter(None, (person.last_spoke, min(held.day, write.now.day))))
        write.put(replace(person, last_spoke=last))


def _following(vault: Vault, write: Write, held: Session) -> Session | None:
    planned = [
        each
        for each in write.all(Session, person=held.person, state=SessionState.PLANNED.value)
        if each.at > held.at
    ]
    following = None if planned or held.person == NO_ID else after(vault, held)
    return write.put(following) if following else None
