"""What every section of the settings is made of: a heading, groups, and rows in them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import Destination
from ui.theme import current_theme, follow_theme
from ui.widgets.styling import Card, Rule
from ui.widgets.text import Label

_WIDTH: Final = 700
_LEAD, _LEAD_NARROW = 56, 24
_NARROW_BELOW: Final = 760


class Section(QScrollArea):
    """One section: fill `column` with groups."""

    def __init__(self, title: str, lede: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside, self._holder = QWidget(), QWidget()
        inside.setProperty("ground", "none")
        self._line = QHBoxLayout(inside)
        self._line.setSpacing(0)
        self._line.addWidget(self._holder, 1)
        self._line.addStretch()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_theme().space(6))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Label(title, "title", wrap=True))
        if lede:
            head.addWidget(Label(lede, "body", "text-2", wrap=True))
        self.column.addLayout(head)
        self.setWidget(inside)
        follow_theme(self._fit)

    def add_group(self, title: str = "") -> Group:
        """Add a group of rows, under a heading if it has one."""
        group = Group()
        column = QVBoxLayout()
        column.setSpacing(current_theme().space(2))
        if title:
            column.addWidget(Label(title, "section"))
        column.addWidget(group)
        self.column.addLayout(column)
        return group

    def refresh(self) -> None:
        """Show what is chosen now."""

    def save(self) -> None:
        """Keep what was typed."""

    def arrive(self, destination: Destination) -> None:
        """Begin what a destination asks for here, if anything."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        lead = _LEAD_NARROW if theme.effective_width(self.width()) < _NARROW_BELOW else _LEAD
        self._holder.setMaximumWidth(theme.px(_WIDTH))
        self._line.setContentsMargins(lead, theme.space(6), _LEAD_NARROW, theme.space(10))


class Group(Card):
    """Rows in a card, with hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_row(self, title: str, words: str = "", control: QWidget | None = None) -> Row:
        """Add a row: what it is about, a sentence, and the control at its end."""
        row = Row(title, words, control)
        self.add_part(row)
        return row

    def add_part(self, part: QWidget) -> None:
        """Add something that is no row, over the whole width."""
        if self._column.count():
            self._column.addWidget(Rule())
        self._column.addWidget(part)


class Row(QWidget):
    """What a setting is about, and its control."""

    def __init__(self, title: str, words: str, control: QWidget | None) -> None:
        super().__init__()
        theme = current_theme()
        self._words = Label(words, "caption", "text-2", wrap=True)
        self._words.setVisible(bool(words))
        heading = Label(title, "label", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(theme.space(1) - 2)
        column.addStretch()
        column.addWidget(heading)
        column.addWidget(self._words)
        column.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 14, 20, 14)
        line.setSpacing(theme.space(4))
        line.addLayout(column, 1)
        if control is not None:
            heading.setBuddy(control)
            control.setAccessibleDescription(words)
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Change the sentence."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
