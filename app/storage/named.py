"""By whose name search finds what is with somebody, or from somebody."""

from __future__ import annotations

from app.domain.feedback import Feedback, FeedbackState, Request
from app.domain.ids import Id
from app.domain.sessions import Action, Debrief, Session
from app.storage.rows import Reader


def person(reader: Reader, person_id: Id) -> str:
    """What somebody is called; empty where nobody is known."""
    sql = "SELECT name FROM person WHERE id = ? AND deleted IS NULL"
    found = reader.rows(sql, (person_id,)) if person_id else []
    return str(found[0][0]) if found else ""


def with_whom(reader: Reader, record: Session | Action | Request) -> str:
    """The name of whom a record is with."""
    return person(reader, record.person)


def giver(reader: Reader, feedback: Feedback) -> str:
    """The name of whom feedback is from; what only arrived is not believed by its signature."""
    known = person(reader, feedback.person)
    return known or ("" if feedback.state is FeedbackState.ARRIVED else feedback.giver)


def debriefed(reader: Reader, debrief: Debrief) -> str:
    """The name of whom the session was with that was thought about."""
    return person(reader, session_of(reader, debrief).person)


def session_of(reader: Reader, debrief: Debrief) -> Session:
    """The session that a debrief is about; one that says nothing where it is gone."""
    return reader.find(Session, debrief.session) or Session()
