"""The panel's section of passages: what was quoted, for what, and whether it still reads so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from app.prose import find_passage, plain
from app.queries.evidence import Link
from app.queries.journal import OpenEntry
from ui.journal.panel_section import PanelSection
from ui.labels import number, short_day
from ui.widgets.quote_block import QuoteBlock
from ui.widgets.text import Label

_GAP = 12


class PassagesSection(PanelSection):
    """Quotes as they read when they were taken; hidden while there is none."""

    passage_asked = Signal(str)
    """The id of the Evidence whose passage to go to."""
    remove_asked = Signal(str)
    """The id of the Evidence to remove."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(self.tr("Passages as evidence"))
        self._today = today
        self._shown: tuple[tuple[Link, bool], ...] | None = None
        self._count = Label("", "caption", "text-2", numbers=True)
        self.head.addWidget(self._count)
        self.rows.setSpacing(_GAP)

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show the passages of an entry."""
        found = opened.passages if opened else ()
        body = opened.entry.body if opened else ""
        shown = tuple((link, find_passage(body, link.quote) is not None) for link in found)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        self._count.setText(number(len(shown)))
        self.show_rows([self._block(link, still=still) for link, still in shown])

    def _block(self, link: Link, *, still: bool) -> QuoteBlock:
        notes = [self.tr("For {0}").format(link.target.title)]
        if not still and link.quoted is not None:
            day = short_day(link.quoted, self._today())
            notes.append(self.tr("quoted as it read on {0}").format(day))
        block = QuoteBlock(" ".join(plain(link.quote).split()), tuple(notes))
        block.setAccessibleDescription(self.tr("Go to the passage; Delete removes it"))
        block.clicked.connect(lambda: self.passage_asked.emit(link.id))
        block.removed.connect(lambda: self.remove_asked.emit(link.id))
        return block
