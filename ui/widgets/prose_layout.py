"""Lines of one height in a plain text editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

_CLOSE = 1 / 64
"""Half of what Qt's fixed-point layout can tell apart, in pixels."""


class PitchedLayout(QPlainTextDocumentLayout):
    """Sets every line `pitch` pixels below the one before, whatever its fonts."""

    def __init__(self, document: QTextDocument, pitch: int) -> None:
        super().__init__(document)
        self._pitch = pitch

    def set_pitch(self, pitch: int) -> None:
        """Change the height of a line, in pixels."""
        self._pitch = pitch
        self.requestUpdate()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place a block takes, after its lines have been put in theirs."""
        rect = super().blockBoundingRect(block)
        if not block.isValid() or not block.isVisible():
            return rect
        count = block.layout().lineCount()
        # Qt lays out all lines of a block or none, so the last one tells for all.
        if count and not self._stands(block, count - 1):
            for index in range(count):
                line = block.layout().lineAt(index)
                line.setPosition(QPointF(line.x(), self._top(index, line.height())))
        return QRectF(rect.x(), rect.y(), rect.width(), count * self._pitch)

    def _stands(self, block: QTextBlock, index: int) -> bool:
        line = block.layout().lineAt(index)
        return abs(line.y() - self._top(index, line.height())) < _CLOSE

    def _top(self, index: int, height: float) -> float:
        return index * self._pitch + (self._pitch - height) / 2
