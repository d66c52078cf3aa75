"""The cards of a stretch goal: what one commits to, what one reaches for, the if-then plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import Stretch
from ui.labels import short_day
from ui.stretch.words import plan_words, used_words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_NARROW = 480


class TargetCard(Card):
    """One target: its icon and name, its day, and what it is."""

    def __init__(self, kind: str, icon: str, name: str, colour: str) -> None:
        super().__init__(kind)
        self.day = Label("", "caption", "text-2", numbers=True)
        self.words = Label("", "heading", wrap=True, size=17)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(Picture(icon, colour))
        head.addWidget(Label(name, "section", colour), 1)
        head.addWidget(self.day)
        column.setContentsMargins(17, 13, 17, 13)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addStretch()

    def show_target(self, words: str, day: date | None, today: date) -> None:
        """Show what it is and when; without either, nothing."""
        self.words.setText(words)
        self.words.setVisible(bool(words.strip()))
        self.day.setText(short_day(day, today) if day else "")
        self.setVisible(bool(words.strip()) or day is not None)


class Targets(QWidget):
    """Both targets side by side, below each other where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.commit = TargetCard("accent-card", "flag", self.tr("Commit"), "accent-text")
        self.reach = TargetCard("dashed-card", "mountain", self.tr("Stretch"), "lamp-text")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self.commit, 1)
        self._row.addWidget(self.reach, 1)

    def show_stretch(self, stretch: Stretch, today: date) -> None:
        """Show the targets of a stretch goal."""
        self.commit.show_target(stretch.commit, stretch.commit_day, today)
        self.reach.show_target(stretch.reach, stretch.reach_day, today)
        self.setVisible(not (self.commit.isHidden() and self.reach.isHidden()))

    def fit(self, width: int) -> None:
        """Arrange the cards for a width in pixels."""
        narrow = current_theme().effective_width(width) < _NARROW
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


class PlanCard(Card):
    """The if-then plan, and how often it was used; the sentence is larger in a check-in."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__("lamp")
        role, size, weight = ("heading", 17, 400) if large else ("body", None, None)
        self.words = Label("", role, wrap=True, size=size, weight=weight)
        self.used = Label("", "caption", "text-2", numbers=True)
        self.below = QVBoxLayout()
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(18, 14 if large else 10, 18, 14 if large else 10)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(
            Picture("route", "lamp-text"), 0, top if large else Qt.AlignmentFlag.AlignVCenter
        )
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(self.below)
        row.addLayout(column, 1)
        row.addWidget(self.used, 0, Qt.AlignmentFlag.AlignVCenter)
        self.used.setVisible(not large)

    def show_plan(self, stretch: Stretch, used: int) -> None:
        """Show the plan of a stretch goal, nothing where it has none."""
        words, strong = plan_words(stretch)
        self.words.setText(words)
        self.words.emphasise(strong)
        self.used.setText(used_words(used))
        self.setVisible(stretch.has_plan)


class FeedbackCard(Card):
    """That a big stretch goal has nobody for feedback; `asked` says that one wants to ask."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("lamp")
        words = self.tr("This is a big one and nobody is lined up to give you feedback. Who could?")
        self.ask = Button(self.tr("Ask someone"), icon="hand-helping")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Picture("lightbulb", "lamp-text"))
        row.addWidget(Label(words, "body", wrap=True), 1)
        row.addWidget(self.ask)
        self.ask.clicked.connect(self.asked)
