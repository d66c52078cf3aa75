from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.content.library import Library
from app.domain.goals import Goal, GoalState, Milestone
from app.domain.ids import Id
from app.domain.records import TitleMissingError
from app.operations import goals
from app.operations.goal_drafts import GoalDraft, Step, add, revise, steps_of
from app.vault import Vault

TODAY = date(2026, 5, 20)


def test_a_template_becomes_a_goal_dated_from_today() -> None:
    template = Library().goal_templates.find("hand-over-one-thing")
    assert template is not None
    draft = GoalDraft.from_template(template, TODAY)
    assert draft.title == template.title
    assert draft.measure == template.measure.what
    assert (draft.baseline, draft.target) == (template.measure.baseline, template.measure.target)
    assert (draft.if_when, draft.then_do) == (template.if_then.if_when, template.if_then.then_do)
    assert draft.support == template.support_to_ask
    assert draft.due == TODAY + timedelta(weeks=template.weeks)
    steps = steps_of(template, TODAY)
    assert [step.title for step in steps] == [m.text for m in template.milestones]
    assert steps[0].due == TODAY + timedelta(weeks=template.milestones[0].week)


def test_a_new_goal_starts_today_in_its_cycle_with_its_milestones(vault: Vault) -> None:
    steps = (Step("first", TODAY), Step("  "), Step(" second "))
    goal = add(vault, GoalDraft(title="g", why="w"), steps, Id("c"))
    assert (goal.start, goal.cycle, goal.why, goal.state) == (TODAY, "c", "w", GoalState.ACTIVE)
    kept = vault.read.all(Milestone, goal=goal.id)
    assert sorted((m.position, m.title, m.due) for m in kept) == [
        (1, "first", TODAY),
        (2, "second", None),
    ]


def test_only_the_title_is_needed(vault: Vault) -> None:
    assert add(vault, GoalDraft(title="g")).title == "g"
    with pytest.raises(TitleMissingError):
        add(vault, GoalDraft(why="w"))


def test_a_goal_that_was_due_before_today_began_that_day(vault: Vault) -> None:
    past = TODAY - timedelta(days=3)
    assert add(vault, GoalDraft(title="g", due=past)).start == past


def test_a_revision_keeps_what_no_form_shows(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g", position=1, start=TODAY))
    goals.close_goal(vault, goal.id, GoalState.MET, "a lot")
    revise(vault, goal.id, GoalDraft(title="other", unit="pieces"))
    kept = vault.read.get(Goal, goal.id)
    assert (kept.title, kept.unit, kept.state, kept.learned, kept.start) == (
        "other",
        "pieces",
        GoalState.MET,
        "a lot",
        TODAY,
    )
    assert GoalDraft.of(kept) == GoalDraft(title="other", unit="pieces")
