"""Check-ins of a review, and that a plan was used: one step each, and one check-in a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.goals import CheckIn, NothingCheckedInError, PlanUse, Stretch
from app.operations import check_ins, goals
from app.operations.check_ins import review_week, use_plan
from app.queries.reviews import REVIEWED
from app.vault import Vault
from tests.vaults import NOON

DAY, ONE = NOON.day, timedelta(days=1)


@pytest.fixture
def stretch(vault: Vault) -> Stretch:
    return goals.add_stretch(vault, Stretch(title="s", if_when="a", then_do="b"))


def test_a_review_is_one_step_with_its_day(vault: Vault, stretch: Stretch) -> None:
    other = goals.add_stretch(vault, Stretch(title="t"))
    notes = [CheckIn(goal=goal.id, day=DAY, confidence=3) for goal in (stretch, other)]
    assert review_week(vault, notes, REVIEWED) == 2
    assert len(vault.read.all(CheckIn)) == 2
    assert vault.read.preference(REVIEWED) == "2026-05-20"
    vault.undo()
    assert vault.read.all(CheckIn) == []
    assert vault.read.preference(REVIEWED) == ""
    vault.redo()
    assert vault.read.preference(REVIEWED) == "2026-05-20"


def test_all_of_a_review_is_kept_or_nothing(vault: Vault, stretch: Stretch) -> None:
    notes = [CheckIn(goal=stretch.id, day=DAY, confidence=3), CheckIn(goal=stretch.id, day=DAY)]
    with pytest.raises(NothingCheckedInError):
        review_week(vault, notes, REVIEWED)
    assert vault.read.all(CheckIn) == []
    assert vault.read.preference(REVIEWED) == ""


def test_what_was_said_of_the_plan_that_day_becomes_part_of_the_check_in(
    vault: Vault, stretch: Stretch
) -> None:
    use_plan(vault, stretch.id, DAY, used=True)
    review_week(vault, [CheckIn(goal=stretch.id, day=DAY, confidence=4)], REVIEWED)
    (note,) = vault.read.all(CheckIn)
    assert (note.confidence, note.plan_used) == (4, PlanUse.YES)


def test_using_the_plan_is_noted_once_a_day(vault: Vault, stretch: Stretch) -> None:
    """A check-in of its own, or on the one there is; another day is another time."""
    use_plan(vault, stretch.id, DAY, used=True)
    use_plan(vault, stretch.id, DAY, used=True)
    use_plan(vault, stretch.id, DAY + ONE, used=True)
    assert [note.day for note in vault.read.all(CheckIn)] == [DAY, DAY + ONE]


def test_taken_back_the_note_of_use_goes_and_a_check_in_stays(
    vault: Vault, stretch: Stretch
) -> None:
    use_plan(vault, stretch.id, DAY, used=True)
    check_ins.use_plan(vault, stretch.id, DAY, used=False)
    assert vault.read.all(CheckIn) == []
    goals.check_in(vault, CheckIn(goal=stretch.id, day=DAY, confidence=2))
    use_plan(vault, stretch.id, DAY, used=True)
    use_plan(vault, stretch.id, DAY, used=False)
    (note,) = vault.read.all(CheckIn)
    assert (note.confidence, note.plan_used) == (2, None)
