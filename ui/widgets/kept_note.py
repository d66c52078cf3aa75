"""A text of several lines that keeps itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent

from ui.widgets.line_edit import MultiLine

_PAUSE: Final = 2000


class KeptNote(MultiLine):
    """`noted` carries the text once typing pauses, the field is left or `flush` is called."""

    noted = Signal(str)

    def __init__(self, placeholder: str = "", *, lines: int = 3, name: str = "") -> None:
        super().__init__(placeholder, lines=lines, name=name)
        self._shown = ""
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE)
        self.pause.timeout.connect(self.flush)
        self.textChanged.connect(self._touch)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed stays."""
        if text != self._shown and not self.pause.isActive():
            self._shown = text
            self.setPlainText(text)
            self.pause.stop()

    def flush(self) -> None:
        """Say what is written where that was not said yet."""
        self.pause.stop()
        written = self.toPlainText().strip()
        if written != self._shown:
            self._shown = written
            self.noted.emit(written)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when its field is left."""
        super().focusOutEvent(event)
        self.flush()

    def _touch(self) -> None:
        if self.toPlainText().strip() != self._shown:
            self.pause.start()
