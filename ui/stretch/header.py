"""The head of a stretch goal: what it serves, whether it is private, and what one can do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import StretchState
from app.queries.stretch import StretchView
from ui.stretch.words import shared_tip
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.elided_button import ElidedButton
from ui.widgets.plain import tooltip
from ui.widgets.text import Label


class StretchHeader(QWidget):
    """Back where there is one pane, the linked goal, the chip, the menu and the primary button."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("", "ghost", icon="arrow-left")
        self.back.setToolTip(self.tr("Back to the list"))
        self.linked = Label(self.tr("Linked to"), "body", "text-2")
        self.goal = ElidedButton("", "link")
        self.chip = Chip("", "private")
        self.more = Button("", "ghost", icon="ellipsis")
        self.more.setToolTip(self.tr("More"))
        self.primary = Button("", "primary", icon="gauge")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.linked)
        row.addWidget(self.goal)
        row.addStretch(1)
        for widget in (self.chip, self.more, self.primary):
            row.addSpacing(4)
            row.addWidget(widget)

    def show_view(self, view: StretchView) -> None:
        """Show the head of a stretch goal."""
        self.linked.setVisible(view.goal is not None)
        self.goal.setVisible(view.goal is not None)
        if view.goal is not None:
            title = view.goal.title
            self.goal.show_words(title, self.tr("Linked to {0}").format(title))
        if view.packs:
            self.chip.show_state(self.tr("In a share pack"), "shared")
            self.chip.setToolTip(tooltip(shared_tip(view.packs)))
        else:
            self.chip.show_state(self.tr("Private"), "private")
            self.chip.setToolTip(self.tr("Nobody else can read it. Open Share to change that."))
        active = view.stretch.state is StretchState.ACTIVE
        self.primary.setText(self.tr("Check in") if active else self.tr("Make active"))
        self.primary.set_icon("gauge" if active else "play")
        self.primary.setToolTip(self.tr("{0} (Ctrl+Enter)").format(self.primary.text()))
        self.primary.setAccessibleName(self.primary.text())
