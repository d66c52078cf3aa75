"""The initials of somebody in a disc, so that names are told apart at a glance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme

SIDE: Final = 28
"""The diameter of a disc at 100 %, in pixels."""

_LARGE, _LETTERS, _LARGE_LETTERS = 44, 10, 15


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper()


def paint_initials(
    painter: QPainter, box: QRect, name: str, letters: float = _LETTERS, *, ground: str = ""
) -> None:
    """Paint the disc of somebody into a square, on a colour token of its own where one is given."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(theme.colours.accent, 1) if theme.high_contrast else Qt.PenStyle.NoPen
    painter.setPen(edge)
    painter.setBrush(theme.colours.named(ground or "accent-soft"))
    painter.drawEllipse(box)
    painter.setFont(theme.sized("caption", letters, 600))
    painter.setPen(theme.colours.accent_text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Initials(QWidget):
    """A large disc standing by itself, hidden from assistive tools: the name beside it says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_name(self, name: str) -> None:
        """Show the initials of another name."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the disc."""
        side = current_theme().px(_LARGE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        if self._name.strip():
            painter = QPainter(self)
            paint_initials(painter, self.rect(), self._name, _LARGE_LETTERS)
            painter.end()
