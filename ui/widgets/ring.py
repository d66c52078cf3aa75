"""The focus ring: one frame around the control that has the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import current_theme

if TYPE_CHECKING:
    _Focusable = QWidget
else:
    _Focusable = object

_REASON = Qt.FocusReason
_BY_KEYBOARD = (_REASON.TabFocusReason, _REASON.BacktabFocusReason, _REASON.ShortcutFocusReason)
_RETURNING = (_REASON.ActiveWindowFocusReason, _REASON.PopupFocusReason)
# A sheet that closes may leave the focus to another widget than the one it took it from.
_AFTER_INPUT = (_REASON.OtherFocusReason, *_RETURNING)
_LAST_INPUT = "last-input-was-a-key"
_GAP = 2
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def note_input(*, by_key: bool) -> None:
    """Remember whether a key or the pointer was used last, for focus that is moved after it."""
    application = QCoreApplication.instance()
    if application is not None and application.property(_LAST_INPUT) is not by_key:
        application.setProperty(_LAST_INPUT, by_key)


def was_key_last() -> bool:
    """Whether a key was used last, not the pointer."""
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_LAST_INPUT))


def is_by_keyboard(reason: Qt.FocusReason) -> bool:
    """Whether a key brought the focus, itself or by what it made the application do."""
    return reason in _BY_KEYBOARD or (reason in _AFTER_INPUT and was_key_last())


class Ringed(_Focusable):
    """A mixin for controls that show the ring when the keyboard brought the focus.

    A control says with `ring_box` which part of it is framed, and with `ring_radius` how round.
    """

    _ring: "FocusRing | None" = None
    _was_ringed = False

    def ring_box(self) -> QRect:
        """Return the framed part of the control in its own coordinates."""
        return self.rect()

    def ring_radius(self) -> float:
        """Return the corner radius of the framed part in pixels."""
        return float(current_theme().radius("control"))

    def ring_gap(self) -> int:
        """Return the gap between control and frame in pixels, below 0 for a frame inside."""
        return _GAP

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if a key brought the focus."""
        super().focusInEvent(event)
        reason = event.reason()
        if is_by_keyboard(reason) or (reason in _RETURNING and self._was_ringed):
            self.show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        # A menu takes the focus twice: as a popup, and as the window that is active.
        ringed = self._ring is not None or self._was_ringed
        self._was_ringed = ringed and event.reason() in _RETURNING
        self.hide_ring()

    def show_ring(self) -> None:
        """Frame the control."""
        if self._ring is None:
            self._ring = FocusRing(self)

    def hide_ring(self) -> None:
        """Remove the frame."""
        if self._ring is not None:
            self._ring.release()
            self._ring = None

    def follow_ring(self) -> None:
        """Move the frame after the framed part of the control changed."""
        if self._ring is not None:
            self._ring.place()


class FocusRing(QWidget):
    """The frame itself: above the control, inside its window or scrolling page.

    QFocusFrame is cut off at the control's parent, as Fusion stacks it below the control.
    """

    def __init__(self, target: Ringed) -> None:
        host, watched = _host_of(target)
        super().__init__(host)
        # Only the control is kept: a reference to the window from its own child would be a circle.
        self._target: Ringed | None = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        for widget in watched:
            widget.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Fit the frame around the control."""
        target, host = self._target, self.parentWidget()
        if target is None or host is None:
            return
        box = target.ring_box()
        corner = target.mapTo(host, QPoint(box.x(), box.y()))
        reach = target.ring_gap() + self._width()
        framed = QRect(corner, box.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(framed)
        self.setVisible(target.isVisible())
        self.raise_()
        self.update()

    def release(self) -> None:
        """Stop following the control and go."""
        self._target = None
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control wherever its parents move it."""
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._target is None:
            return
        theme = current_theme()
        width = self._width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours.focus, width))
        inset = width / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = min(
            self._target.ring_radius() + self._target.ring_gap() + inset, edge.height() / 2
        )
        painter.drawRoundedRect(edge, radius, radius)
        painter.end()

    def _width(self) -> int:
        return int(current_theme().tokens["stroke"]["focus"])


def _host_of(target: QWidget) -> tuple[QWidget, list[QWidget]]:
    watched = [target]
    child, parent = target, target.parentWidget()
    while parent is not None and not child.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            return child, watched
        watched.append(parent)
        child, parent = parent, parent.parentWidget()
    return child, watched
