"""The weekly review: when it is due, what moved, and how confidence went."""

from __future__ import annotations

from datetime import timedelta

from app.domain.cycles import Person
from app.domain.feedback import Feedback
from app.domain.goals import CheckIn, Goal, Stretch
from app.domain.ids import Kind
from app.domain.sessions import Session
from app.operations import check_ins, feedback, goals, people, sessions
from app.queries.reviews import PUT_OFF, REVIEWED, due_review
from app.queries.today import today
from app.vault import Vault
from tests.vaults import NOON
from tests.weekly import fill_week

DAY, ONE = NOON.day, timedelta(days=1)


def test_without_a_check_in_that_is_due_there_is_none(vault: Vault) -> None:
    assert due_review(vault.read, DAY) is None
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    assert due_review(vault.read, DAY) is not None
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY, confidence=3))
    assert due_review(vault.read, DAY) is None
    assert due_review(vault.read, DAY + 6 * ONE) is None
    assert due_review(vault.read, DAY + 7 * ONE) is not None


def test_it_comes_once_a_week_at_most_and_looks_back_to_the_last(vault: Vault) -> None:
    """Even where a check-in was left out or another stretch goal was added."""
    week = fill_week(vault)
    check_ins.review_week(vault, [CheckIn(goal=week.talk.id, day=DAY, confidence=3)], REVIEWED)
    assert due_review(vault.read, DAY + 6 * ONE) is None
    again = due_review(vault.read, DAY + 7 * ONE)
    assert again is not None
    assert (again.since, [due.stretch.id for due in again.due]) == (
        DAY,
        [week.talk.id, week.chair.id],
    )
    vault.undo()
    first = due_review(vault.read, DAY)
    assert first is not None
    assert first.since == DAY - 7 * ONE


def test_put_off_it_comes_on_the_day_that_is_named(vault: Vault) -> None:
    fill_week(vault)
    vault.prefer(PUT_OFF, (DAY + ONE).isoformat())
    assert due_review(vault.read, DAY) is None
    assert due_review(vault.read, DAY + ONE) is not None


def test_done_or_put_off_by_a_clock_that_was_wrong_it_comes_all_the_same(vault: Vault) -> None:
    fill_week(vault)
    for name in (REVIEWED, PUT_OFF):
        vault.prefer(name, (DAY + 400 * ONE).isoformat())
    found = due_review(vault.read, DAY)
    assert found is not None
    assert found.since == DAY - 7 * ONE


def test_its_check_ins_are_no_next_steps_of_their_own(vault: Vault) -> None:
    fill_week(vault)
    shown = today(vault)
    assert shown.review is not None
    assert {step.kind for step in shown.steps} == {Kind.MILESTONE}
    assert shown.open_steps == 2


def test_what_moved_is_told_once_with_where_it_leads(vault: Vault) -> None:
    """What was closed, done, ended and written; what lies further back is left out."""
    week = fill_week(vault)
    old = goals.add_goal(vault, Goal(title="Old", measure="Pages"))
    for days, value in ((30, 1.0), (3, 2.0), (1, 3.0)):
        goals.check_in(vault, CheckIn(goal=old.id, day=DAY - days * ONE, value=value))
    review = due_review(vault.read, DAY)
    assert review is not None
    told = [(moved.kind, moved.title, moved.count, moved.evidence) for moved in review.moved]
    assert told == [
        (Kind.GOAL, "Two mornings for deep work", 1, 0),
        (Kind.MILESTONE, "Ask three people what they would cut", 1, 0),
        (Kind.CHECK_IN, "Old", 2, 0),
        (Kind.EXPERIENCE, "Shadowed the planning round", 1, 0),
        (Kind.ENTRY, "", 3, 1),
    ]
    done = review.moved[1]
    assert (done.opens, done.id, done.day) == (Kind.GOAL, week.goal.id, DAY - ONE)


def test_each_stretch_goal_brings_its_ratings_oldest_first(vault: Vault) -> None:
    fill_week(vault)
    review = due_review(vault.read, DAY)
    assert review is not None
    points = [[point.confidence for point in due.trend.points] for due in review.due]
    assert points == [[2, 3, 3, 4], [2, 2, 3, 3]]
    assert review.due[0].trend.last is not None
    assert review.due[0].trend.last.day == DAY - 8 * ONE


def test_sessions_that_were_held_and_feedback_that_came_back_moved_something(
    vault: Vault,
) -> None:
    """What somebody wrote is not told here: it is read where it lies."""
    fill_week(vault)
    ruth = people.add_person(vault, Person(name="Ruth")).id
    held = sessions.plan_session(vault, Session(person=ruth).dated(NOON))
    sessions.end_session(vault, held.id)
    feedback.receive(vault, Feedback(person=ruth, about="Words", day=DAY))
    found = due_review(vault.read, DAY)
    assert found is not None
    told = [each for each in found.moved if each.kind in {Kind.SESSION, Kind.FEEDBACK}]
    assert [(each.kind, each.title, each.name, each.number) for each in told] == [
        (Kind.SESSION, "", "Ruth", 1),
        (Kind.FEEDBACK, "", "Ruth", None),
    ]
