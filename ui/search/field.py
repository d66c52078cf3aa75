"""The field one searches in: arrows and Enter in it act on the list below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current_theme
from ui.widgets.line_edit import LineEdit

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(LineEdit):
    """A field whose Enter chooses and whose arrows move; typing in it never waits."""

    moved = Signal(object)
    """An arrow or a page key that is meant for the list."""
    entered = Signal(bool)
    """Enter; whether Ctrl was held."""

    def __init__(self, name: str, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, name=name, parent=parent)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)

    def event(self, event: QEvent) -> bool:
        """Keep Enter with Ctrl for this field."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTERS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand arrows and Enter on; everything else is typing."""
        if event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(event)
        elif event.key() in _ENTERS:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)


class PaletteField(SearchField):
    """The field at the top of the palette: large, and without a frame of its own."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setProperty("bare", "true")

    def _apply_theme(self) -> None:
        super()._apply_theme()
        theme = current_theme()
        self.setFont(theme.sized("body", 16))
        self.setFixedHeight(theme.size("control-lg"))
