"""The list of step 2: what keys, presses and drags do to its rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.share.items_delegate import ItemsDelegate
from ui.share.items_model import Index, ItemsModel
from ui.share.items_rows import Row, RowKind
from ui.widgets.list_pane import RowList
from ui.widgets.row_drag import RowDrag

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ItemList(RowDrag, RowList):
    """The items: a press on the check ticks, elsewhere it opens; Space ticks, arrows open.

    Alt with an arrow moves an item on paper, wherever it is listed. While they stand in their
    order on paper, they are dragged, too.
    """

    toggled = Signal(QModelIndex)
    unfolded = Signal(QModelIndex, bool)
    moved = Signal(QModelIndex, int)
    dropped = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        # Each press acts already: the second of two would act a third time.
        self.doubleClicked.disconnect(self.opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first item where no row is current."""
        self.begin()
        super().focusInEvent(event)

    def begin(self) -> None:
        """Make the first item current where no row is: the focus is to be seen."""
        if not self.currentIndex().isValid():
            first = self.moveCursor(self.CursorAction.MoveNext, Qt.KeyboardModifier.NoModifier)
            self.setCurrentIndex(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, open and close with the arrows, move with Alt and an arrow."""
        current, key = self.currentIndex(), event.key()
        closing, opening = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            closing, opening = opening, closing
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if current.isValid() and key == Qt.Key.Key_Space:
            self.setProperty("keyboard", True)
            self.toggled.emit(current)
        elif current.isValid() and alt and key in _STEPS:
            self.setProperty("keyboard", True)
            self.moved.emit(current, _STEPS[Qt.Key(key)])
        elif current.isValid() and key in (opening, closing):
            self.setProperty("keyboard", True)
            self.unfolded.emit(current, key == opening)
        else:
            super().keyPressEvent(event)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        """Show what a key unfolded below the current row, and that row itself."""
        super().rowsInserted(parent, start, end)
        current = self.currentIndex()
        if self.property("keyboard") and current.isValid():
            if start == current.row() + 1:
                self.scrollTo(self.model().index(end, 0))
            self.scrollTo(current)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was dragged, else tick or open what was pressed."""
        dragged = self.gap >= 0
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if dragged or event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        delegate, model = self.itemDelegate(), self.model()
        if not isinstance(delegate, ItemsDelegate) or not isinstance(model, ItemsModel):
            return
        row = model.row(index)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - spot.x() if mirrored else spot.x()
        if row.opens and x >= delegate.check_width():
            self.unfolded.emit(index, not row.opened)
        elif delegate.acts_at(row, self.visualRect(index), QPoint(x, spot.y())):
            self.toggled.emit(index)

    # Of dragging

    def edges(self) -> list[int]:
        """Where each gap between items lies, with what an item shows when it is open."""
        model = self.model()
        tops = [self.visualRect(model.index(at, 0)).top() for at in self._items()]
        last = self.visualRect(model.index(model.rowCount() - 1, 0))
        return [*tops, last.bottom() + 1] if tops else []

    def draggable(self, index: QModelIndex) -> int:
        """The place of an item on paper, -1 for other rows and in other orders."""
        places = self._items()
        return places.index(index.row()) if index.row() in places else -1

    def _items(self) -> list[int]:
        """The rows of the items, while they stand in their order on paper."""
        model = self.model()
        if not isinstance(model, ItemsModel) or not model.listing.shown.is_order:
            return []
        rows: list[Row] = [model.row(model.index(at)) for at in range(model.rowCount())]
        return [at for at, row in enumerate(rows) if row.kind is RowKind.ITEM]
