"""Chips: small pills that say a state or a link and open its details."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import PlainButton
from ui.widgets.removable import Removable
from ui.widgets.ring import Ringed

Kind = Literal["private", "bring", "evidence", "shared", "tag"]
_LOOKS: dict[str, tuple[str, str, str, str]] = {
    "private": ("lock", "", "text-2", "border-strong"),
    "bring": ("flag", "lamp-soft", "lamp-text", "lamp-edge"),
    "evidence": ("target", "accent-soft", "accent-text", "accent"),
    "shared": ("send", "curtain-soft", "curtain-text", "curtain"),
    "tag": ("", "sunken", "text-2", "border-control"),
}
_PADDING, _GAP = 9, 6


class Chip(Removable, PlainButton, Ringed, QPushButton):
    """A chip of a kind; `removable` adds an x, which Delete presses too.

    The pill is 22 pixels high, 28 if `tall`; a click counts in 28 either way.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        kind: Kind = "private",
        *,
        name: str = "",
        icon: str | None = None,
        removable: bool = False,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._removable = removable
        self._tall = tall
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setAccessibleName(name or text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._apply_theme)

    def show_state(self, text: str, kind: Kind, name: str = "") -> None:
        """Change words and kind together."""
        self.setText(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.updateGeometry()
        self.update()

    def show_icon(self, name: str) -> None:
        """Change the icon; empty takes it away."""
        if name != self._icon:
            self._icon = name
            self.updateGeometry()
            self.update()

    def width_of(self, text: str, icon: str) -> int:
        """Return how wide the chip is with these words and this icon."""
        theme = current_theme()
        parts = [self.fontMetrics().horizontalAdvance(text)]
        parts += [theme.size("icon-chip") + theme.px(_GAP)] * (bool(icon) + self._removable)
        # An icon alone stands in the middle: no gap to words that are not there.
        gap = theme.px(_GAP) if parts[1:] and not text else 0
        return sum(parts) - gap + 2 * theme.px(_PADDING)

    def sizeHint(self) -> QSize:
        """Return the pill's width and a height that can be hit."""
        width = self.width_of(self.text(), self._icon_name())
        return QSize(width, current_theme().size("hit-min"))

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def ring_box(self) -> QRect:
        """Frame the pill."""
        height = self._pill_height(current_theme())
        return QRect(0, (self.height() - height) // 2, self.width(), height)

    def ring_radius(self) -> float:
        """Return half the pill's height."""
        return self._pill_height(current_theme()) / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter, theme)
        side, gap = theme.size("icon-chip"), theme.px(_GAP)
        x = theme.px(_PADDING)
        text = self._look()[2] if self.isEnabled() else "text-disabled"
        if self._icon_name():
            paint_icon(painter, self.box_at(x, side), self._icon_name(), text)
            x += side + gap
        width = self.fontMetrics().horizontalAdvance(self.text())
        painter.setFont(self.font())
        painter.setPen(theme.colours.named(text))
        painter.drawText(self.box_at(x, width), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._removable:
            paint_icon(painter, self.box_at(x + width + gap, side), "x", text)
        painter.end()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.sized("label", 13 if self._tall else 12))
        self.updateGeometry()

    def _look(self) -> tuple[str, str, str, str]:
        return _LOOKS[str(self.property("kind"))]

    def _icon_name(self) -> str:
        return self._look()[0] if self._icon is None else self._icon

    def _pill_height(self, theme: Theme) -> int:
        return theme.size("hit-min" if self._tall else "chip")

    def _paint_pill(self, painter: QPainter, theme: Theme) -> None:
        _icon, fill, _text, border = self._look()
        over = self.underMouse() or self.isDown()
        outlined = not fill or over or theme.high_contrast
        edge = QRectF(self.ring_box())
        if outlined:
            edge.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.colours.named(fill) if fill else Qt.BrushStyle.NoBrush)
        if over and not fill:
            painter.setBrush(theme.colours.hover)
        painter.setPen(QPen(theme.colours.named(border), 1) if outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
