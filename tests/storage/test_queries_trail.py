"""The passages of a goal's trail, and the evidence of its milestones."""

from __future__ import annotations

from app.domain.cycles import Person
from app.domain.entries import Evidence
from app.domain.feedback import Feedback, Linked
from app.domain.goals import Goal, Milestone, Stretch
from app.domain.ids import NO_ID, Kind
from app.domain.sessions import AgendaItem, Session
from app.operations import feedback, goals, journal, people, sessions
from app.operations.journal import EntryDraft
from app.queries.plan import goal_page, overview
from app.queries.stretch import stretch_view
from app.queries.trail import entries, step_evidence
from app.vault import Vault
from tests.vaults import NOON

BODY = "At nine they chose **to hold**.\n\nThen they waited."


def test_passages_of_one_entry_are_one_piece_of_evidence(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    entry = journal.add(vault, EntryDraft(title="e", body=BODY))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    first = journal.quote(vault, entry.id, "chose **to hold**", Kind.GOAL, goal.id)
    journal.quote(vault, entry.id, "Then they\nwaited", Kind.GOAL, goal.id)
    assert first is not None
    (item,) = entries(vault.read, goal.id)
    assert item.quotes == ("chose to hold", "Then they waited")
    assert (item.passage, item.text) == (first.id, "")
    page = goal_page(vault.read, goal.id)
    assert page is not None
    assert page.evidence == 1
    (row,) = [row for shelf in overview(vault.read, NOON.day).shelves.values() for row in shelf]
    assert row.evidence == 1


def test_a_passage_stays_as_it_read_when_the_entry_changes(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    entry = journal.add(vault, EntryDraft(title="e", body=BODY))
    journal.quote(vault, entry.id, "chose **to hold**", Kind.GOAL, goal.id)
    journal.write(vault, entry.id, EntryDraft(title="e", body="Something else."))
    (item,) = entries(vault.read, goal.id)
    assert item.quotes == ("chose to hold",)


def test_without_a_passage_the_entry_tells_how_it_begins(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"))
    entry = journal.add(vault, EntryDraft(title="e", body=BODY))
    journal.link(vault, entry.id, Kind.GOAL, goal.id)
    (item,) = entries(vault.read, goal.id)
    assert (item.quotes, item.passage) == ((), NO_ID)
    assert item.text == "At nine they chose to hold. Then they waited."


def test_milestones_count_their_own_entries(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="g"), [Milestone(title="a"), Milestone(title="b")])
    first, second = vault.read.all(Milestone, goal=goal.id)
    entry = journal.add(vault, EntryDraft(title="e", body=BODY))
    journal.link(vault, entry.id, Kind.MILESTONE, first.id)
    journal.quote(vault, entry.id, "to hold", Kind.MILESTONE, first.id)
    assert step_evidence(vault.read, (first, second)) == {first.id: 1}
    assert vault.read.all(Evidence, target=goal.id) == []


def test_a_stretch_goal_shows_its_passages(vault: Vault) -> None:
    stretch = goals.add_stretch(vault, Stretch(title="s"))
    entry = journal.add(vault, EntryDraft(title="e", body=BODY))
    found = journal.quote(vault, entry.id, "to hold", Kind.STRETCH, stretch.id)
    view = stretch_view(vault.read, stretch.id)
    assert found is not None
    assert view is not None
    (row,) = view.evidence
    assert (row.title, row.quotes, row.passage) == ("e", ("to hold",), found.id)


def test_feedback_is_evidence_and_a_session_on_the_goal_an_event(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Delegate"))
    stretch = goals.add_stretch(vault, Stretch(title="Speak"))
    ruth = people.add_person(vault, Person(name="Ruth")).id
    said = feedback.add_by_hand(vault, Feedback(person=ruth, about="The talk", day=NOON.day))
    for target in (Linked(Kind.GOAL, goal.id), Linked(Kind.STRETCH, stretch.id)):
        feedback.link(vault, said.id, target)
    item = AgendaItem("Delegate", kind=Kind.GOAL, record=goal.id)
    held = sessions.plan_session(vault, Session(person=ruth, agenda=(item,)).dated(NOON))
    sessions.plan_session(vault, Session(person=ruth, goals=(goal.id,)).dated(NOON))
    sessions.end_session(vault, held.id)
    page = goal_page(vault.read, goal.id)
    assert page is not None
    assert [(each.kind, each.name, each.title, each.number) for each in page.trail] == [
        (Kind.FEEDBACK, "Ruth", "The talk", None),
        (Kind.SESSION, "Ruth", "", 1),
    ]
    assert page.evidence == 1
    view = stretch_view(vault.read, stretch.id)
    assert view is not None
    assert [(row.kind, row.id, row.name) for row in view.evidence] == [
        (Kind.FEEDBACK, said.id, "Ruth")
    ]
    feedback.set_aside(vault, said.id)
    again = goal_page(vault.read, goal.id)
    assert again is not None
    assert again.evidence == 0
