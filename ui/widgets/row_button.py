"""A row that is one button, whatever stands in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current_theme
from ui.widgets.plain import PlainButton
from ui.widgets.ring import Ringed


class RowButton(PlainButton, Ringed, QAbstractButton):
    """Opens on a click, Enter and Space; its name is the whole row as a sentence.

    Give it a layout and then `settle()`: what stands in it leaves the pointer to the row.
    """

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Labels ask what they stand on: on a button they would be painted in its colour.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def settle(self) -> None:
        """Let the row take every click on what stands in it."""
        for widget in self.findChildren(QWidget):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def ring_gap(self) -> int:
        """Frame the row itself."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stand out under the pointer."""
        if not (self.underMouse() or self.isDown()):
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.hover)
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()
