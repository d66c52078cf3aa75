"""The page of stretch goals: the list, and the one that is chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.queries.stretch import Shelves, shelves, stretch_view
from ui.context import Context, Destination
from ui.labels import number
from ui.page import Page
from ui.stretch.actions import StretchActions
from ui.stretch.detail import StretchDetail
from ui.stretch.rows import StretchDelegate, StretchModel
from ui.widgets.button import Button
from ui.widgets.list_pane import ListPane
from ui.widgets.notices import EmptyState
from ui.widgets.stack import Stack
from ui.widgets.two_panes import TwoPanes


class StretchPage(Page):
    """List and detail side by side, or one at a time where the window is narrow.

    Arriving with an id shows that stretch goal; the act "new" begins one, "check-in" checks in
    on the one that is shown, "attempt" writes down an attempt at it, and "review" checks in on
    all that are due.
    """

    place: ClassVar[str] = "stretch"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.STRETCH,
            Kind.GOAL,
            Kind.MILESTONE,
            Kind.CHECK_IN,
            Kind.ATTEMPT,
            Kind.SUPPORT,
            Kind.PERSON,
            Kind.EXPERIENCE,
            Kind.COMPETENCY,
            Kind.EVIDENCE,
            Kind.ENTRY,
            Kind.PACK,
            Kind.SHARED,
            Kind.FEEDBACK,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen = NO_ID
        self._refreshing = False
        self.acts = StretchActions(context, self)
        self.model = StretchModel(context.today, self)
        self.new = Button("", "ghost", icon="plus")
        self.new.setToolTip(self.tr("New stretch goal (Ctrl+Shift+N)"))
        self.review = Button("", "ghost", icon="calendar-check")
        self.review.setToolTip(self.tr("Weekly check-in: all that are due, one after the other"))
        self.pane = ListPane(
            self.tr("Stretch"),
            self.tr("Stretch goals"),
            StretchDelegate(context.today),
            actions=[self.review, self.new],
        )
        self.rows = self.pane.rows
        self.rows.setModel(self.model)
        self.detail = StretchDetail(context, self.acts)
        self.begin = Button(self.tr("New stretch goal"), "primary", icon="plus")
        self._right = Stack()
        self._lay_out()
        backs = [self.detail.header.back]
        self._panes = TwoPanes(self, self.pane, self._right, lambda: not self._chosen, backs)
        self._connect()

    # What the window asks

    def refresh(self) -> None:
        """Show the stretch goals as they are now."""
        neighbour = self.model.neighbour(self._chosen) if self._chosen else None
        found = shelves(self.context.vault.read)
        self._refreshing = True
        self.model.show(found)
        self._refreshing = False
        self._name_list(found)
        for wanted in (self._chosen, neighbour, self.model.first()):
            if wanted and self.model.index_of(wanted).isValid():
                self._choose(wanted)
                return
        self._choose(NO_ID)

    def arrive(self, destination: Destination) -> None:
        """Show the stretch goal with the id; begin what the act names."""
        if (destination.id or destination.act) and self.model.rowCount() == 0:
            self.refresh()
        if destination.id and self.model.index_of(destination.id).isValid():
            self._choose(destination.id)
            self._panes.show_detail()
        if destination.act == "new":
            self.acts.new()
        elif destination.act == "review":
            self.acts.review()
        elif destination.act == "check-in" and self._chosen:
            self.acts.check_in(self._chosen)
        elif destination.act == "attempt" and self._chosen:
            self.detail.add_attempt()

    def where(self) -> Destination:
        """The stretch goal that is shown."""
        return Destination(self.place, id=self._chosen, kind=Kind.STRETCH)

    def save(self) -> None:
        """Keep what an open sheet holds; raises AppError where that fails."""
        self.acts.save()

    def first_focus(self) -> QWidget | None:
        """The list, or the button that begins a stretch goal."""
        return self.rows if self._chosen else self.begin

    # Building

    def _lay_out(self) -> None:
        empty = QWidget()
        column = QVBoxLayout(empty)
        sentence = self.tr("A goal with a safe part and a brave part, and a word on how it felt.")
        heading = self.tr("Pick something you might not manage.")
        column.addStretch()
        column.addWidget(EmptyState(heading, sentence, [self.begin], large=True))
        column.addStretch()
        self._right.addWidget(self.detail)
        self._right.addWidget(empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._right, 1)

    def _connect(self) -> None:
        for button in (self.new, self.begin):
            button.clicked.connect(self.acts.new)
        self.review.clicked.connect(self.acts.review)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.clicked.connect(self._open)
        self.rows.opened.connect(self._open)
        self.rows.deleted.connect(self._trash)
        self.rows.customContextMenuRequested.connect(self._open_menu)
        self.detail.left.connect(self._panes.show_list)
        self.detail.navigate.connect(self.navigate)
        self.acts.added.connect(self._show_added)
        self.acts.navigate.connect(self.navigate)
        self._add_key("Ctrl+Shift+N", self.acts.new)
        self._add_key("Ctrl+Return", self.detail.press_primary)
        self._add_key("Ctrl+Enter", self.detail.press_primary)
        self._add_key("Ctrl+P", self.detail.ask_pdf)

    def _add_key(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # Private

    def _name_list(self, found: Shelves) -> None:
        count = sum(len(rows) for rows in found.values())
        words = self.tr("Stretch, %n goals", "", count).replace("%n", number(count))
        self.pane.set_name(self.tr("Stretch, 1 goal") if count == 1 else words)

    def _choose(self, stretch_id: Id) -> None:
        view = stretch_view(self.context.vault.read, stretch_id) if stretch_id else None
        self._chosen = view.stretch.id if view is not None else NO_ID
        self._right.setCurrentIndex(0 if view is not None else 1)
        if view is not None:
            self.detail.show_view(view)
            index = self.model.index_of(stretch_id)
            if self.rows.currentIndex() != index:
                self.rows.setCurrentIndex(index)
        self._panes.fit()

    def _current_changed(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.id != self._chosen and not self._refreshing:
            self._choose(row.id)

    def _open(self) -> None:
        self._panes.show_detail()
        if self._panes.takes_turns:
            self.detail.header.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trash(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.acts.trash(row.id)

    def _open_menu(self, position: QPoint) -> None:
        menu = self.detail.menu()
        if menu is not None:
            menu.popup(self.rows.viewport().mapToGlobal(position))

    def _show_added(self, stretch_id: str) -> None:
        self._choose(Id(stretch_id))
        self._panes.show_detail()
