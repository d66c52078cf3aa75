from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.changes import Op
from app.clock import Moment
from app.content.library import Library
from app.domain.competencies import Assessment, Rating
from app.domain.cycles import Cycle, Person
from app.domain.goals import Attempt, CheckIn, Goal, GoalState, Stretch
from app.domain.ids import Id
from app.domain.sessions import Action, Session
from app.operations import (
    actions,
    competencies,
    cycles,
    experiences,
    goals,
    journal,
    people,
    sessions,
)
from app.queries import growth
from app.queries.growth import Covered, Days
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day
LIBRARY = Library()
_A_DAY = 86_400_000


def entry(vault: Vault, ago: int, body: str, *tags: str, confidence: int | None = None) -> None:
    draft = journal.EntryDraft(body=body, tags=tags, confidence=confidence)
    journal.add(vault, draft, Moment(NOON.at - ago * _A_DAY, NOON.offset))


def assessed(vault: Vault, ago: int, level: int, person: str = "") -> Assessment:
    day = DAY - timedelta(days=ago)
    ratings = (Rating("delegating", "Delegating", level),)
    return competencies.assess(vault, Assessment(day=day, person=Id(person), ratings=ratings))


def test_this_cycle_is_the_one_that_runs(vault: Vault) -> None:
    start, end = DAY - timedelta(days=20), DAY + timedelta(days=20)
    cycles.add_cycle(vault, Cycle(title="c", start=start, middle=DAY, end=end))
    assert growth.days(vault.read, Covered.CYCLE, DAY) == Days(start, end)


def test_without_a_cycle_that_has_begun_twelve_months_are_covered(vault: Vault) -> None:
    later = DAY + timedelta(days=5)
    cycles.add_cycle(vault, Cycle(title="c", start=later, middle=later, end=later))
    year = Days(DAY.replace(year=DAY.year - 1) + timedelta(days=1), DAY)
    assert growth.days(vault.read, Covered.CYCLE, DAY) == year
    assert growth.days(vault.read, Covered.YEAR, DAY) == year
    leap = growth.days(vault.read, Covered.YEAR, date(2028, 2, 29))
    assert leap == Days(date(2027, 3, 1), date(2028, 2, 29))


def test_all_begins_with_the_first_thing_there_is(vault: Vault) -> None:
    assert growth.days(vault.read, Covered.ALL, DAY) == Days(DAY, DAY)
    entry(vault, 30, "one")
    assessed(vault, 400, 2)
    assert growth.days(vault.read, Covered.ALL, DAY) == Days(DAY - timedelta(days=400), DAY)


def test_the_last_assessment_is_compared_with_the_one_before_the_days(vault: Vault) -> None:
    """How one saw oneself as they began is what was said last before them."""
    assessed(vault, 500, 5)
    for ago, level in ((300, 1), (60, 2), (30, 3), (1, 4)):
        assessed(vault, ago, level)
    assessed(vault, 10, 5, person="ruth")
    found = growth.view(vault.read, LIBRARY, Days(DAY - timedelta(days=90), DAY))
    (row,) = found.compared.rows
    assert (row.then, row.now, row.mentor) == (1, 4, 5)
    assert [each.level("delegating") for each in found.own] == [1, 2, 3, 4]


def test_two_assessments_can_be_chosen_in_either_order(vault: Vault) -> None:
    made = [assessed(vault, ago, level) for ago, level in ((60, 2), (30, 3), (1, 4))]
    covered = Days(DAY - timedelta(days=90), DAY)
    for then, now in ((made[0].id, made[1].id), (made[1].id, made[0].id)):
        (row,) = growth.view(vault.read, LIBRARY, covered, then, now).compared.rows
        assert (row.then, row.now) == (2, 3)
    (gone,) = growth.view(vault.read, LIBRARY, covered, Id("gone")).compared.rows
    assert (gone.then, gone.now) == (2, 4)


def test_stretch_goals_bring_their_check_ins_and_attempts_of_the_days(vault: Vault) -> None:
    made = goals.add_stretch(vault, Stretch(title="talk"))
    for ago in (5, 100):
        day = DAY - timedelta(days=ago)
        goals.check_in(vault, CheckIn(goal=made.id, day=day, confidence=3))
        experiences.add_attempt(vault, Attempt(goal=made.id, day=day, title=str(ago)))
    (found,) = growth.stretches(vault.read, Days(DAY - timedelta(days=30), DAY))
    assert (found.stretch, len(found.trend.points)) == (made, 1)
    assert [attempt.title for attempt in found.attempts] == ["5"]


