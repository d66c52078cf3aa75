"""The filters of a search as chips, and the way to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.query import Filter, Query, parse
from ui.search.words import filter_icon, filter_words
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import tooltip
from ui.widgets.tab_order import put_before

_LONGEST = 44
"""Characters of a chip; the tooltip has the rest."""


class FilterChips(QWidget):
    """Mirrors the filters that stand in the box; removing a chip takes its words out of it."""

    changed = Signal(str)
    """The text of the search without a filter."""
    pointed = Signal(int, int)
    """Where the words of a filter stand in the text."""
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = parse("")
        self._chips: list[Chip] = []
        self.add = Button(self.tr("Filter"), "ghost", icon="plus")
        self.add.setToolTip(self.tr("Narrow the search"))
        self.add.clicked.connect(self._ask_menu)
        self._flow = FlowLayout(self, gap=8, row_gap=4)
        self._flow.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chips(self) -> list[Chip]:
        """The chips, in the order of the text."""
        return list(self._chips)

    def show_query(self, query: Query) -> None:
        """Mirror a search; chips that say the same stay the widgets they are."""
        old = [(each.name, each.value) for each in self._query.filters]
        self._query = query
        if [(each.name, each.value) for each in query.filters] == old:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, each) for place, each in enumerate(query.filters)]
        self._flow.removeWidget(self.add)
        shown: list[QWidget] = [*self._chips, self.add]
        for widget in shown:
            self._flow.addWidget(widget)
            widget.show()
        put_before(self.add, *self._chips)
        self.updateGeometry()

    # Private

    def _chip(self, place: int, narrowing: Filter) -> Chip:
        words = filter_words(narrowing)
        name = self.tr("Filter: {filter}. Delete removes it.").format(filter=words)
        icon = filter_icon(narrowing.name)
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        chip = Chip(short, "evidence", name=name, icon=icon, removable=True, tall=True, parent=self)
        chip.setToolTip("" if short == words else tooltip(words))
        chip.removed.connect(partial(self._remove, place))
        chip.clicked.connect(partial(self._point, place))
        return chip

    def _remove(self, place: int) -> None:
        focused = any(chip.hasFocus() for chip in self._chips)
        self.changed.emit(self._query.without(self._query.filters[place]))
        if focused:
            beside = (*self._chips, self.add)[min(place, len(self._chips))]
            beside.setFocus(Qt.FocusReason.TabFocusReason)

    def _point(self, place: int) -> None:
        narrowing = self._query.filters[place]
        self.pointed.emit(narrowing.start, narrowing.end)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.add.mapToGlobal(QPoint(0, self.add.height())))
