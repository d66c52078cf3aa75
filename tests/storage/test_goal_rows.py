from __future__ import annotations

from app.changes import Op
from app.clock import Moment
from app.domain.experiences import Experience
from app.domain.goals import CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackItem, Shared, SharedItem
from app.operations import experiences, goals, journal, packs
from app.operations.journal import EntryDraft
from app.storage.goal_rows import (
    competencies_named,
    evidence,
    evidence_counts,
    experiences_naming,
    in_packs,
    linkable,
    listed,
    newest_ratings,
    step_counts,
    to_review,
)
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day


def _entry(vault: Vault, title: str, body: str = "", day: int = 0) -> Id:
    moment = Moment(day * 86_400_000)
    return journal.add(vault, EntryDraft(title=title, body=body), moment).id


def test_evidence_is_counted_and_listed_newest_first(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    ids = [_entry(vault, title, day=day) for day, title in enumerate("abc")]
    for entry_id in ids[:2]:
        journal.link(vault, entry_id, Kind.GOAL, goal.id)
    assert evidence_counts(vault.read) == {goal.id: 2}
    assert evidence_counts(vault.read, [goal.id, ids[0]]) == {goal.id: 2}
    assert evidence_counts(vault.read, [ids[0]]) == evidence_counts(vault.read, []) == {}
    assert [row[3] for row in evidence(vault.read, goal.id)] == ["b", "a"]
    journal.delete(vault, ids[1])
    assert evidence_counts(vault.read) == {goal.id: 1}
    assert [row[3] for row in evidence(vault.read, goal.id)] == ["a"]


def test_what_can_be_linked_is_found_by_every_word(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    linked = _entry(vault, "The release", day=3)
    _entry(vault, "Release again", "Sana ran it", day=2)
    _entry(vault, "Tea", "100% sana_", day=1)
    journal.link(vault, linked, Kind.GOAL, goal.id)

    def titles(words: str, limit: int = 9) -> list[str]:
        return [row[3] for row in linkable(vault.read, goal.id, words, limit)]

    assert titles("") == ["Release again", "Tea"]
    assert titles("", 1) == ["Release again"]
    assert titles("sana RELEASE") == ["Release again"]
    assert titles("0%") == ["Tea"]
    assert titles("a_") == ["Tea"]
    assert titles("\\") == []


def test_a_pack_and_the_ledger_name_their_items(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    other = PackItem(Kind.ENTRY, goal.id, ("body",))
    pack = packs.add(vault, Pack(title="P", items=(PackItem(Kind.GOAL, goal.id, ("why",)), other)))
    assert in_packs(vault.read, Kind.GOAL) == [(goal.id, pack.id, "P", False)]
    item = SharedItem(Kind.GOAL, goal.id, "g", ("why",), ("0" * 64,))
    with vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(pack=pack.id, title="P", items=(item,)))
    packs.delete(vault, pack.id)
    assert in_packs(vault.read, Kind.GOAL) == [(goal.id, pack.id, "P", True)]


def test_goals_are_listed_with_what_comes_next_and_where_they_stand(vault: Vault) -> None:
    """The first open milestone, the newest value, and how many milestones are done."""
    steps = [Milestone(title="one", done=DAY), Milestone(title="two"), Milestone(title="three")]
    goal = goals.add_goal(vault, Goal(title="g", baseline=4.0), steps)
    goals.add_goal(vault, Goal(title="bare"))
    for day, value in ((1, 5.0), (3, 2.0), (2, None)):
        note = CheckIn(goal=goal.id, day=DAY.replace(day=day), value=value, note="n")
        goals.check_in(vault, note)
    found = {row[1]: (row[4], row[9], row[11]) for row in listed(vault.read)}
    assert found == {"g": ("two", 4.0, 2.0), "bare": (None, None, None)}
    assert step_counts(vault.read) == {goal.id: (1, 3)}


def test_competencies_are_named_by_goals_in_states_that_count(vault: Vault) -> None:
    for state, names in ((GoalState.ACTIVE, ("x", "y")), (GoalState.ACTIVE, ("y",))):
        goals.add_goal(vault, Goal(title="g", state=state, competencies=names))
    goals.add_goal(vault, Goal(title="met", state=GoalState.MET, competencies=("x", "z")))
    assert competencies_named(vault.read, ["met"]) == {"x", "y"}


def test_the_newest_confidence_of_each_stretch_goal_is_the_last_one_rated(vault: Vault) -> None:
    """A later check-in without a rating does not take it away."""
    rated = goals.add_stretch(vault, Stretch(title="s"))
    goals.add_stretch(vault, Stretch(title="not rated"))
    for day, confidence in ((2, 4), (1, 2), (3, None)):
        note = CheckIn(goal=rated.id, day=DAY.replace(day=day), confidence=confidence, note="n")
        goals.check_in(vault, note)
    assert newest_ratings(vault.read) == {rated.id: 4}


def test_goals_to_review_are_those_whose_day_has_come(vault: Vault) -> None:
    """A goal without a day, or in a state that counts not, is left out."""
    kept = goals.add_goal(vault, Goal(title="g", review=DAY))
    goals.add_goal(vault, Goal(title="met", review=DAY, state=GoalState.MET))
    goals.add_goal(vault, Goal(title="none"))
    assert to_review(vault.read, DAY.isoformat(), ["met"]) == [(kept.id, "g", DAY.isoformat())]


def test_experiences_that_name_a_goal_are_found(vault: Vault) -> None:
    """Those in the trash are not."""
    goal = goals.add_goal(vault, Goal(title="g"))
    for title, aims in (("one", (goal.id,)), ("other", ()), ("gone", (goal.id,))):
        made = experiences.add_experience(vault, Experience(title=title, goals=aims))
        if title == "gone":
            experiences.delete_experience(vault, made.id)
    found = vault.read.among(Experience, "id", experiences_naming(vault.read, goal.id))
    assert [each.title for each in found] == ["one"]
