"""The notification service of a Linux desktop, org.freedesktop.Notifications.

PySide cannot say by itself that a number of a call is unsigned, which Notify demands. Qt does so
for a service whose interface it knows, so it is told this one first: by an object of our own at a
path of our own, which lasts for as long as Qt reads it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SIGNAL,
    QMetaObject,
    QObject,
    Qt,
    Slot,
)
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusVirtualObject
from PySide6.QtGui import QGuiApplication

from ui.desktop_notes import BusNotes

SERVICE: Final = "org.freedesktop.Notifications"
PATH: Final = "/org/freedesktop/Notifications"
_OWN_PATH: Final = "/io/github/greenroom_journal/Greenroom/interface"
_PATIENCE_MS: Final = 1_000
_INTERFACE: Final = """
<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg direction="out" type="u"/><arg direction="in" type="s"/>
<arg direction="in" type="u"/><arg direction="in" type="s"/><arg direction="in" type="s"/>
<arg direction="in" type="s"/><arg direction="in" type="as"/><arg direction="in" type="a{sv}"/>
<annotation name="org.qtproject.QtDBus.QtTypeName.In6" value="QVariantMap"/>
<arg direction="in" type="i"/></method>
<method name="CloseNotification"><arg direction="in" type="u"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>
"""


class _Description(QDBusVirtualObject):
    """Answers what the interface is, and nothing else."""

    def introspect(self, _path: str) -> str:
        return _INTERFACE

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        if message.member() != "Introspect":
            return False
        return connection.send(message.createReply(_INTERFACE))


class SessionBus(QObject):
    """Notifications by the service on the session bus, if there is one."""

    def __init__(
        self, parent: QObject | None = None, connection: QDBusConnection | None = None
    ) -> None:
        super().__init__(parent)
        self._connection = connection or QDBusConnection.sessionBus()
        self._service: QDBusInterface | None = None
        self._notes: BusNotes | None = None

    @property
    def reachable(self) -> bool:
        """Whether the service runs, or would be started on being asked."""
        names = self._connection.interface() if self._connection.isConnected() else None
        if names is None:
            return False
        if names.isServiceRegistered(SERVICE).value():
            return True
        return SERVICE in names.activatableServiceNames().value()

    def listen(self, notes: BusNotes) -> None:
        """Tell `notes` what becomes of its notifications."""
        self._notes = notes

    def notify(self, replaces: int, words: str, action: str) -> int | None:
        """Show words; the number the service gave them, None where it did not answer."""
        service = self._reach()
        if service is None:
            return None
        hints = {"desktop-entry": QGuiApplication.desktopFileName()}
        try:
            number = QMetaObject.invokeMethod(
                service,
                "Notify",
                Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("uint"),
                Q_ARG("QString", "Greenroom"),
                Q_ARG("uint", replaces),
                Q_ARG("QString", QGuiApplication.desktopFileName()),
                Q_ARG("QString", words),
                Q_ARG("QString", ""),
                Q_ARG("QStringList", ["default", action]),
                Q_ARG("QVariantMap", hints),
                Q_ARG("int", -1),
            )
        except RuntimeError:
            return None
        return number if isinstance(number, int) and number > 0 else None

    def close(self, number: int) -> None:
        """Take a notification away."""
        if self._service is not None:
            direct = Qt.ConnectionType.DirectConnection
            QMetaObject.invokeMethod(
                self._service, "CloseNotification", direct, Q_ARG("uint", number)
            )

    def _reach(self) -> QDBusInterface | None:
        if self._service is None and self._connection.isConnected():
            self._describe()
            service = QDBusInterface(SERVICE, PATH, SERVICE, self._connection, self)
            service.setTimeout(_PATIENCE_MS)
            QObject.connect(service, SIGNAL("ActionInvoked(uint,QString)"), self._on_chosen)
            QObject.connect(service, SIGNAL("NotificationClosed(uint,uint)"), self._on_closed)
            self._service = service
        return self._service

    def _describe(self) -> None:
        """Have Qt read the interface from ourselves; it keeps it for every service of that name."""
        description = _Description()
        self._connection.registerVirtualObject(_OWN_PATH, description)
        QDBusInterface(self._connection.baseService(), _OWN_PATH, SERVICE, self._connection)
        self._connection.unregisterObject(_OWN_PATH)

    @Slot("uint", str)
    def _on_chosen(self, number: int, _action: str) -> None:
        if self._notes is not None:
            self._notes.on_chosen(number)

    @Slot("uint", "uint")
    def _on_closed(self, number: int, _reason: int) -> None:
        if self._notes is not None:
            self._notes.on_closed(number)
