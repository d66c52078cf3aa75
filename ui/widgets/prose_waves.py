"""The wave under a misspelt word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from ui.theme import Theme, current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

    from app.spelling import Span

_LENGTH, _HEIGHT, _BELOW, _PEN = 4, 2, 2, 1.2


class Wave:
    """Draws waves from one tile, in the colour and size of the theme."""

    def __init__(self) -> None:
        self._tile = QPixmap()
        self._theme: Theme | None = None

    def paint(self, painter: QPainter, block: QTextBlock, word: Span, corner: QPointF) -> None:
        """Draw a wave under some characters of a block of text that stands at `corner`."""
        theme, ratio = current_theme(), painter.device().devicePixelRatio()
        if theme is not self._theme or ratio != self._tile.devicePixelRatio():
            self._theme, self._tile = theme, _tile(theme, ratio)
        start, end = word
        line = block.layout().lineForTextPosition(start)
        while line.isValid():
            stop = min(end, line.textStart() + line.textLength())
            one, other = _place(line, start), _place(line, stop)
            top = corner.y() + line.y() + line.ascent() + theme.px(_BELOW)
            place = QRectF(corner.x() + min(one, other), top, abs(other - one), self._height())
            painter.drawTiledPixmap(place, self._tile)
            if stop in (start, end):
                return
            start = stop
            line = block.layout().lineForTextPosition(start)

    def _height(self) -> float:
        return self._tile.height() / self._tile.devicePixelRatio()


def seen_in(block: QTextBlock, top: float, bottom: float) -> Span:
    """The characters of a block on its lines between two heights; of a long one, these are few."""
    layout = block.layout()
    lines = range(layout.lineCount())
    first = bisect_left(lines, top, key=lambda number: _foot(layout, number))
    last = bisect_right(lines, bottom, key=lambda number: layout.lineAt(number).y()) - 1
    if not first <= last:
        return 0, 0
    ending = layout.lineAt(last)
    return layout.lineAt(first).textStart(), ending.textStart() + ending.textLength()


def _foot(layout: QTextLayout, number: int) -> float:
    line = layout.lineAt(number)
    return line.y() + line.height()


def _place(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _tile(theme: Theme, ratio: float) -> QPixmap:
    """One wave, sharp on this screen."""
    length, height, pen = theme.px(_LENGTH), theme.px(_HEIGHT), _PEN * theme.scale
    tile = QPixmap(round(length * ratio), round((height + ceil(pen)) * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    low, high = pen / 2, height + pen / 2
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colours.danger, pen))
    # It goes beyond both ends, so that tiles join.
    points = ((-0.5, low), (0, high), (0.5, low), (1, high), (1.5, low))
    painter.drawPolyline(QPolygonF([QPointF(x * length, y) for x, y in points]))
    painter.end()
    return tile
