"""What goes back and forth with one person: sessions, actions and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.feedback import Feedback, FeedbackState, Request
from app.domain.ids import Id, Kind
from app.domain.sessions import SessionState
from app.queries import sessions
from app.queries.actions import ActionRow, with_person
from app.queries.sessions import SessionRow
from app.storage.rows import Reader

SETTLED = 3
"""How many actions that are done or dropped stand below the open ones."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that is waited for, or feedback; `day` is when it is wanted, or when it came.

    `state` is None for a request, whose `day` may be None.
    """

    kind: Kind
    id: Id
    about: str
    day: date | None
    state: FeedbackState | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """All of it: sessions to come first, actions both ways, what is waited for and what came."""

    sessions: tuple[SessionRow, ...]
    actions: tuple[ActionRow, ...]
    feedback: tuple[Exchange, ...]


def between(reader: Reader, person: Id) -> Between:
    """What goes back and forth with somebody."""
    rows = [row for row in sessions.listed(reader) if row.person == person]
    coming = [row for row in reversed(rows) if row.state is SessionState.PLANNED]
    others = [row for row in rows if row.state is not SessionState.PLANNED]
    found = with_person(reader, person)
    owed = [action for action in found if action.is_open]
    settled = [action for action in found if not action.is_open]
    return Between(
        sessions=(*coming, *others),
        actions=(*owed, *settled[:SETTLED]),
        feedback=tuple(_feedback(reader, person)),
    )


def _feedback(reader: Reader, person: Id) -> Iterator[Exchange]:
    """What waits to be read, what is waited for, then what was read, the newest first."""
    given = sorted(
        reader.all(Feedback, person=person), key=lambda each: (each.day, each.id), reverse=True
    )
    answered = {each.request for each in given}
    unread = [each for each in given if each.state is FeedbackState.ARRIVED]
    yield from map(_came, unread)
    for request in reader.all(Request, person=person):
        if request.closed is None and request.id not in answered:
            yield Exchange(Kind.REQUEST, request.id, request.about, request.reply_by)
    yield from (_came(each) for each in given if each.state is not FeedbackState.ARRIVED)


def _came(given: Feedback) -> Exchange:
    return Exchange(Kind.FEEDBACK, given.id, given.about or given.name, given.day, given.state)
