"""The application: Qt, the desk, the window, and what locks it from outside."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QSocketNotifier, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from app import settings
from app.clock import Clock, SystemClock, monotonic
from app.hardening import harden
from ui import collecting
from ui.desk import Desk
from ui.desktop_notes import DesktopNotes, desktop_notes
from ui.idle import IdleWatch
from ui.messages import remember_no_folders
from ui.theme import ThemeSource
from ui.widgets.mark import app_icon
from ui.window import Window

NAME: Final = "greenroom"
_WAKE_BYTES: Final = 64


class Greenroom:
    """The running application and the parts that live as long as it does."""

    def __init__(
        self,
        application: QApplication,
        clock: Clock,
        settings_folder: Path,
        make_notes: Callable[[QObject], DesktopNotes] = DesktopNotes,
    ) -> None:
        self.application = application
        QLocale.setDefault(speak(QLocale.system()))
        remember_no_folders()
        themes = ThemeSource(application)
        self.desk = Desk(clock, settings_folder, themes, application, make_notes)
        self.window = Window(self.desk)
        self._idle = IdleWatch(monotonic, self.desk.settings.lock_minutes, self.window)
        application.installEventFilter(self._idle)
        self._connect()

    def open(self) -> None:
        """Show the window."""
        self.window.begin()
        self.window.show()

    def close(self) -> None:
        """Let slow work end and delete a sample it made; the vault is locked by then."""
        self.desk.jobs.stop()
        self.window.forget_sample()

    def _connect(self) -> None:
        self.window.unlocked.connect(self._idle.start)
        self.window.locked.connect(self._idle.stop)
        self._idle.idle.connect(lambda: self.window.lock(idle=True))
        self.desk.settings_changed.connect(
            lambda: self._idle.set_minutes(self.desk.settings.lock_minutes)
        )
        self.application.commitDataRequest.connect(self._save_for_logout)

    def _save_for_logout(self, session: QSessionManager) -> None:
        if not self.window.lock():
            session.cancel()


class Signals(QObject):
    """Turns SIGTERM, SIGINT and SIGHUP into a Qt signal, which Python alone cannot do safely.

    The interpreter writes the signal's number into a pipe; Qt wakes up and reads it. Windows has
    no such signals: it asks through `commitDataRequest`.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, writer = os.pipe()
        for end in (self._reader, writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(ending, lambda *_: None)

    def _read(self) -> None:
        os.read(self._reader, _WAKE_BYTES)
        self.ended.emit()


def speak(system: QLocale) -> QLocale:
    """The locale for dates and numbers; one without a language reads as British English."""
    if system.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return system


def run(arguments: Sequence[str] = ()) -> int:
    """Open Greenroom and stay until it is closed; returns the exit code."""
    harden()
    application = QApplication([NAME, *arguments])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Greenroom")
    application.setDesktopFileName("io.github.greenroom_journal.Greenroom")
    folder = settings.default_folder()
    greenroom = Greenroom(application, SystemClock(), folder, desktop_notes)
    application.setWindowIcon(app_icon())
    if os.name != "nt":
        Signals(application).ended.connect(greenroom.window.close)
    greenroom.open()
    collecting.begin()
    code = application.exec()
    greenroom.close()
    return code
