"""The room before the vault: the arch with content in its doorway, and the strip at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.arch import Arch
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.mark import Wordmark
from ui.widgets.text import Label

_BAND: Final = 54
_TOP, _TOP_SHARE = 50, 0.0625
_INSET, _INSET_LOW, _INSET_WIDE = 124, 84, 62
_LOW_BELOW: Final = 760
_COLUMN: Final = 300
_FLOOR, _FLOOR_STACKED = 76, 104
_STACKED_BELOW: Final = 700
_EDGE: Final = 32


class Room(QScrollArea):
    """Fill `column` with what stands in the doorway; the room scrolls where it is too low."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arch = Arch(_FLOOR)
        self._wordmark = Wordmark("room", self._arch)
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self._foot = QWidget()
        self._foot_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._column_line = QHBoxLayout()
        self._layout = QVBoxLayout(self._arch)
        self._lay_out(buttons)
        follow_theme(self._fit)

    def event(self, event: QEvent) -> bool:
        """Fit the room to its window."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return handled

    # Private

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._arch)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._column_line.addStretch()
        self._column_line.addWidget(self._holder)
        self._column_line.addStretch()
        self._layout.setSpacing(0)
        self._layout.addLayout(self._column_line)
        self._layout.addStretch()
        self._layout.addWidget(self._foot)
        self._foot_line.addLayout(_kept_here())
        self._foot_line.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(2)
        for button in buttons:
            line.addWidget(button)
        line.addStretch()
        self._foot_line.addLayout(line)

    def _fit(self) -> None:
        theme = current_theme()
        height, width = self.viewport().height(), self.viewport().width()
        top = min(_TOP, max(0, round(height * _TOP_SHARE))) + _BAND
        inset = _INSET_LOW if height < _LOW_BELOW else _INSET
        # A doorway widened for larger text is as wide as the column only further down.
        inset = max(inset, theme.px(_INSET_WIDE))
        self._layout.setContentsMargins(0, top + inset, 0, 0)
        self._holder.setFixedWidth(min(theme.px(_COLUMN), max(200, width - 2 * _EDGE)))
        stacked = theme.effective_width(width) < _STACKED_BELOW
        direction = QBoxLayout.Direction
        self._foot_line.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        gap = theme.space(3) if stacked else 0
        self._foot_line.setContentsMargins(_EDGE, gap, _EDGE - theme.px(11), gap)
        floor = _FLOOR_STACKED if stacked else _FLOOR
        self._foot.setFixedHeight(theme.px(floor))
        self._arch.set_floor(floor)
        self._wordmark.adjustSize()
        self._wordmark.move(_EDGE, round(26 * min(1, height / 800)))


def _kept_here() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(Picture("hard-drive", "room-muted", 16))
    words = Label("", "body", "room-muted")
    words.setText(words.tr("Kept on this computer. No account, no network."))
    line.addWidget(words)
    line.addStretch()
    return line
