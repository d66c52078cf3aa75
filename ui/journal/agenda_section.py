"""The panel's section of sessions: where the entry is, or was, brought along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.domain.ids import Kind
from app.queries.journal import OpenEntry
from app.queries.sessions import AgendaMention, with_entry
from ui import session_words
from ui.context import Context, Destination
from ui.journal.panel_section import PanelSection
from ui.labels import short_day
from ui.widgets.fact_row import FactRow


class AgendaSection(PanelSection):
    """Vanishes where the entry is on no agenda. `navigate` carries the Destination of a session."""

    navigate = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("On the agenda"))
        self._context = context
        self._shown: tuple[AgendaMention, ...] | None = None

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show the sessions that have the entry on their agenda."""
        found = with_entry(self._context.vault.read, opened.entry.id) if opened else ()
        self.setVisible(bool(found))
        if found != self._shown:
            self._shown = found
            self.show_rows([self._row(each) for each in found])

    def _row(self, each: AgendaMention) -> FactRow:
        title = session_words.full_title(each.title, each.number, each.name)
        day = short_day(each.day, self._context.today())
        row = FactRow(title, day, icon="messages-square")
        to = Destination("sessions", each.id, Kind.SESSION)
        row.clicked.connect(partial(self.navigate.emit, to))
        return row
