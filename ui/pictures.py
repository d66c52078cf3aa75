"""Icons drawn in one colour at one size, kept until the theme changes."""

from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_HEAVY, _LIGHT, _LIGHT_ABOVE = "2", "1.8", 18


class Pictures:
    """Tints icons and keeps the pixmaps, by name, colour, size and pixel ratio."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self._shapes: dict[tuple[str, str], QSvgRenderer] = {}

    def clear(self) -> None:
        """Forget the pixmaps; the shapes stay."""
        self._pixmaps.clear()

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """Return an icon as a square of `size` logical pixels, crisp at `ratio`."""
        key = (name, colour.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, colour, size, ratio)
        return self._pixmaps[key]

    def _draw(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._shape(name, _HEAVY if size <= _LIGHT_ABOVE else _LIGHT).render(
            painter, QRectF(0, 0, side, side)
        )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _shape(self, name: str, stroke: str) -> "QSvgRenderer":
        if (name, stroke) not in self._shapes:
            from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed to show a window

            source = resources.files("resources") / "icons" / f"{name}.svg"
            drawing = source.read_text("utf-8").replace(
                f'stroke-width="{_HEAVY}"', f'stroke-width="{stroke}"'
            )
            self._shapes[name, stroke] = QSvgRenderer(QByteArray(drawing.encode()))
        return self._shapes[name, stroke]
