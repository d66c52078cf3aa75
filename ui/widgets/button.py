"""Buttons in every kind, with an icon, a shortcut hint or a working state."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import PlainButton
from ui.widgets.ring import Ringed

Kind = Literal[
    "primary",
    "plain",
    "ghost",
    "share",
    "share-plain",
    "danger",
    "danger-plain",
    "link",
    "quiet",
    "quiet-lamp",
    "room",
    "inverse",
    "inverse-ghost",
]


@dataclass(frozen=True)
class _Look:
    """Colour tokens of one kind: fill, fill under the pointer, pressed, text and border."""

    fill: str
    hover: str
    pressed: str
    text: str
    border: str = ""
    border_hover: str = ""
    weight: int = 600
    padding: int = 15


_LOOKS = {
    "primary": _Look("accent", "accent-hover", "accent-pressed", "on-accent"),
    "plain": _Look("raised", "hover", "sunken", "text", "border-strong", "border-control"),
    "ghost": _Look("", "hover", "sunken", "text-2", weight=500, padding=11),
    "share": _Look("curtain", "curtain-hover", "curtain-pressed", "on-curtain"),
    "share-plain": _Look("", "hover", "sunken", "curtain-text", "curtain", "curtain"),
    "danger": _Look("danger", "danger-hover", "danger-pressed", "on-danger"),
    "danger-plain": _Look(
        "raised", "hover", "sunken", "danger-text", "border-strong", "border-control"
    ),
    "link": _Look("", "", "", "accent-text", weight=500, padding=0),
    "quiet": _Look("", "", "", "text-2", weight=500, padding=0),
    "quiet-lamp": _Look("", "", "", "lamp-text", weight=500, padding=0),
    "room": _Look("", "room-hi", "room", "room-text", weight=500, padding=11),
    "inverse-ghost": _Look("", "", "", "tooltip-text"),
    "inverse": _Look("", "", "", "tooltip-text", "border-control", "tooltip-text", padding=10),
}
_GAP = 8
_FLAT = ("link", "quiet", "quiet-lamp")
_SPIN_MS, _SPIN_DEGREES = 50, 18


class Button(PlainButton, Ringed, QPushButton):
    """A button: verb and noun, `kind` as a dynamic property, 32 pixels high or 40.

    Without text it shows its icon alone, and the tooltip is its name.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        icon: str = "",
        trailing: str = "",
        hint: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._trailing = trailing
        self._hint = hint
        self._large = large
        self._turn = 0
        self._timer = 0
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if kind in _FLAT:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_theme(self._apply_theme)

    # Properties

    @property
    def kind(self) -> str:
        """The kind of button."""
        return str(self.property("kind"))

    def set_kind(self, kind: Kind) -> None:
        """Change the kind of button."""
        self.setProperty("kind", kind)
        self._apply_theme()

    def set_icon(self, name: str) -> None:
        """Change the icon before the label; empty takes it away."""
        self._icon = name
        self.updateGeometry()
        self.update()

    @property
    def working(self) -> bool:
        """Whether the button shows that its work is going on."""
        return bool(self._timer)

    def set_working(self, *, working: bool) -> None:
        """Show a turning ring beside the label and take no further clicks, or stop."""
        if working == self.working:
            return
        if working:
            self._timer = self.startTimer(_SPIN_MS)
        else:
            self.killTimer(self._timer)
            self._timer = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, working)
        self.updateGeometry()
        self.update()

    # Events

    def sizeHint(self) -> QSize:
        """Return room for icon, label and hint."""
        theme = current_theme()
        height = theme.size("control-lg" if self._large else "control")
        if self.kind in _FLAT:
            height = theme.size("hit-min")
        if not self.text():
            return QSize(height, height)
        width = self._content_width() + 2 * self._padding(theme)
        return QSize(max(width, theme.size("hit-min")), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same room: a label is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space; nothing while working."""
        if self.working:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Turn the ring a step; it stands still where motion is reduced."""
        if event.timerId() != self._timer:
            super().timerEvent(event)
        elif not current_theme().reduced_motion:
            self._turn = (self._turn + _SPIN_DEGREES) % 360
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the accessible name equal to the tooltip where there is no label."""
        handled = super().event(event)
        if event.type() == QEvent.Type.ToolTipChange and not self.text():
            self.setAccessibleName(self.toolTip())
        return handled

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        self._paint_content(painter, theme)
        painter.end()

    # Private

    def _apply_theme(self) -> None:
        look = self._look()
        self.setFont(current_theme().sized("body", 14 if self._large else 13, look.weight))
        self.updateGeometry()
        self.update()

    def _look(self) -> _Look:
        return _LOOKS[self.kind]

    def _padding(self, theme: Theme) -> int:
        return theme.px(self._look().padding + (6 if self._large and self._look().padding else 0))

    def _icon_size(self) -> int:
        large = self._large or not self.text()
        return current_theme().px(17 if large else 16)

    def _content_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self.text())
        gap = current_theme().px(_GAP)
        width += (self._icon_size() + gap) * (
            bool(self._icon or self.working) + bool(self._trailing)
        )
        if self._hint:
            width += gap + QFontMetrics(self._hint_font()).horizontalAdvance(self._hint)
        return width

    def _hint_font(self) -> QFont:
        return current_theme().font("body")

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        fill, border = self._ground(theme)
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
        inset = 0.5 if border else 0.0
        radius = theme.radius("control") - inset
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, radius, radius)

    def _ground(self, theme: Theme) -> tuple[QColor | None, QColor | None]:
        look, named = self._look(), theme.colours.named
        if not self.isEnabled():
            bare = not (look.fill or look.border)
            return (None, None) if bare else (named("sunken"), named("border"))
        over = self.underMouse() or self.isDown()
        fill = look.pressed if self.isDown() else look.hover if over else look.fill
        fill = "accent-soft" if self.isChecked() else fill
        border = look.border_hover if over else look.border
        return named(fill) if fill else None, named(border) if border else None

    def _text_colour(self) -> str:
        if not self.isEnabled():
            return "text-disabled"
        return "accent-text" if self.isChecked() else self._look().text

    def _paint_content(self, painter: QPainter, theme: Theme) -> None:
        side, gap = self._icon_size(), theme.px(_GAP)
        colour = self._text_colour()
        x = (
            (self.width() - self._content_width()) // 2
            if self.text()
            else (self.width() - side) // 2
        )
        if self.working:
            self._paint_spinner(painter, self._visual(x, side), theme.colours.named(colour))
        elif self._icon:
            paint_icon(painter, self._visual(x, side), self._icon, colour)
        if self.working or self._icon:
            x += side + gap
        x = self._paint_words(painter, x, gap, theme.colours.named(colour))
        if self._trailing:
            paint_icon(painter, self._visual(x + gap, side), self._trailing, colour)

    def _paint_words(self, painter: QPainter, x: int, gap: int, colour: QColor) -> int:
        painter.setPen(colour)
        for words, font in ((self.text(), self.font()), (self._hint, self._hint_font())):
            if words:
                painter.setFont(font)
                if self.kind == "link" and self.underMouse() and self.isEnabled():
                    painter.setFont(_underlined(font))
                width = painter.fontMetrics().horizontalAdvance(words)
                painter.drawText(self._visual(x, width), Qt.AlignmentFlag.AlignCenter, words)
                x += width + gap
        return x - gap

    def _visual(self, x: int, width: int) -> QRect:
        """Return a box of this width, mirrored where the layout runs right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRect(x, 0, width, self.height())

    def _paint_spinner(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        painter.save()
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        circle = QRectF(0, 0, box.width() - 3, box.width() - 3)
        circle.moveCenter(QRectF(box).center())
        painter.drawArc(circle, -self._turn * 16, 270 * 16)
        painter.restore()


def _underlined(font: QFont) -> QFont:
    line = QFont(font)
    line.setUnderline(True)
    return line
