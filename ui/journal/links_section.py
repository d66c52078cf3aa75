"""The panel's first section: what the entry is evidence for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.queries.evidence import Target
from app.queries.journal import OpenEntry
from ui.entry.words import TARGET_ICONS, target_words
from ui.journal.panel_section import PanelSection
from ui.widgets.button import Button
from ui.widgets.fact_row import FactRow
from ui.widgets.text import Label


class LinksSection(PanelSection):
    """All that the entry is evidence for, and the button that links it to something else."""

    link_asked = Signal()
    unlink_asked = Signal(str)
    """The id of what the entry is no longer evidence for."""
    target_asked = Signal(object)
    """The Target to go to."""

    def __init__(self) -> None:
        super().__init__(self.tr("Links"))
        self._targets: tuple[Target, ...] | None = None
        self.link = Button(self.tr("Link"), "link", icon="plus")
        self.link.setAccessibleName(self.tr("Link this entry"))
        self.link.setToolTip(self.tr("Link it to a goal (Ctrl+Shift+L)"))
        self.head.addWidget(self.link)
        self.link.clicked.connect(self.link_asked)

    def show_entry(self, opened: OpenEntry | None) -> None:
        """Show what it is evidence for."""
        targets = opened.targets if opened else ()
        if targets == self._targets:
            return
        self._targets = targets
        rows: list[QWidget] = [self._row(target) for target in targets]
        nothing = Label(self.tr("It is not linked to anything."), "caption", "text-2", wrap=True)
        self.show_rows(rows or [nothing])

    def _row(self, target: Target) -> FactRow:
        icon = TARGET_ICONS[target.kind]
        row = FactRow(target.title, target_words(target), icon=icon, removable=True)
        row.setAccessibleDescription(self.tr("Go there; Delete removes the link"))
        row.clicked.connect(lambda: self.target_asked.emit(target))
        row.removed.connect(lambda: self.unlink_asked.emit(target.id))
        return row
