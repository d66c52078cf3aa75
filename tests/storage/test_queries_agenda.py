"""What the topics of an agenda were pulled from is named as it is called now."""

from __future__ import annotations

from dataclasses import replace

from app.domain.feedback import Feedback
from app.domain.goals import Goal
from app.domain.ids import Id, Kind
from app.domain.sessions import AgendaItem
from app.operations import feedback, goals, journal
from app.operations.journal import EntryDraft
from app.queries.agenda import sources
from app.vault import Vault
from tests.vaults import NOON


def test_each_source_is_named_and_what_is_gone_is_not(vault: Vault) -> None:
    goal = goals.add_goal(vault, Goal(title="Train"))
    bare = journal.add(vault, EntryDraft(body="Nobody *asked*."))
    gone = journal.add(vault, EntryDraft(title="Gone"))
    said = feedback.receive(vault, Feedback(giver="Sana", day=NOON.day))
    agenda = [
        AgendaItem("Own topic"),
        AgendaItem("One", kind=Kind.GOAL, record=goal.id),
        AgendaItem("Two", kind=Kind.ENTRY, record=bare.id),
        AgendaItem("Three", kind=Kind.ENTRY, record=gone.id),
        AgendaItem("Four", kind=Kind.FEEDBACK, record=said.id),
        AgendaItem("Five", kind=Kind.PERSON, record=Id("p")),
    ]
    goals.revise_goal(vault, replace(goal, title="The release train"))
    journal.delete(vault, gone.id)
    assert sources(vault.read, agenda) == {
        goal.id: "The release train",
        bare.id: "Nobody asked.",
        said.id: "Sana",
    }
