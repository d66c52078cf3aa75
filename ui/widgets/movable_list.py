"""A list whose rows are put elsewhere by dragging, or by Alt and an arrow."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea

from ui.widgets.row_drag import RowDrag
from ui.widgets.tall_list import RowModel, TallDelegate, TallList


class MovableList(RowDrag, TallList):
    """Rows to put in order: all of them, in a list that is as tall as they are."""

    dropped = Signal(int, int)

    def __init__(self, name: str, model: RowModel, delegate: TallDelegate) -> None:
        super().__init__(name, model, delegate)
        self.moved.connect(self._step)

    def edges(self) -> list[int]:
        """Where each gap lies, from the top of the list."""
        return list(accumulate(self.heights(self.viewport().width()), initial=0))

    def page(self) -> QAbstractScrollArea | None:
        """The page that the list stands on."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        return page

    def _step(self, step: int) -> None:
        origin = self.currentIndex().row()
        gap = origin - 1 if step < 0 else origin + 2
        if origin >= 0 and 0 <= gap <= self.model().rowCount():
            self.dropped.emit(origin, gap)
