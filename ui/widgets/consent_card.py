"""The sentence that has to be ticked before a file is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.check import Check
from ui.widgets.styling import Card
from ui.widgets.text import Label


class ConsentCard(Card):
    """The sentence that has to be ticked before a file is saved."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent", parent)
        self._about: object = None
        self.check = Check(kind="share")
        self._words = Label("", "section", wrap=True, weight=500)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 14, 16, 14)
        row.setSpacing(8)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.check.toggled.connect(self._announce)

    def ask(self, sentence: str, about: object) -> None:
        """Ask for consent to something; a tick holds for that alone, not for anything else."""
        if about != self._about:
            self.check.setChecked(False)
        self._about = about
        self._words.setText(sentence)
        self.check.setAccessibleName(sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the words is one on the check."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.check.toggle()

    def _announce(self) -> None:
        self.ticked.emit()
