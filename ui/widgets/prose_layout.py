"""Lines of one height in a plain text editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument


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
        layout = block.layout()
        count = layout.lineCount()
        for index in range(count):
            line = layout.lineAt(index)
            top = index * self._pitch + (self._pitch - line.height()) / 2
            line.setPosition(QPointF(line.x(), top))
        return QRectF(rect.x(), rect.y(), rect.width(), count * self._pitch)
