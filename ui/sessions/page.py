"""The page of sessions: the list, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.domain.sessions import Action, Session
from app.queries.sessions import SessionRow, listed, session_view
from ui import session_words
from ui.context import Context, Destination
from ui.labels import counted
from ui.page import Page
from ui.session_tabs import TABS, TabbedPane
from ui.sessions.actions import SessionActions
from ui.sessions.debrief import DebriefPart
from ui.sessions.frame import SessionFrame
from ui.sessions.meet import MeetPart
from ui.sessions.part import DEBRIEF, MEET, PREPARE
from ui.sessions.prepare import PreparePart
from ui.sessions.rows import SessionsDelegate, SessionsModel
from ui.widgets.button import Button
from ui.widgets.line_edit import LineEdit
from ui.widgets.notices import EmptyState
from ui.widgets.stack import Stack
from ui.widgets.two_panes import TwoPanes

_FILTERED_ABOVE: Final = 12


class SessionsPage(Page):
    """List and session side by side, or one at a time where the window is narrow.

    Arriving with an id shows that session, or the one where that action was agreed; the act names
    a part of it, "new" plans a session, with the person who has the id, and TABS goes to the tabs.
    """

    place: ClassVar[str] = "sessions"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.SESSION,
            Kind.ACTION,
            Kind.DEBRIEF,
            Kind.PERSON,
            Kind.ENTRY,
            Kind.GOAL,
            Kind.STRETCH,
            Kind.MILESTONE,
            Kind.CHECK_IN,
            Kind.ATTEMPT,
            Kind.EXPERIENCE,
            Kind.REQUEST,
            Kind.FEEDBACK,
            Kind.PACK,
            Kind.SHARED,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chosen = NO_ID
        self._found: tuple[SessionRow, ...] = ()
        self._refreshing = False
        self.acts = SessionActions(context, self)
        self.model = SessionsModel(context.vault.now, self)
        self.new = Button("", "ghost", icon="plus")
        self.new.setToolTip(self.tr("New session (Ctrl+Shift+N)"))
        delegate = SessionsDelegate(context.vault.now)
        self.pane = TabbedPane(self.place, self.tr("Sessions"), delegate, [self.new])
        self.filter = LineEdit(self.tr("Filter"), icon="search", name=self.tr("Filter sessions"))
        self.rows = self.pane.rows
        self.rows.setModel(self.model)
        self.frame = SessionFrame(
            context,
            self.acts,
            {
                PREPARE: (self.tr("Prepare"), PreparePart(context)),
                MEET: (self.tr("Meet"), MeetPart(context)),
                DEBRIEF: (self.tr("Debrief"), DebriefPart(context)),
            },
        )
        self.begin = Button(self.tr("New session"), "primary", icon="plus")
        self._right, self._empty, self._filter_holder = Stack(), QWidget(), QWidget()
        self._lay_out()
        backs = [self.frame.header.back]
        self._panes = TwoPanes(
            self, self.pane, self._right, lambda: not self._found, backs, keeps_head=True
        )
        self._connect()

    # What the window asks

    def refresh(self) -> None:
        """Show sessions as they are now."""
        neighbour = self.model.neighbour(self._chosen) if self._chosen else None
        self._found = listed(self.context.vault.read)
        self._filter_holder.setVisible(len(self._found) > _FILTERED_ABOVE)
        self._show_rows()
        one, many = self.tr("Sessions, 1 session"), self.tr("Sessions, {n} sessions")
        self.pane.set_name(counted(len(self._found), one, many))
        known = {row.id for row in self._found}
        wanted = (self._chosen, neighbour, self.model.first())
        self._choose(next((each for each in wanted if each in known and each), NO_ID))

    def arrive(self, destination: Destination) -> None:
        """Show a session; begin what the act names."""
        if (destination.id or destination.act) and not self._found:
            self.refresh()
        wanted = self._session_of(destination)
        if wanted:
            self.filter.clear()
            self._choose(wanted)
            self._panes.show_detail()
            if destination.act in self.frame.parts:
                self.frame.show_part(destination.act)
        if destination.act == "new":
            self.acts.new_with(destination.id if destination.kind is Kind.PERSON else NO_ID)
        elif destination.act == TABS:
            self.pane.focus_tabs()

    def where(self) -> Destination:
        """The session that is shown."""
        return Destination(self.place, id=self._chosen, kind=Kind.SESSION)

    def save(self) -> None:
        """Keep what is typed; raises AppError where that fails."""
        self.frame.flush()
        self.acts.save()

    def first_focus(self) -> QWidget | None:
        """The list, or the button that plans a session."""
        return self.rows if self._found else self.begin

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._empty)
        heading = self.tr("Plan your first session.")
        sentence = self.tr("Ten minutes of preparing is enough.")
        column.addStretch()
        column.addWidget(EmptyState(heading, sentence, [self.begin], large=True))
        column.addStretch()
        self._right.addWidget(self.frame)
        self._right.addWidget(self._empty)
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
            button.clicked.connect(self.acts.new)
        self.filter.textChanged.connect(self._show_rows)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.clicked.connect(self._panes.show_detail)
        self.rows.opened.connect(self._open)
        self.rows.deleted.connect(lambda index: self._with(index, self.acts.trash))
        self.rows.customContextMenuRequested.connect(self._open_menu)
        self.frame.left.connect(self._panes.show_list)
        self.frame.navigate.connect(self.navigate)
        self.acts.added.connect(self._show_added)
        self.acts.navigate.connect(self.navigate)
        self.pane.navigate.connect(self.navigate)
        self._add_key("Ctrl+Shift+N", self.acts.new)
        self._add_key("Ctrl+Return", self._press_primary)
        self._add_key("Ctrl+Enter", self._press_primary)
        self._add_key("Ctrl+F", self._filter)
        self._add_key("Ctrl+P", self._share)
        edit = QShortcut(QKeySequence("F2"), self.rows)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(lambda: self._with(self.rows.currentIndex(), self.acts.edit))

    def _add_key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # Private

    def _session_of(self, destination: Destination) -> Id:
        """Which session a destination means: itself, or the one where an action was agreed."""
        wanted = destination.id
        if destination.kind is Kind.ACTION:
            action = self.context.vault.read.find(Action, wanted)
            wanted = action.session if action else NO_ID
        return wanted if any(row.id == wanted for row in self._found) else NO_ID

    def _show_rows(self) -> None:
        said = self.filter.text().casefold().split()
        rows = [row for row in self._found if all(word in _sought(row) for word in said)]
        self._refreshing = True
        self.model.show(rows)
        self._refreshing = False
        self._point_at(self._chosen)

    def _choose(self, session_id: Id) -> None:
        view = session_view(self.context.vault.read, session_id) if session_id else None
        self._chosen = view.session.id if view is not None else NO_ID
        self._right.setCurrentWidget(self.frame if view is not None else self._empty)
        if view is not None:
            self.frame.show_view(view)
            self._point_at(session_id)
        self._panes.fit()

    def _point_at(self, session_id: Id) -> None:
        index = self.model.place(session_id)
        if index.isValid() and self.rows.currentIndex() != index:
            self._refreshing = True
            self.rows.setCurrentIndex(index)
            self._refreshing = False

    def _current_changed(self, index: QModelIndex) -> None:
        row = self.model.session(index)
        if row is not None and row.id != self._chosen and not self._refreshing:
            self._choose(row.id)

    def _open(self) -> None:
        """Go into the session: where one begins in its part."""
        self._panes.show_detail()
        target = self.frame.part.first_focus() or self.frame.header.parts
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_primary(self) -> None:
        if self._found:
            self.frame.press_primary()
        else:
            self.acts.new()

    def _share(self) -> None:
        if self._chosen:
            self.acts.share_brief(self._chosen)

    def _filter(self) -> None:
        if self._filter_holder.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _with(self, index: QModelIndex, act: Callable[[Id], object]) -> None:
        row = self.model.session(index)
        if row is not None:
            act(row.id)

    def _open_menu(self, position: QPoint) -> None:
        row = self.model.session(self.rows.indexAt(position))
        row = row or self.model.session(self.rows.currentIndex())
        if row is not None:
            session = self.context.vault.read.get(Session, row.id)
            menu = self.acts.menu(session, self)
            menu.popup(self.rows.viewport().mapToGlobal(position))

    def _show_added(self, session_id: str) -> None:
        self._choose(Id(session_id))
        self._panes.show_detail()


def _sought(row: SessionRow) -> str:
    """The words that a filter finds a session by."""
    return f"{session_words.row_title(row)} {row.name}".casefold()
