"""A page of people on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.goals import Goal
from app.domain.ids import NO_ID, Id
from app.domain.support import Support, SupportState
from app.operations import goals, people
from app.vault import Vault
from ui.context import Context, Destination
from ui.jobs import Jobs
from ui.messages import Messages
from ui.people.page import PeoplePage
from ui.people.rows import MAP

TODAY = date(2026, 5, 20)


class Desk:
    """The page, its vault, what was said, and where one was sent."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.said: list[tuple[str, bool]] = []
        self.sent: list[Destination] = []
        messages = Messages()
        messages.toast.connect(lambda words, undo: self.said.append((words, undo)))
        self.context = Context(vault, Library(), Jobs(), messages, sample=False)
        self.page = PeoplePage(self.context)
        self.page.navigate.connect(self.sent.append)
        self.page.resize(1280, 800)

    # What there is

    def person(self, name: str, relation: Relation = Relation.MENTOR, **fields: object) -> Person:
        """Somebody in the vault."""
        return people.add_person(self.vault, Person(name=name, relation=relation, **fields))  # type: ignore[arg-type] # any field

    def goal(self, title: str, *competencies: str, due: date | None = None) -> Goal:
        """A goal that asks for these competencies."""
        return goals.add_goal(self.vault, Goal(title=title, competencies=competencies, due=due))

    def asked(
        self, goal: Goal | None, person: Person, state: SupportState, title: str = "Help me"
    ) -> Support:
        """Something that is asked of somebody."""
        goal_id = goal.id if goal else NO_ID
        return people.add_support(
            self.vault, Support(goal=goal_id, person=person.id, title=title, state=state)
        )

    def everybody(self) -> tuple[Person, Person, Goal]:
        """Ruth, who knows delegating, Priya, who was asked for planning, and the goal of it."""
        ruth = self.person("Ruth Adeyemi", can_help=("delegating",), last_spoke=date(2026, 5, 8))
        priya = self.person("Priya Nair", Relation.MANAGER)
        train = self.goal("Delegate the release train", "delegating", due=date(2026, 6, 1))
        other = self.goal("Plan ahead", "strategic-planning", due=date(2026, 7, 1))
        self.asked(other, priya, SupportState.ASKED, "Read my plan")
        return ruth, priya, train

    def kept(self, person_id: Id) -> Person:
        """Somebody as the vault has them."""
        return self.vault.read.get(Person, person_id)

    def supports(self) -> list[Support]:
        """Everything that is asked for, as the vault has it."""
        return self.vault.read.all(Support)

    # What is done

    def show(self, person: Person) -> None:
        """Arrive at somebody."""
        self.page.arrive(Destination("people", id=person.id))

    def show_map(self) -> None:
        """Arrive at the support map."""
        self.page.arrive(Destination("people", act="map"))

    def rows(self) -> list[str]:
        """The words of the list."""
        model = self.page.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def on_map(self) -> bool:
        """Whether the map is shown."""
        return self.page.where().id == "" and self.page._chosen == MAP

    def close(self) -> None:
        """Close the page and whatever is open above it."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu):
                widget.close()
        self.page.close()
        self.vault.close()


def menu_words(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]
