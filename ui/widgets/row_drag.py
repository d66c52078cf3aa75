"""Dragging the rows of a list to another place, with a line where one would land."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from ui.theme import current_theme

if TYPE_CHECKING:
    from ui.widgets.list_pane import RowList as _List
else:
    # Two classes of Qt above one list would mix up its signals.
    _List = object

_TICK, _EDGE, _FASTEST = 30, 48, 24
_HELD: Final = Qt.MouseButton.LeftButton


class RowDrag(_List):
    """What a list has beside itself so that its rows can be dragged; Esc puts one back.

    Its signal `dropped` carries the place of the row that was moved and the gap it was put into: 0
    is above the first row, 1 below it. While a row is dragged near an edge, the page scrolls.
    """

    dropped: SignalInstance

    _pressed: QPoint | None = None
    _origin = -1
    _gap = -1
    _at = QPoint()
    _scrolling: QTimer | None = None

    # Properties

    @property
    def gap(self) -> int:
        """The gap that the dragged row would land in, -1 while none is dragged."""
        return self._gap

    # What a list says of itself

    def edges(self) -> list[int]:
        """Where each gap lies, from the top of what is seen of the list."""
        raise NotImplementedError

    def draggable(self, index: QModelIndex) -> int:
        """The place of a row among those that can be dragged, -1 where it cannot."""
        return index.row()

    def page(self) -> QAbstractScrollArea | None:
        """What scrolls while a row is dragged near its edge."""
        return self

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row that may be dragged."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == _HELD and index.isValid() and self.draggable(index) >= 0:
            self._pressed, self._origin = place, self.draggable(index)

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
        if self._gap >= 0:
            self._put_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where the dragged one would land."""
        super().paintEvent(event)
        edges = self.edges() if self._gap >= 0 else []
        if not 0 <= self._gap < len(edges):
            return
        theme = current_theme()
        width, radius = self.viewport().width(), theme.px(4)
        y = float(edges[self._gap])
        y = min(max(y, radius + 1.0), self.viewport().height() - radius - 1.0)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours.accent, 2))
        painter.drawLine(QPointF(2 * radius + 2, y), QPointF(width - 2, y))
        painter.setBrush(theme.colours.raised)
        painter.drawEllipse(QPointF(radius + 2, y), radius, radius)
        painter.end()

    # Private

    def _drag(self, at: QPoint) -> None:
        self._at = at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        middles = [(above + below) / 2 for above, below in pairwise(self.edges())]
        self._gap = bisect_left(middles, self.viewport().mapFromGlobal(at).y())
        self._timer().start()
        self.viewport().update()

    def _put_back(self) -> None:
        self._gap = -1
        self._timer().stop()
        self.viewport().unsetCursor()
        self.setState(self.State.NoState)
        self.viewport().update()

    def _timer(self) -> QTimer:
        if self._scrolling is None:
            self._scrolling = QTimer(self)
            self._scrolling.setInterval(_TICK)
            self._scrolling.timeout.connect(self._scroll)
        return self._scrolling

    def _scroll(self) -> None:
        """Scroll the page while the pointer is near its edge, the faster the nearer."""
        page = self.page()
        if page is None or self._gap < 0:
            return
        edge, y = current_theme().px(_EDGE), page.viewport().mapFromGlobal(self._at).y()
        near = min(0, y - edge) + max(0, y - (page.viewport().height() - edge))
        if near:
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, near // 2)))
            self._drag(self._at)