def test_goals_open_on_the_days_stand_where_they_stand_since_then(vault: Vault) -> None:
    """Since the day of their state, else since their start; closed before, they are not shown."""
    early, late = DAY - timedelta(days=100), DAY - timedelta(days=40)
    states = (
        ("open", early, GoalState.ACTIVE, None),
        ("paused", early, GoalState.PAUSED, late),
        ("met before", early, GoalState.MET, early),
        ("met then", early, GoalState.MET, late),
        ("let go some day", None, GoalState.LET_GO, None),
        ("begins later", DAY, GoalState.ACTIVE, None),
    )
    with vault.transact(Op.ADD_GOAL) as write:
        for title, start, state, day in states:
            write.put(Goal(title=title, start=start, state=state, state_day=day, learned="much"))
        write.put(Goal(title="in the trash", deleted=1))
    found = growth.goals_of(vault.read, Days(late - timedelta(days=9), late))
    assert {(row.title, row.state, row.since) for row in found.rows} == {
        ("open", GoalState.ACTIVE, early),
        ("paused", GoalState.PAUSED, late),
        ("met then", GoalState.MET, late),
        ("let go some day", GoalState.LET_GO, None),
    }
    assert {row.learned for row in found.rows} == {"much"}


def test_the_journal_is_read_by_its_days(vault: Vault) -> None:
    entry(vault, 0, "**Two** words", "calm", confidence=3)
    entry(vault, 0, "one", confidence=4)
    entry(vault, 45, "five words are in here", "calm")
    entry(vault, 200, "before")
    found = growth.journal(vault, Days(DAY - timedelta(days=60), DAY))
    assert found is not None
    assert [(day.words, day.entries) for day in found.writing.days] == [(5, 1), (3, 2)]
    assert [period.middle for period in found.confidence.periods] == [3.5]
    assert [(row.tag, row.entries) for row in found.themes.rows] == [("calm", 2)]


def test_an_empty_vault_has_grown_nowhere(vault: Vault) -> None:
    covered = growth.days(vault.read, Covered.ALL, DAY)
    assert growth.view(vault.read, LIBRARY, covered).compared.rows == ()
    assert growth.stretches(vault.read, covered) == ()
    found = growth.journal(vault, covered)
    assert found is not None
    assert (found.writing.days, found.confidence.periods) == ((), ())


@pytest.mark.parametrize("months", [1, 30])
def test_every_day_is_read_once(vault: Vault, months: int) -> None:
    for ago in range(0, months * 30, 7):
        entry(vault, ago, "one")
    found = growth.journal(vault, Days(DAY - timedelta(days=months * 30), DAY))
    assert found is not None
    assert sum(day.entries for day in found.writing.days) == len(range(0, months * 30, 7))


def test_sessions_that_were_held_are_numbered_with_their_person(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi")).id
    for ago, state in ((50, None), (20, None), (10, "cancelled"), (5, None)):
        start = Moment(NOON.at - ago * _A_DAY, NOON.offset)
        found = sessions.plan_session(vault, Session(person=ruth).dated(start))
        if state:
            sessions.cancel_session(vault, found.id)
        else:
            sessions.end_session(vault, found.id)
    sessions.plan_session(vault, Session(person=ruth).dated(NOON))
    month = Days(DAY - timedelta(days=30), DAY)
    held = growth.held(vault.read, month)
    assert [(each.day, each.number, each.name) for each in held] == [
        (DAY - timedelta(days=20), 2, "Ruth Adeyemi"),
        (DAY - timedelta(days=5), 3, "Ruth Adeyemi"),
    ]


def test_what_was_agreed_counts_on_the_day_of_its_session_with_each_person(vault: Vault) -> None:
    ruth = people.add_person(vault, Person(name="Ruth Adeyemi")).id
    priya = people.add_person(vault, Person(name="Priya")).id
    long_ago = Moment(NOON.at - 60 * _A_DAY, NOON.offset)
    earlier = sessions.plan_session(vault, Session(person=ruth).dated(long_ago))
    actions.add_action(vault, Action(title="old", person=ruth, session=earlier.id))
    actions.add_action(vault, Action(title="one", person=priya))
    actions.add_action(vault, Action(title="two", person=ruth))
    actions.add_action(vault, Action(title="three", person=ruth, mine=False))
    actions.add_action(vault, Action(title="of nobody"))
    month = Days(DAY - timedelta(days=30), DAY)
    found = growth.agreed(vault.read, month)
    assert [(each.name, each.kept.name) for each in found] == [
        ("Ruth Adeyemi", "Ruth"),
        ("Priya", "Priya"),
    ]
    assert {row.title for row in found[0].kept.rows} == {"two", "three"}
    assert {row.agreed for row in found[0].kept.rows} == {DAY}
