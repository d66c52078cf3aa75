"""Keys of the whole application: those that a field, a dialog or a menu would keep to itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.focus import show_focused
from ui.keys import (
    LOCK_KEYS,
    PALETTE_KEYS,
    REDO_KEYS,
    are_keys,
    is_redo,
    is_undo,
    typing_can,
)
from ui.menu_keys import MENU_KEYS, ask_menu
from ui.widgets.ring import note_input


class KeyWatch(QObject):
    """Undo and redo: typing first, else the last change. Lock, whatever lies over the page."""

    lock_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # What opened the vault was a passphrase and Enter.
        note_input(by_key=True)

    def listen(self) -> None:
        """Hear the keys from now on.

        Not before the first page stands: making it sends thousands of events, each of which would
        be looked at here.
        """
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._show_focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys from what has the focus where they are the application's."""
        # Of hundreds of events between two keys, few come from a person: a look at the class of
        # each takes half the time of asking for its type.
        if not isinstance(event, QInputEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            note_input(by_key=False)
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._is_kept_from(watched, event)
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return _is_asked_anew(watched, event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            act = self._left_to(watched, event)
            if act is not None:
                event.accept()
                act()
                return True
        return False

    def _show_focused(self, before: QWidget | None, now: QWidget | None) -> None:
        show_focused(before, now)

    def _is_kept_from(self, field: QObject, event: QKeyEvent) -> bool:
        """Whether a field must not claim these keys."""
        if not isinstance(field, QWidget):
            # Keys reach the system's window first, and then the field that may claim them.
            return False
        note_input(by_key=True)
        undo = is_undo(event)
        if (undo or is_redo(event)) and not typing_can(field, undo=undo):
            # Text fields claim these keys even where they have nothing to take back.
            return True
        if are_keys(event, PALETTE_KEYS):
            # On some desktops these keys delete to the end of the line in every text field.
            return True
        if are_keys(event, LOCK_KEYS) and _covered():
            # Dialogs, popovers and menus keep the window's shortcuts from acting. They are
            # freed by the lock, so that waits until its key is dealt with.
            QTimer.singleShot(0, self, self.lock_asked.emit)
            return True
        return False

    def _left_to(self, field: QObject, event: QKeyEvent) -> Callable[[], object] | None:
        """What keys do that came to a field, as they do where a dialog keeps shortcuts from it."""
        if field is not QApplication.focusWidget():
            return None
        if any(are_keys(event, keys) for keys in MENU_KEYS):
            return ask_menu
        redoing = are_keys(event, REDO_KEYS) and typing_can(field, undo=False)
        return self.redo_asked.emit if redoing else None


def _is_asked_anew(watched: QObject, event: QContextMenuEvent) -> bool:
    """Ask for the menu of a row at its place, where the system's menu key asked for it."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    if not (by_key and event.spontaneous() and isinstance(watched, QAbstractItemView)):
        return False
    ask_menu()
    return True


def _covered() -> bool:
    """Whether a dialog, a popover or a menu has the keys."""
    over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return over is not None
