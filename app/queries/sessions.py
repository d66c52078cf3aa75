"""What the page of sessions shows: its list, and one session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.clock import Moment
from app.domain.cycles import Person, Relation
from app.domain.ids import Id, Kind
from app.domain.sessions import Debrief, Session, SessionState
from app.queries.actions import ActionRow, agreed_in, open_with
from app.storage import session_rows
from app.storage.connection import Row
from app.storage.rows import Reader

READY = 4
"""How many things make a session well prepared."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as lists show it.

    `number` counts those with the same person; None where it was cancelled. `person` and `name`
    are empty where nobody is known. `ready` counts what of the preparation is there, of READY.
    """

    id: Id
    title: str
    number: int | None
    person: Id
    name: str
    relation: Relation | None
    start: Moment
    day: date
    minutes: int
    state: SessionState
    moved: date | None
    under_way: bool
    ready: int
    actions: int
    open_actions: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """What of a preparation is there: topics, entries to bring, actions, a question."""

    topics: int
    to_bring: int
    reviewed: bool
    question: bool

    @property
    def count(self) -> int:
        """How many of the four are there."""
        return sum((self.topics > 0, self.to_bring > 0, self.reviewed, self.question))


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with all that belongs to it.

    `last` is the one with the same person that was held before it; `carried` are actions with
    them that are open and were agreed elsewhere. `number` and `last_number` count sessions with
    the same person.
    """

    session: Session
    number: int | None
    person: Person | None
    last: Session | None
    last_number: int | None
    actions: tuple[ActionRow, ...]
    carried: tuple[ActionRow, ...]
    debrief: Debrief | None
    readiness: Readiness
    shared: bool


def listed(reader: Reader) -> tuple[SessionRow, ...]:
    """Every session, the newest first."""
    shared = session_rows.in_packs(reader)
    flagged = bool(session_rows.flagged(reader))
    return tuple(_row(row, shared, flagged) for row in session_rows.listed(reader))


def session_view(reader: Reader, session_id: Id) -> SessionView | None:
    """One session; None where it is gone or in the trash."""
    session = reader.find(Session, session_id)
    if session is None or session.deleted is not None:
        return None
    person = reader.find(Person, session.person)
    last_id = session_rows.before(reader, session_id)
    actions = agreed_in(reader, session_id)
    open_ones = open_with(reader, session.person) if session.person else ()
    mine = {action.id for action in actions}
    carried = tuple(action for action in open_ones if action.id not in mine)
    debriefs = reader.all(Debrief, session=session_id)
    return SessionView(
        session=session,
        number=session_rows.number(reader, session_id),
        person=person if person and person.deleted is None else None,
        last=reader.get(Session, last_id) if last_id else None,
        last_number=session_rows.number(reader, last_id) if last_id else None,
        actions=actions,
        carried=carried,
        debrief=debriefs[0] if debriefs else None,
        readiness=readiness(session, session_rows.flagged(reader), len(carried)),
        shared=session_id in session_rows.in_packs(reader),
    )


def readiness(session: Session, flagged: int, carried: int) -> Readiness:
    """What of a preparation is there.

    `flagged` counts the entries to bring, `carried` the open actions from before: without any
    there is nothing to go through.
    """
    entries = sum(item.kind is Kind.ENTRY for item in session.agenda)
    return Readiness(
        topics=len(session.agenda),
        to_bring=max(flagged, entries),
        reviewed=session.reviewed or not carried,
        question=bool(session.question.strip()),
    )


@dataclass(frozen=True, slots=True)
class AgendaMention:
    """A session that has something on its agenda; `number` is None where it was cancelled."""

    id: Id
    title: str
    day: date
    number: int | None
    name: str


def with_entry(reader: Reader, entry: Id) -> tuple[AgendaMention, ...]:
    """The sessions that an entry is, or was, brought to, the newest first."""
    return tuple(
        AgendaMention(Id(own), title, date.fromisoformat(day), number, name)
        for own, title, day, number, name in session_rows.with_entry(reader, entry)
    )


def numbers(reader: Reader) -> dict[Id, int]:
    """The number of each session among those with the same person; cancelled ones have none."""
    return session_rows.numbers(reader)


def _row(row: Row, shared: frozenset[str], flagged: bool) -> SessionRow:  # noqa: FBT001 - one fact of all rows
    (own, title, person, name, relation, at, offset, day, minutes, state, moved, on, question,
     items, entry, reviewed, number, actions, open_actions, waiting) = row  # fmt: skip
    there = (items, entry or flagged, reviewed or not waiting, question)
    return SessionRow(
        id=Id(str(own)),
        title=str(title),
        number=int(str(number)) if number else None,
        person=Id(str(person)),
        name=str(name or ""),
        relation=Relation(str(relation)) if relation else None,
        start=Moment(int(str(at)), int(str(offset))),
        day=date.fromisoformat(str(day)),
        minutes=int(str(minutes)),
        state=SessionState(str(state)),
        moved=date.fromisoformat(str(moved)) if moved else None,
        under_way=bool(on),
        ready=sum(map(bool, there)),
        actions=int(str(actions)),
        open_actions=int(str(open_actions)),
        shared=str(own) in shared,
    )
