"""A page of sessions on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.clock import FixedClock
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.ids import Id, Kind
from app.domain.sessions import AgendaItem, Session, SessionState
from app.operations import journal, people, sessions
from app.operations.journal import EntryDraft
from app.vault import Vault
from tests.vaults import NOON
from ui.context import Context, Destination
from ui.jobs import Jobs
from ui.messages import Messages
from ui.sessions.page import SessionsPage
from ui.sessions.part import PREPARE
from ui.sessions.prepare import PreparePart
from ui.widgets.tall_list import RECORD

TODAY = NOON.day
ONE = timedelta(days=1)
TOPICS = (
    AgendaItem("What the silent release taught me", 15),
    AgendaItem("Opening the conversation", 20),
    AgendaItem("Is the bet small enough?", 10),
)


class Desk:
    """The page, its vault and clock, what was said, and where one was sent."""

    def __init__(self, vault: Vault, clock: FixedClock) -> None:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.vault = vault
        self.clock = clock
        self.said: list[tuple[str, bool]] = []
        self.sent: list[Destination] = []
        messages = Messages()
        messages.toast.connect(lambda words, undo: self.said.append((words, undo)))
        self.context = Context(vault, Library(), Jobs(), messages, sample=False)
        self.page = SessionsPage(self.context)
        self.page.navigate.connect(self.sent.append)
        self.page.resize(1280, 1400)

    @property
    def prepare(self) -> PreparePart:
        """The part that prepares a session."""
        part = self.page.frame.parts[PREPARE]
        assert isinstance(part, PreparePart)
        return part

    # What there is

    def person(self, name: str = "Ruth Adeyemi", **fields: object) -> Person:
        """Somebody in the vault; the same name is the same person."""
        known = [each for each in self.vault.read.all(Person) if each.name == name]
        new = Person(name=name, relation=Relation.MENTOR, **fields)  # type: ignore[arg-type] # any field
        return known[0] if known else people.add_person(self.vault, new)

    def session(self, days: int = 2, person: Person | None = None, **fields: object) -> Session:
        """A session so many days from today at noon, with Ruth unless another is named."""
        who = person or self.person()
        new = Session(person=who.id).dated(NOON.on(TODAY + days * ONE))
        return sessions.plan_session(self.vault, replace(new, **fields))  # type: ignore[arg-type] # any field

    def held(self, days: int, person: Person | None = None) -> Session:
        """A session that was held."""
        return self.session(days, person, state=SessionState.HELD)

    def entry(self, title: str, body: str = "", days: int = -1) -> Entry:
        """An entry flagged to bring."""
        draft = EntryDraft(title=title, body=body, bring=True)
        return journal.add(self.vault, draft, NOON.on(TODAY + days * ONE))

    def kept(self, session: Session) -> Session:
        """A session as the vault has it."""
        return self.vault.read.get(Session, session.id)

    def agenda(self, session: Session) -> list[tuple[str, int]]:
        """Titles and minutes of an agenda, as the vault has it."""
        return [(item.title, item.minutes) for item in self.kept(session).agenda]

    # What is done

    def show(self, session: Session, act: str = "") -> None:
        """Arrive at a session."""
        self.page.arrive(Destination("sessions", session.id, Kind.SESSION, act))

    def rows(self) -> list[str]:
        """The words of the list."""
        model = self.page.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def focus(self) -> QWidget:
        """What has the focus."""
        found = self.page.window().focusWidget()
        assert found is not None
        return found

    def press(self, *keys: object) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self.focus(), key)  # type: ignore[call-overload] # a key, as Qt names it

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.focus(), words)

    def close(self) -> None:
        """Close the page and whatever is open above it."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu):
                widget.close()
        self.page.close()
        self.vault.close()


def spoken(page: SessionsPage, session_id: Id) -> str:
    """What a row of the list says."""
    index = page.model.place(session_id)
    return page.model.sentence(index.data(RECORD))
