"""The mark of Greenroom and the initials of people."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme, current_theme
from ui.widgets.text import Label

Kind = Literal["app", "quiet", "room"]
_SIDE = 32
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
_BULBS = ((6.6, 17.0), (9.4, 10.2), (16.0, 7.2), (22.6, 10.2), (25.4, 17.0))


class Mark(QWidget):
    """The mark: green on the rail, quiet in empty states, light in the dark room."""

    def __init__(self, kind: Kind = "app", size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the mark's size."""
        side = current_theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._kind)
        painter.end()


class Wordmark(QWidget):
    """The mark with the name beside it."""

    def __init__(self, kind: Kind = "app", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(7, 0, 7, 0)
        line.setSpacing(9)
        colour = "room-text" if kind == "room" else "text"
        self._name = Label("Greenroom", "heading", colour, size=17 if kind == "room" else 16)
        line.addWidget(Mark(kind))
        line.addWidget(self._name)
        line.addStretch()

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show the mark alone, or mark and name."""
        self._name.setVisible(not collapsed)


class Initials(QWidget):
    """A disc with somebody's initials; the name beside it says who."""

    def __init__(self, initials: str, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_initials(self, initials: str) -> None:
        """Change the initials."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        """Return the disc's size."""
        side = current_theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        paint_initials(painter, QRectF(self.rect()), self._initials)
        painter.end()


def paint_initials(painter: QPainter, box: QRectF, initials: str) -> None:
    """Paint a disc with initials."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.accent_soft)
    painter.drawEllipse(box)
    painter.setPen(theme.colours.accent_text)
    painter.setFont(theme.sized("body", box.height() / theme.scale * 0.325, 600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials)


def paint_mark(painter: QPainter, box: QRectF, kind: Kind) -> None:
    """Paint the mark into a square."""
    theme = current_theme()
    tile, doorway, bulbs = _colours(theme, kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _SIDE, box.height() / _SIDE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tile)
    painter.drawRoundedRect(QRectF(1, 1, 30, 30), 8.5, 8.5)
    painter.setBrush(doorway)
    painter.drawPath(_doorway())
    painter.setBrush(bulbs)
    for x, y in _BULBS:
        painter.drawEllipse(QPointF(x, y), 1.9, 1.9)
    painter.restore()


def _colours(theme: Theme, kind: Kind) -> tuple[QColor, QColor, QColor]:
    colours, dark = theme.colours, theme.scheme == "dark"
    if kind == "quiet":
        return colours.accent_soft, colours.sunken if dark else colours.raised, colours.lamp
    if kind == "room":
        return colours.room_text, colours.room, colours.lamp
    return colours.accent, colours.rail if dark else colours.surface, colours.lamp


def _doorway() -> QPainterPath:
    path = QPainterPath(QPointF(10.4, 26.2))
    path.lineTo(10.4, 17)
    path.arcTo(QRectF(10.4, 11.4, 11.2, 11.2), 180, -180)
    path.lineTo(21.6, 26.2)
    path.closeSubpath()
    return path


def app_icon() -> QIcon:
    """Return the application's icon in the sizes that window systems ask for."""
    icon = QIcon()
    for side in _ICON_SIZES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(picture.rect()), "app")
        painter.end()
        icon.addPixmap(picture)
    return icon
