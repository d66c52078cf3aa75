"""Telling the desktop that a reminder is waiting, in one fixed sentence without any content.

On Linux the notification service of the session bus is asked, elsewhere the tray. Where there is
neither, reminders show in the window alone.
"""

from __future__ import annotations

import sys
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui.widgets.mark import app_icon

_MINUTE_MS: Final = 60_000


def notification_words() -> str:
    """All that the desktop is ever told; nothing of the vault is in it."""
    return QCoreApplication.translate("Reminders", "A reminder is waiting in Greenroom")


class DesktopNotes(QObject):
    """No desktop to tell: what the others are made from, and what stands where there is none."""

    opened = Signal()
    """Somebody chose the notification."""

    @property
    def available(self) -> bool:
        """Whether the desktop shows notifications."""
        return False

    def show_note(self) -> bool:
        """Say that a reminder is waiting, in place of what was said before; whether it was."""
        return False

    def withdraw(self) -> None:
        """Take back what is still shown."""


class Bus(Protocol):
    """The notification service of the desktop."""

    def listen(self, notes: BusNotes) -> None:
        """Tell `notes` from now on what becomes of its notifications."""

    @property
    def reachable(self) -> bool:
        """Whether it runs, or would on being asked."""

    def notify(self, replaces: int, words: str, action: str) -> int | None:
        """Show words in place of an earlier notification; its number, None where that failed."""

    def close(self, number: int) -> None:
        """Take a notification away."""


class BusNotes(DesktopNotes):
    """Notifications through the session bus; there is one at a time."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._shown = 0
        bus.listen(self)

    @property
    def available(self) -> bool:
        """Whether the service can be reached."""
        return self._bus.reachable

    def show_note(self) -> bool:
        """Show it, or show it anew."""
        number = self._bus.notify(self._shown, notification_words(), self.tr("Open Greenroom"))
        self._shown = number or self._shown
        return number is not None

    def withdraw(self) -> None:
        """Close it, if it was not closed before."""
        shown, self._shown = self._shown, 0
        if shown:
            self._bus.close(shown)

    def on_chosen(self, number: int) -> None:
        """Hear that a notification was chosen, which may be one of another program."""
        if number and number == self._shown:
            self.opened.emit()

    def on_closed(self, number: int) -> None:
        """Hear that a notification is gone."""
        if number == self._shown:
            self._shown = 0


class TrayNotes(DesktopNotes):
    """Notifications of an icon in the tray, which is there only while one is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(app_icon(), self)
        self._tray.messageClicked.connect(self.opened)
        self._tray.activated.connect(lambda _: self.opened.emit())

    @property
    def available(self) -> bool:
        """Whether there is a tray that shows messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show_note(self) -> bool:
        """Show the icon and the message."""
        if not self.available:
            return False
        self._tray.setToolTip(notification_words())
        self._tray.show()
        self._tray.showMessage(notification_words(), "", app_icon(), _MINUTE_MS)
        return True

    def withdraw(self) -> None:
        """Hide the icon, and with it the message."""
        self._tray.hide()


def desktop_notes(parent: QObject) -> DesktopNotes:
    """The way this desktop is told; it is not looked for before it is needed."""
    if sys.platform == "linux":
        # Imported with the first reminder: the library of the bus may be missing, and takes time.
        try:
            from ui.session_bus import SessionBus  # noqa: PLC0415 - see above
        except ImportError:
            return TrayNotes(parent)
        bus = SessionBus(parent)
        if bus.reachable:
            return BusNotes(bus, parent)
    return TrayNotes(parent)
