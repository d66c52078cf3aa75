"""The question of the day."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.styling import Card
from ui.widgets.text import Label

_PADDING, _NARROW = 24, 560
_ICON = "notebook-pen"


class QuestionCard(Card):
    """A question, two ratings that count without writing, and the way to the page."""

    started = Signal()
    skipped = Signal()
    rated = Signal(str, int)
    """The field, energy or confidence, and its rating; 0 takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._question = Label("", "quote-lg", wrap=True)
        self._another = Button(self.tr("Another question"), "quiet", icon="refresh-cw")
        self._energy = Bulbs(self.tr("Energy"))
        self._confidence = Bulbs(self.tr("Confidence"))
        self.start = Button(self.tr("Start writing"), "primary", icon=_ICON)
        self._assemble()
        self._another.clicked.connect(self.skipped)
        self.start.clicked.connect(self.started)
        self._energy.rated.connect(lambda value: self.rated.emit("energy", value))
        self._confidence.rated.connect(lambda value: self.rated.emit("confidence", value))

    def show_question(self, text: str, *, energy: int | None, confidence: int | None) -> None:
        """Show a question and what was rated today."""
        self._question.setText(text)
        self._energy.setValue(energy or 0)
        self._confidence.setValue(confidence or 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the icon where both ratings would not stand beside the button."""
        super().resizeEvent(event)
        # What changes its size while a layout is at work is passed over by it.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        narrow = self.width() < current_theme().px(_NARROW)
        self.start.set_icon("" if narrow else _ICON)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 20, _PADDING, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("A question for today"), "heading"))
        head.addStretch()
        head.addWidget(self._another)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addSpacing(4)
        foot = FlowLayout(gap=14, row_gap=12)
        foot.addWidget(self._named(self.tr("Energy"), self._energy))
        foot.addWidget(self._named(self.tr("Confidence"), self._confidence))
        row = QHBoxLayout()
        row.addLayout(foot, 1)
        row.addWidget(self.start)
        column.addLayout(row)

    def _named(self, words: str, bulbs: Bulbs) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(Label(words, "label", "text-2"))
        row.addWidget(bulbs)
        return pair
