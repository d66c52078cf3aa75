"""A scrolling view of two columns that stand below each other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme, current_theme, follow_theme

WIDE, NARROW = 40, 24
"""Padding at the sides of a page, in a window with the whole rail and with the narrow one."""


class Columns(QScrollArea):
    """Fill `head`, `main` and `side`; a subclass says how wide the side column is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.outer = QVBoxLayout(self.inside)
        self.outer.setSpacing(0)
        self.head = QVBoxLayout()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(0)
        self.main_holder, self.side_holder = QWidget(), QWidget()
        self.main, self.side = QVBoxLayout(self.main_holder), QVBoxLayout(self.side_holder)
        self.main.setContentsMargins(0, 0, 0, 0)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.columns.addWidget(self.main_holder, 1)
        self.columns.addWidget(self.side_holder)
        self.outer.addLayout(self.head)
        self.outer.addLayout(self.columns, 1)
        self.setWidget(self.inside)
        follow_theme(self.fit)

    def side_width(self, theme: Theme, window: float) -> int:
        """Return the width of the side column in a window this wide at 100 %, in pixels."""
        raise NotImplementedError

    def pad(self, edge: int, top: int, *, stacked: bool) -> None:
        """Set the margins for this padding of the page."""
        raise NotImplementedError

    def is_stacked(self) -> bool:
        """Return whether the side column stands below the main one."""
        return self.columns.direction() == QBoxLayout.Direction.TopToBottom

    def fit(self) -> None:
        """Place the columns as the window's width asks."""
        theme = current_theme()
        window = theme.effective_width(self.window().width())
        stacked = window < theme.breakpoint("side-panel-stack-below")
        narrow = window < theme.breakpoint("rail-collapse-below")
        direction = QBoxLayout.Direction
        self.columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        width = self.side_width(theme, window)
        self.side_holder.setMinimumWidth(0 if stacked else width)
        self.side_holder.setMaximumWidth(1 << 20 if stacked else width)
        self.pad(NARROW if narrow else WIDE, NARROW if narrow else 32, stacked=stacked)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget of this view is seen."""
        top = widget.mapTo(self.inside, QPoint(0, 0)).y()
        self.ensureVisible(0, top + widget.height() // 2, 0, widget.height() // 2 + NARROW)

    def event(self, event: QEvent) -> bool:
        """Fit the columns when the window is resized or the view is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().event(event)
