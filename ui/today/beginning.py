"""The page of the first day, when there is nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from ui.context import Destination
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.notices import EmptyState
from ui.widgets.row_button import RowButton
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label


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
                "sprout",
                self.tr("Assess competencies"),
                self.tr("Where you start. You can skip any of them."),
                Destination("plan", kind=Kind.ASSESSMENT, act="new"),
            ),
            self._row(
                "mountain",
                self.tr("Pick a stretch goal"),
                self.tr("Something you might not manage."),
                Destination("stretch", act="new"),
            ),
            self._row(
                "users",
                self.tr("Add somebody"),
                self.tr("One person who wants you to do well."),
                Destination("people", act="new"),
            ),
        ]

    def _row(self, icon: str, title: str, text: str, target: Destination) -> QWidget:
        button = RowButton(f"{title}. {text}")
        row, tile = QHBoxLayout(button), Card("tile")
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(16)
        inside = QVBoxLayout(tile)
        inside.setContentsMargins(9, 9, 9, 9)
        inside.addWidget(Picture(icon, "accent-text", 18))
        row.addWidget(tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "label"))
        words.addWidget(Label(text, "caption", "text-2", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(Picture("chevron-right", "text-2", 16))
        button.settle()
        button.clicked.connect(lambda: self._go(target))
        return button

    def _go(self, target: Destination) -> None:
        self.went.emit(target)
