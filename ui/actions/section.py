"""Actions as a section of a page: the rows, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.queries.actions import ActionRow
from ui.actions.acts import ActionActs
from ui.actions.rows import ActionList
from ui.context import Context, Destination
from ui.widgets.tall_list import RECORD


class ActionSection(QWidget):
    """Space or a click at the check ticks an action, Enter or F2 edits it, Delete removes it.

    With `both_sides` each of the mentee's actions says for whom it is. Its menu leads to the
    session that it was agreed in: `navigate` carries a Destination.
    """

    navigate = Signal(object)

    def __init__(self, context: Context, name: str, *, both_sides: bool = False) -> None:
        super().__init__()
        self.acts = ActionActs(context, self)
        self.rows = ActionList(name, context.today, both_sides=both_sides)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(self.rows)
        self._session = NO_ID
        self.rows.opened.connect(lambda index: self.acts.edit(index.data(RECORD)))
        self.rows.edit_asked.connect(lambda index: self.acts.edit(index.data(RECORD)))
        self.rows.spot_asked.connect(lambda index: self.acts.tick(index.data(RECORD)))
        self.rows.deleted.connect(lambda index: self.acts.trash(index.data(RECORD)))
        self.rows.customContextMenuRequested.connect(self._open_menu)

    def show_rows(self, rows: Sequence[ActionRow], session: Id = NO_ID) -> None:
        """Show these; those of `session`, where one is already, do not lead there."""
        self._session = session
        self.rows.actions_shown.show_rows(rows)
        self.rows.setVisible(bool(rows))

    def _open_menu(self, at: QPoint) -> None:
        index: QModelIndex = self.rows.currentIndex()
        row = index.data(RECORD)
        if row is None:
            return
        show = None
        if row.session not in {NO_ID, self._session}:
            to = Destination("sessions", row.session, Kind.SESSION)
            show = partial(self.navigate.emit, to)
        self.acts.menu(row, show).popup(self.rows.viewport().mapToGlobal(at))
