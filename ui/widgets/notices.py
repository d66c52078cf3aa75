"""Notices on a page: banners and empty states."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.mark import Mark
from ui.widgets.styling import Card
from ui.widgets.text import Label

Kind = Literal["danger", "lamp"]
_MARKS = {"danger": ("circle-alert", "danger-text"), "lamp": ("info", "lamp-text")}
_SENTENCE, _MOSTLY = 340, 100


class Banner(Card):
    """A notice under the header with at most one action; `acted` says it was pressed."""

    acted = Signal()

    def __init__(
        self,
        kind: Kind,
        text: str,
        *,
        title: str = "",
        action: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, parent)
        name, colour = _MARKS[kind]
        self._title = title
        self._text = Label("", "body", "text-2" if title else "text", wrap=True)
        self.say(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 11, 13, 11)
        line.setSpacing(12)
        line.addWidget(Picture(icon or name, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(), 1)
        if action:
            button = Button(action, "link")
            button.clicked.connect(self.acted)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str) -> None:
        """Say something else under the same title."""
        self._text.setText(text)
        self.setAccessibleName(f"{self._title}. {text}" if self._title else text)

    def emphasise(self, words: str) -> None:
        """Set these words of the text in a strong weight."""
        self._text.emphasise([words])

    def announce(self) -> None:
        """Tell assistive tools that the banner appeared."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        if self._title:
            column.addWidget(Label(self._title, "section", wrap=True))
        column.addWidget(self._text)
        return column


class EmptyState(QWidget):
    """A mark, a heading, a sentence and what to do next."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        buttons: Sequence[Button] = (),
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Mark("quiet", 48 if large else 36), 0, middle)
        column.addSpacing(16 if large else 6)
        title = Label(heading, "title" if large else "heading", size=None if large else 18)
        words = Label(sentence, "lede" if large else "body", "text-2", wrap=True)
        words.setAlignment(middle)
        self._words = words
        column.addWidget(title, 0, middle)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, _MOSTLY)
        row.addStretch(1)
        column.addLayout(row)
        if buttons:
            column.addSpacing(16 if large else 8)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addStretch()
            for button in buttons:
                line.addWidget(button)
            line.addStretch()
            column.addLayout(line)
        follow_theme(self._apply_theme)

    def _apply_theme(self) -> None:
        self._words.setMaximumWidth(current_theme().px(_SENTENCE))
