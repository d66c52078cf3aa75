"""The frame around the steps of making a vault: the room beside them and their column."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.arch import ArchPanel
from ui.widgets.icons import Picture
from ui.widgets.mark import Wordmark
from ui.widgets.text import Label

_SIDE: Final = 400
_SIDE_FROM: Final = 900
_ARCH, _ARCH_LEAST, _BELOW_ARCH = 420, 300, 260
_FORM: Final = 520
_LEAD, _LEAD_LEAST = 120, 20
_TOP, _TOP_LOW = 52, 24
_LOW_BELOW: Final = 700
_FOOT: Final = 75


class CreateSide(QWidget):
    """The room beside the steps; it makes way where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "room-floor")
        self._arch = ArchPanel()
        self._wordmark = Wordmark("room", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._arch)
        column.addLayout(self._words())
        column.addStretch()
        self._wordmark.raise_()

    def set_lit(self, share: float) -> None:
        """Light a share of the bulbs, from 0 to 1."""
        self._share = share
        self._arch.set_lit(int(self._arch.bulbs * share))

    def fit(self, width: int, height: int) -> None:
        """Take the room that a window of this size leaves."""
        theme = current_theme()
        self.setVisible(theme.effective_width(width) >= _SIDE_FROM)
        self.setFixedWidth(_SIDE)
        below = theme.px(_BELOW_ARCH)
        self._arch.setFixedHeight(max(_ARCH_LEAST, min(_ARCH, height - below)))
        self._wordmark.adjustSize()
        self._wordmark.move(32, 26)
        self.set_lit(self._share)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(48, 36, 48, 24)
        column.setSpacing(current_theme().space(3))
        column.addWidget(Label(self.tr("Get ready in private"), "title", "room-text"))
        for icon, words in (
            ("shield-check", self.tr("Everything you write is encrypted on this computer.")),
            ("hard-drive", self.tr("No account and no network connection.")),
            ("send", self.tr("Nothing leaves unless you choose it.")),
        ):
            line = QHBoxLayout()
            line.setSpacing(current_theme().space(3))
            line.addWidget(Picture(icon, "room-muted", 17), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(words, "body", "room-text", wrap=True), 1)
            column.addLayout(line)
        return column


class FormColumn(QScrollArea):
    """A column as wide as a form, at the same place in the body and the foot of the page."""

    def __init__(self, *, scrolling: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrolling = scrolling
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside, holder = QWidget(), QWidget()
        inside.setProperty("ground", "none")
        self._holder = holder
        self._line = QHBoxLayout(inside)
        self._line.setSpacing(0)
        self._line.addWidget(holder, 1)
        self._line.addStretch()
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(inside)
        if not scrolling:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the form's place."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Keep the form's width and its place for the present text size."""
        theme = current_theme()
        form = theme.px(_FORM)
        lead = max(_LEAD_LEAST, min(_LEAD, (self.width() - form) // 2))
        self._holder.setMaximumWidth(form)
        if self._scrolling:
            top = _TOP_LOW if self.window().height() < _LOW_BELOW else _TOP
            self._line.setContentsMargins(lead, top, _LEAD_LEAST, theme.space(6))
        else:
            self._line.setContentsMargins(lead, 0, _LEAD_LEAST, 0)
            self.setFixedHeight(theme.px(_FOOT))
