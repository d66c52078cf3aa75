"""A pack on the Share page: one press opens it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.ids import Id
from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import tooltip
from ui.widgets.ring import Ringed
from ui.widgets.rows import draw_line

_HEIGHT, _PADDING, _NARROWEST = 66, 18, 240


class PackCard(Ringed, QPushButton):
    """Title and a line below it, what is said at the end, and an arrow."""

    trashed = Signal(str)

    def __init__(
        self, pack: Id, title: str, about: str, end: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pack = pack
        self._words = (title, about, end)
        self.setAccessibleName(", ".join(part for part in self._words if part))
        self.setToolTip(tooltip(title))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        theme = current_theme()
        return QSize(theme.px(_NARROWEST), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(current_theme().px(_NARROWEST) // 2, current_theme().px(_HEIGHT))

    def ring_radius(self) -> float:
        """Return the radius of the card."""
        return float(current_theme().radius("card"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, ask for the trash on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.trashed.emit(self.pack)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        painter.setBrush(theme.colours.hover if self.isDown() else theme.colours.raised)
        edge = theme.colours.border_control if over else theme.colours.border
        painter.setPen(QPen(edge, 1))
        radius = theme.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        title, about, end = self._words
        pad, side = theme.px(_PADDING), theme.px(16)
        inner = self.rect().adjusted(pad, 0, -pad, 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = QRect(inner.x() if rtl else inner.right() + 1 - side, 0, side, self.height())
        paint_icon(painter, arrow, "chevron-left" if rtl else "chevron-right", "text-2")
        gap = side + theme.px(10)
        inner = inner.adjusted(gap, 0, 0, 0) if rtl else inner.adjusted(0, 0, -gap, 0)
        taken = draw_line(
            painter, inner, end, font=theme.font("caption"), colour="text-2", end=True
        ) + theme.px(12)  # fmt: skip
        inner = inner.adjusted(taken, 0, 0, 0) if rtl else inner.adjusted(0, 0, -taken, 0)
        line = theme.px(20)
        top = QRect(inner.x(), self.height() // 2 - line, inner.width(), line)
        draw_line(painter, top, title, font=theme.font("section"))
        below = top.translated(0, line)
        draw_line(painter, below, about, font=theme.font("caption"), colour="text-2")
