"""The page of the first day, when there is nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from ui.context import Destination
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.notices import EmptyState
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label

_TILE = 36


class Beginning(QWidget):
    """Write two minutes, or take a first goal; and what else ten minutes are good for."""

    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = Button(self.tr("Start writing"), "primary", icon="notebook-pen", large=True)
        browse = Button(self.tr("Browse goals"), "plain", large=True)
        self.start.clicked.connect(
            lambda: self._go(Destination("journal", act="new", detail="template:daily-two-minute"))
        )
        browse.clicked.connect(lambda: self._go(Destination("plan", act="new", detail="browse")))
        card = Card("card")
        inside = QVBoxLayout(card)
        inside.addWidget(
            EmptyState(
                self.tr("Nothing planned yet"),
                self.tr("Write two minutes, or take a first goal."),
                [self.start, browse],
                large=True,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card)
        column.addSpacing(16)
        column.addWidget(Label(self.tr("When you have ten minutes"), "section"))
        for row in self._suggestions():
            column.addWidget(row)
            column.addWidget(Rule())

    def _suggestions(self) -> list[QWidget]:
        return [
            self._row(
                "mountain",
                self.tr("Pick a stretch goal"),
                self.tr("Something you might not manage."),
                Destination("stretch", act="new"),
            ),
            self._row(
                "calendar-days",
                self.tr("Start a cycle"),
                self.tr("A start, a middle and an end for your goals."),
                Destination("plan", kind=Kind.CYCLE, act="new"),
            ),
        ]

    def _row(self, icon: str, title: str, text: str, target: Destination) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(16)
        tile = Card("tile")
        inside = QVBoxLayout(tile)
        inside.setContentsMargins(9, 9, 9, 9)
        inside.addWidget(Picture(icon, "accent-text", 18))
        row.addWidget(tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "label"))
        words.addWidget(Label(text, "caption", "text-2", wrap=True))
        row.addLayout(words, 1)
        go = Button("", "ghost", icon="chevron-right")
        go.setToolTip(title)
        go.clicked.connect(lambda: self._go(target))
        row.addWidget(go)
        return holder

    def _go(self, target: Destination) -> None:
        self.went.emit(target)
