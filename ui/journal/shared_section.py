"""The panel's last section: where the entry was shared."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.queries.journal import OpenEntry, PackMention
from ui.journal.panel_section import PanelSection
from ui.widgets.icons import Picture
from ui.widgets.text import Label


class SharedSection(PanelSection):
    """The packs and files that hold the entry; nowhere is the usual answer."""

    def __init__(self) -> None:
        super().__init__(self.tr("Where it was shared"))

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show the packs that name the entry."""
        packs = opened.packs if opened else ()
        nowhere = self.tr("Nowhere. It has not left this room.")
        lines = [self._line(pack) for pack in packs] or [_fact("lock", "text-2", nowhere)]
        self.show_rows(lines)

    def _line(self, pack: PackMention) -> QWidget:
        title = pack.title or self.tr("Untitled pack")
        if pack.left:
            words = self.tr("Saved as a PDF: {0}").format(title)
            return _fact("send", "curtain-text", words)
        return _fact("lock", "text-2", self.tr("Chosen for a draft: {0}").format(title))


def _fact(icon: str, colour: str, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(8)
    line.addWidget(Picture(icon, colour, 15))
    line.addWidget(Label(words, "body", colour, wrap=True), 1)
    return row
