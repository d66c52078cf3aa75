"""Checks, which wait for a button, and switches, which act at once."""

from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.ring import Ringed

Kind = Literal["plain", "share"]
_BOX, _TRACK_WIDTH, _TRACK_HEIGHT, _GAP = 18, 36, 20, 12
_TICK = ((0.27, 0.53), (0.43, 0.69), (0.74, 0.35))


class _Toggle(Ringed, QCheckBox):
    """What a check and a switch share: a mark, a label beside it and a hit area of 28."""

    def __init__(self, text: str, kind: Kind, name: str, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        if name:
            self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        follow_theme(self._apply_theme)

    def mark_size(self) -> QSize:
        """Return the size of the painted mark."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        """Paint the mark into its box."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return room for mark and label."""
        theme, mark = current_theme(), self.mark_size()
        height = max(theme.size("hit-min"), self.fontMetrics().height())
        if not self.text():
            return QSize(max(mark.width(), theme.size("hit-min")), height)
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(mark.width() + theme.px(_GAP) + words, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def hitButton(self, _position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the control."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle on Space; Enter belongs to the form."""
        QAbstractButton.keyPressEvent(self, event)

    def ring_box(self) -> QRect:
        """Frame the mark."""
        return self._mark_box().toAlignedRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and label."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_mark(painter, self._mark_box(), theme)
        painter.setFont(self.font())
        painter.setPen(theme.colours.text if self.isEnabled() else theme.colours.text_disabled)
        lead = self.mark_size().width() + theme.px(_GAP)
        words = self.rect().adjusted(lead, 0, 0, 0)
        start = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words, start = self.rect().adjusted(0, 0, -lead, 0), Qt.AlignmentFlag.AlignRight
        painter.drawText(words, start | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def fill(self, theme: Theme) -> QColor:
        """Return the colour of the mark while it is on."""
        colours, share = theme.colours, self.property("kind") == "share"
        if not self.isEnabled():
            return colours.border_strong
        if self.underMouse():
            return colours.curtain_hover if share else colours.accent_hover
        return colours.curtain if share else colours.accent

    def on_fill(self, theme: Theme) -> QColor:
        """Return the colour on top of the fill."""
        colours = theme.colours
        return colours.on_curtain if self.property("kind") == "share" else colours.on_accent

    def _apply_theme(self) -> None:
        self.setFont(current_theme().font("body"))
        self.updateGeometry()

    def _mark_box(self) -> QRectF:
        mark = self.mark_size()
        x = 0.0 if self.text() else (self.width() - mark.width()) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - mark.width()
        y = (self.height() - mark.height()) / 2
        return QRectF(int(x), int(y), mark.width(), mark.height())


class Check(_Toggle):
    """A check box: it waits for the button that ends the form."""

    def __init__(
        self, text: str = "", kind: Kind = "plain", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, name, parent)

    def mark_size(self) -> QSize:
        """Return the size of the box."""
        side = current_theme().px(_BOX)
        return QSize(side, side)

    def ring_radius(self) -> float:
        """Return the radius of the box."""
        return float(current_theme().radius("sm") + 1)

    def paint_mark(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        """Paint the box and its tick."""
        paint_check(
            painter,
            box,
            fill=self.fill(theme) if self.isChecked() else None,
            on_fill=self.on_fill(theme),
        )


class Switch(_Toggle):
    """A switch: it acts at once."""

    def __init__(
        self, text: str = "", kind: Kind = "plain", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, name, parent)

    def mark_size(self) -> QSize:
        """Return the size of the track."""
        theme = current_theme()
        return QSize(theme.px(_TRACK_WIDTH), theme.px(_TRACK_HEIGHT))

    def ring_radius(self) -> float:
        """Return half the track's height."""
        return self.mark_size().height() / 2

    def paint_mark(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        """Paint the track and its knob, on the far side while on."""
        checked, colours = self.isChecked(), theme.colours
        edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(self.fill(theme) if checked else colours.raised)
        painter.setPen(QPen(self.fill(theme) if checked else colours.border_control, 1))
        painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
        side = theme.px(14)
        inset = (box.height() - side) / 2
        far = checked != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        x = box.right() - inset - side if far else box.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.on_fill(theme) if checked else colours.border_control)
        painter.drawEllipse(QRectF(x, box.top() + inset, side, side))


def paint_check(painter: QPainter, box: QRectF, fill: QColor | None, on_fill: QColor) -> None:
    """Paint a check box, ticked if it has a fill; rows without a widget of their own use it too."""
    theme = current_theme()
    edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
    radius = theme.radius("sm") + 1
    painter.setBrush(fill or theme.colours.raised)
    painter.setPen(QPen(fill or theme.colours.border_control, 1))
    painter.drawRoundedRect(edge, radius, radius)
    if fill is not None:
        paint_tick(painter, box, on_fill)


def paint_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a tick into the middle of a box."""
    width = max(1.5, box.width() / 11)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
    painter.drawPolyline(QPolygonF(points))
