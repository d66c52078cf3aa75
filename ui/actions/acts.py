"""What can be done with an action, wherever it is listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.sessions import Action, ActionState
from app.operations import actions
from app.queries.actions import ActionRow
from ui.actions.sheet import ActionSheet
from ui.context import Context


class ActionActs(QObject):
    """Ticks, drops, edits and deletes actions; `settled` carries the state one has from now on."""

    settled = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    def tick(self, row: ActionRow) -> None:
        """Take an open action as done, or open one that was settled."""
        self.settle(row, ActionState.DONE if row.is_open else ActionState.OPEN)

    def settle(self, row: ActionRow, state: ActionState) -> None:
        """Take an action as done, dropped or open."""
        vault = self._context.vault
        if self._context.perform(lambda: actions.settle_action(vault, row.id, state)):
            self.settled.emit(state.value)

    def edit(self, row: ActionRow) -> None:
        """Open its sheet."""
        action = self._context.vault.read.find(Action, row.id)
        if action is not None and action.deleted is None:
            ActionSheet(self._context, self._parent, action).open()

    def trash(self, row: ActionRow) -> None:
        """Move it to the trash."""
        vault = self._context.vault
        self._context.perform(lambda: actions.delete_action(vault, row.id))
        self._context.messages.say(self.tr("Action moved to trash"), undo=True)

    def menu(self, row: ActionRow, show_session: Callable[[], None] | None = None) -> QMenu:
        """Everything that can be done with an action; `show_session` leads where it is from."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit action"), lambda: self.edit(row))
        if show_session is not None:
            menu.addAction(self.tr("Show the session"), show_session)
        menu.addSeparator()
        for words, state in (
            (self.tr("Open"), ActionState.OPEN),
            (self.tr("Done"), ActionState.DONE),
            (self.tr("Dropped"), ActionState.DROPPED),
        ):
            action = menu.addAction(words, partial(self.settle, row, state))
            action.setCheckable(True)
            action.setChecked(row.state is state)
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: self.trash(row))
        return menu
