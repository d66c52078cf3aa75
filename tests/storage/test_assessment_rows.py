"""Entries that are evidence for any of several things."""

from __future__ import annotations

from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.operations import goals, journal
from app.operations.journal import EntryDraft
from app.storage import assessment_rows
from app.vault import Vault


def test_an_entry_linked_twice_is_told_once_with_its_passages(vault: Vault) -> None:
    entry = journal.add(vault, EntryDraft(title="A day", body="I waited for them."))
    other = journal.add(vault, EntryDraft(title="Another", body="Nothing of it."))
    journal.link(vault, entry.id, Kind.COMPETENCY, Id("row"))
    journal.quote(vault, entry.id, "I waited", Kind.GOAL, Id("goal"))
    journal.link(vault, other.id, Kind.COMPETENCY, Id("rest"))
    targets = ("row", "goal")
    found = assessment_rows.evidence(vault.read, targets, 10)
    assert [(row[0], row[2]) for row in found] == [(entry.id, "A day")]
    quoted = assessment_rows.quotes(vault.read, targets)
    assert [(each[0], each[2]) for each in quoted] == [(entry.id, "I waited")]


def test_no_more_than_asked_for_are_told(vault: Vault) -> None:
    for title in "abc":
        entry = journal.add(vault, EntryDraft(title=title, body=title))
        journal.link(vault, entry.id, Kind.COMPETENCY, Id("row"))
    assert len(assessment_rows.evidence(vault.read, ("row",), 2)) == 2


def test_a_competency_leads_to_the_goals_that_name_it_and_to_their_milestones(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="a", competencies=("rest", "row")))
    stretch = goals.add_stretch(vault, Stretch(title="b", competencies=("row",)))
    other = goals.add_goal(vault, Goal(title="c", competencies=("rest",)))
    step = goals.add_milestone(vault, Milestone(goal=goal.id, title="s"))
    goals.add_milestone(vault, Milestone(goal=other.id, title="s"))
    gone = goals.add_goal(vault, Goal(title="d", competencies=("row",)))
    goals.delete_goal(vault, gone.id)
    found = assessment_rows.targets(vault.read, "row")
    assert (found[0], set(found[1:])) == ("row", {goal.id, stretch.id, step.id})
