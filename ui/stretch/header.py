"""The head of a stretch goal: what it serves, whether it is private, and what one can do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.goals import StretchState
from app.queries.stretch import StretchView
from ui.stretch.words import shared_tip
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.text import Label


class GoalLink(Button):
    """The title of a goal as a link; it is cut where it does not fit."""

    def __init__(self) -> None:
        super().__init__("", "link")
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        """Show the title of a goal."""
        self._title = title
        self.setAccessibleName(self.tr("Linked to {0}").format(title))
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the whole title."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._title)
        return QSize(width + 2, current_theme().size("hit-min"))

    def minimumSizeHint(self) -> QSize:
        """Return room for a word."""
        return QSize(current_theme().px(60), current_theme().size("hit-min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title to the width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._title else self._title)


class StretchHeader(QWidget):
    """Back where there is one pane, the linked goal, the chip, the menu and the primary button."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("", "ghost", icon="arrow-left")
        self.back.setToolTip(self.tr("Back to the list"))
        self.linked = Label(self.tr("Linked to"), "body", "text-2")
        self.goal = GoalLink()
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
            self.goal.show_title(view.goal.title)
        if view.packs:
            self.chip.show_state(self.tr("In a share pack"), "shared")
            self.chip.setToolTip(shared_tip(view.packs))
        else:
            self.chip.show_state(self.tr("Private"), "private")
            self.chip.setToolTip(self.tr("Nobody else can read it. Open Share to change that."))
        active = view.stretch.state is StretchState.ACTIVE
        self.primary.setText(self.tr("Check in") if active else self.tr("Make active"))
        self.primary.set_icon("gauge" if active else "play")
        self.primary.setToolTip(self.tr("{0} (Ctrl+Enter)").format(self.primary.text()))
        self.primary.setAccessibleName(self.primary.text())
