"""The tabs of Sessions: places of their own that share one item of the rail and one heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import Destination
from ui.widgets.button import Button
from ui.widgets.list_pane import ListPane
from ui.widgets.rows import RowDelegate
from ui.widgets.segmented import Segmented

TABS: Final = "tabs"
"""The act of a Destination that was chosen with the keys of the tabs: the focus stays on them."""


class TabbedPane(ListPane):
    """The list of one of the tabs under the heading and the tabs that all of them share.

    `navigate` carries the Destination of another tab.
    """

    navigate = Signal(object)

    def __init__(
        self, place: str, name: str, delegate: RowDelegate, actions: Sequence[Button]
    ) -> None:
        title = _tr("Sessions")
        super().__init__(title, name, delegate, actions=actions)
        self._place = place
        self.tabs = Segmented(_views(), name=title, fill=True)
        self.tabs.set_view(place)
        self.tabs.chosen.connect(self._go)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 0, 16, 8)
        row.addWidget(self.tabs)
        self.put_above(holder)

    def focus_tabs(self) -> None:
        """Go to the tabs, so that the next arrow goes on to the next one."""
        self.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, place: str) -> None:
        act = TABS if self.tabs.hasFocus() else ""
        # This page is left as it is, and its own tab is lit when one comes back.
        self.tabs.set_view(self._place)
        self.navigate.emit(Destination(place, act=act))


def _views() -> list[tuple[str, str]]:
    return [
        ("sessions", _tr("Sessions")),
        ("feedback", _tr("Feedback")),
        ("people", _tr("People")),
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("SessionTabs", words)
