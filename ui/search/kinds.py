"""The kinds in which something was found: tabs, or a choice where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from ui.theme import follow_theme
from ui.widgets.choice import Choice
from ui.widgets.segmented import Segmented

ALL = "all"
View = tuple[str, str, str]
"""Id, words and count."""


class KindTabs(QWidget):
    """`chosen` says that somebody went to another kind."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Kinds")
        self.tabs = Segmented([(ALL, self.tr("All"))], name=name)
        self.choice = Choice([(self.tr("All"), ALL)], name=name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        line.addWidget(self.tabs)
        line.addWidget(self.choice)
        line.addStretch()
        self.choice.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tabs.chosen.connect(self._take_tab)
        self.choice.picked.connect(self._take_choice)
        follow_theme(self._fit)

    def view(self) -> str:
        """Return the id of the kind that is shown."""
        return self.tabs.view()

    def set_view(self, view: str) -> None:
        """Show a kind, or all where it is not offered, without saying that somebody chose it."""
        known = {self.choice.itemData(place) for place in range(self.choice.count())}
        self.tabs.set_view(view if view in known else ALL)
        self.choice.set_value(self.tabs.view())

    def show_views(self, views: Sequence[View]) -> None:
        """Offer these kinds, staying at the one that is shown if it is still among them."""
        self.tabs.set_views([(view, words) for view, words, _ in views])
        for view, _, count in views:
            self.tabs.set_count(view, count)
        named = [(f"{words} ({count})", view) for view, words, count in views]
        self.choice.set_options(named)
        self.choice.set_value(self.tabs.view())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for the choice."""
        return self.choice.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs where they fit."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _fit(self) -> None:
        fits = self.tabs.sizeHint().width() <= self.width()
        if fits == self.tabs.isHidden():
            focused = self.tabs.hasFocus() or self.choice.hasFocus()
            self.tabs.setVisible(fits)
            self.choice.setVisible(not fits)
            if focused:
                (self.tabs if fits else self.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_tab(self) -> None:
        self.choice.set_value(self.tabs.view())
        self.chosen.emit()

    def _take_choice(self, view: object) -> None:
        self.tabs.set_view(str(view))
        self.chosen.emit()
