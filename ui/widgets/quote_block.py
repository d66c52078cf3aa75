"""A quoted passage as one target: a bar, the words in quotation marks, and where they belong."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.icons import paint_icon
from ui.widgets.ring import Ringed
from ui.widgets.text import Label

_BAR, _LEAD, _SIZE, _GAP = 3, 15, 15, 2
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class QuoteBlock(Ringed, QAbstractButton):
    """Opens on a click, Space and Enter; an x shows under the pointer or with the focus."""

    removed = Signal()

    def __init__(self, quote: str, notes: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("“{0}”").format(quote)
        self.setAccessibleName(", ".join((words, *notes)))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        reach = current_theme().size("icon-chip")
        column.setContentsMargins(_LEAD, 0, reach, 0)
        column.setSpacing(_GAP)
        column.addWidget(Label(words, "quote", wrap=True, size=_SIZE))
        for note in notes:
            column.addWidget(Label(note, "caption", "text-2", wrap=True))
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space, remove on Delete."""
        if event.key() in _DELETES:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove on a click at the x."""
        if self._remove_box().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, and the x where it can be pressed."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(QRectF(self.rect()), theme.colours.hover)
        width = theme.px(_BAR)
        painter.fillRect(self._visual(0, width, self.height()), theme.colours.accent)
        if self.underMouse() or self.hasFocus():
            side = theme.size("icon-chip")
            paint_icon(
                painter, self._visual(self.width() - side - 2, side, side + 8), "x", "text-2"
            )
        painter.end()

    def _remove_box(self) -> QRect:
        reach = current_theme().size("hit-min")
        return self._visual(self.width() - reach, reach, reach)

    def _visual(self, x: int, width: int, height: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, height)
