"""A small picture with its words below it: one button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.plain import PlainButton, tooltip
from ui.widgets.prose_pictures import PictureSource
from ui.widgets.ring import Ringed
from ui.widgets.rows import draw_line

_WIDTH, _HEIGHT, _GAP, _CAPTION = 134, 76, 4, 18
_LONGEST = 3
"""A picture so many times as long as wide is shown whole instead of filling its place."""


class Thumbnail(PlainButton, Ringed, QPushButton):
    """Shows the middle of an image; it asks for it when it is painted."""

    def __init__(
        self, source: PictureSource, image_id: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.image_id = image_id
        self._source = source
        self.setText(words)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._apply_theme)

    def sizeHint(self) -> QSize:
        """Return room for the picture and a line."""
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT + _GAP + _CAPTION))

    def minimumSizeHint(self) -> QSize:
        """Return room for a picture that can still be told from another."""
        return QSize(current_theme().px(_WIDTH // 2), self.sizeHint().height())

    def ring_box(self) -> QRect:
        """Frame the picture."""
        return self._box()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole words as a tooltip where they are cut."""
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(tooltip(self.text()) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and its words."""
        theme, box = current_theme(), self._box()
        radius = theme.radius("control")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setLayoutDirection(self.layoutDirection())
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), radius, radius)
        painter.fillPath(shape, theme.colours.sunken)
        self._paint_picture(painter, box, shape)
        lit = self.underMouse() or self.isDown()
        edge = theme.colours.border_control if lit else theme.colours.border
        painter.setPen(QPen(edge, 1))
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, radius, radius)
        below = QRect(0, box.bottom() + 1 + theme.px(_GAP), self.width(), theme.px(_CAPTION))
        draw_line(painter, below, self.text(), font=theme.font("caption"), colour="text-2")
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRect, shape: QPainterPath) -> None:
        size = self._covering(box)
        image = None
        if not size.isEmpty():
            image = self._source.shown(self.image_id, size * self.devicePixelRatioF())
        if image is not None:
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(box.center())
            # A brush and no clip, whose corners would have steps.
            brush = QBrush(image)
            across, down = place.width() / image.width(), place.height() / image.height()
            brush.setTransform(QTransform(across, 0, 0, down, place.x(), place.y()))
            inside = QPainterPath()
            inside.addRect(QRectF(place))
            painter.fillPath(shape.intersected(inside), brush)
        elif size.isEmpty() or self._source.broken(self.image_id):
            side = current_theme().size("icon")
            middle = QRect(0, 0, side, side)
            middle.moveCenter(box.center())
            paint_icon(painter, middle, "image", "text-3")

    def _covering(self, box: QRect) -> QSize:
        """The size at which the picture fills its place, or fits in where it is a strip."""
        natural = self._source.natural(self.image_id)
        if natural.isEmpty():
            return QSize()
        long, short = sorted((natural.width(), natural.height()), reverse=True)
        modes = Qt.AspectRatioMode
        mode = modes.KeepAspectRatioByExpanding
        if long > short * _LONGEST:
            mode = modes.KeepAspectRatio
        return natural.scaled(box.size(), mode).expandedTo(QSize(1, 1))

    def _box(self) -> QRect:
        return QRect(0, 0, self.width(), current_theme().px(_HEIGHT))

    def _apply_theme(self) -> None:
        self.setFont(current_theme().font("caption"))
        self.updateGeometry()
