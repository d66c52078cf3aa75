from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.changes import Op
from app.clock import FixedClock, Moment
from app.domain.cycles import Person
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.sessions import Action, AgendaItem, Debrief, Score, Session, SessionState
from app.operations import actions, people, sessions, trash
from app.operations.journal import EntryDraft, add
from app.operations.sessions import NotPlannedError
from app.vault import Vault
from tests.vaults import NOON

_ANY = Op.DELETE_ENTRY
WEEK = 7 * 24 * 60 * 60_000


def planned(vault: Vault, **fields: object) -> Session:
    new = Session(person=ruth(vault).id, minutes=50).dated(NOON)
    return sessions.plan_session(vault, replace(new, **fields))  # type: ignore[arg-type]


def ruth(vault: Vault) -> Person:
    known = vault.read.all(Person)
    return known[0] if known else people.add_person(vault, Person(name="Ruth"))


def now(vault: Vault, session: Session) -> Session:
    return vault.read.get(Session, session.id)


def test_a_session_is_planned_with_somebody_new(vault: Vault) -> None:
    made = sessions.plan_session(vault, Session(), Person(name="Ruth"))
    assert made.person == vault.read.all(Person)[0].id
    vault.undo()
    assert vault.read.all(Session) == []
    assert vault.read.all(Person) == []


def test_what_only_the_mentee_sees_is_no_change_to_a_calendar(vault: Vault) -> None:
    made = planned(vault)
    written = sessions.write_session(vault, replace(made, question="Who would I be?", notes="n"))
    assert written.sequence == 0
    assert sessions.write_session(vault, replace(written, place="Canteen")).sequence == 1


def test_typing_is_one_step_of_undo(vault: Vault) -> None:
    made = planned(vault)
    vault.seal()
    for text in ("W", "Wh", "Who"):
        sessions.write_session(vault, replace(now(vault, made), question=text))
    vault.undo()
    assert now(vault, made).question == ""


def test_a_moved_session_remembers_the_day_it_was_first_planned_for(vault: Vault) -> None:
    made = planned(vault)
    later = Moment(NOON.at + WEEK, NOON.offset)
    moved = sessions.move_session(vault, made.id, later, 30)
    assert (moved.day, moved.moved, moved.minutes) == (later.day, NOON.day, 30)
    again = sessions.move_session(vault, made.id, Moment(NOON.at + 2 * WEEK, NOON.offset), 30)
    assert (again.moved, again.sequence) == (NOON.day, 2)
    back = sessions.move_session(vault, made.id, NOON, 50)
    assert back.moved is None


def test_a_session_is_cancelled_and_planned_again(vault: Vault) -> None:
    made = planned(vault)
    assert sessions.cancel_session(vault, made.id).state is SessionState.CANCELLED
    with pytest.raises(NotPlannedError):
        sessions.start_session(vault, made.id)
    again = sessions.plan_again(vault, made.id)
    assert (again.state, again.sequence) == (SessionState.PLANNED, 2)


def test_a_session_runs_through_its_topics(vault: Vault) -> None:
    made = planned(vault, agenda=(AgendaItem("One", 15), AgendaItem("Two", 20)))
    begun = sessions.start_session(vault, made.id)
    assert (begun.topic, begun.under_way) == (0, True)
    assert sessions.start_session(vault, made.id) == begun
    on = sessions.go_to_topic(vault, made.id, 1)
    assert (on.topic, on.agenda[0].done) == (1, True)
    assert sessions.pause_session(vault, made.id).ticking is None
    over = sessions.end_session(vault, made.id).session
    assert (over.state, over.under_way) == (SessionState.HELD, False)
    assert sessions.resume_session(vault, made.id).under_way


def test_the_end_puts_down_what_was_brought_and_when_one_spoke(vault: Vault) -> None:
    brought = add(vault, EntryDraft(title="Smaller promises", bring=True))
    kept = add(vault, EntryDraft(title="Not talked about", bring=True))
    items = (
        AgendaItem("Smaller", kind=Kind.ENTRY, record=brought.id, done=True),
        AgendaItem("Later", kind=Kind.ENTRY, record=kept.id),
    )
    made = planned(vault, agenda=items)
    sessions.end_session(vault, made.id)
    assert [entry.bring for entry in vault.read.all(Entry)] == [False, True]
    assert ruth(vault).last_spoke == NOON.day
    vault.undo()
    assert [entry.bring for entry in vault.read.all(Entry)] == [True, True]
    assert ruth(vault).last_spoke is None


