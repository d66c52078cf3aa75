"""One image as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.images import fitted
from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.prose_pictures import PictureSource

_HINT, _LEAST = (640, 460), (120, 120)


class PictureFrame(QWidget):
    """Zooms an image to fit, never beyond its own size; what is told of it is its name."""

    def __init__(self, source: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._image_id = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image_id: str, words: str) -> None:
        """Show another image."""
        self._image_id = image_id
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a good part of a window."""
        return QSize(*(current_theme().px(side) for side in _HINT))

    def minimumSizeHint(self) -> QSize:
        """Return room to see something."""
        return QSize(*_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        natural = self._source.natural(self._image_id)
        image = None
        if not natural.isEmpty():
            place = QRect(0, 0, *fitted(natural, self.size()).toTuple())
            place.moveCenter(self.rect().center())
            image = self._source.shown(self._image_id, place.size() * self.devicePixelRatioF())
            if image is None:
                painter.fillRect(place, current_theme().colours.sunken)
            else:
                painter.drawImage(place, image)
        if image is None and (natural.isEmpty() or self._source.broken(self._image_id)):
            side = current_theme().size("icon") * 2
            middle = QRect(0, 0, side, side)
            middle.moveCenter(self.rect().center())
            paint_icon(painter, middle, "image", "text-3")
        painter.end()
