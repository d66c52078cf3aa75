"""Which people the map shows where not all of them fit, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.labels import number
from ui.widgets.button import Button
from ui.widgets.text import Label


class Turning(QWidget):
    """Says which people are shown; `turned` carries -1 for those before, 1 for those after."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "caption", "text-2", numbers=True)
        self.before = Button("", "ghost", icon="chevron-left")
        self.after = Button("", "ghost", icon="chevron-right")
        self.before.setToolTip(self.tr("People before these"))
        self.after.setToolTip(self.tr("People after these"))
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch()
        row.addWidget(self.words)
        row.addWidget(self.before)
        row.addWidget(self.after)

    def show_people(self, first: int, last: int, everybody: int) -> None:
        """Say that these are shown, counted from 1."""
        words = self.tr("{first} to {last} of {n} people")
        self.words.setText(
            words.format(first=number(first), last=number(last), n=number(everybody))
        )
        self.before.setEnabled(first > 1)
        self.after.setEnabled(last < everybody)
