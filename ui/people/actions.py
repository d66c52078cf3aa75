"""What one can do with people and with what is asked of them, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.support import SupportState
from app.operations import people
from ui.context import Context
from ui.forms import Form
from ui.people.ask_form import AskForm, Wish
from ui.people.person_form import PersonForm


class PeopleActions(QObject):
    """Acts on people; `added` carries the id of somebody new."""

    added = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    # Sheets

    def add(self) -> None:
        """Open the sheet of somebody new."""
        form = PersonForm(self._context, self._page)
        form.accepted.connect(lambda: self.added.emit(form.person.id))
        self._open(form)

    def edit(self, person_id: Id) -> None:
        """Open the sheet of somebody."""
        person = self._context.vault.read.get(Person, person_id)
        self._open(PersonForm(self._context, self._page, person))

    def ask(self, wish: Wish | None = None) -> None:
        """Open the sheet to ask somebody, about what is wished as far as that is known."""
        if not self._context.vault.read.all(Person):
            self.add()
            return
        self._open(AskForm(self._context, self._page, wish or Wish()))

    # At once

    def answer(self, support_id: Id, state: SupportState) -> None:
        """Say what somebody answered."""
        vault = self._context.vault
        if self._context.perform(lambda: people.move_support(vault, support_id, state)):
            agreed = self.tr("They agreed to help")
            words = agreed if state is SupportState.AGREED else self.tr("Not this time")
            self._context.messages.say(words, undo=True)

    def revise(self, person_id: Id, **fields: Any) -> None:  # noqa: ANN401 - any field of a person
        """Keep something of somebody that was changed on their page."""
        vault = self._context.vault
        person = replace(vault.read.get(Person, person_id), **fields)
        self._context.perform(lambda: people.revise_person(vault, person))

    def spoke_today(self, person_id: Id) -> None:
        """Say that one spoke with somebody today."""
        self.revise(person_id, last_spoke=self._context.today())

    def trash(self, person_id: Id) -> None:
        """Move somebody to the trash and offer to take that back."""
        vault = self._context.vault
        self._context.perform(lambda: people.delete_person(vault, person_id))
        self._context.messages.say(self.tr("Person moved to trash"), undo=True)

    # Private

    def _open(self, form: Form) -> None:
        form.open()
