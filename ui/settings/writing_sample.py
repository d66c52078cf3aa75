"""A few lines that show how writing looks with what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.entry.style import prose_style
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_column import Column
from ui.widgets.prose_view import ProseView

_INSET = 20


class WritingSample(ProseView):
    """Shows a text in the size and width of writing, as tall as it is."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(prose_style(current_theme()), parent)
        self.setAccessibleName(self.tr("How writing looks"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_text(text)
        follow_theme(self._apply_theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines are."""
        super().resizeEvent(event)
        self._fit()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.set_style(prose_style(theme))
        self.set_column(Column(theme.size("reading-max"), _INSET, _INSET))
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()))
