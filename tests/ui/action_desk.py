"""A small vault with people, a session and actions, for the tests of what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.sessions import Action, AgendaItem, Session
from app.operations import actions, people, sessions
from app.vault import Vault
from tests.vaults import NOON
from ui.context import Context, Destination
from ui.jobs import Jobs
from ui.messages import Messages

TODAY = NOON.day
WEEK = timedelta(days=7)
AGENDA = (
    AgendaItem("What the silent release taught me", 15),
    AgendaItem("Opening the conversation with Luca", 20, "Say the fact, then the cost."),
    AgendaItem("Is the platform bet small enough?", 10),
)


@dataclass
class ActionDesk:
    """The vault, what was said, where one was sent, and the people in it."""

    vault: Vault
    said: list[tuple[str, bool]] = field(default_factory=list)
    sent: list[Destination] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Meet Ruth and Jun."""
        messages = Messages()
        messages.toast.connect(lambda words, undo: self.said.append((words, undo)))
        self.context = Context(self.vault, Library(), Jobs(), messages, sample=False)
        self.ruth = self.person("Ruth Adeyemi")
        self.jun = self.person("Jun Castellane", Relation.PEER)

    def person(self, name: str, relation: Relation = Relation.MENTOR) -> Person:
        """Somebody in the vault."""
        return people.add_person(self.vault, Person(name=name, relation=relation))

    def session(self, **fields: object) -> Session:
        """A session with Ruth, planned for now."""
        made = Session(person=self.ruth.id, agenda=AGENDA, **fields)  # type: ignore[arg-type] # any field
        return sessions.plan_session(self.vault, made.dated(NOON))

    def action(self, title: str, *, due: date | None = None, **fields: object) -> Action:
        """An action with Ruth."""
        made = Action(title=title, person=self.ruth.id, due=due, **fields)  # type: ignore[arg-type] # any field
        return actions.add_action(self.vault, made)

    def kept(self, action: Action) -> Action:
        """An action as the vault has it."""
        return self.vault.read.get(Action, action.id)

    def actions(self) -> list[Action]:
        """Every action there is."""
        return self.vault.read.all(Action)
