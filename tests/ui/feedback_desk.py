"""A page of feedback on a small vault of its own, and what tests do with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.content.feedback_forms import Asking
from app.content.library import Library
from app.domain.cycles import Person, Relation
from app.domain.feedback import Feedback, Request, Way
from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Consent, new_code
from app.domain.ids import Id, Kind
from app.domain.packs import OWNER_NAME
from app.operations import feedback, people
from app.vault import Vault
from ui.context import Context, Destination
from ui.feedback.page import FeedbackPage
from ui.feedback.send_sheet import SendSheet
from ui.jobs import Jobs
from ui.messages import Messages

TODAY = date(2026, 5, 20)
SAID = (
    Answer("idea-one", "One thing I could try", AnswerType.MULTILINE, "Open with the bet."),
    Answer("idea-two", "Another thing I could try", AnswerType.MULTILINE, ""),
    Answer(CONSENT, "How may these words be used?", AnswerType.CHOICE, "Yes", chosen=("unnamed",)),
    Answer(GIVER, "Your name", AnswerType.TEXT, "T. Rey"),
)
PULSE = (
    Answer("listening--rating", "Listening", AnswerType.SCALE, rating=4),
    Answer("listening--evidence", "An example", AnswerType.MULTILINE, "Asked twice."),
)


class Desk:
    """The page, its vault, what was said, and where one was sent."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.said: list[tuple[str, bool]] = []
        self.failures: list[str] = []
        self.sent: list[Destination] = []
        messages = Messages()
        messages.toast.connect(lambda words, undo: self.said.append((words, undo)))
        messages.failed.connect(self.failures.append)
        self.jobs = Jobs()
        self.context = Context(vault, Library(), self.jobs, messages, sample=False)
        self.page = FeedbackPage(self.context)
        self.page.navigate.connect(self.sent.append)
        self.page.resize(1280, 800)

    # What there is

    def person(self, name: str, relation: Relation = Relation.PEER) -> Person:
        """Somebody in the vault."""
        return people.add_person(self.vault, Person(name=name, relation=relation))

    def named(self, name: str) -> None:
        """Give the mentee a name."""
        self.vault.prefer(OWNER_NAME, name)

    def asked(self, person: Person, form: str = "feedforward-form", **fields: object) -> Request:
        """A request that went out to somebody."""
        forms = Library().feedback_forms
        template = forms.find(form)
        assert template
        filled = forms.filled(template, Asking("Inês", person.name, "speaking without slides"))
        request = Request(
            person=person.id,
            code=new_code(),
            form=filled.id,
            name=filled.name,
            about="speaking without slides",
            intro=filled.intro,
            questions=filled.questions,
            promise=filled.consent,
            thanks=filled.thanks,
            asked=date(2026, 5, 14),
            reply_by=date(2026, 5, 22),
        )
        return feedback.ask(self.vault, replace(request, **fields))  # type: ignore[arg-type] # any field

    def arrived(self, request: Request | None = None, **fields: object) -> Feedback:
        """Something that came back."""
        reply = Feedback(
            request=request.id if request else Id(""),
            giver="T. Rey",
            name="Feedforward",
            answers=SAID,
            consent=Consent.UNNAMED,
            day=TODAY,
            way=Way.FILE,
        )
        return feedback.receive(self.vault, replace(reply, **fields))  # type: ignore[arg-type] # any field

    def kept(self, **fields: object) -> Feedback:
        """Something that came back and was kept."""
        return feedback.keep(self.vault, self.arrived(**fields).id)  # type: ignore[arg-type] # any field

    def given(self, feedback_id: Id) -> Feedback:
        """Feedback as the vault has it."""
        return self.vault.read.get(Feedback, feedback_id)

    def request(self, request_id: Id) -> Request:
        """A request as the vault has it."""
        return self.vault.read.get(Request, request_id)

    # What is done

    def show(self, record: Feedback | Request) -> None:
        """Arrive at feedback or a request."""
        kind = Kind.REQUEST if isinstance(record, Request) else Kind.FEEDBACK
        self.page.arrive(Destination("feedback", record.id, kind))

    def rows(self) -> list[str]:
        """The words of the list."""
        model = self.page.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def close(self) -> None:
        """Close the page and whatever is open above it."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu):
                widget.close()
        self.page.close()
        self.jobs.stop()
        self.vault.close()


def menu_words(menu: QMenu | None) -> list[str]:
    """What a menu offers."""
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def clipboard() -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def save_to(path: Path, sheet: SendSheet) -> None:
    """Press Save PDF and choose a place once it is asked for."""
    with patch("ui.messages.choose_new_file", lambda *given, **_: given[3](path)):
        sheet.save.click()
