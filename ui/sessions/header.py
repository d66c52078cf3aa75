"""The head of a session: its parts, whether it is private, and what one can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.domain.sessions import Session, SessionState
from app.queries.sessions import SessionView
from ui import session_words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.segmented import Segmented


class SessionHeader(QWidget):
    """Back where there is one pane, the parts, the chip, the menu and the primary button."""

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.back = Button("", "ghost", icon="arrow-left")
        self.back.setToolTip(self.tr("Back to the list"))
        self.parts = Segmented(parts, name=self.tr("Session"))
        self.chip = Chip("", "private")
        self.more = Button("", "ghost", icon="ellipsis")
        self.more.setToolTip(self.tr("More"))
        self.primary = Button("", "primary")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def show_view(self, view: SessionView) -> None:
        """Show the head of a session."""
        words = session_words.shared_words(shared=view.shared)
        self.chip.show_state(words, "shared" if view.shared else "private")
        shared = self.tr("A share pack holds it, saved or still a draft. Open Share to see it.")
        private = self.tr("Nobody else can read it. Open Share to change that.")
        self.chip.setToolTip(shared if view.shared else private)
        words, icon = self._primary(view.session)
        self.primary.setText(words)
        self.primary.set_icon(icon)
        self.primary.setToolTip(self.tr("{0} (Ctrl+Enter)").format(words))
        self.primary.setAccessibleName(words)

    def fit(self, width: float) -> None:
        """Stand in two lines where the window, at 100 %, is too narrow for one."""
        below = width < current_theme().breakpoint("list-pane-hide-below")
        direction = QBoxLayout.Direction
        self._lines.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def _primary(self, session: Session) -> tuple[str, str]:
        if session.state is SessionState.CANCELLED:
            return self.tr("Plan again"), "rotate-ccw"
        if session.state is SessionState.HELD:
            return self.tr("Plan the next one"), "calendar-plus"
        if session.under_way:
            return self.tr("End session"), ""
        return self.tr("Start session"), "arrow-right"

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        second.setSpacing(8)
        first.addWidget(self.back)
        first.addWidget(self.parts)
        first.addStretch(1)
        second.addStretch(1)
        for widget in (self.chip, self.more, self.primary):
            second.addWidget(widget)
        self._lines.addLayout(first, 1)
        self._lines.addLayout(second)
