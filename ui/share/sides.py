"""Start and end of the boxes that rows are painted in, as the writing runs."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter


def is_mirrored(painter: QPainter) -> bool:
    """Whether a painter works from right to left."""
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft


def at_start(painter: QPainter, box: QRect, width: int) -> QRect:
    """A box of this width at the start of another."""
    x = box.right() + 1 - width if is_mirrored(painter) else box.x()
    return QRect(x, box.y(), width, box.height())


def at_end(painter: QPainter, box: QRect, width: int) -> QRect:
    """A box of this width at the end of another."""
    x = box.x() if is_mirrored(painter) else box.right() + 1 - width
    return QRect(x, box.y(), width, box.height())


def after(painter: QPainter, box: QRect, width: int) -> QRect:
    """What of a box is left after this width at its start."""
    return box.adjusted(0, 0, -width, 0) if is_mirrored(painter) else box.adjusted(width, 0, 0, 0)


def before_end(painter: QPainter, box: QRect, width: int) -> QRect:
    """What of a box is left before this width at its end."""
    return box.adjusted(width, 0, 0, 0) if is_mirrored(painter) else box.adjusted(0, 0, -width, 0)
