"""Two columns whose side stands on a ground of its own, to the edges of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.columns import Columns

_WIDE_WINDOW, _PADDING = 1280, 24


class SidePane(Columns):
    """What one thing is, and beside it what belongs to it.

    `side_widths` are those of the side in a wide window and in others. Rows of a list at the side
    that reach beyond their words say so with `side_inset`.
    """

    side_widths: ClassVar[tuple[int, int]] = (376, 320)
    side_inset: ClassVar[int] = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_holder.setProperty("ground", "pane")
        self.side_holder.setProperty("line", "left")
        self.side_holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the side."""
        wide, narrow = self.side_widths
        return theme.px(wide if window >= _WIDE_WINDOW else narrow)

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins; the ground of the side reaches the edges of the page."""
        del top
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.main.setContentsMargins(edge, 24, edge, 32)
        side = (edge if stacked else _PADDING) - self.side_inset
        self.side.setContentsMargins(side, 22, side, 24)

    def head_of(self, title: QWidget, buttons: Sequence[QWidget]) -> QHBoxLayout:
        """A title with its buttons beside its first line."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
