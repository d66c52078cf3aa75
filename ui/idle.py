"""Noticing that nobody has used the window for a while, also while the computer slept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent

_LOOK_EVERY_MS: Final = 5_000
_SECONDS_PER_MINUTE: Final = 60
_FROM_OUTSIDE: Final = (QInputEvent, QInputMethodEvent)
_ACTIVITY: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Says `idle` once nobody has touched the application for `minutes`.

    `monotonic` counts seconds and goes on counting while the computer sleeps.
    """

    idle = Signal()

    def __init__(self, monotonic: Callable[[], float], minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._last = monotonic()
        self._minutes = minutes
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._minutes = minutes

    def start(self) -> None:
        """Begin to count, as unlocking does."""
        self._last = self._monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Stop counting, as locking does."""
        self._timer.stop()

    def look(self) -> None:
        """Say `idle` if the time is up."""
        if self._is_up():
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every touch of the application; one that comes too late is not delivered."""
        del watched
        # Every event of the application comes by here, and asking for its type takes longer.
        if not isinstance(event, _FROM_OUTSIDE) or event.type() not in _ACTIVITY:
            return False
        if self._timer.isActive() and self._is_up():
            # After sleep the mouse may be faster than the timer, which slept as well.
            self.look()
            return True
        self._last = self._monotonic()
        return False

    def _is_up(self) -> bool:
        return self._monotonic() - self._last >= self._minutes * _SECONDS_PER_MINUTE
