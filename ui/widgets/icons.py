"""Icons by name and colour token; they follow the theme by themselves."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme_source


def icon(name: str, colour: str = "text-2") -> QIcon:
    """Return an icon that is drawn in the theme's `colour` at the size asked for."""
    return QIcon(_Engine(name, colour))


def paint_icon(painter: QPainter, box: QRect, name: str, colour: str) -> None:
    """Paint an icon into the largest square in the middle of `box`."""
    source = theme_source()
    side = min(box.width(), box.height())
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    pixmap = source.pictures.pixmap(name, source.theme.colours.named(colour), side, ratio)
    corner = QRect(0, 0, side, side)
    corner.moveCenter(box.center())
    painter.drawPixmap(corner.topLeft(), pixmap)


class _Engine(QIconEngine):
    """Draws an icon from the theme at the moment it is painted."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paint the icon, greyed out if its control is disabled."""
        off = mode is QIcon.Mode.Disabled
        paint_icon(painter, rect, self._name, "text-disabled" if off else self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> "_Engine":
        """Return a copy of this engine."""
        return _Engine(self._name, self._colour)


class Picture(QWidget):
    """An icon standing by itself, hidden from assistive tools: the words beside it say it."""

    def __init__(
        self, name: str, colour: str = "text-2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str | None = None) -> None:
        """Change the icon, and its colour token if one is given."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        side = theme_source().theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._colour)
        painter.end()
