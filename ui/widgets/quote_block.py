"""A quoted passage as one target: a bar, the words in quotation marks, and where they belong."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.removable import Removable
from ui.widgets.ring import Ringed
from ui.widgets.text import Label

_BAR, _LEAD, _SIZE, _GAP = 3, 15, 15, 2


class QuoteBlock(Removable, Ringed, QAbstractButton):
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
        self._column = column = QVBoxLayout(self)
        column.setSpacing(_GAP)
        column.addWidget(Label(words, "quote", wrap=True, size=_SIZE))
        for note in notes:
            column.addWidget(Label(note, "caption", "text-2", wrap=True))
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        follow_theme(self._apply_theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, and the x where it can be pressed."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(QRectF(self.rect()), theme.colours.hover)
        width = theme.px(_BAR)
        painter.fillRect(self.box_at(0, width), theme.colours.accent)
        if self.underMouse() or self.hasFocus():
            side = theme.size("icon-chip")
            paint_icon(painter, self.box_at(self.width() - side - 2, side, side + 8), "x", "text-2")
        painter.end()

    def remove_box(self) -> QRect:
        """Return where a click removes: at the end of the first line."""
        reach = current_theme().size("hit-min")
        return self.box_at(self.width() - reach, reach, reach)

    def _apply_theme(self) -> None:
        self._column.setContentsMargins(_LEAD, 0, current_theme().size("icon-chip"), 0)
