"""The goal templates that ship."""

import pytest

from app.content.library import Library


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_goal_templates_hang_together(library: Library) -> None:
    competencies = {competency.id for competency in library.framework.competencies}
    goals = library.goal_templates
    for goal in goals.goals:
        weeks = [milestone.week for milestone in goal.milestones]
        assert weeks == sorted(weeks)
        assert 0 < weeks[-1] <= goal.weeks
        assert goal.measure.baseline != goal.measure.target
        assert set(goal.competencies) <= competencies


def test_goal_templates_are_found_by_kind_and_id(library: Library) -> None:
    goals = library.goal_templates
    kinds = goals.of_kind("goal"), goals.of_kind("stretch")

    assert min(map(len, kinds)) > 0
    assert {goal.id for kind in kinds for goal in kind} == {goal.id for goal in goals.goals}
    assert goals.find(goals.goals[3].id) is goals.goals[3]
    assert goals.find("gone") is None
