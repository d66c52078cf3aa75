"""The head and the foot of making a share pack."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.stepper import Stepper
from ui.widgets.text import Elided, Label

_BAR = 72
_BEFORE, _AFTER, _WORD_GAP, _BUTTON_GAP = 36, 32, 12, 8
_STEPS, _FOLDED, _TITLE = 470, 170, 330


class FlowHead(QWidget):
    """Back, what the pack is called and when it was saved, and the four steps."""

    left = Signal()
    trashed = Signal()
    reopened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setProperty("line", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button("", "ghost", icon="chevron-left")
        self.back.setToolTip(self.tr("Back to Share"))
        self._title = Elided("", "heading", size=20)
        self._state = Elided("", "caption", "text-2")
        self._trash = Button("", "ghost", icon="trash-2")
        self._trash.setToolTip(self.tr("Move this pack to trash"))
        steps = [self.tr("Recipient"), self.tr("Items"), self.tr("Consent"), self.tr("Save PDF")]
        self.stepper = Stepper(steps, "share", name=self.tr("Steps"))
        self.back.clicked.connect(self.left)
        self._trash.clicked.connect(self.trashed)
        self.stepper.reopened.connect(self.reopened)
        self._lay_out()
        follow_theme(self._apply_theme)

    def show_pack(self, title: str, state: str, *, stored: bool) -> None:
        """Say what the pack is called and how it is kept."""
        self._title.setText(title)
        self._state.setText(state)
        self._trash.setVisible(stored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the steps where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._state)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(29, 0, 32, 1)
        row.setSpacing(5)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        row.addWidget(self._trash)
        row.addSpacing(15)
        row.addWidget(self.stepper)

    def _apply_theme(self) -> None:
        self.setFixedHeight(current_theme().px(_BAR))
        self._fit()

    def _fit(self) -> None:
        """Give the steps their width, or only that of the current one where room is short."""
        wide = max(current_theme().px(_STEPS), self.stepper.sizeHint().width())
        short = self.width() < wide + current_theme().px(_TITLE)
        self.stepper.setFixedWidth(current_theme().px(_FOLDED) if short else wide)


class FlowFoot(QWidget):
    """The plum bar: what will happen, in two lines, and what can be done.

    What will leave is never cut: where the words do not fit beside the buttons, they stand above.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "share")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = Picture("send", "curtain-text", 18)
        self.heading = Elided("", "section")
        self.detail = Elided("", "caption", "text-2")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(_BUTTON_GAP)
        self._buttons.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        follow_theme(self._fit)

    def say(self, heading: str, detail: str) -> None:
        """Say what will happen."""
        self.heading.setText(heading)
        self.detail.setText(detail)
        self._fit()

    def show_actions(self, *buttons: Button) -> None:
        """Show these buttons, the one that goes on last."""
        for button in self._shown_buttons():
            self._buttons.removeWidget(button)
            button.hide()
        for button in buttons:
            self._buttons.addWidget(button)
            button.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words where they have room."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addWidget(self.heading)
        lines.addWidget(self.detail)
        lines.addStretch()
        words = QHBoxLayout()
        words.setSpacing(_WORD_GAP)
        words.addWidget(self._icon)
        words.addLayout(lines, 1)
        self._layout.setSpacing(_WORD_GAP)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._buttons)

    def _shown_buttons(self) -> list[Button]:
        held = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        widgets = (item.widget() for item in held if item)
        return [widget for widget in widgets if isinstance(widget, Button)]

    def _fit(self) -> None:
        """Set the words beside the buttons, or above them where they would be cut."""
        buttons = self._shown_buttons()
        lines = (self.heading, self.detail)
        words = max(line.fontMetrics().horizontalAdvance(line.text()) for line in lines)
        acts = sum(button.sizeHint().width() + _BUTTON_GAP for button in buttons)
        room = self.width() - _BEFORE - _AFTER - self._icon.sizeHint().width() - 2 * _WORD_GAP
        direction = QBoxLayout.Direction
        short = words + acts > room
        self._layout.setDirection(direction.TopToBottom if short else direction.LeftToRight)
        edge = _WORD_GAP if short else 0
        self._layout.setContentsMargins(_BEFORE, edge, _AFTER, edge)
        bar = current_theme().px(_BAR)
        self.setFixedHeight(max(bar, self._layout.sizeHint().height()) if short else bar)


def page_heading(title: Label, lede: Label) -> QVBoxLayout:
    """The large heading of a step with the line below it."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(lede)
    return column
