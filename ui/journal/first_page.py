"""What stands beside the list of a vault that has no entry yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.notices import EmptyState


class FirstPage(QWidget):
    """An invitation to write; `start` is its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = Button(self.tr("Start writing"), "primary")
        empty = EmptyState(
            self.tr("Your first page"),
            self.tr("Nobody else can read it."),
            [self.start],
            large=True,
        )
        box = QHBoxLayout(self)
        box.addWidget(empty, 1, Qt.AlignmentFlag.AlignVCenter)
