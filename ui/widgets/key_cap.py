"""Keys as they look on a keyboard, to say what can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme

_PADDING, _HEIGHT = 7, 20


def key_width(words: str) -> int:
    """The width of a key that says this."""
    theme = current_theme()
    return QFontMetrics(theme.font("axis")).horizontalAdvance(words) + 2 * theme.px(_PADDING)


def paint_key(painter: QPainter, corner: QPoint, words: str) -> None:
    """Paint a key; `corner` is the middle of its left side."""
    theme = current_theme()
    height = theme.px(_HEIGHT)
    box = QRect(corner.x(), corner.y() - height // 2, key_width(words), height)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # keys are not mirrored
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colours.border_strong, 1))
    painter.setBrush(theme.colours.raised)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font("axis"))
    painter.setPen(theme.colours.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """A key beside what it does; the words beside it say it to assistive tools."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the key."""
        return QSize(key_width(self._words), current_theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        paint_key(painter, QPoint(0, self.height() // 2), self._words)
        painter.end()


class KeyButton(QPushButton):
    """A key that can be clicked as well, reached by pressing it and never by Tab."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a size that can be hit."""
        least = current_theme().size("hit-min")
        return QSize(max(key_width(self.text()), least), least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        x = (self.width() - key_width(self.text())) // 2
        paint_key(painter, QPoint(x, self.height() // 2), self.text())
        painter.end()
