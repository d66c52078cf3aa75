"""What goes back and forth with somebody, on their page: sessions, actions, feedback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.feedback import FeedbackState
from app.domain.ids import NO_ID, Id, Kind
from app.domain.query import parse
from app.domain.sessions import SessionState
from app.queries.actions import ActionRow
from app.queries.between import Exchange, between
from app.queries.people import PersonRow
from app.queries.sessions import SessionRow
from ui import labels, session_words
from ui.actions.section import ActionSection
from ui.context import Context, Destination
from ui.people.detail_parts import Fact, FactList
from ui.widgets.button import Button
from ui.widgets.text import Label

_Row = TypeVar("_Row")
_SHOWN = 6
"""How many sessions, and how much feedback, is listed; a search has the rest."""


class BetweenSection(QWidget):
    """`navigate` carries a Destination: a session, feedback, or where a new one begins."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: PersonRow | None = None
        self.new_session = Button(self.tr("New session"), "link", icon="plus")
        self.ask = Button(self.tr("Ask for feedback"), "link", icon="plus")
        self.sessions = FactList("")
        self.owed = ActionSection(context, self.tr("Actions"))
        self.feedback = FactList("")
        self._both_ways = QWidget()
        self._lay_out()
        self._connect()

    def show_person(self, row: PersonRow) -> None:
        """Show what goes back and forth with somebody."""
        self._row = row
        found, today = between(self._context.vault.read, row.id), self._context.today()
        self.sessions.show_facts(self._limited(found.sessions, self._session_fact, today))
        self.feedback.show_facts(self._limited(found.feedback, self._feedback_fact, today))
        self._show_actions(found.actions)

    # Private

    def _lay_out(self) -> None:
        column, owed = QVBoxLayout(self), QVBoxLayout(self._both_ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        owed.setContentsMargins(0, 0, 0, 0)
        owed.setSpacing(2)
        owed.addWidget(Label(self.tr("Actions, both ways"), "section"))
        owed.addWidget(self.owed)
        column.addWidget(_headed(self.tr("Sessions"), self.new_session, self.sessions))
        column.addWidget(self._both_ways)
        column.addWidget(_headed(self.tr("Feedback"), self.ask, self.feedback))

    def _connect(self) -> None:
        self.new_session.clicked.connect(lambda: self._begin("sessions", "new"))
        self.ask.clicked.connect(lambda: self._begin("feedback", "ask"))
        self.owed.navigate.connect(self.navigate)
        self.sessions.opened.connect(lambda one: self._open("sessions", Id(one), Kind.SESSION))
        self.feedback.opened.connect(lambda one: self._open("feedback", Id(one), Kind.FEEDBACK))

    def _limited(
        self, found: Sequence[_Row], fact: Callable[[_Row, date], Fact], today: date
    ) -> list[Fact]:
        facts = [fact(each, today) for each in found[:_SHOWN]]
        if len(found) > _SHOWN:
            facts.append(Fact(NO_ID, self.tr("All of them"), icon="search"))
        return facts

    def _session_fact(self, row: SessionRow, today: date) -> Fact:
        title = session_words.title_words(row.title, row.number)
        when = session_words.list_when(row, today)
        if row.state is SessionState.CANCELLED:
            when = self.tr("Cancelled")
        return Fact(row.id, title, when, "messages-square")

    def _feedback_fact(self, each: Exchange, today: date) -> Fact:
        if each.state is FeedbackState.ARRIVED:
            return Fact(each.id, each.about, self.tr("Read it first"), "inbox")
        if each.state is not None:
            day = labels.short_day(each.day or today, today)
            return Fact(each.id, each.about, day, "message-square-quote")
        said = self.tr("Asked: {about}").format(about=each.about)
        return Fact(each.id, said, self._wanted(each.day, today), "send")

    def _wanted(self, day: date | None, today: date) -> str:
        if day is None:
            return ""
        form = self.tr("was due {day}") if day < today else self.tr("by {day}")
        return form.format(day=labels.short_day(day, today))

    def _show_actions(self, rows: Sequence[ActionRow]) -> None:
        self._both_ways.setVisible(bool(rows))
        self.owed.show_rows(rows)

    def _begin(self, place: str, act: str) -> None:
        if self._row is not None:
            self.navigate.emit(Destination(place, self._row.id, Kind.PERSON, act))

    def _open(self, place: str, record: Id, kind: Kind) -> None:
        """Go there, or to the search that has the rest."""
        if record:
            self.navigate.emit(Destination(place, record, kind))
        elif self._row is not None:
            text = parse(parse("").with_filter("in", place)).with_filter("person", self._row.name)
            self.navigate.emit(Destination("search", detail=text))


def _headed(words: str, button: Button, facts: FactList) -> QWidget:
    """A heading with a button at its end, over facts."""
    holder, head = QWidget(), QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(Label(words, "section"), 1)
    head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(head)
    column.addWidget(facts)
    facts.heading.hide()  # the one beside the button says it
    return holder
