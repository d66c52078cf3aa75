"""Popovers: small anchored panels that close on Esc or a click outside."""

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from ui.widgets.styling import Card

_GAP, _PADDING = 4, 12


class Popover(QDialog):
    """A panel below its anchor; fill `body`, then `open_below()`. It is freed on close."""

    def __init__(self, name: str, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._anchor = anchor
        self._opener = QApplication.focusWidget() or anchor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        frame, outer = Card("popover"), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.body = QVBoxLayout(frame)
        self.body.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)

    def open_below(self) -> None:
        """Show the panel below its anchor, above it where the screen ends."""
        self.adjustSize()
        self.move(self._corner())
        self.show()
        # Not nextInFocusChain: PySide would take what it returns for a child of this panel.
        self.focusNextChild()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to what had it, or to the anchor."""
        super().hideEvent(event)
        for widget in (self._opener, self._anchor):
            if shiboken6.isValid(widget) and widget.isVisible():
                widget.setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def _corner(self) -> QPoint:
        box = QRect(self._anchor.mapToGlobal(QPoint(0, 0)), self._anchor.size())
        screen = self._anchor.screen().availableGeometry()
        x = max(screen.left(), min(box.left(), screen.right() - self.width()))
        y = box.bottom() + _GAP
        if y + self.height() > screen.bottom():
            y = max(screen.top(), box.top() - self.height() - _GAP)
        return QPoint(x, y)
