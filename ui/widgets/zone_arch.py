"""The three zones of a challenge as doors in doors: comfort, stretch, panic."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.goals import Zone
from ui.theme import Theme, current_theme, follow_theme
from ui.widgets.bulbs import paint_bulb
from ui.widgets.one_of import OneOf, Option

_WIDTH, _HEIGHT = 240, 166
_EDGE, _FLOOR = 2, 164
_LABEL_DOWN, _DISC_DOWN, _DISC = 17, 34, 12


@dataclass(frozen=True)
class _Door:
    """One zone: its fill, the colour of its words, its inset and its top, at 100 % text."""

    zone: Zone
    fill: str
    words: str
    inset: float
    top: float
    label_down: float = _LABEL_DOWN
    disc_down: float = _DISC_DOWN


_DOORS = (
    _Door(Zone.COMFORT, "accent-soft", "accent-text", 72, 90, 42, 60),
    _Door(Zone.STRETCH, "lamp-soft", "lamp-text", 36, 46),
    _Door(Zone.PANIC, "danger-soft", "danger-text", 0, 2),
)


class ZoneArch(OneOf):
    """Where a stretch goal sits: a zone is chosen by a click or the arrows.

    While none is chosen, the suggested zone has a hollow lamp and a broken edge.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._suggested: Zone | None = None
        options = [_ZoneName(zone, words) for zone, words in zone_names().items()]
        super().__init__(name, options, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._apply_theme)

    def show_zone(self, chosen: Zone | None, suggested: Zone | None) -> None:
        """Show the chosen zone, or the one to suggest while none is."""
        self._suggested = suggested
        self.set_value(chosen)
        words = self.tr("{0}, suggested") if chosen is None and suggested else "{0}"
        shown = chosen or suggested
        said = words.format(zone_names()[shown]) if shown else self.tr("Not chosen")
        self.setAccessibleDescription(said)

    # Events

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the words still fit their doors."""
        return QSize(current_theme().px(190), current_theme().px(132))

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture, in pixels."""
        return round(_HEIGHT * self._share(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names where their zones are."""
        super().resizeEvent(event)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the zone under the pointer."""
        for door, option in zip(_DOORS, self.options, strict=True):
            if event.button() is Qt.MouseButton.LeftButton and self._path(door).contains(
                event.position()
            ):
                option.setFocus(Qt.FocusReason.MouseFocusReason)
                option.click()
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the doors from the widest to the narrowest, then the lamp."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for door in reversed(_DOORS):
            painter.setBrush(theme.colours.named(door.fill))
            painter.setPen(self._edge(theme, door))
            painter.drawPath(self._path(door))
        shown = self.value() or self._suggested
        for door in _DOORS:
            if door.zone == shown:
                paint_bulb(painter, self._disc(door), lit=self.value() is not None)
        painter.end()

    # Private

    def _edge(self, theme: Theme, door: _Door) -> QPen:
        if door.zone == self.value():
            return QPen(theme.colours.lamp_edge, 1.5)
        if self.value() is None and door.zone == self._suggested:
            return QPen(theme.colours.lamp_edge, 1.5, Qt.PenStyle.DashLine)
        return QPen(theme.colours.border_strong, 1)

    def _share(self, width: int) -> float:
        return float(min(width / _WIDTH, current_theme().scale))

    def _path(self, door: _Door) -> QPainterPath:
        share = self._share(self.width())
        left = self._left() + (_EDGE + door.inset) * share
        width = (_WIDTH - 2 * (_EDGE + door.inset)) * share
        top, floor, path = door.top * share, _FLOOR * share, QPainterPath()
        path.moveTo(left, floor)
        path.lineTo(left, top + width / 2)
        path.arcTo(QRectF(left, top, width, width), 180, -180)
        path.lineTo(left + width, floor)
        path.closeSubpath()
        return path

    def _left(self) -> float:
        return (self.width() - _WIDTH * self._share(self.width())) / 2

    def _disc(self, door: _Door) -> QRectF:
        share, side = self._share(self.width()), current_theme().px(_DISC)
        middle = QPointF(self.width() / 2, (door.top + door.disc_down) * share)
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def _place(self) -> None:
        share = self._share(self.width())
        for door, option in zip(_DOORS, self.options, strict=True):
            size = option.sizeHint()
            middle = (door.top + door.label_down) * share
            left = (self.width() - size.width()) // 2
            top = round(middle - size.height() / 2)
            option.setGeometry(QRect(left, top, size.width(), size.height()))

    def _apply_theme(self) -> None:
        self.updateGeometry()
        self._place()


class _ZoneName(Option):
    """The name of a zone inside it."""

    def __init__(self, zone: Zone, words: str) -> None:
        super().__init__(zone, words)
        self._colour = next(door.words for door in _DOORS if door.zone == zone)

    def sizeHint(self) -> QSize:
        """Return room for the name."""
        metrics = QFontMetrics(current_theme().sized("caption", 12, 600))
        theme = current_theme()
        return QSize(metrics.horizontalAdvance(self.text()) + theme.px(8), theme.size("hit-min"))

    def ring_box(self) -> QRect:
        """Frame the name alone: what can be hit is higher."""
        spare = current_theme().px(4)
        return self.rect().adjusted(0, spare, 0, -spare)

    def ring_gap(self) -> int:
        """Return that the frame is close, so that it stays within the zone."""
        return 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.sized("caption", 12, 600 if self.isChecked() else 500))
        painter.setPen(theme.colours.named(self._colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def zone_names() -> dict[Zone, str]:
    """Return the short name of each zone, from the inside to the outside."""
    return {
        Zone.COMFORT: QCoreApplication.translate("ZoneArch", "Comfort"),
        Zone.STRETCH: QCoreApplication.translate("ZoneArch", "Stretch"),
        Zone.PANIC: QCoreApplication.translate("ZoneArch", "Panic"),
    }
