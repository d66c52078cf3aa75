from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.goals import Attempt, Stretch
from app.domain.ids import NO_ID, Id, Kind
from app.operations import experiences, goals, journal, trash
from app.operations.experiences import Debrief, write_debrief
from app.operations.journal import EntryDraft
from app.vault import Vault


def test_an_experience_is_added_revised_and_undone(vault: Vault) -> None:
    made = experiences.add_experience(vault, Experience(title="Two weeks at the desk"))
    experiences.revise_experience(vault, replace(made, learned="Never used it tired."))
    assert [e.learned for e in vault.read.all(Experience)] == ["Never used it tired."]
    vault.undo()
    assert vault.read.all(Experience) == [made]


def test_an_experience_goes_and_comes_back_with_its_evidence(vault: Vault) -> None:
    made = experiences.add_experience(vault, Experience(title="Desk"))
    entry = journal.add(vault, journal.EntryDraft(body="Day one"))
    journal.link(vault, entry.id, Kind.EXPERIENCE, made.id)
    experiences.delete_experience(vault, made.id)
    assert vault.read.all(Evidence) == []
    trash.restore(vault, Kind.EXPERIENCE, made.id)
    assert [link.target for link in vault.read.all(Evidence)] == [made.id]


def test_an_entry_comes_back_without_the_link_to_an_experience_in_the_trash(vault: Vault) -> None:
    made = experiences.add_experience(vault, Experience(title="Desk"))
    entry = journal.add(vault, journal.EntryDraft(body="Day one"))
    journal.link(vault, entry.id, Kind.EXPERIENCE, made.id)
    journal.delete(vault, entry.id)
    experiences.delete_experience(vault, made.id)
    journal.restore(vault, entry.id)
    assert vault.read.all(Evidence) == []
    trash.restore(vault, Kind.EXPERIENCE, made.id)
    assert [link.entry for link in vault.read.all(Evidence)] == [entry.id]


def test_a_goal_that_is_gone_is_no_longer_named_by_an_experience(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="The talk"))
    made = experiences.add_experience(vault, Experience(title="Desk", goals=(stretch.id,)))
    goals.delete_stretch(vault, stretch.id)
    trash.purge(vault, Kind.STRETCH, stretch.id)
    assert vault.read.get(Experience, made.id).goals == ()


def test_an_attempt_goes_and_comes_back_with_its_stretch_goal(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="The talk"))
    tried = experiences.add_attempt(
        vault, Attempt(goal=stretch.id, day=date(2026, 3, 27), title="Guild demo")
    )
    goals.delete_stretch(vault, stretch.id)
    assert vault.read.all(Attempt) == []
    goals.restore_stretch(vault, stretch.id)
    assert [a.title for a in vault.read.all(Attempt)] == ["Guild demo"]
    goals.delete_stretch(vault, stretch.id)
    trash.purge(vault, Kind.STRETCH, stretch.id)
    assert vault.read.find(Attempt, tried.id) is None


def test_an_attempt_is_revised_and_deleted(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="The talk"))
    tried = experiences.add_attempt(vault, Attempt(goal=stretch.id, title="Guild demo"))
    again = experiences.revise_attempt(vault, replace(tried, taught="History is no opening."))
    assert vault.read.all(Attempt) == [again]
    experiences.delete_attempt(vault, tried.id)
    assert vault.read.all(Attempt) == []


def test_a_debrief_its_link_and_the_attempt_are_one_step(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="The talk"))
    tried = experiences.add_attempt(vault, Attempt(goal=stretch.id, title="Guild demo"))
    draft, evidence = EntryDraft(title="Guild demo"), ((Kind.STRETCH, stretch.id),)
    entry = write_debrief(vault, Debrief(tried.id), draft, evidence=evidence)
    assert vault.read.get(Attempt, tried.id).entry == entry.id
    assert [(link.entry, link.target) for link in vault.read.all(Evidence)] == [
        (entry.id, stretch.id)
    ]
    vault.undo()
    assert vault.read.get(Attempt, tried.id).entry == NO_ID
    assert vault.read.all(Entry) == []
    assert vault.read.all(Evidence) == []


def test_a_debrief_of_an_attempt_that_is_gone_is_an_entry_like_any_other(vault: Vault) -> None:
    tried = experiences.add_attempt(vault, Attempt(title="Guild demo"))
    experiences.delete_attempt(vault, tried.id)
    for attempt in (tried.id, Id("never")):
        write_debrief(vault, Debrief(attempt), EntryDraft(title="Guild demo"))
    assert len(vault.read.all(Entry)) == 2
    found = vault.read.find(Attempt, tried.id)
    assert found is not None
    assert found.entry == NO_ID
