"""Images for the gallery, painted when it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

_SIZE = (1072, 608)
_LAG = (40, 44, 36, 54, 90, 88, 60, 44, 50, 46)


def chart() -> QImage:
    """A curve that rises and falls again."""
    image, painter = _blank("#ffffff")
    painter.setPen(QPen(QColor("#dfe2df"), 4))
    for line in range(4):
        painter.drawLine(80, 140 + 120 * line, _SIZE[0] - 80, 140 + 120 * line)
    painter.setPen(QPen(QColor("#1a5c40"), 12))
    step = (_SIZE[0] - 160) / (len(_LAG) - 1)
    places = [QPointF(80 + step * at, 560 - 4.2 * value) for at, value in enumerate(_LAG)]
    painter.drawPolyline(places)
    painter.end()
    return image


def page() -> QImage:
    """A page with a few lines on it."""
    image, painter = _blank("#fcecd3")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#c9a25e"))
    for line, width in enumerate((500, 780, 700, 820)):
        painter.drawRoundedRect(QRectF(120, 120 + 100 * line, width, 36), 18, 18)
    painter.end()
    return image


def _blank(colour: str) -> tuple[QImage, QPainter]:
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter
