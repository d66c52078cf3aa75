"""The panel's section of versions: how the entry was last, and the way to compare."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.entries import Entry
from app.queries.journal import OpenEntry
from app.queries.versions import VersionRow, versions
from ui.context import Context
from ui.journal.panel_section import PanelSection
from ui.journal.version_words import length_words
from ui.labels import clock, short_day
from ui.widgets.button import Button
from ui.widgets.fact_row import FactRow

SHOWN: Final = 3
"""So many versions stand in the panel, the present one among them."""

LONG: Final = 20_000
"""Characters of a text whose way back is not walked while somebody types in it."""

_REST_MS: Final = 3000


class VersionsSection(PanelSection):
    """The entry as it is now and the versions before it, the newest first."""

    asked = Signal(int)
    """The version to compare; 0 leaves the choice to the sheet."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Versions"))
        self._context = context
        self._entry: Entry | None = None
        self._shown: Entry | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.compare = Button(self.tr("Compare"), "link")
        self.compare.setAccessibleName(self.tr("Compare versions"))
        self.head.addWidget(self.compare)
        self.compare.clicked.connect(lambda: self.asked.emit(0))

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show the newest versions of an entry; of a long text once the writing rests."""
        self._entry = opened.entry if opened else None
        self._rest.stop()
        self.setVisible(self._entry is not None)
        if self._entry is None or self._entry == self._shown:
            return
        same = self._shown is not None and self._shown.id == self._entry.id
        if same and len(self._entry.body) > LONG:
            self._rest.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._shown = self._entry
        if self._entry is None:
            return
        vault = self._context.vault
        rows = versions(vault.read, self._entry.id, vault.now().offset, SHOWN)
        self._offer(several=len(rows) > 1)
        made: list[QWidget] = [self._row(row, now=place == 0) for place, row in enumerate(rows)]
        self.show_rows(made)

    def _offer(self, *, several: bool) -> None:
        what = self.tr("What changed, word by word (Ctrl+Shift+H)")
        self.compare.setEnabled(several)
        self.compare.setToolTip(what if several else self.tr("There is only this version so far"))

    def _row(self, row: VersionRow, *, now: bool) -> FactRow:
        day = short_day(row.at.day, self._context.today())
        when = self.tr("{0}, {1}").format(day, clock(row.at.local))
        words = self.tr("Now") if now else length_words(row.words)
        made = FactRow(words, when, icon="history")
        made.setAccessibleDescription(self.tr("Show this version"))
        made.clicked.connect(lambda: self.asked.emit(row.seq))
        return made
