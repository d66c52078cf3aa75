"""A notification service for tests, a program of its own: prints each call as a line of JSON.

Started with the address of a bus. A line on its input, such as `chosen 1` or `closed 1`, makes it
send the signal that says so.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from typing import Any, Final

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME: Final = "org.freedesktop.Notifications"
_EXPIRED: Final = 1
_LINES: Final = 4096


@ClassInfo({"D-Bus Interface": NAME})  # type: ignore[call-arg]  # it is one
class Service(QObject):  # type: ignore[operator]  # its decorator is one
    """Numbers what is shown from 1 on."""

    ActionInvoked = Signal("uint", "QString")  # type: ignore[arg-type] # names will do
    NotificationClosed = Signal("uint", "uint")  # type: ignore[arg-type] # names will do

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)

    @Slot(
        "QString", "uint", "QString", "QString", "QString", "QStringList", "QVariantMap", int,
        result="uint",
    )  # fmt: skip
    def Notify(self, *arguments: Any) -> int:  # noqa: ANN401, N802 - the name on the bus
        """Show something, in place of what the second argument names."""
        number = arguments[1] or next(self._numbers)
        _say("Notify", [*arguments, number])
        return int(number)

    @Slot("uint")
    def CloseNotification(self, number: int) -> None:  # noqa: N802 - the name on the bus
        """Take something away."""
        _say("CloseNotification", [number])

    def obey(self) -> None:
        """Do what the lines on the input say; what was read ahead would wait for more."""
        for line in os.read(sys.stdin.fileno(), _LINES).decode().splitlines():
            word, number = line.split()
            if word == "chosen":
                self.ActionInvoked.emit(int(number), "default")
            else:
                self.NotificationClosed.emit(int(number), _EXPIRED)


def _say(member: str, arguments: list[Any]) -> None:
    sys.stdout.write(json.dumps([member, arguments]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "service")
    service = Service()
    exported = (
        QDBusConnection.RegisterOption.ExportAllSlots
        | QDBusConnection.RegisterOption.ExportAllSignals
    )
    bus.registerObject("/org/freedesktop/Notifications", service, exported)
    bus.registerService(NAME)
    listener = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listener.activated.connect(service.obey)
    _say("ready", [])
    application.exec()
