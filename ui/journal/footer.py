"""The foot of an entry: what it is evidence for, its length, and whether it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.queries.evidence import Target
from app.storage.errors import DiskFullError, ReadOnlyError
from ui.entry.evidence import EvidenceLine
from ui.journal.words import length_words
from ui.messages import sentence
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.plain import tooltip
from ui.widgets.text import Label

_HEIGHT, _END = 48, 24


class EntryFooter(QWidget):
    """Evidence chips and "Link a goal" at the start, words and saving at the end."""

    unlink_asked = Signal(str)
    """The id of what it is no longer evidence for."""
    link_asked = Signal()
    target_asked = Signal(object)
    """The Target to go to."""
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.link = Button(self.tr("Link a goal"), "ghost", icon="link")
        self.link.setToolTip(self.tr("Link a goal (Ctrl+Shift+L)"))
        self.evidence = EvidenceLine(self.link)
        self._words = Label("", "caption", "text-2")
        self._state = Label("", "caption", "text-2")
        self._alarm = Picture("circle-alert", "danger-text", 14)
        self._retry = Button(self.tr("Try again"), "link")
        self._line = QHBoxLayout(self)
        self._lay_out()
        self.link.clicked.connect(self.link_asked)
        self.evidence.unlink_asked.connect(self.unlink_asked)
        self.evidence.target_asked.connect(self.target_asked)
        self._retry.clicked.connect(self.retry_asked)
        self.show_state("")
        follow_theme(self._apply_theme)

    # Properties

    @property
    def state(self) -> str:
        """What is said about saving."""
        return self._state.accessibleName()

    # Methods

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show what the entry is evidence for."""
        self.evidence.show_targets(targets)

    def show_length(self, words: int) -> None:
        """Say how many words the text has."""
        self._words.setText(length_words(words))

    def show_state(self, words: str) -> None:
        """Say when it was saved, or nothing."""
        self._show(words, wrong=False)
        self._state.setToolTip("")

    def show_failure(self, error: AppError) -> None:
        """Say that it is not saved and why, and offer to try again."""
        if isinstance(error, DiskFullError):
            words = self.tr("Not saved: the disk is full")
        elif isinstance(error, ReadOnlyError):
            words = self.tr("Not saved: the folder is read-only")
        else:
            words = self.tr("Not saved")
        self._show(words, wrong=True)
        self._state.setToolTip(tooltip(sentence(error)))
        self._state.setAccessibleDescription(sentence(error))

    def set_gutter(self, gutter: int) -> None:
        """Begin where the text begins."""
        self._line.setContentsMargins(gutter, 1, min(_END, gutter), 0)

    # Private

    def _show(self, words: str, *, wrong: bool) -> None:
        self._state.setText(words if wrong or not words else f"·  {words}")
        self._state.setAccessibleName(words)
        self._state.set_colour("danger-text" if wrong else "text-2")
        self._alarm.setVisible(wrong)
        self._retry.setVisible(wrong)

    def _lay_out(self) -> None:
        self._line.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self.evidence, 1, middle)
        for widget in (self._words, self._alarm, self._state, self._retry):
            self._line.addWidget(widget, 0, middle)

    def _apply_theme(self) -> None:
        self.setFixedHeight(current_theme().px(_HEIGHT))
