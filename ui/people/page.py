"""The page of people: the list, and the support map or the one who is chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.coverage import Standing
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support
from app.queries.coming import next_sessions
from app.queries.people import SupportMap, person_view, support_map
from ui.context import Context, Destination
from ui.forms import keep_open
from ui.labels import counted
from ui.page import Page
from ui.people.actions import PeopleActions
from ui.people.ask_form import Wish
from ui.people.detail import PersonDetail
from ui.people.map_view import SupportMapView
from ui.people.rows import MAP, MapRow, PeopleDelegate, PeopleModel
from ui.session_tabs import TABS, TabbedPane
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.notices import EmptyState
from ui.widgets.stack import Stack
from ui.widgets.tall_list import RECORD
from ui.widgets.two_panes import TwoPanes

_FILTERED_ABOVE = 12


class PeoplePage(Page):
    """List and detail side by side, or one at a time where the window is narrow.

    Arriving with an id shows that person, or whom that support is asked of; the act "new" adds
    somebody, "map" shows the support map, "ask" asks somebody, TABS goes to the tabs.
    """

    place: ClassVar[str] = "people"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.PERSON,
            Kind.SUPPORT,
            Kind.GOAL,
            Kind.STRETCH,
            Kind.COMPETENCY,
            Kind.ASSESSMENT,
            Kind.ENTRY,
            Kind.PACK,
            Kind.SHARED,
            Kind.CYCLE,
            Kind.EXPERIENCE,
            Kind.MILESTONE,
            Kind.CHECK_IN,
            Kind.SESSION,
            Kind.ACTION,
            Kind.REQUEST,
            Kind.FEEDBACK,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen = MAP
        self._map: SupportMap | None = None
        self._refreshing = False
        self.acts = PeopleActions(context, self)
        self.model = PeopleModel(context.today, self)
        self.new = Button("", "ghost", icon="plus")
        self.new.setToolTip(self.tr("Add person (Ctrl+Shift+N)"))
        self.pane = TabbedPane(self.place, self.tr("People"), PeopleDelegate(), [self.new])
        self.filter = LineEdit(self.tr("Filter"), icon="search", name=self.tr("Filter people"))
        self.rows = self.pane.rows
        self.rows.setModel(self.model)
        self.map = SupportMapView(context, self.acts)
        self.detail = PersonDetail(context, self.acts)
        self.begin = Button(self.tr("Add person"), "primary", icon="plus")
        self._right = Stack()
        self._empty = QWidget()
        self._filter_holder = QWidget()
        self._lay_out()
        backs = [view.back for view in (self.map, self.detail)]
        self._panes = TwoPanes(self, self.pane, self._right, self._is_empty, backs, keeps_head=True)
        self._connect()

    # What the window asks

    def refresh(self) -> None:
        """Show people and the map as they are now."""
        vault = self.context.vault
        neighbour = self.model.neighbour(self._chosen)
        self._map = support_map(vault.read, self.context.library)
        self._show_rows()
        people = self._map.people
        self._filter_holder.setVisible(len(people) > _FILTERED_ABOVE)
        self.pane.set_name(
            counted(len(people), self.tr("People, 1 person"), self.tr("People, {n} people"))
        )
        known = {row.id for row in people}
        wanted = next((each for each in (self._chosen, neighbour) if each in known), MAP)
        self._choose(wanted)

    def arrive(self, destination: Destination) -> None:
        """Show somebody or the map; begin what the act names."""
        if self._map is None:
            self.refresh()
        person = self._person_of(destination)
        if person:
            self.filter.clear()
            self._choose(person)
            self._panes.show_detail()
        elif destination.act == "map" or destination.kind is Kind.SUPPORT:
            self._choose(MAP)
            self._panes.show_detail()
        if destination.act == "new":
            self.acts.add()
        elif destination.act == "ask":
            self.acts.ask(Wish(person=person))
        elif destination.act == TABS:
            self.pane.focus_tabs()

    def where(self) -> Destination:
        """The person that is shown, or the map."""
        if self._chosen == MAP:
            return Destination(self.place)
        return Destination(self.place, id=self._chosen, kind=Kind.PERSON)

    def save(self) -> None:
        """Keep what is typed; raises AppError where that fails."""
        self.detail.flush()
        keep_open(self)

    def first_focus(self) -> QWidget | None:
        """The list, or the button that adds somebody."""
        return self.begin if self._is_empty() else self.rows

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._empty)
        sentence = self.tr("What they know, and what you asked of them. Only you can see it.")
        heading = self.tr("Add one person who wants you to do well.")
        column.addStretch()
        column.addWidget(EmptyState(heading, sentence, [self.begin], large=True))
        column.addStretch()
        for widget in (self.map, self.detail, self._empty):
            self._right.addWidget(widget)
        holder = QHBoxLayout(self._filter_holder)
        holder.setContentsMargins(20, 0, 16, 8)
        holder.addWidget(self.filter)
        self.pane.put_above(self._filter_holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._right, 1)

    def _connect(self) -> None:
        for button in (self.new, self.begin):
            button.clicked.connect(self.acts.add)
        self.filter.textChanged.connect(self._show_rows)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.clicked.connect(self._panes.show_detail)
        self.rows.opened.connect(self._open)
        self.rows.deleted.connect(self._trash)
        self.rows.customContextMenuRequested.connect(self._open_menu)
        for view in (self.map, self.detail):
            view.left.connect(self._panes.show_list)
            view.navigate.connect(self.navigate)
        self.acts.added.connect(self._show_added)
        self.pane.navigate.connect(self.navigate)
        self._add_key("Ctrl+Shift+N", self.acts.add)
        self._add_key("Ctrl+Return", self._press_primary)
        self._add_key("Ctrl+Enter", self._press_primary)
        self._add_key("F2", self._edit)
        self._add_key("Ctrl+F", self._filter)

    def _add_key(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # Private

    def _is_empty(self) -> bool:
        return self._map is None or not self._map.people

    def _person_of(self, destination: Destination) -> Id:
        """Who a destination means: a person, or whom a support is asked of."""
        wanted = destination.id
        if destination.kind is Kind.SUPPORT:
            support = self.context.vault.read.find(Support, wanted)
            wanted = support.person if support else NO_ID
        known = {row.id for row in self._map.people} if self._map else set()
        return wanted if wanted in known else NO_ID

    def _show_rows(self) -> None:
        found = self._map
        if found is None:
            return
        words = self.filter.text().casefold().split()
        people = [row for row in found.people if all(word in row.name.casefold() for word in words)]
        needs = found.coverage
        uncovered = len(needs.standing(Standing.NOBODY))
        first = MapRow(len(needs.needs), len(found.people), uncovered)
        self._refreshing = True
        coming = next_sessions(self.context.vault.read, self.context.today())
        self.model.show(first, people, coming)
        self._refreshing = False
        self._point_at(self._chosen)

    def _choose(self, chosen: Id) -> None:
        view = None
        if chosen != MAP:
            view = person_view(self.context.vault, chosen, self.context.library)
        self._chosen = chosen if view is not None else MAP
        shown: QWidget = self.map
        if view is not None:
            self.detail.show_view(view)
            shown = self.detail
        elif self._is_empty():
            shown = self._empty
        elif self._map is not None:
            self.map.show_map(self._map)
        self._right.setCurrentWidget(shown)
        self._point_at(self._chosen)
        self._panes.fit()

    def _point_at(self, chosen: Id) -> None:
        index = self.model.place(chosen)
        if index.isValid() and self.rows.currentIndex() != index:
            self._refreshing = True
            self.rows.setCurrentIndex(index)
            self._refreshing = False

    def _current_changed(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if row is not None and row.id != self._chosen and not self._refreshing:
            self._choose(row.id)

    def _open(self) -> None:
        """Go into what is shown: the table of the map, or what one asks somebody."""
        self._panes.show_detail()
        target = self.map.first_focus() if self._chosen == MAP else self.detail.ask
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_primary(self) -> None:
        if self._is_empty():
            self.acts.add()
        elif self._chosen == MAP:
            self.map.press_primary()
        else:
            self.detail.press_primary()

    def _edit(self) -> None:
        if self._chosen != MAP:
            self.acts.edit(self._chosen)

    def _filter(self) -> None:
        if self._filter_holder.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _trash(self, index: QModelIndex) -> None:
        person = self.model.person(index)
        if person is not None:
            self.acts.trash(person.id)

    def _open_menu(self, position: QPoint) -> None:
        menu = self.map.menu() if self._chosen == MAP else self.detail.menu()
        if menu is not None:
            menu.popup(self.rows.viewport().mapToGlobal(position))

    def _show_added(self, person_id: str) -> None:
        self._choose(Id(person_id))
        self._panes.show_detail()
