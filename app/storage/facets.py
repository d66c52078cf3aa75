"""What the filters of search know each kind of record by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, FeedbackState, Request
from app.domain.goals import Goal, Stretch
from app.domain.ids import Kind
from app.domain.records import Record
from app.domain.sessions import Action, ActionState, Debrief, Session, SessionState
from app.domain.support import Support
from app.storage import named
from app.storage.rows import Reader

Facets: TypeAlias = Iterator[tuple[str, str]]
"""What filters ask for: the name of a filter and a value that the record has for it."""


def of_entry(reader: Reader, entry: Entry) -> Facets:
    """An entry: what it is flagged as, what is in it, what it is evidence for."""
    for name, has in (("pinned", entry.pinned), ("bring", entry.bring)):
        if has:
            yield "is", name
    if entry.energy is not None or entry.confidence is not None:
        yield "is", "rated"
    yield from _in_body(entry.body)
    sql = (
        "SELECT v.target, m.goal FROM evidence v LEFT JOIN milestone m ON m.id = v.target "
        "WHERE v.entry = ? AND v.deleted IS NULL"
    )
    linked = reader.rows(sql, (entry.id,))
    if linked:
        yield "has", "evidence"
    for target, goal in linked:
        yield "goal", target
        if goal:
            yield "goal", goal


def _in_body(body: str) -> Facets:
    for name, mark in (("image", "](image:"), ("link", "](http"), ("task", "- [")):
        if mark in body:
            yield "has", name


def of_aim(_: Reader, aim: Goal | Stretch) -> Facets:
    """A goal or stretch goal."""
    yield "goal", aim.id
    if isinstance(aim, Stretch) and aim.goal:
        yield "goal", aim.goal
    yield "is", "closed" if aim.state.closed else "open"


def of_experience(_: Reader, experience: Experience) -> Facets:
    """An experience."""
    for name, ids in (("goal", experience.goals), ("person", experience.people)):
        for record_id in ids:
            yield name, record_id


def of_support(_: Reader, support: Support) -> Facets:
    """Support that is asked for."""
    for name in ("goal", "person"):
        if found := getattr(support, name):
            yield name, found


def of_session(_: Reader, session: Session) -> Facets:
    """A session: with whom, what for, and whether it is still to come."""
    yield "is", "open" if session.state is SessionState.PLANNED else "closed"
    if session.person:
        yield "person", session.person
    for goal in session.goals:
        yield "goal", goal
    for item in session.agenda:
        if item.kind in {Kind.GOAL, Kind.STRETCH}:
            yield "goal", item.record


def of_action(_: Reader, action: Action) -> Facets:
    """An action: of whom, and whether it is settled."""
    if action.person:
        yield "person", action.person
    yield "is", "open" if action.state is ActionState.OPEN else "closed"


def of_debrief(reader: Reader, debrief: Debrief) -> Facets:
    """A debrief: of a session with whom."""
    if person := named.session_of(reader, debrief).person:
        yield "person", person


def of_request(reader: Reader, request: Request) -> Facets:
    """A request for feedback: of whom, about what, and whether a reply is still waited for."""
    sql = "SELECT 1 FROM feedback WHERE request = ? AND deleted IS NULL LIMIT 1"
    settled = request.closed or reader.rows(sql, (request.id,))
    yield "is", "closed" if settled else "open"
    for name, value in (("person", request.person), ("goal", request.goal)):
        if value:
            yield name, value


def of_feedback(_: Reader, feedback: Feedback) -> Facets:
    """Feedback: by whom, what it is evidence for, and whether it waits to be read."""
    yield "is", "open" if feedback.state is FeedbackState.ARRIVED else "closed"
    if feedback.person:
        yield "person", feedback.person
    for linked in feedback.links:
        if linked.kind in {Kind.GOAL, Kind.STRETCH}:
            yield "goal", linked.id


def field(filter_name: str, name: str) -> Callable[[Reader, Record], Facets]:
    """One field of a record as the value of a filter."""

    def found(_: Reader, record: Record) -> Facets:
        if value := getattr(record, name):
            yield filter_name, value

    return found


def own_id(filter_name: str) -> Callable[[Reader, Record], Facets]:
    """A record's id as the value of a filter."""
    return field(filter_name, "id")
