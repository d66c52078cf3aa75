"""A column of a readable width at the start of a page that may be much wider."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme

_MOSTLY = 1000


class ReadingColumn(QWidget):
    """Fill `column`; it is at most so many pixels wide at 100 %."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._held = QWidget()
        self.column = QVBoxLayout(self._held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._held, _MOSTLY)
        row.addStretch(1)
        follow_theme(self._apply_theme)

    def _apply_theme(self) -> None:
        self._held.setMaximumWidth(current_theme().px(self._width))
