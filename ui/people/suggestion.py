"""What to ask for next, and whom, over the support map."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.queries.people import SupportMap
from ui.people.words import suggestion_words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_NARROW = 420


class SuggestionCard(Card):
    """Says which need nobody covers and who knows it; `asked` says its button was pressed.

    The button stands below the words where there is little room.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lamp", parent)
        self.words = Label("", "body", wrap=True)
        self.ask = Button("", "primary")
        self.ask.clicked.connect(self.asked)
        said = QHBoxLayout()
        said.setSpacing(14)
        said.addWidget(Picture("lightbulb", "lamp-text", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 12, 16, 12)
        self._row.setSpacing(12)
        self._row.addLayout(said, 1)
        self._row.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_map(self, found: SupportMap, today: date) -> None:
        """Show what the map suggests; it vanishes where there is nothing to ask for."""
        fact, rest, act = suggestion_words(found, today)
        self.words.setText(f"{fact} {rest}".strip())
        self.words.emphasise([fact])
        self.setAccessibleName(self.words.text())
        self.ask.setText(act)
        self.ask.setAccessibleName(act)
        self.setVisible(bool(fact))

    def fit(self, width: int) -> None:
        """Arrange words and button for a width in pixels."""
        narrow = current_theme().effective_width(width) < _NARROW
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
