"""The list of what was found: as tall as its rows, in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from ui.search.results import ResultModel
from ui.search.results_delegate import ResultDelegate
from ui.theme import follow_theme
from ui.widgets.list_pane import RowList

_MODIFIED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ResultList(RowList):
    """A click or Enter opens a row; letters go on with the search in the box."""

    typed = Signal(str)
    left_up = Signal()
    """The arrow up in the first row: back to the box."""

    def __init__(self, name: str, model: ResultModel) -> None:
        super().__init__(name)
        self._model = model
        self._delegate = ResultDelegate(model)
        self._delegate.setParent(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.disconnect(self.opened)
        self.clicked.connect(self.opened)
        for changed in (model.modelReset, model.rowsInserted):
            changed.connect(self._grow)
        follow_theme(self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave upwards from the first row, and type on in the box."""
        first = self.currentIndex() == self._model.first()
        if event.key() == Qt.Key.Key_Up and first:
            self.left_up.emit()
        elif self._is_word(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.first())

    def current(self) -> QModelIndex:
        """The current row."""
        return self.currentIndex()

    def _is_word(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & _MODIFIED
        return plain and event.text().isprintable() and bool(event.text().strip())

    def _grow(self) -> None:
        heights = (self._delegate.height_of(row) for row in range(self._model.rowCount()))
        self.setFixedHeight(sum(heights))
        self.scheduleDelayedItemsLayout()
