"""The levels that a giver chose, and the way to put them beside one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.competencies import Rating
from app.domain.feedback import FeedbackState
from app.queries.feedback import FeedbackView
from ui.feedback.cards import HeadedCard
from ui.feedback.words import who_words
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button
from ui.widgets.text import Label


class PulseCard(HeadedCard):
    """`put_asked` asks for the levels beside one's own, `shown_asked` to see them there."""

    put_asked = Signal()
    shown_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Rating, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.put = Button(self.tr("Put these ratings beside mine"), "link", icon="gauge")
        self.show_them = Button(self.tr("See them beside mine"), "link", icon="gauge")
        words = self.tr("A number is a prompt for a talk. They go into no share pack.")
        self.column.addLayout(self._rows)
        for button in (self.put, self.show_them):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Label(words, "caption", "text-2", wrap=True))
        self.put.clicked.connect(self.put_asked)
        self.show_them.clicked.connect(self.shown_asked)

    def show_view(self, view: FeedbackView) -> None:
        """Show the levels; the card vanishes without any, and before they were read."""
        kept = view.feedback.state is FeedbackState.KEPT
        self.setVisible(bool(view.ratings) and kept)
        self.head("gauge", self.tr("How {name} sees it").format(name=who_words(view.short)))
        self.put.setVisible(view.who is not None and not view.beside)
        self.show_them.setVisible(bool(view.beside))
        if view.ratings == self._shown:
            return
        self._shown = view.ratings
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for rating in view.ratings:
            bulbs = Bulbs(rating.name, size="small", read_only=True)
            bulbs.setValue(rating.level)
            self._rows.addWidget(Label(rating.name, "body", wrap=True))
            self._rows.addWidget(bulbs, 0, Qt.AlignmentFlag.AlignLeft)
