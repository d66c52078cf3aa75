"""Who owes what to whom: in one session, with one person, and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.ids import NO_ID, Id
from app.domain.sessions import Action, ActionState, Session
from app.queries.people import listed
from app.storage.rows import Reader


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as lists show it.

    `name` is of the other side, `short` what lists call them; both are empty where nobody is
    known. `session` is NO_ID where it was agreed in none that is there, else `agreed` is the day
    of it.
    """

    id: Id
    title: str
    mine: bool
    person: Id
    name: str
    short: str
    due: date | None
    state: ActionState
    state_day: date | None
    session: Id
    agreed: date | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is ActionState.OPEN


def agreed_in(reader: Reader, session_id: Id) -> tuple[ActionRow, ...]:
    """What was agreed in a session, in the order it was written down."""
    return _rows(reader, reader.all(Action, session=session_id))


def open_with(reader: Reader, person: Id) -> tuple[ActionRow, ...]:
    """What is open with somebody, both ways: by when it is due, what has no day last."""
    return _by_due(reader, reader.all(Action, person=person, state=ActionState.OPEN.value))


def with_person(reader: Reader, person: Id) -> tuple[ActionRow, ...]:
    """Everything with somebody, both ways: what is open first, then what was settled last."""
    found = reader.all(Action, person=person)
    waiting = [each for each in found if each.state is ActionState.OPEN]
    settled = [each for each in found if each.state is not ActionState.OPEN]
    settled.sort(key=lambda each: (each.state_day or date.min, each.id), reverse=True)
    return (*_by_due(reader, waiting), *_rows(reader, settled))


def in_state(reader: Reader, state: ActionState) -> tuple[ActionRow, ...]:
    """Every action in a state: open ones by when they are due, others the last settled first."""
    found = reader.all(Action, state=state.value)
    if state is ActionState.OPEN:
        return _by_due(reader, found)
    found.sort(key=lambda each: (each.state_day or date.min, each.id), reverse=True)
    return _rows(reader, found)


def _by_due(reader: Reader, actions: Iterable[Action]) -> tuple[ActionRow, ...]:
    ordered = sorted(actions, key=lambda each: (each.due or date.max, each.created, each.id))
    return _rows(reader, ordered)


def _rows(reader: Reader, actions: list[Action]) -> tuple[ActionRow, ...]:
    people = {row.id: row for row in listed(reader)}
    days = {s.id: s.day for s in reader.among(Session, "id", {a.session for a in actions})}
    return tuple(
        ActionRow(
            id=action.id,
            title=action.title,
            mine=action.mine,
            person=action.person if action.person in people else NO_ID,
            name=people[action.person].name if action.person in people else "",
            short=people[action.person].short if action.person in people else "",
            due=action.due,
            state=action.state,
            state_day=action.state_day,
            session=action.session if action.session in days else NO_ID,
            agreed=days.get(action.session),
        )
        for action in actions
    )
