"""What stands below feedback that only arrived: keep it, set it aside, or let it go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.queries.feedback import FeedbackView
from ui.widgets.button import Button
from ui.widgets.text import Label


class Foot(QWidget):
    """A sentence and three buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("line", "top")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label("", "caption", "text-2", wrap=True)
        self.delete = Button(self.tr("Delete"), "ghost", icon="trash-2")
        self.aside = Button(self.tr("Set aside"))
        self.keep = Button(self.tr("Keep"), "primary")
        self.delete.setToolTip(self.tr("Move it to the trash"))
        self.aside.setToolTip(self.tr("Read, and not used for now"))
        self.keep.setToolTip(self.tr("Keep (Ctrl+Enter)"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._row.addSpacing(16)
        self._row.addWidget(self.delete)
        self._row.addSpacing(12)
        self._row.addWidget(self.aside)
        self._row.addWidget(self.keep)

    def show_view(self, view: FeedbackView) -> None:
        """Say what keeping does."""
        adds = self.tr(
            "Keeping it adds it to this request. You can say what it is evidence for afterwards."
        )
        alone = self.tr("Once you keep it, you can say what it is evidence for.")
        self._words.setText(adds if view.request else alone)

    def pad(self, edge: int) -> None:
        """Set the margins at the sides."""
        self._row.setContentsMargins(edge, 20, edge, 18)
