"""A text that is saved while it is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal

from ui.widgets.line_edit import MultiLine

_PAUSE = 2000


class WrittenField(MultiLine):
    """A text that says `paused` once typing pauses or the field is left: a moment to save."""

    paused = Signal()

    def __init__(self, *, role: str, lines: int, name: str) -> None:
        super().__init__(role=role, lines=lines, name=name)
        self._saved = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._touch)

    def show_text(self, text: str) -> None:
        """Show a text as it was saved; what is being typed stays."""
        if self.unsaved() is None and text != self._saved:
            self._saved = text
            self.setPlainText(text)

    def unsaved(self) -> str | None:
        """What stands here and is not saved; None where it is."""
        text = self.toPlainText()
        return None if text == self._saved else text

    def settle(self) -> None:
        """Take what stands here as saved."""
        self._pause.stop()
        self._saved = self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Save when the field is left."""
        if event.type() == QEvent.Type.FocusOut and self.unsaved() is not None:
            self.paused.emit()
        return super().event(event)

    def _touch(self) -> None:
        if self.unsaved() is None:
            self._pause.stop()
        else:
            self._pause.start()
