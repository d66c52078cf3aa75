"""The support map: what goals need against who could help, and what to ask for next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.coverage import Need
from app.domain.ids import NO_ID
from app.queries.people import PersonRow, SupportMap
from ui.context import Context, Destination
from ui.people.actions import PeopleActions
from ui.people.map_menu import MapMenu
from ui.people.map_table import MapTable
from ui.people.need_list import NeedList
from ui.people.suggestion import SuggestionCard
from ui.people.turning import Turning
from ui.theme import current_theme, follow_theme
from ui.widgets.button import Button
from ui.widgets.icons import Picture
from ui.widgets.notices import EmptyState
from ui.widgets.page_frame import PageFrame
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.text import Label


class SupportMapView(QWidget):
    """The right pane; `navigate` carries a Destination, `left` asks for the list."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, context: Context, actions: PeopleActions) -> None:
        super().__init__()
        self._context = context
        self._actions = actions
        self._map: SupportMap | None = None
        self._filled_in_words = False
        self._frame = PageFrame()
        self.back = Button("", "ghost", icon="arrow-left")
        self.more = Button("", "ghost", icon="ellipsis")
        self.suggestion = SuggestionCard()
        self.table = MapTable()
        self.needs = NeedList(self.tr("Support map"))
        self.turning = Turning()
        self.menus = MapMenu(context, actions, self)
        self._go_to_plan = Button(self.tr("Go to your plan"), "primary", icon="map")
        heading = self.tr("No goal says yet what it needs.")
        sentence = self.tr("Choose competencies in a goal, and this page says who could help.")
        self._empty = EmptyState(heading, sentence, [self._go_to_plan])
        self._foot = QWidget()
        self._lay_out()
        self._connect()
        follow_theme(self.fit)

    # Methods

    def show_map(self, found: SupportMap) -> None:
        """Show this map."""
        self._map = found
        self.suggestion.show_map(found, self._context.today())
        self._fill()
        self.fit()

    def first_focus(self) -> QWidget:
        """The table or the list, or the way to the plan."""
        if self._map is None or not self._map.coverage.needs:
            return self._go_to_plan
        return self.needs if self._in_words() else self.table

    def press_primary(self) -> None:
        """Ask for what is suggested, or add somebody who might know."""
        suggestion = self._map.suggestion if self._map else None
        if suggestion is None:
            self._actions.ask()
        elif suggestion.person == NO_ID:
            self._actions.add()
        else:
            self.menus.ask(suggestion.need, suggestion.person)

    def menu(self) -> QMenu:
        """What else one can do here."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Ask someone"), self._actions.ask)
        menu.addAction(self.tr("Add person"), self._actions.add)
        menu.addSeparator()
        menu.addAction(self.tr("Copy as text"), self._copy)
        return menu

    def fit(self) -> None:
        """Show a table, or needs in words where there is no room for it."""
        needs = bool(self._map and self._map.coverage.needs)
        in_words = self._in_words()
        if in_words != self._filled_in_words:
            self._fill()
        self.table.setVisible(needs and not in_words)
        self.needs.setVisible(needs and in_words)
        self._empty.setVisible(not needs)
        self._foot.setVisible(needs)
        self.suggestion.fit(self._frame.viewport().width())
        self._show_turning()

    def event(self, event: QEvent) -> bool:
        """Fit to the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().event(event)

    # Building

    def _lay_out(self) -> None:
        foot, main = QHBoxLayout(self._foot), self._frame.main
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        safe = self.tr(
            "How safe it feels to be honest is kept on each person's page, and never leaves it."
        )
        foot.addWidget(Picture("lock", "text-3", 14), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(Label(safe, "caption", "text-2", wrap=True), 1)
        main.addLayout(self._head())
        main.addSpacing(4)
        for widget in (self.suggestion, self.turning, self.table, self.needs, self._empty):
            main.addWidget(widget)
        main.addWidget(self._foot)
        main.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _head(self) -> QHBoxLayout:
        self.back.setToolTip(self.tr("Back to the list"))
        self.more.setToolTip(self.tr("More"))
        top = Qt.AlignmentFlag.AlignTop
        head, words = QHBoxLayout(), QVBoxLayout()
        lede = self.tr("What your goals need, and who could help. Only you can see it.")
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Support map"), "title-detail", wrap=True))
        words.addWidget(Label(lede, "body", "text-2", wrap=True))
        head.setSpacing(12)
        head.addWidget(self.back, 0, top)
        head.addLayout(words, 1)
        head.addWidget(self.more, 0, top)
        return head

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self._open_menu)
        self.suggestion.asked.connect(self.press_primary)
        self.table.acted.connect(self._act)
        self.table.asked_menu.connect(self._ask_menu)
        self.table.moved.connect(self._follow)
        self.table.turned.connect(self._show_turning)
        self.needs.opened.connect(self._act_in_words)
        self.needs.customContextMenuRequested.connect(
            lambda place: self._act_in_words(self.needs.indexAt(place))
        )
        self.turning.turned.connect(self.table.turn)
        self.menus.navigate.connect(self.navigate)
        self._go_to_plan.clicked.connect(lambda: self.navigate.emit(Destination("plan")))

    # Private

    def _fill(self) -> None:
        """Fill the table or the list, whichever is shown."""
        self._filled_in_words = self._in_words()
        if self._map is None:
            return
        if self._filled_in_words:
            self.needs.needs.show_map(self._map)
        else:
            self.table.show_map(self._map)

    def _in_words(self) -> bool:
        theme = current_theme()
        width = theme.effective_width(self.window().width())
        return width < theme.breakpoint("list-pane-hide-below")

    def _show_turning(self) -> None:
        first, last = self.table.window_of_people()
        everybody = self.table.people
        self.turning.setVisible(self.table.isVisibleTo(self) and last - first + 1 < everybody)
        self.turning.show_people(first, last, everybody)

    def _act(self, index: QModelIndex) -> None:
        need, person = self._at(index)
        if need is not None:
            self.menus.act(need, person, self._below(index))

    def _ask_menu(self, index: QModelIndex) -> None:
        need, person = self._at(index)
        if need is not None:
            self.menus.open(need, person, self._below(index))

    def _act_in_words(self, index: QModelIndex) -> None:
        need = self.needs.needs.need(index)
        if need is not None:
            box = self.needs.visualRect(index)
            self.menus.open(need, None, self.needs.viewport().mapToGlobal(box.bottomLeft()))

    def _at(self, index: QModelIndex) -> tuple[Need | None, PersonRow | None]:
        return self.table.cells.need(index.row()), self.table.cells.person(index.column())

    def _below(self, index: QModelIndex) -> QPoint:
        box = self.table.visualRect(index)
        return self.table.viewport().mapToGlobal(box.bottomLeft())

    def _follow(self, box: QRect) -> None:
        """Scroll the page until the current cell is seen."""
        inside = self._frame.widget()
        top = self.table.mapTo(inside, box.topLeft()).y() if inside else 0
        self._frame.ensureVisible(0, top + box.height() // 2, 0, box.height())

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(self.table.cells.as_text()))
        self._context.messages.say(self.tr("Support map copied"))
