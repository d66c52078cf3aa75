"""Where a session is: a place, and a link to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.plain import tooltip
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.text import Elided


class Where(QWidget):
    """One line, which vanishes where neither is known; `copied` says that the link was."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._link = ""
        self.place = Elided("", "body", "text-2")
        self.copy = Button(self.tr("Copy link"), "link", icon="link")
        self._picture = Picture("door-open", "text-2", 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self.place)
        row.addWidget(self.copy)
        row.addStretch()
        self.copy.clicked.connect(self._copy)

    def show_place(self, place: str, link: str) -> None:
        """Show a place and offer a link."""
        self._link = link
        self.place.setText(place)
        for widget in (self._picture, self.place):
            widget.setVisible(bool(place))
        self.copy.setVisible(bool(link))
        self.copy.setToolTip(tooltip(link))
        self.copy.setAccessibleDescription(link)
        self.setVisible(bool(place or link))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(self._link))
        self.copied.emit()
