"""The plan of the bench is always the same and holds what it says."""

from __future__ import annotations

from pathlib import Path

from app.domain.goals import CheckIn, Goal
from app.domain.ids import Kind
from app.storage.rows import Reader
from tests.bench import plan_corpus
from tests.vaults import new_vault

SHARE = 0.01


def told(reader: Reader) -> list[tuple[str, list[float | None]]]:
    """Each goal with the values logged for it."""
    return [
        (goal.title, [note.value for note in reader.all(CheckIn, goal=goal.id)])
        for goal in sorted(reader.all(Goal), key=lambda goal: goal.position)
    ]


def test_a_share_of_the_plan_holds_that_share_of_each_kind_and_is_the_same_twice(
    tmp_path: Path,
) -> None:
    """Goals, check-ins, people, experiences, assessments and sessions are as many as announced."""
    vaults = [new_vault(tmp_path / f"{name}.greenroom") for name in "ab"]
    for vault in vaults:
        plan_corpus.filled(vault, SHARE)
    counts = {
        Kind.GOAL: 10,
        Kind.STRETCH: 1,
        Kind.MILESTONE: 44,
        Kind.CHECK_IN: 500,
        Kind.ENTRY: 20,
        Kind.PERSON: 1,
        Kind.EXPERIENCE: 3,
        Kind.ASSESSMENT: 1,
        Kind.SESSION: 3,
        Kind.ACTION: 9,
        Kind.REQUEST: 1,
    }
    first, second = (vault.read for vault in vaults)
    assert {kind: first.count(kind) for kind in counts} == counts
    assert told(first) == told(second)
    assert {goal.state.closed for goal in first.all(Goal)} == {True, False}
    for vault in vaults:
        vault.close()
