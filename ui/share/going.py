"""How far the building of many pages has come, with a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.progress import Progress

_FINE = 100


class Going(QWidget):
    """A bar that is shown while a build takes long; hidden else."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress(self.tr("Building the pages and reading them back"))
        self.stop = Button(self.tr("Stop"), "plain")
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 8, 32, 8)
        row.setSpacing(16)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_share(self, share: float) -> None:
        """Show which share is done, from 0 to 1."""
        self.progress.set_value(round(share * _FINE), _FINE)
        self.show()
