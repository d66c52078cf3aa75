from __future__ import annotations

from app.content.library import Library
from app.domain.ids import Kind
from app.domain.sessions import Action, Debrief, Session, SessionState
from app.operations.story_ids import StoryDays
from app.operations.story_sessions import brought, held
from tests.vaults import NOON

DAYS = StoryDays(NOON)
STORY = Library().story
TOLD = STORY.sessions
RECORDS = [record for told in TOLD for record in held(DAYS, told, brought(STORY, told))]
SESSIONS = [record for record in RECORDS if isinstance(record, Session)]


def test_every_session_keeps_the_rules_and_takes_as_long_as_its_agenda() -> None:
    for record in RECORDS:
        record.check()
    assert [s.planned_minutes for s in SESSIONS] == [s.minutes for s in SESSIONS]
    assert len(SESSIONS) == len(TOLD)


def test_what_was_held_has_an_end_and_a_debrief_and_what_is_planned_has_none() -> None:
    over = {s.id for s in SESSIONS if s.state is SessionState.HELD}
    assert {s.id for s in SESSIONS if s.ended} == over
    assert {d.session for d in RECORDS if isinstance(d, Debrief)} == over
    assert len(over) < len(SESSIONS)


def test_actions_are_owed_both_ways() -> None:
    actions = [record for record in RECORDS if isinstance(record, Action)]
    assert {action.mine for action in actions} == {True, False}
    assert {action.session for action in actions} <= {session.id for session in SESSIONS}


def test_the_next_session_is_tomorrow_and_has_things_pulled_onto_its_agenda() -> None:
    planned = [s for s in SESSIONS if s.state is SessionState.PLANNED]
    following = min(planned, key=lambda session: session.at)
    assert following.day == DAYS.day(1)
    assert following.question
    assert {item.kind for item in following.agenda} == {None, Kind.ENTRY, Kind.STRETCH}


def test_an_entry_was_taken_to_a_session_that_came_after_it_unless_it_is_private() -> None:
    taken = [entry for told in TOLD for entry in brought(STORY, told)]
    assert taken
    assert not any(entry.keep_private for entry in taken)
    for told in TOLD:
        assert all(entry.day < told.day for entry in brought(STORY, told))
