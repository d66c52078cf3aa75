"""What covers the window when it should lock and something could not be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.text import Label

WIDTH = 440


class UnsavedCover(QWidget):
    """Says that the vault is not locked yet and why, showing nothing of what was written."""

    retried = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "room")
        self._title = Label(self.tr("Not locked yet"), "display", "room-text")
        self._reason = Label("", "lede", "room-muted", wrap=True)
        self._reason.setMaximumWidth(WIDTH)
        self._retry = Button(self.tr("Try again"), "primary", large=True)
        self._discard = Button(self.tr("Discard them and lock"), "room", large=True)
        self._retry.clicked.connect(self.retried)
        self._discard.clicked.connect(self.discarded)
        self._lay_out()

    def show_error(self, reason: str) -> None:
        """Say what could not be saved, and why."""
        words = self.tr("Your last words could not be saved. {reason}").format(reason=reason)
        self._reason.setText(words)
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._retry)
        buttons.addWidget(self._discard)
        buttons.addStretch()
        column = QVBoxLayout()
        column.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._reason)
        column.addSpacing(24)
        column.addLayout(buttons)
        column.addStretch()
        row = QHBoxLayout(self)
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
