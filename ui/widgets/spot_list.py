"""Tall lists in whose rows one spot does something of its own, such as a state that moves on."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.theme import current_theme
from ui.widgets.rows import Index
from ui.widgets.tall_list import RowModel, TallDelegate, TallList

_REACH = 6


class SpotDelegate(TallDelegate):
    """Paints rows with a spot in them."""

    def spot_box(self, box: QRect, index: Index) -> QRect:
        """Return where the spot of a row is painted, empty where it has none."""
        raise NotImplementedError


class SpotList(TallList):
    """A click at the spot, or Space, asks for it; a click elsewhere opens the row.

    `spot_asked` carries the row.
    """

    spot_asked = Signal(QModelIndex)

    def __init__(self, name: str, model: RowModel, delegate: SpotDelegate) -> None:
        self._delegate = delegate
        super().__init__(name, model, delegate)

    def spot_box(self, index: QModelIndex) -> QRect:
        """Return where the spot of a row is painted."""
        return self._delegate.spot_box(self.visualRect(index), index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the spot where it was clicked, else open the row."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        box = self.spot_box(index) if index.isValid() else QRect()
        reach = current_theme().px(_REACH)
        if not box.isEmpty() and box.adjusted(-reach, -reach, reach, reach).contains(at):
            self.setCurrentIndex(index)
            self.spot_asked.emit(index)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the spot on Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.setProperty("keyboard", True)
            self.spot_asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
