"""What is owed on both sides, to look through before a session."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.queries.actions import ActionRow
from app.queries.sessions import SessionView
from ui import session_words
from ui.actions.section import ActionSection
from ui.context import Context
from ui.sessions.preparing import Preparing
from ui.widgets.check import Check
from ui.widgets.section import Section
from ui.widgets.text import Label


class Owed(Section):
    """Actions that were settled since the last session or are open, and that one saw them all.

    `navigate` carries a Destination.
    """

    navigate = Signal(object)

    def __init__(self, context: Context, preparing: Preparing) -> None:
        super().__init__("", gap=4)
        self._preparing = preparing
        self.section = ActionSection(context, self.tr("Actions"))
        self.nothing = Label(
            self.tr("Nobody owes anybody anything."), "caption", "text-2", wrap=True
        )
        self.reviewed = Check(self.tr("I looked at all of these"))
        for widget in (self.section, self.nothing, self.reviewed):
            self.column.addWidget(widget)
        self.section.navigate.connect(self.navigate)
        self.reviewed.clicked.connect(self._review)

    def show_actions(self, view: SessionView, actions: tuple[ActionRow, ...]) -> None:
        """Show what is owed, or was settled since the last time."""
        last = view.last
        from_last = bool(actions) and all(last and each.session == last.id for each in actions)
        if last is not None and from_last:
            title = session_words.title_words(last.title, view.last_number)
            self.heading.setText(self.tr("Actions from {session}").format(session=title))
        else:
            self.heading.setText(self.tr("Open actions"))
        self.section.show_rows(actions, view.session.id)
        self.section.setVisible(bool(actions))
        self.nothing.setVisible(not actions)
        self.reviewed.setVisible(any(each.is_open for each in actions))
        self.reviewed.setChecked(view.session.reviewed)

    def _review(self, checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._preparing.review(reviewed=checked)
