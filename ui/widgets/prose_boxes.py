"""The boxes of tasks in the editor, which can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor

from ui.widgets.prose_blocks import change_lines
from ui.widgets.prose_lines import box_of, with_boxes
from ui.widgets.prose_positions import Positions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_AROUND = 4
"""Pixels beside a box that count as the box: a hand is not that steady."""


class ProseBoxes(QObject):
    """Checks a task whose box is clicked; the pointer says where that is possible."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.viewport().setMouseTracking(True)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a click on a box, and show the hand over one."""
        if not isinstance(event, QMouseEvent) or self._editor.isReadOnly():
            return False
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            over = self.box_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self._editor.viewport().setCursor(shape)
        pressed = event.type() == QEvent.Type.MouseButtonPress
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        box = self.box_at(event.position().toPoint()) if pressed and plain else None
        if box is not None:
            change_lines(box, with_boxes)
        return box is not None

    def box_at(self, place: QPoint) -> QTextCursor | None:
        """A cursor in the line whose box is at this place; None where there is no box."""
        cursor = self._editor.cursorForPosition(place)
        block = cursor.block()
        box = None if _in_fence(cursor) else box_of(block.text())
        if box is None:
            return None
        positions = Positions(block.text())
        start, end = QTextCursor(block), QTextCursor(block)
        start.setPosition(block.position() + positions.unit(box[0]))
        end.setPosition(block.position() + positions.unit(box[1]))
        edges = self._editor.cursorRect(start), self._editor.cursorRect(end)
        area = edges[0].united(edges[1]).adjusted(-_AROUND, 0, _AROUND, 0)
        return start if area.contains(place) else None


def _in_fence(cursor: QTextCursor) -> bool:
    return cursor.block().previous().userState() > 0
