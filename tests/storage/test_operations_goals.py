from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.changes import Op
from app.domain.cycles import Preference
from app.domain.entries import Evidence
from app.domain.goals import (
    CheckIn,
    Goal,
    GoalState,
    MeasureKind,
    Milestone,
    Stretch,
    StretchState,
    ValueKindError,
)
from app.domain.ids import Id, Kind
from app.domain.records import Record, TitleMissingError
from app.errors import NotFoundError
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.vault import Vault

DAY = date(2026, 5, 20)


def _order(vault: Vault) -> list[str]:
    return [g.title for g in sorted(vault.read.all(Goal), key=lambda g: g.position)]


def test_a_goal_comes_with_its_milestones_in_order(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="one"), Milestone(title="two")])
    goals.add_milestone(vault, Milestone(goal=goal.id, title="three"))
    steps = sorted(vault.read.all(Milestone, goal=goal.id), key=lambda m: m.position)
    assert [(m.title, m.position) for m in steps] == [("one", 1), ("two", 2), ("three", 3)]


def test_a_goal_without_a_name_leaves_nothing_behind(vault: Vault) -> None:
    with pytest.raises(TitleMissingError):
        goals.add_goal(vault, Goal(title="g"), [Milestone(title="")])
    assert vault.read.all(Goal) == []
    assert vault.can_undo() is None


def test_goals_are_ordered_by_hand(vault: Vault) -> None:
    first, second, third = (goals.add_goal(vault, Goal(title=t)) for t in "abc")
    goals.move_goal(vault, third.id, first.id)
    assert _order(vault) == ["c", "a", "b"]
    goals.move_goal(vault, third.id, None)
    assert _order(vault) == ["a", "b", "c"]
    goals.move_goal(vault, first.id, third.id)
    assert _order(vault) == ["b", "a", "c"]
    vault.undo()
    assert _order(vault) == ["a", "b", "c"]
    assert second.title == "b"


def test_closing_keeps_what_was_learned_and_reopening_keeps_it_too(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    goals.close_goal(vault, goal.id, GoalState.LET_GO, "Not mine to carry.")
    assert goals.reopen_goal(vault, goal.id).learned == "Not mine to carry."
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    closed = goals.close_stretch(vault, stretch.id, StretchState.TRIED, "Slower.")
    assert closed.state is StretchState.TRIED
    assert goals.reopen_stretch(vault, stretch.id).state is StretchState.ACTIVE


def test_milestones_are_ticked_and_unticked(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="one")])
    (step,) = vault.read.all(Milestone, goal=goal.id)
    assert goals.tick_milestone(vault, step.id, DAY).done == DAY
    assert goals.tick_milestone(vault, step.id, None).done is None
    goals.revise_milestone(vault, replace(step, title="uno"))
    goals.delete_milestone(vault, step.id)
    assert vault.read.all(Milestone) == []
    vault.undo()
    assert [m.title for m in vault.read.all(Milestone)] == ["uno"]


def test_check_ins_are_added_changed_and_deleted(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    note = goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, value=1.0))
    assert goals.revise_check_in(vault, replace(note, value=2.0)).value == 2.0
    goals.delete_check_in(vault, note.id)
    assert vault.read.all(CheckIn) == []


def test_a_goal_takes_all_that_hangs_on_it_to_the_trash_and_back(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="one")])
    goals.check_in(vault, CheckIn(goal=goal.id, day=DAY, note="n"))
    entry = journal.add(vault, EntryDraft(title="e"))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    kinds: tuple[type[Record], ...] = (Goal, Milestone, CheckIn, Evidence)
    goals.delete_goal(vault, goal.id)
    assert [len(vault.read.all(cls)) for cls in kinds] == [0, 0, 0, 0]
    goals.restore_goal(vault, goal.id)
    assert [len(vault.read.all(cls)) for cls in kinds] == [1, 1, 1, 1]


