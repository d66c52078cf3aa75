"""The frame around prose that is written in a form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme import current_theme, follow_theme
from ui.widgets.prose_column import Column
from ui.widgets.prose_editor import ProseEditor
from ui.widgets.styling import restyle

_INSET = 8


class Paper(QFrame):
    """Prose of at least so many lines, framed like a field; the frame shows its focus."""

    def __init__(self, prose: ProseEditor, lines: int) -> None:
        super().__init__()
        self._prose = prose
        self._lines = lines
        self.setProperty("kind", "field")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2, _INSET, 2, _INSET)
        inside.addWidget(prose)
        self.setFocusProxy(prose)
        prose.installEventFilter(self)
        follow_theme(self._apply_theme)

    def set_error(self, *, wrong: bool) -> None:
        """Draw the border of an error, or take it away."""
        restyle(self, "error", "true" if wrong else "false")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show whether the prose has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            focused = event.type() == QEvent.Type.FocusIn
            restyle(self, "focused", "true" if focused else "false")
        return super().eventFilter(watched, event)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._prose.set_column(Column(theme.size("reading-max"), _INSET, _INSET))
        self._prose.setMinimumHeight(theme.line("writing") * self._lines)
