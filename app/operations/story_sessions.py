"""The sessions of the story as records: what was agreed in them, and the debriefs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from typing import Final

from app.content.story import AgendaItem as StoryItem
from app.content.story import Story, StoryAction, StoryEntry, StorySession
from app.domain.ids import NO_ID, Kind
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
_PULLED: Final = {"entry": Kind.ENTRY, "goal": Kind.GOAL, "stretch_goal": Kind.STRETCH}


def brought(story: Story, session: StorySession) -> tuple[StoryEntry, ...]:
    """The entries that were taken to a session: written before it, linked to it, not private."""
    return tuple(
        entry
        for entry in story.entries
        if session.id in entry.links.sessions and entry.day < session.day and not entry.keep_private
    )


def held(
    days: StoryDays, session: StorySession, taken: Sequence[StoryEntry] = ()
) -> Iterator[Record]:
    """A session of the story, what was agreed in it, and its debrief.

    Entries that were taken along stand on its agenda, behind how it opens.
    """
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
        question=session.question,
        agenda=(
            *(_item(item, over=over) for item in session.agenda[:1]),
            *(
                AgendaItem(entry.title, kind=Kind.ENTRY, record=record_id(entry.id), done=over)
                for entry in taken
            ),
            *(_item(item, over=over) for item in session.agenda[1:]),
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


def _item(item: StoryItem, *, over: bool) -> AgendaItem:
    pulled = item.pulled
    return AgendaItem(
        item.title,
        item.minutes,
        item.prompt,
        kind=_PULLED[pulled.type] if pulled else None,
        record=record_id(pulled.id) if pulled else NO_ID,
        spent=item.minutes * 60 * over,
        done=over,
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
