"""The entries flagged to bring, each put onto the agenda by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.domain.ids import Kind
from app.domain.sessions import Session
from app.queries.since_last_time import Flagged
from ui import labels
from ui.context import Context, Destination
from ui.sessions.preparing import Preparing
from ui.sessions.pulling import CardDelegate, PullList, PullModel, PullRow
from ui.widgets.section import Section
from ui.widgets.text import Label


class Bring(Section):
    """A heading over cards, and that nobody else sees them; `navigate` carries a Destination."""

    navigate = Signal(object)

    def __init__(self, context: Context, preparing: Preparing) -> None:
        super().__init__("", gap=8)
        self._context = context
        self._preparing = preparing
        self.heading.setText(self.tr("Flagged to bring"))
        self.model = PullModel()
        self.rows = PullList(self.heading.text(), self.model, CardDelegate())
        self.note = Label("", "caption", "text-2", wrap=True)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.note)
        self.rows.opened.connect(self._pull)
        self.rows.deleted.connect(self._leave_out)
        self.rows.customContextMenuRequested.connect(self._open_menu)

    def show_entries(self, session: Session, flagged: tuple[Flagged, ...], short: str) -> None:
        """Show the flagged entries, and which of them are on the agenda."""
        today = self._context.today()
        self.model.show_rows(
            [
                PullRow(each.id, Kind.ENTRY, each.title, "", labels.short_day(each.day, today),
                        session.holds(each.id))
                for each in flagged
            ]
        )  # fmt: skip
        self.rows.setVisible(bool(flagged))
        one, many = self.tr("Flagged to bring, 1 entry"), self.tr("Flagged to bring, {n} entries")
        self.rows.setAccessibleName(labels.counted(len(flagged), one, many))
        never = self.tr("{name} never sees these entries.").format(name=short)
        nobody = self.tr("Nobody else sees these entries.")
        how = self.tr("Flag an entry with Bring in the journal, and it waits here.")
        self.note.setText((never if short else nobody) if flagged else how)

    def _pull(self, index: QModelIndex) -> None:
        row = self.model.pulled(index)
        if row is not None:
            self._preparing.pull(row.kind, row.id, row.title)

    def _leave_out(self, index: QModelIndex) -> None:
        row = self.model.pulled(index)
        if row is not None:
            self._preparing.leave_out(row.id)

    def _open_menu(self, where: QPoint) -> None:
        index = self.rows.row_at(where)
        row = self.model.pulled(index)
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on = self.tr("Take off the agenda") if row.on else self.tr("Add to agenda")
        menu.addAction(on, partial(self._pull, index))
        target = Destination("journal", row.id, Kind.ENTRY)
        menu.addAction(self.tr("Open entry"), partial(self.navigate.emit, target))
        menu.addSeparator()
        menu.addAction(self.tr("Do not bring"), partial(self._leave_out, index))
        menu.popup(self.rows.viewport().mapToGlobal(where))
