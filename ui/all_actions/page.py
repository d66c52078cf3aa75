"""All actions: what is open with whom and by when, and what was done or dropped."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.domain.sessions import Action, ActionState
from app.operations import actions
from app.queries.actions import ActionRow, in_state
from ui.actions.line import ActionLineField, TypedAction
from ui.actions.section import ActionSection
from ui.context import Context, Destination
from ui.forms import keep_open
from ui.page import Page
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.notices import EmptyState
from ui.widgets.page_frame import PageFrame
from ui.widgets.segmented import Segmented

_MINE: Final = "mine"
_THEIRS: Final = "theirs"


class AllActionsPage(Page):
    """Three lists, by what became of an action; a choice shows those of one side or one person.

    Arriving with the id of an action goes to it.
    """

    place: ClassVar[str] = "actions"
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ACTION, Kind.PERSON, Kind.SESSION})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: dict[ActionState, tuple[ActionRow, ...]] = {}
        self.back = Button("", "ghost", icon="arrow-left")
        self.back.setToolTip(self.tr("Back to sessions"))
        self.states = Segmented(self._tabs(), name=self.tr("Actions"))
        self.whose = Choice(name=self.tr("Whose"))
        self.line = ActionLineField(context)
        self.section = ActionSection(context, self.tr("Actions"), both_sides=True)
        self._empty = QWidget()
        self._empty_column = QVBoxLayout(self._empty)
        self._frame = PageFrame(
            self.tr("Actions"), self.tr("What you owe others, and others owe you.")
        )
        self._lay_out()
        self._connect()

    # What the window asks

    def refresh(self) -> None:
        """Show actions as they are now."""
        reader = self.context.vault.read
        self._rows = {state: in_state(reader, state) for state in ActionState}
        for state, rows in self._rows.items():
            self.states.set_count(state.value, str(len(rows)))
        self.whose.set_options(self._sides())
        self.line.begin("actions.all")
        self._show()

    def arrive(self, destination: Destination) -> None:
        """Go to an action."""
        if destination.kind is not Kind.ACTION:
            return
        self.refresh()
        for state, rows in self._rows.items():
            if any(row.id == destination.id for row in rows):
                self.states.set_view(state.value)
                self.whose.set_value("")
                self._show()
                rows_shown = self.section.rows
                rows_shown.setCurrentIndex(rows_shown.actions_shown.place(destination.id))
                rows_shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is typed; raises AppError where that fails."""
        self.line.flush()
        keep_open(self)

    def first_focus(self) -> QWidget | None:
        """The list, or the line that adds an action."""
        return self.section.rows if self._shown() else self.line.field

    # Building

    def _tabs(self) -> list[tuple[str, str]]:
        return [
            (ActionState.OPEN.value, self.tr("Open")),
            (ActionState.DONE.value, self.tr("Done")),
            (ActionState.DROPPED.value, self.tr("Dropped")),
        ]

    def _lay_out(self) -> None:
        holder = QWidget()
        above = FlowLayout(holder, gap=12, row_gap=8)
        above.addWidget(self.back)
        above.addWidget(self.states)
        above.addWidget(self.whose)
        self._empty_column.setContentsMargins(0, 0, 0, 0)
        for widget in (holder, self.line, self.section, self._empty):
            self._frame.main.addWidget(widget)
        self._frame.main.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.navigate.emit(Destination("sessions")))
        self.states.chosen.connect(self._show)
        self.whose.picked.connect(self._show)
        self.line.added.connect(self._add)
        self.section.navigate.connect(self.navigate)
        self.section.acts.settled.connect(self._say_settled)

    # Private

    def _sides(self) -> list[tuple[str, object]]:
        """Whose actions can be looked at: everybody with whom there are any."""
        rows = [row for rows in self._rows.values() for row in rows]
        people = {row.person: row.name for row in rows if row.name}
        known = sorted(people.items(), key=lambda each: each[1].casefold())
        return [
            (self.tr("Everybody"), ""),
            (self.tr("You"), _MINE),
            (self.tr("The others"), _THEIRS),
            *((self.tr("With {name}").format(name=name), person) for person, name in known),
        ]

    def _shown(self) -> list[ActionRow]:
        wanted = str(self.whose.value() or "")
        rows = self._rows.get(ActionState(self.states.view()), ())
        sides = {"": {True, False}, _MINE: {True}, _THEIRS: {False}}
        if wanted in sides:
            return [row for row in rows if row.mine in sides[wanted]]
        return [row for row in rows if row.person == wanted]

    def _show(self) -> None:
        rows = self._shown()
        self.section.show_rows(rows)
        self._empty.setVisible(not rows)
        while item := self._empty_column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if not rows:
            self._empty_column.addWidget(EmptyState(*self._nothing()))

    def _nothing(self) -> tuple[str, str]:
        sentence = self.tr(
            "What you agree on in a session stands here until it is done or dropped."
        )
        return {
            ActionState.OPEN: (self.tr("Nothing is open."), sentence),
            ActionState.DONE: (self.tr("Nothing is done yet."), sentence),
            ActionState.DROPPED: (self.tr("Nothing was dropped."), sentence),
        }[ActionState(self.states.view())]

    def _add(self, typed: TypedAction) -> None:
        mine = typed.person == NO_ID and typed.newcomer is None
        action = Action(title=typed.words, person=Id(typed.person), mine=mine, due=typed.due)
        vault = self.context.vault
        self.context.perform(lambda: actions.add_action(vault, action, typed.newcomer))

    def _say_settled(self, state: str) -> None:
        words = {
            ActionState.OPEN: self.tr("Action open again"),
            ActionState.DONE: self.tr("Action done"),
            ActionState.DROPPED: self.tr("Action dropped"),
        }
        self.context.messages.say(words[ActionState(state)], undo=True)
