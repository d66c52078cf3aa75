"""A list and what is chosen in it: side by side, or one at a time in a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import current_theme, follow_theme
from ui.widgets.list_pane import ListPane

_ANY_WIDTH = 1 << 20


class TwoPanes(QObject):
    """Shows and hides the two as the window of their page asks.

    `is_empty` says that there is nothing to list: then the right side alone is shown, or with
    `keeps_head` the head of the list beside or above it. `backs` are the ways back to the list,
    shown where the two take turns.
    """

    def __init__(
        self,
        page: QWidget,
        pane: ListPane,
        right: QWidget,
        is_empty: Callable[[], bool],
        backs: Sequence[QWidget],
        *,
        keeps_head: bool = False,
    ) -> None:
        super().__init__(page)
        self._page, self._pane, self._right = page, pane, right
        self._is_empty, self._backs = is_empty, tuple(backs)
        self._keeps_head = keeps_head
        self._in_detail = False
        page.installEventFilter(self)
        follow_theme(self.fit)

    @property
    def takes_turns(self) -> bool:
        """Whether there is room for one of the two."""
        return self._width() < current_theme().breakpoint("list-pane-hide-below")

    def show_detail(self) -> None:
        """Show what is chosen, where only one has room."""
        self._in_detail = True
        self.fit()

    def show_list(self) -> None:
        """Show the list again, and go to it."""
        self._in_detail = False
        self.fit()
        self._pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Show what has room."""
        theme, single, empty = current_theme(), self.takes_turns, self._is_empty()
        self._pane.setVisible(self._keeps_head if empty else not (single and self._in_detail))
        self._right.setVisible(empty or not single or self._in_detail)
        for back in self._backs:
            back.setVisible(single)
        if self._keeps_head:
            self._pane.show_head_alone(alone=empty)
            self._stack(above=empty and single)
        if single:
            self._pane.setMinimumWidth(0)
            self._pane.setMaximumWidth(_ANY_WIDTH)
        else:
            narrow = self._width() < theme.breakpoint("rail-collapse-below")
            self._pane.setFixedWidth(theme.size("list-pane-min" if narrow else "list-pane"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def _stack(self, *, above: bool) -> None:
        row, direction = self._page.layout(), QBoxLayout.Direction
        if isinstance(row, QBoxLayout):
            row.setDirection(direction.TopToBottom if above else direction.LeftToRight)

    def _width(self) -> float:
        return current_theme().effective_width(self._page.window().width())
