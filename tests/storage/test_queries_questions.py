from __future__ import annotations

from datetime import timedelta

from app.content.library import Library
from app.domain.competencies import OwnCompetency
from app.domain.goals import Goal, GoalState
from app.operations import competencies, goals
from app.operations import questions as operations
from app.queries import questions
from app.queries.questions import By
from app.vault import Vault
from tests.vaults import NOON

LIBRARY = Library()
DAY = NOON.day
ALL = tuple(prompt.text for prompt in LIBRARY.prompts.prompts)


def year_of_questions(vault: Vault) -> list[str]:
    days = (DAY + timedelta(days=number) for number in range(len(ALL) + 2))
    return [questions.of_the_day(vault.read, LIBRARY, day) for day in days]


def test_own_questions_are_asked_of_the_day_only_where_that_was_said(vault: Vault) -> None:
    operations.keep(vault, "My own?\nAnd this?")
    assert "My own?" not in year_of_questions(vault)
    operations.mix(vault, mixed=True)
    asked = year_of_questions(vault)
    assert asked.count("My own?") == asked.count("And this?") == 1
    assert set(asked) == {*ALL, "My own?", "And this?"}


def test_without_own_questions_mixing_changes_nothing(vault: Vault) -> None:
    before = year_of_questions(vault)
    operations.mix(vault, mixed=True)
    assert year_of_questions(vault) == before


def test_questions_are_chosen_by_theme_and_by_competency(vault: Vault) -> None:
    assert questions.ways(vault.read) == (By.THEME, By.COMPETENCY)
    for by in (By.THEME, By.COMPETENCY):
        found = questions.subjects(vault.read, LIBRARY, by)
        assert found
        for subject in found:
            assert questions.about(vault.read, LIBRARY, by, subject.id)
    themes = questions.subjects(vault.read, LIBRARY, By.THEME)
    of_each = [questions.about(vault.read, LIBRARY, By.THEME, theme.id) for theme in themes]
    assert sorted(q for asked in of_each for q in asked) == sorted(ALL)


def test_questions_about_a_goal_are_those_about_its_competencies(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Listen", competencies=("coaching-others",)))
    blank = goals.add_goal(vault, Goal(title="Anything"))
    ended = goals.add_goal(vault, Goal(title="Ended"))
    goals.close_goal(vault, ended.id, GoalState.MET, "")
    assert By.GOAL in questions.ways(vault.read)
    found = questions.subjects(vault.read, LIBRARY, By.GOAL)
    assert [subject.name for subject in found] == ["Anything", "Listen"]
    about = questions.about(vault.read, LIBRARY, By.GOAL, goal.id)
    by_hand = questions.about(vault.read, LIBRARY, By.COMPETENCY, "coaching-others")
    assert about == by_hand
    assert 0 < len(about) < len(ALL)
    assert questions.about(vault.read, LIBRARY, By.GOAL, blank.id) == ALL


def test_own_questions_are_a_way_of_their_own(vault: Vault) -> None:
    operations.keep(vault, "My own?")
    assert questions.ways(vault.read)[-1] is By.MINE
    assert questions.subjects(vault.read, LIBRARY, By.MINE) == ()
    assert questions.about(vault.read, LIBRARY, By.MINE, "") == ("My own?",)


def test_a_competency_of_ones_own_asks_what_it_asks(vault: Vault) -> None:
    asks = OwnCompetency(name="Rowing", questions=("Who sets the pace?",))
    rowing = competencies.add_competency(vault, asks)
    competencies.add_competency(vault, OwnCompetency(name="Resting"))
    found = questions.subjects(vault.read, LIBRARY, By.COMPETENCY)
    assert {"Rowing", "Resting"} & {subject.name for subject in found} == {"Rowing"}
    about = questions.about(vault.read, LIBRARY, By.COMPETENCY, rowing.id)
    assert about == ("Who sets the pace?",)
