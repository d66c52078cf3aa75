from __future__ import annotations

from datetime import date
from typing import cast

from app.domain.feedback import Feedback, FeedbackState, Linked, Request
from app.domain.goals import Stretch
from app.domain.ids import Id, Kind
from app.domain.sessions import Action, ActionState, AgendaItem, Session, SessionState
from app.storage import facets
from app.storage.rows import Reader

NOBODY = cast("Reader", None)
"""These facets are in the record itself."""


def test_a_session_is_found_by_its_person_and_the_goals_on_its_agenda() -> None:
    items = (
        AgendaItem("a", kind=Kind.GOAL, record=Id("g")),
        AgendaItem("b", kind=Kind.ENTRY, record=Id("e")),
    )
    session = Session(person=Id("p"), goals=(Id("h"),), agenda=items)
    found = list(facets.of_session(NOBODY, session))
    assert found == [("is", "open"), ("person", "p"), ("goal", "h"), ("goal", "g")]
    held = Session(state=SessionState.HELD)
    assert list(facets.of_session(NOBODY, held)) == [("is", "closed")]


def test_an_action_is_open_until_it_is_settled() -> None:
    assert list(facets.of_action(NOBODY, Action())) == [("is", "open")]
    dropped = Action(person=Id("p"), state=ActionState.DROPPED)
    assert list(facets.of_action(NOBODY, dropped)) == [("person", "p"), ("is", "closed")]


def test_feedback_is_found_by_whom_it_is_from_and_the_goals_it_is_evidence_for() -> None:
    links = (Linked(Kind.GOAL, Id("g")), Linked(Kind.COMPETENCY, Id("c")))
    found = list(facets.of_feedback(NOBODY, Feedback(person=Id("p"), links=links)))
    assert found == [("is", "open"), ("person", "p"), ("goal", "g")]
    request = Request(person=Id("p"), goal=Id("g"), closed=date(2026, 5, 20))
    assert list(facets.of_request(NOBODY, request)) == [("is", "closed"), *found[1:]]
    read = Feedback(state=FeedbackState.SET_ASIDE)
    assert list(facets.of_feedback(NOBODY, read)) == [("is", "closed")]


def test_a_stretch_goal_is_found_by_the_goal_it_serves() -> None:
    stretch = Stretch(id=Id("s"), goal=Id("g"))
    found = list(facets.of_aim(NOBODY, stretch))
    assert found == [("goal", "s"), ("goal", "g"), ("is", "open")]
