"""Controls that open on a click and can be removed by an x at their end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from ui.theme import current_theme

if TYPE_CHECKING:

    class _Control(QAbstractButton):
        removed = Signal()
else:
    _Control = object

_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Removable(_Control):
    """A mixin for buttons with a signal `removed`: Delete and a click at the x emit it.

    Enter opens, as Space does.
    """

    _removable = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space, remove on Delete."""
        if self._removable and event.key() in _DELETES:
            self.removed.emit()
        elif event.key() in _OPENS:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove on a click at the x."""
        if self._removable and self.remove_box().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def remove_box(self) -> QRect:
        """Return where a click removes."""
        reach = current_theme().size("hit-min")
        return self.box_at(self.width() - reach, reach)

    def box_at(self, x: int, width: int, height: int | None = None) -> QRect:
        """Return a box so far from where reading begins, as high as the control if not said."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, self.height() if height is None else height)
