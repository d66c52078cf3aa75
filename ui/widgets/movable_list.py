"""A list whose rows are put elsewhere by dragging, or by Alt and an arrow."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea

from ui.theme import current_theme
from ui.widgets.tall_list import RowModel, TallDelegate, TallList

_TICK, _EDGE, _FASTEST = 30, 48, 24
_HELD: Final = Qt.MouseButton.LeftButton


class MovableList(TallList):
    """Rows to put in order; a line shows where a row would land, Esc puts it back.

    `dropped` carries the row that was moved and the gap it was put into: 0 is above the first
    row, 1 below it. While a row is dragged near an edge, the page scrolls.
    """

    dropped = Signal(int, int)

    def __init__(self, name: str, model: RowModel, delegate: TallDelegate) -> None:
        super().__init__(name, model, delegate)
        self._pressed: QPoint | None = None
        self._origin = -1
        self._gap = -1
        self._at = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll)
        self.moved.connect(self._step)

    # Properties

    @property
    def gap(self) -> int:
        """The gap that the dragged row would land in, -1 while none is dragged."""
        return self._gap

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row that may be dragged."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == _HELD and index.isValid():
            self._pressed, self._origin = place, index.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row once the pointer went far enough."""
        if self._pressed is None or not event.buttons() & _HELD:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._gap >= 0 or far >= QApplication.startDragDistance():
            self._drag(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the dragged row down, or open the row that was clicked."""
        origin, gap = self._origin, self._gap
        self._pressed = None
        if gap < 0:
            super().mouseReleaseEvent(event)
            return
        self._put_back()
        if gap not in {origin, origin + 1}:
            self.dropped.emit(origin, gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the dragged row back on Esc."""
        if self._gap >= 0 and event.key() == Qt.Key.Key_Escape:
            self._pressed = None
            self._put_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the dragged row back where another window takes over."""
        super().focusOutEvent(event)
        self._pressed = None
        self._put_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where the dragged one would land."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        theme = current_theme()
        width, radius = self.viewport().width(), theme.px(4)
        y = float(self._edges()[self._gap])
        y = min(max(y, radius + 1.0), self.viewport().height() - radius - 1.0)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours.accent, 2))
        painter.drawLine(QPointF(2 * radius + 2, y), QPointF(width - 2, y))
        painter.setBrush(theme.colours.raised)
        painter.drawEllipse(QPointF(radius + 2, y), radius, radius)
        painter.end()

    # Private

    def _edges(self) -> list[int]:
        """Where each gap lies, from the top of the list."""
        return list(accumulate(self.heights(self.viewport().width()), initial=0))

    def _drag(self, at: QPoint) -> None:
        self._at = at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        edges = self._edges()
        middles = [(above + below) / 2 for above, below in pairwise(edges)]
        self._gap = bisect_left(middles, self.viewport().mapFromGlobal(at).y())
        self._scrolling.start()
        self.viewport().update()

    def _put_back(self) -> None:
        self._gap = -1
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.setState(self.State.NoState)
        self.viewport().update()

    def _scroll(self) -> None:
        """Scroll the page while the pointer is near its edge, the faster the nearer."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is None or self._gap < 0:
            return
        edge, y = current_theme().px(_EDGE), page.viewport().mapFromGlobal(self._at).y()
        near = min(0, y - edge) + max(0, y - (page.viewport().height() - edge))
        if near:
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, near // 2)))
            self._drag(self._at)

    def _step(self, step: int) -> None:
        origin = self.currentIndex().row()
        gap = origin - 1 if step < 0 else origin + 2
        if origin >= 0 and 0 <= gap <= self.model().rowCount():
            self.dropped.emit(origin, gap)
