"""The foot of an entry: what it is evidence for, its length, and whether it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.ids import Kind
from app.errors import AppError
from app.queries.journal import Target
from app.storage.errors import DiskFullError, ReadOnlyError
from ui.journal.words import length_words
from ui.messages import sentence
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.text import Label

_HEIGHT, _END, _CHIP_LENGTH = 48, 24, 30


class EntryFooter(QWidget):
    """Evidence chips and "Link a goal" at the start, words and saving at the end."""

    unlink_asked = Signal(str)
    """The id of a goal or stretch goal."""
    link_asked = Signal()
    target_asked = Signal(str, str)
    """Kind and id of a goal or stretch goal to go to."""
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chips: list[Chip] = []
        self._lead = Label(self.tr("Evidence for"), "caption", "text-2")
        self.link = Button(self.tr("Link a goal"), "ghost", icon="link")
        self.link.setToolTip(self.tr("Link a goal (Ctrl+Shift+L)"))
        self._evidence = QWidget()
        self._flow = FlowLayout(self._evidence, gap=8, row_gap=0)
        self._flow.addWidget(self._lead)
        self._flow.addWidget(self.link)
        self._words = Label("", "caption", "text-2")
        self._state = Label("", "caption", "text-2")
        self._alarm = Picture("circle-alert", "danger-text", 14)
        self._retry = Button(self.tr("Try again"), "link")
        self._line = QHBoxLayout(self)
        self._lay_out()
        self.link.clicked.connect(self.link_asked)
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
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.link)
        self._chips = [self._chip(target) for target in targets]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.link)
        self._evidence.updateGeometry()

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
        self._state.setToolTip(sentence(error))
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

    def _chip(self, target: Target) -> Chip:
        icon = "mountain" if target.kind is Kind.STRETCH else "target"
        title = target.title
        shown = title if len(title) <= _CHIP_LENGTH else title[: _CHIP_LENGTH - 1].rstrip() + "…"
        name = self.tr("Evidence for {0}").format(title)
        chip = Chip(shown, "evidence", name=name, icon=icon, removable=True)
        chip.setToolTip(self.tr("Go to the goal; Delete removes the link"))
        chip.removed.connect(lambda: self.unlink_asked.emit(target.id))
        chip.clicked.connect(lambda: self.target_asked.emit(target.kind.value, target.id))
        return chip

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._evidence.setSizePolicy(policy)
        self._line.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self._evidence, 1, middle)
        for widget in (self._words, self._alarm, self._state, self._retry):
            self._line.addWidget(widget, 0, middle)

    def _apply_theme(self) -> None:
        self.setMinimumHeight(current_theme().px(_HEIGHT))
