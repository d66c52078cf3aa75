"""What a vault has to be reminded of: reflections, check-ins, milestones, goals to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.clock import FixedClock, Moment
from app.domain.cycles import Person
from app.domain.feedback import Feedback, Request
from app.domain.forms import Answer, AnswerType
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import NO_ID, Kind
from app.domain.reminder_choices import Subject
from app.domain.reminders import Thing
from app.domain.sessions import Session
from app.operations import check_ins, feedback, goals, journal, reminders, sessions
from app.operations.journal import EntryDraft
from app.queries.reminders import choices, is_waiting, look, things
from app.queries.reviews import PUT_OFF, REVIEWED
from app.vault import Vault
from tests.vaults import NOON, ZONE

DAY, ONE = NOON.day, timedelta(days=1)
SAID = (Answer("start", "Start", AnswerType.MULTILINE, "Say what you need."),)
FRIDAY = Moment.of(datetime(2026, 5, 22, 17, 0, tzinfo=ZONE))


def of(vault: Vault, subject: Subject, now: Moment = NOON) -> list[Thing]:
    return [thing for thing in things(vault.read, now) if thing.subject is subject]


def days_later(days: int) -> Moment:
    return NOON.on(DAY + days * ONE)


def test_milestones_of_the_last_month_are_there_until_they_are_done(vault: Vault) -> None:
    steps = [
        Milestone(title="today", due=DAY),
        Milestone(title="before", due=DAY - 3 * ONE),
        Milestone(title="long ago", due=DAY - 31 * ONE),
        Milestone(title="coming", due=DAY + ONE),
        Milestone(title="some day"),
        Milestone(title="done", due=DAY, done=DAY),
    ]
    goal = goals.add_goal(vault, Goal(title="g"), steps)
    paused = goals.add_goal(vault, Goal(title="p", state=GoalState.PAUSED))
    goals.add_milestone(vault, Milestone(goal=paused.id, title="not now", due=DAY))
    found = of(vault, Subject.MILESTONES)
    assert [(t.title, t.kind, t.aim_kind, t.aim) for t in found] == [
        ("before", Kind.MILESTONE, Kind.GOAL, goal.id),
        ("today", Kind.MILESTONE, Kind.GOAL, goal.id),
    ]
    goals.tick_milestone(vault, found[1].id, DAY)
    assert [t.title for t in of(vault, Subject.MILESTONES)] == ["before"]


def test_a_goal_to_look_at_again_is_there_from_its_day_on(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g", review=DAY))
    goals.add_goal(vault, Goal(title="old", review=DAY - 40 * ONE))
    assert of(vault, Subject.MILESTONES, days_later(-1)) == []
    (found,) = of(vault, Subject.MILESTONES)
    assert (found.kind, found.id, found.aim, found.day) == (Kind.GOAL, goal.id, goal.id, DAY)


def test_check_ins_are_one_thing_once_a_week(vault: Vault) -> None:
    one = goals.add_stretch(vault, Stretch(title="one", start=DAY - 9 * ONE))
    (found,) = of(vault, Subject.CHECK_INS)
    assert (found.aim, found.title, found.count, found.day) == (one.id, "one", 1, DAY - 2 * ONE)
    goals.add_stretch(vault, Stretch(title="two", start=DAY - 9 * ONE))
    (both,) = of(vault, Subject.CHECK_INS)
    assert (both.aim, both.title, both.count) == (NO_ID, "", 2)
    assert both.occurrence == found.occurrence
    week = {t.occurrence for n in range(5) for t in of(vault, Subject.CHECK_INS, days_later(n))}
    assert week == {found.occurrence}
    (next_week,) = of(vault, Subject.CHECK_INS, days_later(5))
    assert next_week.occurrence != found.occurrence


def test_a_stretch_goal_without_any_day_counts_from_when_it_was_written_down(
    vault: Vault,
) -> None:
    goals.add_stretch(vault, Stretch(title="s"))
    days = [of(vault, Subject.CHECK_INS, days_later(n))[0].day for n in range(8)]
    assert days == [DAY] * 7 + [DAY + 7 * ONE]
    assert of(vault, Subject.CHECK_INS, days_later(-400))[0].day == DAY - 400 * ONE


def test_what_was_checked_in_on_or_reviewed_or_put_off_is_not_there(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s", start=DAY))
    vault.prefer(PUT_OFF, (DAY + ONE).isoformat())
    assert of(vault, Subject.CHECK_INS) == []
    assert len(of(vault, Subject.CHECK_INS, days_later(1))) == 1
    check_ins.review_week(vault, [], REVIEWED)
    assert of(vault, Subject.CHECK_INS, days_later(6)) == []
    assert len(of(vault, Subject.CHECK_INS, days_later(7))) == 1
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY + 7 * ONE, confidence=3))
    assert of(vault, Subject.CHECK_INS, days_later(13)) == []
    assert len(of(vault, Subject.CHECK_INS, days_later(14))) == 1


@pytest.mark.parametrize("days", [5, 400])
def test_a_clock_that_was_wrong_once_does_not_silence_check_ins(vault: Vault, days: int) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s", start=DAY))
    wrong = (DAY + days * ONE).isoformat()
    vault.prefer(REVIEWED, wrong)
    vault.prefer(PUT_OFF, wrong)
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY + days * ONE, confidence=3))
    assert len(of(vault, Subject.CHECK_INS)) == 1


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (EntryDraft(title="t", template="weekly-review"), 0),
        (EntryDraft(title="t", tags=("weekly",)), 0),
        (EntryDraft(title="t", tags=("biweekly",)), 1),
        (EntryDraft(title="t", template="daily-two-minute"), 1),
    ],
)
def test_the_reflection_is_not_there_in_a_week_that_has_one(
    vault: Vault, draft: EntryDraft, expected: int
) -> None:
    assert len(of(vault, Subject.REFLECTION, FRIDAY)) == 1
    entry = journal.add(vault, draft)
    assert len(of(vault, Subject.REFLECTION, FRIDAY)) == expected
    journal.delete(vault, entry.id)
    assert len(of(vault, Subject.REFLECTION, FRIDAY)) == 1


def test_nobody_is_reminded_of_the_week_before_the_vault_was_made(vault: Vault) -> None:
    """Unless a wrong clock made it in the future."""
    assert of(vault, Subject.REFLECTION) == []
    assert len(of(vault, Subject.REFLECTION, days_later(2))) == 1
    assert len(of(vault, Subject.REFLECTION, days_later(-2))) == 1


def test_the_day_of_the_reflection_is_the_chosen_one(vault: Vault) -> None:
    reminders.choose(vault, replace(choices(vault.read), weekday=2))
    (found,) = of(vault, Subject.REFLECTION)
    assert found.day == DAY


def test_a_planned_session_is_there_until_it_begins(vault: Vault) -> None:
    start = Moment.of(datetime(2026, 5, 22, 10, 0, tzinfo=ZONE))
    session = sessions.plan_session(vault, Session().dated(start), Person(name="Ruth"))
    (found,) = of(vault, Subject.SESSIONS)
    assert (found.id, found.start, found.person, found.day) == (
        session.id,
        start,
        "Ruth",
        start.day,
    )
    assert of(vault, Subject.SESSIONS, start) == []
    assert len(of(vault, Subject.SESSIONS, Moment(start.at - 1, start.offset))) == 1
    assert of(vault, Subject.SESSIONS, days_later(-10)) == []
    moved = Moment.of(datetime(2026, 5, 25, 10, 0, tzinfo=ZONE))
    sessions.move_session(vault, session.id, moved, 50)
    (again,) = of(vault, Subject.SESSIONS)
    assert again.occurrence != found.occurrence
    sessions.cancel_session(vault, session.id)
    assert of(vault, Subject.SESSIONS) == []


def test_a_session_that_was_begun_early_is_not_there(vault: Vault) -> None:
    start = Moment.of(datetime(2026, 5, 20, 14, 0, tzinfo=ZONE))
    session = sessions.plan_session(vault, Session().dated(start), Person(name="Ruth"))
    assert len(of(vault, Subject.SESSIONS)) == 1
    sessions.start_session(vault, session.id)
    assert of(vault, Subject.SESSIONS) == []


def test_feedback_is_there_from_the_day_after_it_was_asked_to_be_back_until_it_is(
    vault: Vault,
) -> None:
    asked = Request(code="7KQ2", form="sbi-form", name="SBI", asked=DAY, reply_by=DAY + 3 * ONE)
    request = feedback.ask(vault, asked, Person(name="Ruth"))
    assert of(vault, Subject.ANSWERS, days_later(3)) == []
    (found,) = of(vault, Subject.ANSWERS, days_later(4))
    assert (found.id, found.person, found.day) == (request.id, "Ruth", DAY + 4 * ONE)
    assert of(vault, Subject.ANSWERS, days_later(34)) == []
    feedback.close_request(vault, request.id)
    assert of(vault, Subject.ANSWERS, days_later(4)) == []
    feedback.reopen_request(vault, request.id)
    reply = feedback.receive(vault, Feedback(request=request.id, answers=SAID, day=DAY))
    assert of(vault, Subject.ANSWERS, days_later(4)) == []
    feedback.delete_feedback(vault, reply.id)
    assert len(of(vault, Subject.ANSWERS, days_later(4))) == 1


def test_feedback_without_a_day_to_be_back_by_is_waited_for_in_peace(vault: Vault) -> None:
    feedback.ask(vault, Request(code="7KQ2", form="sbi-form", name="SBI", asked=DAY))
    assert of(vault, Subject.ANSWERS, days_later(20)) == []


def test_what_was_announced_is_waiting_until_it_is_done(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="g"), [Milestone(title="m", due=DAY)])
    assert is_waiting(vault.read, NOON) is None
    found = look(vault.read, NOON)
    assert found.new
    reminders.remember(vault, found.said)
    assert is_waiting(vault.read, NOON) == found.nudge
    assert not look(vault.read, NOON).new
    goals.tick_milestone(vault, vault.read.all(Milestone)[0].id, DAY)
    assert is_waiting(vault.read, NOON) is None


def test_a_day_away_and_back_says_each_thing_once(vault: Vault) -> None:
    """Three days with the clock of the vault, most of them locked; the last is a Friday."""
    clock = vault.clock
    assert isinstance(clock, FixedClock)
    steps = [Milestone(title=f"m{n}", due=DAY + n * ONE) for n in range(3)]
    goals.add_goal(vault, Goal(title="g"), steps)
    announced = []
    for hours in (0, 1, 44, 1, 1):
        clock.advance(hours * 3_600_000)
        found = look(vault.read, clock.now())
        reminders.remember(vault, found.said)
        if found.new and found.nudge:
            announced.append([thing.title for thing in found.nudge.things])
    assert announced == [["m0"], ["m0", "m1", "m2", ""]]
