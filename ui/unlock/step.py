"""What the steps of making a vault share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.text import Label


class Step(QWidget):
    """One step: a title, what it is about, and what is still missing."""

    changed = Signal()
    """The obstacle may be another one."""
    submitted = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, title: str, lede: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = current_theme().space
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(Label(title, "display", wrap=True))
        self.column.addSpacing(space(2))
        self.column.addWidget(Label(lede, "lede", "text-2", wrap=True))
        self.column.addSpacing(space(6))

    def obstacle(self) -> str:
        """Why one cannot go on yet, as a sentence; empty where one can."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """The field that has the focus when the step is shown."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Forget every secret that was typed or shown."""
