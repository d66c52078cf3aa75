"""The list of step 2: what keys and presses do to its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.share.items_delegate import ItemsDelegate
from ui.share.items_model import ItemsModel
from ui.share.items_rows import RowKind
from ui.widgets.list_pane import RowList


class ItemList(RowList):
    """The items: a press on the check ticks, elsewhere it opens; Space ticks, arrows open."""

    toggled = Signal(QModelIndex)
    unfolded = Signal(QModelIndex, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, open and close with the arrows."""
        current, key = self.currentIndex(), event.key()
        closing, opening = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            closing, opening = opening, closing
        if current.isValid() and key == Qt.Key.Key_Space:
            self.setProperty("keyboard", True)
            self.toggled.emit(current)
        elif current.isValid() and key in (opening, closing):
            self.unfolded.emit(current, key == opening)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick or open what was pressed."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        delegate, model = self.itemDelegate(), self.model()
        if not isinstance(delegate, ItemsDelegate) or not isinstance(model, ItemsModel):
            return
        row = model.row(index)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - spot.x() if mirrored else spot.x()
        if row.kind is RowKind.ITEM and row.ticked and x >= delegate.check_width():
            self.unfolded.emit(index, not row.opened)
        elif row.kind is not RowKind.SECTION:
            self.toggled.emit(index)
