"""Somebody else's words: plain text, each paragraph in the direction of its own letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption

from app.domain.bidi import direction
from ui.widgets.text import Label

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class GivenWords(Label):
    """Wrapped text that reads right to left where it was written so, whatever the window does."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        size: float | None = None,
        weight: int | None = None,
    ) -> None:
        super().__init__(text, role, colour, wrap=True, size=size, weight=weight)

    def option_for(self, paragraph: str) -> QTextOption:
        """Return the side that a paragraph begins at."""
        option = super().option_for(paragraph)
        rtl = direction(paragraph) == 1
        ways = Qt.LayoutDirection
        option.setTextDirection(ways.RightToLeft if rtl else ways.LeftToRight)
        # An alignment follows the direction of the paragraph, unless it is absolute.
        side = _RIGHT if rtl else _LEFT
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return option
