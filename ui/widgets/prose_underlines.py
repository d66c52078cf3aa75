"""Lines under passages of an editor; they move with their words while somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCursor, QTextLine

    from ui.widgets.prose_editor import ProseEditor

_BELOW, _THICKNESS = 5, 2
"""Pixels below the base line of the words, which is where the mockup has them."""


class Underlines:
    """Painted apart from the marks of a search, so that neither takes the other's place."""

    def __init__(self, editor: ProseEditor) -> None:
        self._editor = editor
        self._cursors: tuple[QTextCursor, ...] = ()

    def show(self, cursors: Iterable[QTextCursor]) -> None:
        """Underline what these cursors select, and nothing else."""
        self._cursors = tuple(cursors)
        self._editor.viewport().update()

    def spans(self) -> list[str]:
        """The words that are underlined."""
        return [cursor.selectedText().replace("\u2029", "\n") for cursor in self._cursors]

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Paint the lines under what is to be seen."""
        if not self._cursors:
            return
        for block, corner in self._seen():
            for cursor in self._cursors:
                start = max(cursor.selectionStart() - block.position(), 0)
                end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
                for line in _lines(block) if start < end else ():
                    if box := _under(line, start, end):
                        painter.fillRect(box.translated(corner), colour)

    def _seen(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        editor = self._editor
        block, offset = editor.firstVisibleBlock(), editor.contentOffset()
        bottom = editor.viewport().height()
        while block.isValid():
            box = editor.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                return
            yield block, box.topLeft()
            block = block.next()


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _under(line: QTextLine, start: int, end: int) -> QRectF | None:
    """The place below those of a line's signs that lie between two positions of its block."""
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    if first >= last:
        return None
    # By what is drawn: words of both directions in one line begin and end anywhere.
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    if not boxes:
        return None
    left, right = min(box.left() for box in boxes), max(box.right() for box in boxes)
    return QRectF(left, line.y() + line.ascent() + _BELOW, right - left, _THICKNESS)
