from __future__ import annotations

from datetime import date

from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.experiences import Experience, Phase
from app.domain.goals import Attempt, Goal
from app.operations.story_records import StoryRecords
from tests.vaults import NOON

LIBRARY = Library()
RECORDS = StoryRecords(NOON, LIBRARY.framework, LIBRARY.feedback_forms)
TOLD = tuple(RECORDS.of(LIBRARY.story))


def test_every_record_of_the_story_keeps_the_rules_and_comes_once() -> None:
    for record in TOLD:
        record.check()
    ids = [(record.kind, record.id) for record in TOLD]
    assert len(set(ids)) == len(ids)


def test_ratings_read_as_the_competencies_that_ship() -> None:
    assessments = [record for record in TOLD if isinstance(record, Assessment)]
    assert {assessment.by for assessment in assessments if not assessment.own} == {
        "Tomasz Wrenfield",
        "Priya Abernathy-Cole",
    }
    for rating in (rating for assessment in assessments for rating in assessment.ratings):
        shipped = LIBRARY.framework.find(rating.competency)
        assert shipped is not None
        assert (rating.name, rating.anchor) == (shipped.name, shipped.anchors[rating.level - 1])
    seen_anew = [r.name for a in assessments for r in a.ratings if r.recalibrated]
    assert seen_anew == ["Speaking to groups"]


def test_what_goes_on_has_no_end_and_what_is_closed_has_its_day() -> None:
    day = RECORDS.day(0)
    experiences = [record for record in TOLD if isinstance(record, Experience)]
    assert [e.title for e in experiences if e.phase(day) is Phase.UNDER_WAY] == [
        "Acting lead, Crossings"
    ]
    goals = [record for record in TOLD if isinstance(record, Goal)]
    assert all((goal.state_day is not None) == goal.state.closed for goal in goals)
    assert all(bool(goal.learned) == goal.state.closed for goal in goals)
    attempts = [record for record in TOLD if isinstance(record, Attempt)]
    assert all(date.min < attempt.day <= day for attempt in attempts)
