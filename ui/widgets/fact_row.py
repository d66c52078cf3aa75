"""A row that is one target: icon, words and something at its end; it may be removed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import PlainButton, tooltip
from ui.widgets.removable import Removable
from ui.widgets.ring import Ringed
from ui.widgets.rows import draw_line

_HEIGHT, _GAP, _SIDE = 32, 10, 8


class FactRow(Removable, PlainButton, Ringed, QPushButton):
    """Opens on a click and Enter; an x shows under the pointer or with the focus, as does Delete.

    `aside` stands at the end and is said after the words.
    """

    removed = Signal()

    def __init__(
        self,
        words: str,
        aside: str = "",
        *,
        icon: str = "",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._aside = aside
        self._removable = removable
        self.setText(words)
        self.setAccessibleName(", ".join(part for part in (words, aside) if part))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._apply_theme)

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(current_theme().px(120), current_theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(current_theme().px(60), current_theme().px(_HEIGHT))

    def ring_gap(self) -> int:
        """Frame the row inside, as rows of a list."""
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole words as a tooltip where they are cut."""
        super().resizeEvent(event)
        font = current_theme().font("label")
        cut = QFontMetrics(font).horizontalAdvance(self.text()) > self._words_box().width()
        self.setToolTip(tooltip(self.text()) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colours.hover)
            reach = QRectF(self.rect())
            painter.drawRoundedRect(reach, theme.radius("control"), theme.radius("control"))
        if self._icon:
            side = theme.size("icon")
            paint_icon(painter, self.box_at(0, side), self._icon, "text-2")
        draw_line(painter, self._words_box(), self.text(), font=theme.font("label"))
        if self._removable and (self.underMouse() or self.hasFocus()):
            side = theme.size("icon-chip")
            paint_icon(painter, self.box_at(self.width() - side - _SIDE, side), "x", "text-2")
        else:
            small = theme.numbers("caption")
            draw_line(painter, self.rect(), self._aside, font=small, colour="text-2", end=True)
        painter.end()

    def _apply_theme(self) -> None:
        self.setFont(current_theme().font("label"))
        self.updateGeometry()

    def _words_box(self) -> QRect:
        theme = current_theme()
        lead = theme.size("icon") + theme.px(_GAP) if self._icon else 0
        taken = QFontMetrics(theme.numbers("caption")).horizontalAdvance(self._aside)
        taken = max(taken, theme.size("hit-min") if self._removable else 0)
        end = taken + theme.px(_GAP) if taken else 0
        return self.box_at(lead, max(0, self.width() - lead - end))
