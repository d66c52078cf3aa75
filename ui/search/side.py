"""Beside the results: saved searches, and the words that narrow a search."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from app.domain.ids import Id
from app.domain.searches import SavedSearch
from app.operations import searches
from ui.context import Context
from ui.search.counting import Counting
from ui.search.saved import NamePopover, SavedList, SavedModel
from ui.theme import follow_theme
from ui.widgets.icons import icon
from ui.widgets.key_cap import KeyCap
from ui.widgets.text import Label


class SearchSide(QWidget):
    """`chosen` carries the saved search somebody wants to see again."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = SavedModel(self)
        self.rows = SavedList(self.tr("Saved searches"), self.model)
        self._counting = Counting(context, self)
        none = self.tr("A search you want to make again can be saved under a name.")
        self._none = Label(none, "caption", "text-2", wrap=True)
        self._lay_out()
        self._connect()
        follow_theme(self._fit)

    def refresh(self) -> None:
        """Show the saved searches as they are now, and count what they find."""
        found = self._context.vault.read.all(SavedSearch)
        self.model.show(found)
        self.rows.setVisible(bool(found))
        self._none.setVisible(not found)
        self._fit()
        self._counting.count(search.query for search in found)

    def stop(self) -> None:
        """Count nothing any more."""
        self._counting.count(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list be as tall as its rows."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Saved searches"), "section", weight=600))
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addSpacing(16)
        column.addWidget(Label(self.tr("Words that narrow it"), "section", weight=600))
        column.addLayout(self._examples())
        said = self.tr("Parts of words count, accents do not. Searched on this computer.")
        column.addSpacing(4)
        column.addWidget(Label(said, "caption", "text-2", wrap=True))
        column.addStretch()

    def _examples(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        # Not translated but for the values: the names of filters are part of the search.
        for row, (example, words) in enumerate(
            (
                ("in:journal", self.tr("one kind only")),
                (f"#{self.tr('feedback')}", self.tr("a tag")),
                (f"@{self.tr('Ruth')}", self.tr("a person")),
                ("before:2026-05", self.tr("up to a date")),
                (f'"{self.tr("say it back")}"', self.tr("these words together")),
            )
        ):
            grid.addWidget(KeyCap(example), row, 0, Qt.AlignmentFlag.AlignLeft)
            label = Label(words, "caption", "text-2", wrap=True)
            label.setAccessibleName(f"{example}: {words}")
            grid.addWidget(label, row, 1)
        return grid

    def _connect(self) -> None:
        self._counting.counted.connect(self.model.count)
        self.rows.opened.connect(self._choose)
        self.rows.renamed.connect(self._rename)
        self.rows.deleted.connect(self._remove)
        self.rows.customContextMenuRequested.connect(self._open_menu)

    def _choose(self, index: QModelIndex) -> None:
        search = self.model.search(index)
        if search is not None:
            self.chosen.emit(search)

    def _rename(self, index: QModelIndex) -> None:
        search = self.model.search(index)
        if search is None:
            return
        take = partial(self._keep_name, search.id)
        title, verb = self.tr("Rename search"), self.tr("Rename")
        NamePopover(title, search.name, verb, self.rows, take).open_below()

    def _keep_name(self, search_id: Id, name: str) -> None:
        searches.rename(self._context.vault, search_id, name)

    def _remove(self, index: QModelIndex) -> None:
        search, vault, row = self.model.search(index), self._context.vault, index.row()
        if search is None:
            return
        search_id = search.id
        self._context.perform(lambda: searches.delete(vault, search_id))
        self._context.messages.say(self.tr("Saved search removed"), undo=True)
        last = self.model.rowCount() - 1
        self.rows.setCurrentIndex(self.model.index(min(row, last)))

    def _open_menu(self, place: QPoint) -> None:
        index = self.rows.indexAt(place)
        if not index.isValid():
            index = self.rows.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("search"), self.tr("Search"), partial(self._choose, index))
        menu.addAction(icon("pencil"), self.tr("Rename"), partial(self._rename, index))
        menu.addAction(icon("trash-2"), self.tr("Remove"), partial(self._remove, index))
        menu.popup(self.rows.viewport().mapToGlobal(place))

    def _fit(self) -> None:
        heights = (self.rows.sizeHintForRow(row) for row in range(self.model.rowCount()))
        self.rows.setFixedHeight(sum(heights))
