"""What happened since the last session with somebody: all of it, by its day, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.cycles import Person
from app.domain.experiences import Experience
from app.domain.feedback import Feedback
from app.domain.goals import Attempt, CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState, Session, SessionState
from app.operations import actions, experiences, feedback, goals, journal, people, sessions
from app.operations.journal import EntryDraft
from app.queries.sessions import session_view
from app.queries.since_last_time import SinceLastTime, since_last_time
from app.vault import Vault
from tests.vaults import NOON, new_vault

DAY, ONE = NOON.day, timedelta(days=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def vault(tmp_path: Path, clock: FixedClock) -> Iterator[Vault]:
    opened = new_vault(tmp_path / "Test.greenroom", clock)
    yield opened
    opened.close()


@pytest.fixture
def ruth(vault: Vault) -> Person:
    return people.add_person(vault, Person(name="Ruth"))


def session(vault: Vault, person: Person, day: date, *, over: bool = False) -> Session:
    state = SessionState.HELD if over else SessionState.PLANNED
    return sessions.plan_session(vault, Session(person=person.id, state=state).dated(NOON.on(day)))


def looked(vault: Vault, made: Session) -> SinceLastTime:
    view = session_view(vault.read, made.id)
    assert view is not None
    return since_last_time(vault, view)


def test_before_the_first_one_it_looks_back_thirty_days(vault: Vault, ruth: Person) -> None:
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert (found.since, found.last) == (DAY - 30 * ONE, None)


def test_it_begins_with_the_day_of_the_last_one_held(vault: Vault, ruth: Person) -> None:
    johan = people.add_person(vault, Person(name="Johan"))
    last = session(vault, ruth, DAY - 12 * ONE, over=True)
    session(vault, johan, DAY - 3 * ONE, over=True)
    session(vault, ruth, DAY - ONE)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert found.last is not None
    assert (found.since, found.last.id) == (DAY - 12 * ONE, last.id)


def test_all_flagged_entries_are_there_however_old(vault: Vault, ruth: Person) -> None:
    old = EntryDraft(title="The release", body="It went out.", bring=True)
    new = EntryDraft(body="## Heading\nRuth asked. Who would I *be* then? I left.", bring=True)
    journal.add(vault, old, NOON.on(DAY - 90 * ONE))
    journal.add(vault, new, NOON)
    journal.add(vault, EntryDraft(title="Not flagged"), NOON)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert [(each.title, each.day, each.asks) for each in found.flagged] == [
        ("Ruth asked. Who would I be then? I left.", DAY, "Who would I be then?"),
        ("The release", DAY - 90 * ONE, "It went out."),
    ]
    assert found.question == found.flagged[0]
    assert found.entries == 2


def test_a_question_is_looked_for_before_the_newest(vault: Vault, ruth: Person) -> None:
    made = session(vault, ruth, DAY + ONE)
    assert looked(vault, made).question is None
    journal.add(vault, EntryDraft(body="我该怎么办\uff1f好", bring=True), NOON.on(DAY - ONE))
    journal.add(vault, EntryDraft(body="A plain one.", bring=True), NOON)
    asked = looked(vault, made).question
    assert asked is not None
    assert asked.asks == "我该怎么办\uff1f"


def test_what_moved_is_told_by_goal_with_counts_and_the_last_day(
    vault: Vault, ruth: Person, clock: FixedClock
) -> None:
    """What lies before the last session is left out, what falls on its day is not."""
    clock.moment = NOON.on(DAY - 60 * ONE)
    since = DAY - 10 * ONE
    steps = [
        Milestone(title="First", done=since - ONE),
        Milestone(title="Second", done=since),
        Milestone(title="Third", done=DAY - 4 * ONE),
        Milestone(title="Open"),
    ]
    train = goals.add_goal(vault, Goal(title="Train"), steps)
    quiet = goals.add_goal(vault, Goal(title="Quiet"))
    talk = goals.add_stretch(vault, Stretch(title="Talk", start=DAY - 60 * ONE))
    ended = goals.add_goal(vault, Goal(title="Ended"))
    clock.moment = NOON
    for days in (11, 9, 2):
        goals.check_in(vault, CheckIn(goal=talk.id, day=DAY - days * ONE, confidence=3))
    experiences.add_attempt(vault, Attempt(goal=talk.id, day=DAY - ONE, title="Once"))
    goals.close_goal(vault, ended.id, GoalState.LET_GO, "It can wait.")
    new = goals.add_goal(vault, Goal(title="New"))
    gone = goals.add_goal(vault, Goal(title="Gone"))
    goals.delete_goal(vault, gone.id)
    session(vault, ruth, since, over=True)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    told = {each.id: each for each in found.advanced}
    assert quiet.id not in told
    assert {each.title for each in found.advanced} == {"Train", "Talk", "Ended", "New"}
    assert (told[train.id].milestones, told[train.id].day) == (
        ("Second", "Third"),
        DAY - 4 * ONE,
    )
    assert (told[talk.id].kind, told[talk.id].check_ins, told[talk.id].attempts) == (
        Kind.STRETCH,
        2,
        1,
    )
    assert told[talk.id].day == DAY - ONE
    assert (told[ended.id].closed, told[ended.id].taken_up) == ("let_go", False)
    assert told[new.id].taken_up
    order = [each.day for each in found.advanced]
    assert order == sorted(order, reverse=True)


def test_actions_are_those_with_the_person_open_or_settled_since(
    vault: Vault, ruth: Person, clock: FixedClock
) -> None:
    johan = people.add_person(vault, Person(name="Johan"))
    add = actions.add_action
    late = add(vault, Action(title="Late", person=ruth.id, mine=False, due=DAY + 9 * ONE))
    soon = add(vault, Action(title="Soon", person=ruth.id, due=DAY))
    done = add(vault, Action(title="Done", person=ruth.id))
    add(vault, Action(title="His", person=johan.id))
    clock.moment = NOON.on(DAY - 20 * ONE)
    old = add(vault, Action(title="Old", person=ruth.id))
    actions.settle_action(vault, old.id, ActionState.DONE)
    clock.moment = NOON
    actions.settle_action(vault, done.id, ActionState.DONE)
    session(vault, ruth, DAY - 10 * ONE, over=True)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert [each.id for each in found.actions] == [done.id, soon.id, late.id]


def test_feedback_that_arrived_is_there_read_or_not(vault: Vault, ruth: Person) -> None:
    tomas = people.add_person(vault, Person(name="Tomás"))
    session(vault, ruth, DAY - 10 * ONE, over=True)
    for days, person, giver in ((11, tomas, ""), (2, tomas, "T. Rey"), (1, None, "Sana")):
        given = Feedback(giver=giver, name="Feedforward", day=DAY - days * ONE)
        if person:
            given = replace(given, person=person.id)
        feedback.receive(vault, given)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert [(each.giver, each.form, each.read) for each in found.feedback] == [
        ("Sana", "Feedforward", False),
        ("Tomás", "Feedforward", False),
    ]


def test_an_experience_that_ended_is_there(vault: Vault, ruth: Person) -> None:
    for title, days in (("Over", 3), ("Long over", 90), ("Under way", -3)):
        lived = Experience(title=title, start=DAY - 99 * ONE, end=DAY - days * ONE)
        experiences.add_experience(vault, lived)
    found = looked(vault, session(vault, ruth, DAY + ONE))
    assert [(each.title, each.day) for each in found.lived] == [("Over", DAY - 3 * ONE)]


def test_of_one_that_was_held_it_tells_what_happened_until_then(vault: Vault, ruth: Person) -> None:
    session(vault, ruth, DAY - 20 * ONE, over=True)
    over = session(vault, ruth, DAY - 10 * ONE, over=True)
    for days in (15, 5):
        title = f"Step of {days} days ago"
        goals.add_goal(
            vault, Goal(title=f"{days}"), [Milestone(title=title, done=DAY - days * ONE)]
        )
        journal.add(vault, EntryDraft(title=title), NOON.on(DAY - days * ONE))
    found = looked(vault, over)
    assert [each.milestones for each in found.advanced] == [("Step of 15 days ago",)]
    assert (found.since, found.entries) == (DAY - 20 * ONE, 1)
