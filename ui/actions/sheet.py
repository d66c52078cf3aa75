"""The sheet of an action: what is to be done, who does it, and by when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import NO_ID, Id
from app.domain.sessions import Action
from app.operations import actions
from app.queries.people import listed
from ui.context import Context
from ui.forms import Form
from ui.person_words import person_words
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_ME = "me"


class ActionSheet(Form):
    """Changes an action."""

    def __init__(self, context: Context, parent: QWidget, action: Action) -> None:
        title = QCoreApplication.translate("ActionSheet", "Edit action")
        super().__init__(context, title, parent, draft=f"action.{action.id}", kind="dialog")
        self._action = action
        words = Field(self.tr("What is to be done"), LineEdit(), required=True)
        self.focus_first(self.add_field("title", words).editor)
        self.add_field("who", Field(self.tr("Who does it"), Choice(self._who())))
        due = DateField(context.today)
        self.add_field("due", Field(self.tr("Due"), due, note=self.tr("if you like")))
        self.add_buttons(self.tr("Save action"))
        self.put("title", action.title)
        self.put("who", _ME if action.mine else action.person)
        self.put_day("due", action.due)
        self.begin()

    def submit(self) -> None:
        """Save it."""
        if not self.understood():
            return
        vault, written = self.context.vault, self._as_written()
        self.run(lambda: actions.revise_action(vault, written))

    def _who(self) -> list[tuple[str, object]]:
        people = [
            (person_words(row.name, row.relation), row.id)
            for row in listed(self.context.vault.read)
        ]
        if not self._action.mine and self._action.person not in {each for _, each in people}:
            people.append((self.tr("Somebody no longer listed"), self._action.person))
        return [(self.tr("You"), _ME), *people]

    def _as_written(self) -> Action:
        """The action as the fields say; what is the mentee's stays owed to the same person."""
        who = self.text("who")
        return replace(
            self._action,
            title=self.text("title"),
            mine=who == _ME,
            person=self._action.person if who == _ME else Id(who or NO_ID),
            due=self.day("due"),
        )
