"""What entries can be evidence for, and what they are evidence for."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.library import Library
from app.domain.competencies import OwnCompetency
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Goal, GoalState, Milestone, Stretch
from app.domain.ids import Id, Kind
from app.operations import competencies, experiences, goals, journal
from app.operations.journal import EntryDraft
from app.queries import evidence as query
from app.vault import Vault
from tests.vaults import NOON, new_vault

LIBRARY = Library()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault."""
    return new_vault(tmp_path / "a.greenroom")


@pytest.fixture
def entry(vault: Vault) -> Entry:
    """An entry to link."""
    return journal.add(vault, EntryDraft(title="t", body="They chose to hold."))


def test_open_goals_are_offered_before_closed_ones(vault: Vault) -> None:
    goals.add_goal(vault, Goal(title="Zeal"))
    goals.add_goal(vault, Goal(title="Ask", state=GoalState.MET))
    goals.add_stretch(vault, Stretch(title="march"))
    assert [
        (t.title, t.closed)
        for t in query.targets(vault.read, LIBRARY)
        if t.kind is not Kind.COMPETENCY
    ] == [
        ("march", False),
        ("Zeal", False),
        ("Ask", True),
    ]


def test_the_last_target_is_the_one_linked_last_and_still_there(vault: Vault) -> None:
    assert query.last_target(vault.read, LIBRARY) is None
    entry = journal.add(vault, EntryDraft(title="t"))
    stretch = goals.add_stretch(vault, Stretch(title="Speak"))
    journal.link(vault, entry.id, Kind.STRETCH, stretch.id)
    found = query.last_target(vault.read, LIBRARY)
    assert found is not None
    assert found.title == "Speak"
    goals.delete_stretch(vault, stretch.id)
    assert query.last_target(vault.read, LIBRARY) is None


def test_a_milestone_is_offered_with_its_goal_and_a_competency_by_its_name(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead"), [Milestone(title="First")])
    offered = query.targets(vault.read, LIBRARY)
    assert [t.kind for t in offered[:3]] == [Kind.GOAL, Kind.MILESTONE, Kind.COMPETENCY]
    assert offered[1].within == offered[0]
    assert offered[0].id == goal.id
    assert len(offered) == 2 + len(LIBRARY.framework.competencies)


def test_an_experience_is_offered_between_milestones_and_competencies(vault: Vault) -> None:
    """Open ones first, and one that is over is as open as the others: it is written about then."""
    goals.add_goal(vault, Goal(title="Lead"), [Milestone(title="First")])
    over = experiences.add_experience(vault, Experience(title="Rotation", end=NOON.day))
    offered = query.targets(vault.read, LIBRARY)
    kinds = [Kind.GOAL, Kind.MILESTONE, Kind.EXPERIENCE, Kind.COMPETENCY]
    assert [t.kind for t in offered[:4]] == kinds
    assert (offered[2].id, offered[2].title, offered[2].closed) == (over.id, "Rotation", False)


def test_a_link_to_an_experience_goes_and_comes_with_it(vault: Vault, entry: Entry) -> None:
    rotation = experiences.add_experience(vault, Experience(title="Rotation"))
    journal.link(vault, entry.id, Kind.EXPERIENCE, rotation.id)
    assert [link.target.title for link in query.links(vault.read, LIBRARY, entry.id)] == [
        "Rotation"
    ]
    experiences.delete_experience(vault, rotation.id)
    assert query.find_target(vault.read, LIBRARY, Kind.EXPERIENCE, rotation.id) is None
    assert query.links(vault.read, LIBRARY, entry.id) == ()
    vault.undo()
    assert len(query.links(vault.read, LIBRARY, entry.id)) == 1


def test_a_new_entry_can_be_evidence_from_its_first_words_on(vault: Vault) -> None:
    """Both are one step of undo."""
    rotation = experiences.add_experience(vault, Experience(title="Rotation"))
    wanted = [(Kind.EXPERIENCE, rotation.id)]
    written = journal.add(vault, EntryDraft(body="Day one."), evidence=wanted)
    found = vault.read.all(Evidence, entry=written.id)
    assert [(link.target_kind, link.target) for link in found] == wanted
    vault.undo()
    assert vault.read.all(Entry) == []
    assert vault.read.all(Evidence) == []


def test_the_title_of_a_link_is_the_present_one(vault: Vault, entry: Entry) -> None:
    goal = goals.add_goal(vault, Goal(title="Lead"), [Milestone(title="First")])
    step = vault.read.all(Milestone)[0]
    journal.link(vault, entry.id, Kind.MILESTONE, step.id)
    goals.revise_milestone(vault, Milestone(id=step.id, goal=goal.id, title="Renamed"))
    assert [found.target.title for found in query.links(vault.read, LIBRARY, entry.id)] == [
        "Renamed"
    ]


def test_what_is_gone_is_no_link(vault: Vault, entry: Entry) -> None:
    """A competency that does not ship any more, and a goal that was never there."""
    journal.link(vault, entry.id, Kind.COMPETENCY, Id("no-such-thing"))
    journal.link(vault, entry.id, Kind.GOAL, Id("nowhere"))
    journal.link(vault, entry.id, Kind.MILESTONE, Id("nowhere"))
    assert query.links(vault.read, LIBRARY, entry.id) == ()


def test_a_passage_is_a_link_with_its_day(vault: Vault, entry: Entry) -> None:
    known = LIBRARY.framework.competencies[0]
    journal.quote(vault, entry.id, "chose to hold", Kind.COMPETENCY, Id(known.id))
    (found,) = query.links(vault.read, LIBRARY, entry.id)
    assert (found.quote, found.quoted) == ("chose to hold", NOON.day)
    assert found.target.title == known.name


def test_a_competency_of_ones_own_can_have_evidence_and_an_archived_one_keeps_it(
    vault: Vault, entry: Entry
) -> None:
    own = competencies.add_competency(vault, OwnCompetency(name="Rowing"))
    assert own.id in {target.id for target in query.targets(vault.read, LIBRARY)}
    journal.link(vault, entry.id, Kind.COMPETENCY, own.id)
    competencies.archive_competency(vault, own)
    assert own.id not in {target.id for target in query.targets(vault.read, LIBRARY)}
    (found,) = query.links(vault.read, LIBRARY, entry.id)
    assert found.target.title == "Rowing"
