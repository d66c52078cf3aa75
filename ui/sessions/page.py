"""The page of sessions: until the first one is planned, what to begin with."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context, Destination
from ui.page import Page
from ui.session_tabs import TABS, TabbedPane
from ui.widgets.button import Button
from ui.widgets.notices import EmptyState
from ui.widgets.rows import RowDelegate
from ui.widgets.two_panes import TwoPanes


class SessionsPage(Page):
    """The tab of sessions; the act TABS goes to the tabs."""

    place: ClassVar[str] = "sessions"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.pane = TabbedPane(self.place, self.tr("Sessions"), RowDelegate(), [])
        self.begin = Button(self.tr("Add person"), "primary", icon="plus")
        self._right = QWidget()
        self._lay_out()
        self._panes = TwoPanes(self, self.pane, self._right, lambda: True, [], keeps_head=True)
        self.pane.navigate.connect(self.navigate)
        self.begin.clicked.connect(lambda: self.navigate.emit(Destination("people", act="new")))

    def refresh(self) -> None:
        """Show what there is."""
        self._panes.fit()

    def arrive(self, destination: Destination) -> None:
        """Go to the tabs where they were used."""
        if destination.act == TABS:
            self.pane.focus_tabs()

    def first_focus(self) -> QWidget | None:
        """The button to begin with."""
        return self.begin

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._right)
        heading = self.tr("Begin with somebody to talk to.")
        sentence = self.tr("Ten minutes of preparing is enough.")
        column.addStretch()
        column.addWidget(EmptyState(heading, sentence, [self.begin], large=True))
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._right, 1)
