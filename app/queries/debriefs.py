"""What a debrief shows beside itself: what was low before as well, and when one meets again."""

from __future__ import annotations

from typing import Final

from app.domain.ids import NO_ID, Id
from app.domain.sessions import Debrief, Session, SessionState
from app.storage.rows import Reader

LOW: Final = 2
"""Up to this level a statement is low."""


def low_twice(reader: Reader, session: Session) -> tuple[str, ...]:
    """The statements that were low in this session and in the last one with a debrief before it.

    Both are with the same person. One low score is one meeting; twice is worth a sentence.
    """
    debriefs = {each.session: each for each in reader.all(Debrief) if each.scores}
    now = debriefs.get(session.id)
    if now is None or session.person == NO_ID:
        return ()
    before = [
        each
        for each in reader.all(Session, person=session.person)
        if (each.at, each.id) < (session.at, session.id) and each.id in debriefs
    ]
    if not before:
        return ()
    last = debriefs[max(before, key=lambda each: (each.at, each.id)).id]
    low = [score.item for score in now.scores if score.level <= LOW]
    return tuple(item for item in low if (last.score(item) or LOW + 1) <= LOW)


def following(reader: Reader, session: Session) -> Session | None:
    """The next session with the same person that is planned after this one."""
    if session.person == NO_ID:
        return None
    planned = [
        each
        for each in reader.all(Session, person=session.person, state=SessionState.PLANNED.value)
        if each.id != session.id and each.at > session.at
    ]
    return min(planned, key=lambda each: (each.at, each.id), default=None)


def debrief_of(reader: Reader, session_id: Id) -> Debrief:
    """The debrief of a session, a blank one where none was written."""
    known = reader.all(Debrief, session=session_id)
    return known[0] if known else Debrief(session=session_id)
