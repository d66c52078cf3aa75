from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.clock import Moment
from app.domain.ids import Id, Kind
from app.domain.records import RatingError, TitleMissingError, TooLongError
from app.domain.sessions import (
    Action,
    AgendaItem,
    CadenceError,
    Debrief,
    MinutesError,
    Score,
    Session,
)

SECOND = 1000
AGENDA = (AgendaItem("One", 15), AgendaItem("Two", 20), AgendaItem("Three", 10))


def session(**fields: object) -> Session:
    return replace(Session(agenda=AGENDA), **fields)  # type: ignore[arg-type]


def test_a_session_lies_on_the_day_that_it_starts_on_where_it_is_held() -> None:
    late = Moment(1_716_330_600_000, 120)  # 2024-05-22 00:30 there, the day before in UTC
    planned = Session(minutes=50).dated(late)
    assert planned.day == date(2024, 5, 22)
    assert planned.end == Moment(late.at + 50 * 60 * SECOND, 120)


def test_its_agenda_adds_up() -> None:
    assert session().planned_minutes == 45
    assert session().topics == "One\nTwo\nThree"


def test_going_on_keeps_what_the_topic_before_has_taken_and_marks_it_as_done() -> None:
    begun = session(started=0).at_topic(0, 0)
    on = begun.at_topic(1, 90 * SECOND)
    assert [(item.spent, item.done) for item in on.agenda] == [(90, True), (0, False), (0, False)]
    assert on.spent(1, 100 * SECOND) == 10
    assert on.spent(0, 100 * SECOND) == 90


def test_going_back_to_a_topic_counts_on_and_opens_it_again() -> None:
    on = session().at_topic(0, 0).at_topic(1, 90 * SECOND).at_topic(0, 100 * SECOND)
    assert on.spent(0, 130 * SECOND) == 120
    assert not on.agenda[0].done


def test_a_pause_banks_the_time_without_closing_the_topic() -> None:
    paused = session().at_topic(0, 0).at_topic(-1, 30 * SECOND, done=False)
    assert (paused.topic, paused.ticking) == (-1, None)
    assert (paused.agenda[0].spent, paused.agenda[0].done) == (30, False)


def test_a_clock_that_is_set_back_takes_no_time_away() -> None:
    begun = session().at_topic(0, 100 * SECOND)
    assert begun.spent(0, 20 * SECOND) == 0
    assert begun.at_topic(1, 20 * SECOND).agenda[0].spent == 0


def test_the_topic_that_is_on_already_goes_on_without_a_break() -> None:
    begun = session().at_topic(0, 0)
    assert begun.at_topic(0, 50 * SECOND) == begun


def test_the_clock_goes_with_its_item_where_the_agenda_is_rearranged() -> None:
    begun = session().at_topic(1, 5 * SECOND)
    moved = begun.arranged((1, 0))
    assert [item.title for item in moved.agenda] == ["Two", "One"]
    assert (moved.topic, moved.ticking) == (0, 5 * SECOND)
    gone = begun.arranged((0, 2))
    assert (gone.topic, gone.ticking) == (-1, None)


def test_what_was_pulled_onto_the_agenda_is_known_and_can_go_again() -> None:
    pulled = session().with_item(AgendaItem("Smaller", kind=Kind.ENTRY, record=Id("e")))
    assert pulled.holds(Id("e"))
    assert pulled.without(Id("e")) == session(id=pulled.id)


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_length_is_some_minutes_of_a_day(minutes: int) -> None:
    with pytest.raises(MinutesError):
        session(minutes=minutes).check()


def test_rules_of_a_session() -> None:
    session(minutes=1440, every=52).check()
    with pytest.raises(CadenceError):
        session(every=53).check()
    with pytest.raises(MinutesError):
        session(agenda=(AgendaItem("One", -1),)).check()
    with pytest.raises(TooLongError):
        session(place="p" * 301).check()


def test_an_action_says_what_is_owed() -> None:
    Action(title="Introduce me").check()
    with pytest.raises(TitleMissingError):
        Action(title=" ").check()


def test_a_debrief_rates_from_1_to_5_and_may_be_empty() -> None:
    said = Debrief(scores=(Score("safe-room", 5),))
    said.check()
    assert (said.score("safe-room"), said.score("useful-next")) == (5, None)
    assert Debrief(answers=" \n").empty
    assert not said.empty
    with pytest.raises(RatingError):
        Debrief(scores=(Score("safe-room", 0),)).check()
