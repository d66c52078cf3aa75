"""The page of feedback: the list, and the request or the feedback that is chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.queries.feedback import FeedbackRow, feedback_view, listed, request_view
from ui.context import Context, Destination
from ui.feedback.actions import FeedbackActions
from ui.feedback.ask_sheet import Wish
from ui.feedback.detail import FeedbackDetail
from ui.feedback.receive_sheet import one_file
from ui.feedback.request_detail import RequestDetail
from ui.feedback.rows import FeedbackDelegate, FeedbackModel
from ui.forms import keep_open
from ui.labels import counted
from ui.page import Page
from ui.session_tabs import TABS, TabbedPane
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.notices import EmptyState
from ui.widgets.stack import Stack
from ui.widgets.two_panes import TwoPanes

_FILTERED_ABOVE = 12


class FeedbackPage(Page):
    """List and detail side by side, or one at a time where the window is narrow.

    Arriving with an id shows that request or feedback. The act "ask" asks for feedback, of the
    person or about the goal with the id; "receive" takes a reply in, "hand" types one in, TABS
    goes to the tabs.
    """

    place: ClassVar[str] = "feedback"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.REQUEST,
            Kind.FEEDBACK,
            Kind.PERSON,
            Kind.GOAL,
            Kind.STRETCH,
            Kind.EXPERIENCE,
            Kind.COMPETENCY,
            Kind.ASSESSMENT,
            Kind.PACK,
            Kind.SHARED,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen = NO_ID
        self._all: tuple[FeedbackRow, ...] = ()
        self._refreshing = False
        self.acts = FeedbackActions(context, self)
        self.model = FeedbackModel(context.today, self)
        self.take = Button("", "ghost", icon="inbox")
        self.take.setToolTip(self.tr("Take in a reply"))
        self.new = Button("", "ghost", icon="plus")
        self.new.setToolTip(self.tr("Ask for feedback (Ctrl+Shift+N)"))
        delegate = FeedbackDelegate(context.today)
        self.pane = TabbedPane(self.place, self.tr("Feedback"), delegate, [self.take, self.new])
        self.filter = LineEdit(self.tr("Filter"), icon="search", name=self.tr("Filter feedback"))
        self.rows = self.pane.rows
        self.rows.setModel(self.model)
        self.detail = FeedbackDetail(context, self.acts)
        self.request = RequestDetail(context, self.acts)
        self.begin = Button(self.tr("Ask for feedback"), "primary", icon="plus")
        self._right = Stack()
        self._empty = QWidget()
        self._filter_holder = QWidget()
        self._lay_out()
        backs = [view.back for view in (self.detail, self.request)]
        self._panes = TwoPanes(self, self.pane, self._right, self._is_empty, backs, keeps_head=True)
        self._connect()
        self.setAcceptDrops(True)

    # What the window asks

    def refresh(self) -> None:
        """Show feedback and requests as they are now."""
        neighbour = self.model.neighbour(self._chosen)
        self._all = listed(self.context.vault.read)
        self._filter_holder.setVisible(len(self._all) > _FILTERED_ABOVE)
        self._show_rows()
        one, many = self.tr("Feedback, 1 item"), self.tr("Feedback, {n} items")
        self.pane.set_name(counted(len(self._all), one, many))
        known = {row.id for row in self._all}
        wanted = (each for each in (self._chosen, neighbour, self.model.first()) if each in known)
        self._choose(next(wanted, NO_ID))

    def arrive(self, destination: Destination) -> None:
        """Show a request or feedback; begin what the act names."""
        if not self._all:
            self.refresh()
        if any(row.id == destination.id for row in self._all):
            self.filter.clear()
            self._choose(destination.id)
            self._panes.show_detail()
        if destination.act in {"ask", "new"}:
            self.acts.ask_for(_wish(destination))
        elif destination.act == "receive":
            self.acts.receive()
        elif destination.act == "hand":
            self.acts.by_hand()
        elif destination.act == TABS:
            self.pane.focus_tabs()

    def where(self) -> Destination:
        """The request or feedback that is shown."""
        row = self._row(self._chosen)
        return Destination(self.place, row.id, row.kind) if row else Destination(self.place)

    def save(self) -> None:
        """Keep what is typed; raises AppError where that fails."""
        self.detail.flush()
        keep_open(self)

    def first_focus(self) -> QWidget | None:
        """The list, or the button that asks for feedback."""
        return self.begin if self._is_empty() else self.rows

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Offer to take a reply in."""
        if one_file(event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file; it stays where it is, whatever its window asks for."""
        path = one_file(event.mimeData().urls())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.acts.receive_file(path)

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._empty)
        heading = self.tr("Ask one person about one thing.")
        sentence = self.tr("A form they can fill in, and you read it first. Nothing is sent.")
        column.addStretch()
        column.addWidget(EmptyState(heading, sentence, [self.begin], large=True))
        column.addStretch()
        for widget in (self.detail, self.request, self._empty):
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
            button.clicked.connect(self.acts.ask)
        self.take.clicked.connect(self.acts.receive)
        self.filter.textChanged.connect(self._show_rows)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.clicked.connect(self._panes.show_detail)
        self.rows.opened.connect(self._open)
        self.rows.deleted.connect(self._trash)
        self.rows.customContextMenuRequested.connect(self._open_menu)
        for view in (self.detail, self.request):
            view.left.connect(self._panes.show_list)
            view.navigate.connect(self._go)
        self.acts.added.connect(self._show_added)
        self.pane.navigate.connect(self.navigate)
        self._add_key("Ctrl+Shift+N", self.acts.ask)
        self._add_key("Ctrl+Return", self._press_primary)
        self._add_key("Ctrl+Enter", self._press_primary)
        self._add_key("Ctrl+F", self._go_to_filter)
        self._add_key("Ctrl+Shift+L", self._link)

    def _add_key(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # Private

    def _is_empty(self) -> bool:
        return not self._all

    def _row(self, row_id: Id) -> FeedbackRow | None:
        return next((row for row in self._all if row.id == row_id), None)

    def _show_rows(self) -> None:
        words = self.filter.text().casefold().split()
        found = [row for row in self._all if all(word in _said(row) for word in words)]
        self._refreshing = True
        self.model.show(found)
        self._refreshing = False
        self._point_at(self._chosen)

    def _choose(self, chosen: Id) -> None:
        row, reader, library = self._row(chosen), self.context.vault.read, self.context.library
        self._chosen = NO_ID
        shown: QWidget = self._empty
        if row is not None and row.kind is Kind.REQUEST:
            if asked := request_view(reader, library, chosen):
                self.detail.flush()
                self.request.show_view(asked)
                self._chosen, shown = chosen, self.request
        elif row is not None:
            offset = self.context.vault.now().offset
            if given := feedback_view(reader, library, chosen, offset):
                self.detail.show_view(given)
                self._chosen, shown = chosen, self.detail
        self._right.setCurrentWidget(shown)
        self._point_at(self._chosen)
        self._panes.fit()

    def _point_at(self, chosen: Id) -> None:
        index = self.model.place(chosen)
        if index.isValid() and self.rows.currentIndex() != index:
            self._refreshing = True
            self.rows.setCurrentIndex(index)
            self._refreshing = False
        if index.isValid() and index.row() == 1:
            # With the heading above it, once the rows have their places.
            QTimer.singleShot(0, self, self.rows.scrollToTop)

    def _current_changed(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and row.id != self._chosen and not self._refreshing:
            self._choose(row.id)

    def _open(self) -> None:
        """Go into what is shown."""
        self._panes.show_detail()
        row = self._row(self._chosen)
        view = self.request if row and row.kind is Kind.REQUEST else self.detail
        view.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _press_primary(self) -> None:
        row = self._row(self._chosen)
        if row is None:
            self.acts.ask()
        elif row.kind is Kind.REQUEST:
            self.request.press_primary()
        else:
            self.detail.press_primary()

    def _link(self) -> None:
        if self.detail.isVisible():
            self.detail.link()

    def _go_to_filter(self) -> None:
        if self._filter_holder.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, destination: Destination) -> None:
        """Show what lies here; let the window go anywhere else."""
        if destination.place == self.place:
            self.arrive(destination)
        else:
            self.navigate.emit(destination)

    def _trash(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        if row.kind is Kind.REQUEST:
            self.acts.trash_request(row.id)
        else:
            self.acts.trash(row.id)

    def _open_menu(self, position: QPoint) -> None:
        row = self._row(self._chosen)
        view = self.request if row and row.kind is Kind.REQUEST else self.detail
        if row is not None and (menu := view.menu()):
            menu.popup(self.rows.viewport().mapToGlobal(position))

    def _show_added(self, destination: Destination) -> None:
        self.refresh()
        self.arrive(destination)


def _said(row: FeedbackRow) -> str:
    return f"{row.who} {row.form} {row.about}".casefold()


def _wish(destination: Destination) -> Wish:
    if destination.kind is Kind.PERSON:
        return Wish(person=destination.id)
    if destination.kind in {Kind.GOAL, Kind.STRETCH}:
        return Wish(goal=destination.id)
    return Wish()