def test_a_stretch_goal_does_so_too(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s"), [Milestone(title="one")])
    goals.delete_stretch(vault, stretch.id)
    assert vault.read.all(Milestone) == []
    goals.restore_stretch(vault, stretch.id)
    assert len(vault.read.all(Milestone)) == 1
    goals.restore_stretch(vault, stretch.id)
    assert len(vault.read.all(Stretch)) == 1


def test_what_is_gone_cannot_be_revised(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    goals.delete_goal(vault, goal.id)
    goals.delete_stretch(vault, stretch.id)
    with pytest.raises(NotFoundError):
        goals.revise_goal(vault, replace(goal, title="h"))
    with pytest.raises(NotFoundError):
        goals.revise_stretch(vault, replace(stretch, title="h"))


def _hand(vault: Vault) -> list[str]:
    goals_of = sorted(vault.read.all(Goal), key=lambda goal: (goal.position, goal.id))
    return [goal.title for goal in goals_of]


def test_moving_a_goal_changes_that_goal_alone(vault: Vault) -> None:
    """However many there are, one row is written; undo brings it back."""
    made = {title: goals.add_goal(vault, Goal(title=title)) for title in "abcd"}
    before = {goal.id: goal.position for goal in vault.read.all(Goal)}
    goals.move_goal(vault, made["d"].id, made["b"].id)
    assert _order(vault) == ["a", "d", "b", "c"]
    moved = [g.title for g in vault.read.all(Goal) if g.position != before[g.id]]
    assert moved == ["d"]
    goals.move_goal(vault, made["a"].id, None)
    goals.move_goal(vault, made["c"].id, made["d"].id)
    assert _order(vault) == ["c", "d", "b", "a"]
    for _ in range(3):
        vault.undo()
    assert _order(vault) == ["a", "b", "c", "d"]


def test_goals_move_on_where_no_number_lies_between_two(vault: Vault) -> None:
    """Halving a gap ends some day; then all are numbered anew, in the order they stand."""
    made = [goals.add_goal(vault, Goal(title=title)) for title in "abc"]
    for number in range(120):
        goals.move_goal(vault, made[1 + number % 2].id, made[2 - number % 2].id)
        assert _order(vault) == (["a", "b", "c"] if number % 2 == 0 else ["a", "c", "b"])


def test_goals_are_arranged_among_the_others_with_the_preference_as_one_step(
    vault: Vault,
) -> None:
    """The shelf takes the order it was shown in; goals of other shelves keep their places."""
    made = {title: goals.add_goal(vault, Goal(title=title)) for title in "abcd"}
    preference = Preference(id=Id("plan.order"), value="hand")
    goals.arrange_goals(vault, [made["d"].id, made["a"].id, made["c"].id], preference)
    assert _order(vault) == ["d", "b", "a", "c"]
    assert vault.read.preference("plan.order") == "hand"
    assert vault.undo() is Op.MOVE_GOAL
    assert (_order(vault), vault.read.preference("plan.order")) == (["a", "b", "c", "d"], "")
    vault.redo()
    assert (_order(vault)[0], vault.read.preference("plan.order")) == ("d", "hand")


@pytest.mark.parametrize("following", [date(2026, 6, 20), None])
def test_a_review_sets_the_next_day_or_none(vault: Vault, following: date | None) -> None:
    """Undo brings the day back that was due."""
    due = date(2026, 5, 20)
    goal = goals.add_goal(vault, Goal(title="g", review=due))
    assert goals.review_goal(vault, goal.id, following).review == following
    vault.undo()
    assert vault.read.get(Goal, goal.id).review == due


@pytest.mark.parametrize(
    ("kind", "value"),
    [(MeasureKind.COUNT, 1.5), (MeasureKind.RATING, 6.0), (MeasureKind.YES_NO, 2.0)],
)
def test_a_value_that_does_not_fit_its_measure_is_refused(
    vault: Vault, kind: MeasureKind, value: float
) -> None:
    """New or corrected, nothing is written; a note without a value is always fine."""
    goal = goals.add_goal(vault, Goal(title="g", measure_kind=kind))
    day = date(2026, 5, 20)
    with pytest.raises(ValueKindError):
        goals.check_in(vault, CheckIn(goal=goal.id, day=day, value=value))
    note = goals.check_in(vault, CheckIn(goal=goal.id, day=day, note="n"))
    with pytest.raises(ValueKindError):
        goals.revise_check_in(vault, replace(note, value=value))
    assert vault.read.all(CheckIn) == [note]