def test_a_cadence_plans_the_next_at_the_same_time_by_the_wall(vault: Vault) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = Moment.of(datetime(2026, 10, 20, 10, tzinfo=berlin))
    vault.clock = FixedClock(start, berlin)
    made = planned(vault, every=2, template="grow-session", notes="n").dated(start)
    made = sessions.write_session(vault, made)
    following = sessions.end_session(vault, made.id).following
    assert following is not None
    # Summer time ended between the two.
    assert following.start.local.isoformat() == "2026-11-03T10:00:00+01:00"
    assert (following.notes, following.template, following.every) == ("", "grow-session", 2)


def test_a_cadence_plans_nothing_where_something_is_planned(vault: Vault) -> None:
    made = planned(vault, every=1)
    later = planned(vault).dated(Moment(NOON.at + WEEK, NOON.offset))
    sessions.write_session(vault, later)
    assert sessions.end_session(vault, made.id).following is None


def test_a_cadence_that_slept_plans_the_first_one_that_is_to_come(vault: Vault) -> None:
    old = Moment(NOON.at - 10 * WEEK - 1, NOON.offset)
    made = sessions.write_session(vault, planned(vault, every=4).dated(old))
    following = sessions.after(vault, made)
    assert following is not None
    assert following.day == date.fromordinal(old.day.toordinal() + 12 * 7)


def test_there_is_one_debrief_of_each_session(vault: Vault) -> None:
    made = planned(vault)
    sessions.debrief_session(vault, Debrief(session=made.id, answers="First"))
    sessions.debrief_session(vault, Debrief(session=made.id, scores=(Score("safe-room", 4),)))
    (debrief,) = vault.read.all(Debrief)
    assert (debrief.answers, debrief.score("safe-room")) == ("", 4)


def test_a_deleted_session_takes_its_debrief_along_and_leaves_what_is_owed(vault: Vault) -> None:
    made = planned(vault)
    sessions.debrief_session(vault, Debrief(session=made.id, answers="Useful"))
    owed = actions.add_action(vault, Action(title="Write", session=made.id))
    sessions.delete_session(vault, made.id)
    assert vault.read.all(Debrief) == []
    assert vault.read.all(Action) == [owed]
    trash.restore(vault, Kind.SESSION, made.id)
    assert [each.answers for each in vault.read.all(Debrief)] == ["Useful"]
    sessions.delete_session(vault, made.id)
    trash.purge(vault, Kind.SESSION, made.id)
    assert vault.read.deleted(Debrief) == []
    assert vault.read.get(Action, owed.id).session == ""


def test_an_agenda_keeps_its_words_when_what_they_lead_to_is_gone(vault: Vault) -> None:
    entry = add(vault, EntryDraft(title="Smaller promises"))
    item = AgendaItem("Smaller", kind=Kind.ENTRY, record=entry.id)
    made = planned(vault, agenda=(item,), goals=(Id("goal"),))
    with vault.transact(_ANY) as write:
        write.delete(write.get(Entry, entry.id))
    trash.purge(vault, Kind.ENTRY, entry.id)
    assert now(vault, made).agenda == (AgendaItem("Smaller"),)


def test_clocks_that_run_are_stopped_and_none_other(vault: Vault) -> None:
    agenda = (AgendaItem("One", 15), AgendaItem("Two", 20))
    runs, waits = planned(vault, agenda=agenda), planned(vault, agenda=agenda)
    sessions.start_session(vault, runs.id)
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(5 * 60_000)
    seen: list[object] = []
    vault.subscribe(seen.append)
    sessions.rest_clocks(vault)
    sessions.rest_clocks(vault)
    assert [(item.spent, item.done) for item in now(vault, runs).agenda] == [
        (300, False),
        (0, False),
    ]
    assert now(vault, runs).under_way
    assert now(vault, waits) == waits
    assert len(seen) == 1


def test_a_clock_that_was_left_running_counts_up_to_what_was_last_saved(vault: Vault) -> None:
    made = planned(vault, agenda=(AgendaItem("One", 15), AgendaItem("Two", 20)))
    sessions.start_session(vault, made.id)
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(5 * 60_000)
    sessions.write_session(vault, replace(now(vault, made), notes="Say it"))
    vault.clock.advance(20 * 60 * 60_000)
    sessions.rest_clocks(vault, left=True)
    assert [item.spent for item in now(vault, made).agenda] == [300, 0]
    assert now(vault, made).ticking is None
