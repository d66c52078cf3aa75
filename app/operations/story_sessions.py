"""The sessions of the story as records: what was agreed in them, and the debriefs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Final

from app.content.story import StoryAction, StorySession
from app.domain.records import Record
from app.domain.sessions import (
    Action,
    ActionState,
    AgendaItem,
    Debrief,
    Score,
    Session,
    SessionState,
)
from app.operations.story_ids import StoryDays, record_id

_MORNING: Final = time(10)


def held(days: StoryDays, session: StorySession) -> Iterator[Record]:
    """A session of the story, what was agreed in it, and its debrief."""
    start = days.at(session.day, _MORNING)
    end = start.at + session.minutes * 60_000
    over = session.status == "done"
    yield Session(
        id=record_id(session.id),
        person=record_id(session.person),
        minutes=session.minutes,
        place=session.place,
        template=session.template,
        cycle=record_id(session.cycle),
        goals=tuple(record_id(goal) for goal in session.goals),
        prep=session.prep,
        agenda=tuple(
            AgendaItem(item.title, item.minutes, spent=item.minutes * 60 * over, done=over)
            for item in session.agenda
        ),
        notes=session.notes or "",
        state=SessionState.HELD if over else SessionState.PLANNED,
        started=start.at if over else None,
        ended=end if over else None,
        created=min(start.at, days.now.at),
    ).dated(start)
    for action in session.actions:
        yield _action(days, session, action)
    if session.debrief is not None:
        scores = session.debrief.ratings.items()
        yield Debrief(
            id=record_id(f"{session.id}@debrief"),
            session=record_id(session.id),
            scores=tuple(Score(item, level) for item, level in scores),
            answers=session.debrief.answers,
            created=end,
        )


def _action(days: StoryDays, session: StorySession, action: StoryAction) -> Action:
    agreed = days.at(session.day, _MORNING)
    return Action(
        id=record_id(action.id),
        title=action.text,
        session=record_id(session.id),
        person=record_id(session.person),
        mine=action.owner == "me",
        due=days.day(action.due_day),
        state=ActionState(action.status),
        state_day=None if action.done_day is None else days.day(action.done_day),
        created=min(agreed.at, days.now.at),
    )
