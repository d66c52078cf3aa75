"""List and entry side by side where there is room, else one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import current_theme

_RAIL = 60
"""What the collapsed rail takes of the window's width, which the breakpoints count."""
_NARROW_LIST_BELOW = 960
_UNBOUNDED = 16_777_215
"""Qt's own word for no maximum."""


class Panes(QSplitter):
    """A list and what is chosen in it; the list keeps the width it was dragged to."""

    def __init__(self, side: QWidget, main: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = side
        self._main = main
        self._dragged: float | None = None
        self._alone = False
        self._only_main = False
        self._shows_main = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        # Else the page could not become so narrow that it shows one pane at a time.
        self.setMinimumWidth(1)
        self.addWidget(side)
        self.addWidget(main)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._remember)

    @property
    def alone(self) -> bool:
        """Whether there is room for one pane only."""
        return self._alone

    def fit(self, room: int) -> None:
        """Share this many pixels between the panes."""
        theme = current_theme()
        wide = theme.effective_width(room)
        self._alone = wide < theme.breakpoint("list-pane-hide-below") - _RAIL
        self._side.setMinimumWidth(0 if self._alone else theme.size("list-pane-min"))
        self._side.setMaximumWidth(_UNBOUNDED if self._alone else theme.size("list-pane-max"))
        if not self._alone and not self._only_main:
            # A hidden pane would not get its share.
            self._side.show()
            self._main.show()
            usual = "list-pane-min" if wide < _NARROW_LIST_BELOW else "list-pane"
            width = theme.size(usual) if self._dragged is None else theme.px(self._dragged)
            self.setSizes([width, max(0, room - width - 1)])

    def show_main(self, *, shown: bool) -> None:
        """Where there is room for one pane, show the main one or the list."""
        self._shows_main = shown
        hidden = self._alone and shown
        self._side.setVisible(not hidden and not self._only_main)
        self._main.setVisible(not self._alone or shown or self._only_main)

    def set_main_alone(self, *, alone: bool) -> None:
        """Show the main pane alone however much room there is, or both as they were."""
        self._only_main = alone
        self.show_main(shown=self._shows_main)
        self.fit(self.width())

    def _remember(self) -> None:
        if not self._alone:
            self._dragged = self._side.width() / current_theme().scale
