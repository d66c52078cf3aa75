"""Watching the clock while a vault is open, and announcing what waits: once, and quietly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.changes import Changes
from app.domain.ids import Kind
from app.domain.reminders import Nudge
from app.errors import AppError
from app.operations import reminders
from app.queries import reminders as queries
from ui.context import Context, Destination
from ui.desk import Desk
from ui.page import Page
from ui.reminder_words import nudge_words

WAITING: Final = Destination("today", act="reminder")
_CONCERNED: Final = (
    Kind.PREFERENCE,
    Kind.ENTRY,
    Kind.GOAL,
    Kind.STRETCH,
    Kind.MILESTONE,
    Kind.CHECK_IN,
    Kind.SESSION,
    Kind.REQUEST,
    Kind.FEEDBACK,
)
_SETTLE_MS: Final = 2_000
"""How soon after a change it looks again: not after every single one of a run."""


class Room(Protocol):
    """The window while a vault is open, as far as a reminder needs it."""

    @property
    def page(self) -> Page | None:
        """The page that is shown."""

    def go(self, destination: Destination) -> None:
        """Show a place, and the record or act it names."""

    def come_forward(self) -> None:
        """Bring the window before the others."""


class Reminding(QObject):
    """Looks again whenever it may be time: by a timer, after changes, on coming to the front.

    A timer does not count sleep and knows nothing of a clock that was set. So it is short, and
    each look goes by the clock on the wall alone.
    """

    def __init__(
        self,
        context: Context,
        desk: Desk,
        room: Room,
        parent: QObject,
        in_front: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._room = room
        self._in_front = in_front or _in_front
        self._watching = False
        self._hears_desktop = False
        self._told_desktop = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    # Methods

    def begin(self) -> None:
        """Watch from now on; what came while nobody was there is announced at once, as one."""
        if self._context.vault.read_only:
            return
        self._watching = True
        self._context.changed.connect(self._on_changes)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)
        self.look()

    def end(self) -> None:
        """Stop, and leave nothing on the desktop: the vault locks."""
        self._watching = False
        self._timer.stop()
        self._take_back()

    def look(self) -> None:
        """See what waits now, announce it where it is new, and look again in time."""
        vault = self._context.vault
        found = queries.look(vault.read, vault.now())
        self._timer.start(round(found.again.total_seconds() * 1000))
        try:
            reminders.remember(vault, found.said)
        except AppError:
            # What cannot be remembered is not said: it would be said again and again.
            return
        if found.nudge is None:
            self._take_back()
        elif found.new:
            self._announce(found.nudge)

    # Private

    def _announce(self, nudge: Nudge) -> None:
        if self._in_front():
            self._offer(nudge)
        elif queries.choices(self._context.vault.read).notify and not self._context.sample:
            self._tell_desktop()

    def _tell_desktop(self) -> None:
        # Not before it is needed: a bus is looked for then.
        notes = self._desk.notes
        if not self._hears_desktop:
            self._hears_desktop = True
            notes.opened.connect(self._open)
        self._told_desktop = notes.show_note() or self._told_desktop

    def _offer(self, nudge: Nudge) -> None:
        """Say it at the foot of the window, except where the page shows it itself."""
        if self._room.page is None or self._room.page.place == WAITING.place:
            return
        words = nudge_words(nudge, self._context.vault.now())
        self._context.messages.offer(words, self.tr("Show"), lambda: self._room.go(WAITING))

    def _on_changes(self, changes: Changes) -> None:
        if self._watching and changes.touches(*_CONCERNED):
            left = self._timer.remainingTime()
            self._timer.start(min(_SETTLE_MS, left) if left >= 0 else _SETTLE_MS)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive or not self._watching:
            return
        told = self._told_desktop
        self._take_back()
        self.look()
        vault = self._context.vault
        nudge = queries.is_waiting(vault.read, vault.now()) if told else None
        if nudge is not None:
            self._offer(nudge)

    def _open(self) -> None:
        if self._watching:
            self._take_back()
            self._room.come_forward()
            self._room.go(WAITING)

    def _take_back(self) -> None:
        if self._told_desktop:
            self._told_desktop = False
            self._desk.notes.withdraw()


def _in_front() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
