"""The column that text keeps to, whatever the width of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


@dataclass(frozen=True, slots=True)
class Column:
    """At most `width` pixels of text, so far from the page's edges, or in its middle."""

    width: int = 680
    before: int = 56
    after: int = 64
    centred: bool = False

    def margins(self, area: QAbstractScrollArea) -> QMargins:
        """What to leave free beside the text in a scroll area of the present size."""
        bar = area.verticalScrollBar()
        room = area.contentsRect().width() - (bar.width() if bar.isVisibleTo(area) else 0)
        spare = max(room - self.width, self.before + self.after)
        start = spare // 2 if self.centred else self.before
        end = spare - start
        if area.isRightToLeft():
            start, end = end, start
        return QMargins(start, 0, end, 0)
