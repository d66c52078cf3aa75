from __future__ import annotations

from app.content.library import Library
from app.domain.sessions import Action, Debrief, Session, SessionState
from app.operations.story_ids import StoryDays
from app.operations.story_sessions import held
from tests.vaults import NOON

DAYS = StoryDays(NOON)
TOLD = Library().story.sessions
RECORDS = [record for session in TOLD for record in held(DAYS, session)]
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
