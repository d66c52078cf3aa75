"""A withheld passage as a card: its words, whether a mark is left, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.packs import Passage
from ui.share.words import passage_words, quoted
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Elided, Label


class WithheldCard(Card):
    """One passage; `turned` asks for the other way to leave it out, `shown` to show it again."""

    turned = Signal()
    shown = Signal()

    def __init__(self, passage: Passage, *, changed: bool, parent: QWidget | None = None) -> None:
        super().__init__("share", parent)
        words = quoted(passage.text)
        other = self.tr("Leave a mark")
        if passage.marked:
            other = self.tr("Leave no trace")
        self.turn = Button(other, "quiet")
        self.again = Button(self.tr("Show again"), "quiet")
        for button in (self.turn, self.again):
            button.setAccessibleName(f"{button.text()}: {words}")
        self.turn.clicked.connect(self.turned)
        self.again.clicked.connect(self.shown)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Picture("eye-off", "curtain-text", 14))
        title = passage_words(passage)
        head.addWidget(Elided(title, "caption", "curtain-text", weight=600), 1)
        head.addWidget(self.turn)
        head.addSpacing(8)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(Label(words, "quote", wrap=True, size=14.5))
        if changed:
            note = self.tr("These words have changed since; look again.")
            column.addWidget(Label(note, "caption", "lamp-text", wrap=True))
