"""The side panel "About this entry": a column of sections beside or over the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.queries import journal
from ui.context import Context
from ui.journal.panel_section import PanelSection
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.tab_order import put_after, stops_of
from ui.widgets.text import Label

_HEAD, _SIDE, _GAP = 56, 20, 24


class SidePanel(QWidget):
    """Shows what belongs to one entry; it reads only while it is to be seen.

    Sections stand in the order they are given in; see `about.sections` for adding one.
    """

    close_asked = Signal()
    """The x or Esc."""

    def __init__(self, context: Context, sections: Sequence[PanelSection]) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setProperty("line", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("About this entry"))
        self._context = context
        self._entry_id = NO_ID
        self.sections = tuple(sections)
        self.close_button = Button("", "ghost", icon="x")
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self._head = QWidget()
        self._lay_out()
        self.close_button.clicked.connect(self.close_asked)
        for section in self.sections:
            section.arranged.connect(self._chain)
        follow_theme(self._apply_theme)

    def show_entry(self, entry_id: Id) -> None:
        """Tell about this entry from now on; NO_ID is a blank one."""
        if entry_id != self._entry_id:
            self._entry_id = entry_id
            self.refresh()

    def refresh(self) -> None:
        """Show the entry as the vault has it now."""
        if self.isHidden():
            return
        vault, library = self._context.vault, self._context.library
        opened = journal.open_entry(vault.read, library, self._entry_id)
        for section in self.sections:
            section.show_entry(opened)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    # Private

    def _chain(self) -> None:
        """Let Tab go down the panel, whatever was shown in it last."""
        put_after(*stops_of(self))

    def _lay_out(self) -> None:
        self._head.setProperty("line", "bottom")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(_SIDE, 0, 12, 1)
        head.addWidget(Label(self.tr("About this entry"), "section"), 1)
        head.addWidget(self.close_button)
        inside = QWidget()
        inside.setProperty("ground", "none")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(_SIDE, 16, _SIDE, _GAP)
        rows.setSpacing(_GAP)
        for section in self.sections:
            rows.addWidget(section)
        rows.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)

    def _apply_theme(self) -> None:
        self._head.setFixedHeight(current_theme().px(_HEAD))
