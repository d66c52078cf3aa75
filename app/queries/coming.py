"""The next session: with whom, when, and how ready it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.sessions import Session
from app.queries.sessions import Readiness, readiness
from app.storage import coming_rows, session_rows
from app.storage.rows import Reader

SOON: Final = timedelta(days=7)
"""How long before its day a session is kept in mind."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A session that comes, or goes on; `owed` says whether actions with its person are open."""

    session: Session
    number: int | None
    person: Person | None
    readiness: Readiness
    owed: bool


def coming(reader: Reader, day: date) -> Coming | None:
    """The session that goes on, else the next one of the week from a day on."""
    found = coming_rows.next_session(reader, day.isoformat(), (day + SOON).isoformat())
    if found is None:
        return None
    session = reader.get(Session, found)
    person = reader.find(Person, session.person)
    carried = coming_rows.owed_before(reader, session.person, found) if session.person else 0
    return Coming(
        session=session,
        number=session_rows.number(reader, found),
        person=person if person and person.deleted is None else None,
        readiness=readiness(session, session_rows.flagged(reader), carried),
        owed=carried > 0,
    )


def next_sessions(reader: Reader, day: date) -> dict[Id, date]:
    """The day of the next session with each person that has one planned from a day on."""
    found = coming_rows.next_sessions(reader, day.isoformat())
    return {Id(person): date.fromisoformat(next_day) for person, next_day in found}
