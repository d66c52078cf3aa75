"""A scrolling step of a share pack: a main column and a side column in the middle of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current_theme, follow_theme

_MAIN, _SIDE, _GAP, _NARROW_GAP = 520, 340, 48, 24
_EDGE, _TOP = 24, 32


class TwoColumns(QScrollArea):
    """Fill `main` and `side`; the side stands below the main column where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holders = (QWidget(), QWidget())
        self.main = QVBoxLayout(self._holders[0])
        self.side = QVBoxLayout(self._holders[1])
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        follow_theme(self._fit)

    def is_stacked(self) -> bool:
        """Whether the side column stands below the main one."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    def event(self, event: QEvent) -> bool:
        """Fit the columns when the page is resized or shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def _lay_out(self) -> None:
        for layout, spacing in ((self.main, 0), (self.side, 16)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(spacing)
        for holder in self._holders:
            self._columns.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("ground", "none")
        row = QHBoxLayout(inside)
        row.setContentsMargins(_EDGE, _TOP, _EDGE, _TOP)
        row.addStretch()
        row.addLayout(self._columns)
        row.addStretch()
        self.setWidget(inside)

    def _fit(self) -> None:
        theme = current_theme()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _EDGE
        main, side = theme.px(_MAIN), theme.px(_SIDE)
        stacked = theme.effective_width(self.width()) < theme.breakpoint("list-pane-hide-below")
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        gap = _GAP if main + side + _GAP <= room else _NARROW_GAP
        self._columns.setSpacing(gap)
        if stacked:
            main = side = min(room, main)
        elif main + side + gap > room:
            main, side = round((room - gap) * main / (main + side)), 0
            side = room - gap - main
        for holder, width in zip(self._holders, (main, side), strict=True):
            holder.setFixedWidth(width)
