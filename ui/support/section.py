"""Support as a section of a page: the rows, what can be done with them, and a way to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import Support, SupportState
from app.operations import people
from app.queries.support import SupportRow, support_for, support_of
from ui.context import Context, Destination
from ui.support.rows import SupportList
from ui.support.sheet import SupportSheet
from ui.support.words import state_words
from ui.widgets.button import Button
from ui.widgets.tall_list import RECORD
from ui.widgets.text import Label


class SupportSection(QWidget):
    """What is asked for on the way to a goal, or with `of_person` what is asked of somebody.

    Enter or F2 edits a row, Space or a click at its state moves it on, Delete removes it. On the
    page of somebody its menu leads to the goal: `navigate` carries a Destination.
    """

    navigate = Signal(object)

    def __init__(self, context: Context, *, of_person: bool = False) -> None:
        super().__init__()
        self._context = context
        self._of_person = of_person
        self._about = NO_ID
        heading = self.tr("Support from them") if of_person else self.tr("Support I need")
        self.heading = Label(heading, "section")
        self.add = Button(self.tr("Add support"), "link", icon="plus")
        self.rows = SupportList(heading, context.today, of_person=of_person)
        self._words = Label("", "body", "text-2", wrap=True)
        self._nothing = Label(self._nothing_words(), "body", "text-2", wrap=True)
        self._lay_out()
        self.add.clicked.connect(self.ask)
        self.rows.opened.connect(self._edit)
        self.rows.edit_asked.connect(self._edit)
        self.rows.deleted.connect(self._trash)
        self.rows.spot_asked.connect(self._open_states)
        self.rows.customContextMenuRequested.connect(self._open_menu)

    # Methods

    def show_goal(self, goal: Id, words: str = "") -> None:
        """Show what is asked for on the way to a goal; `words` were written about it there."""
        self._show(goal, support_for(self._context.vault.read, goal), words)

    def show_person(self, person: Id) -> None:
        """Show what is asked of a person."""
        self._show(person, support_of(self._context.vault.read, person), "")

    def ask(self) -> None:
        """Ask for something new."""
        self._open_sheet(self._blank())

    def ask_for_feedback(self) -> None:
        """Ask for something new with feedback, of somebody who can help with it."""
        support = self._blank(title=self.tr("Watch me, and tell me what you saw"), feedback=True)
        self._open_sheet(support, suggest=True)

    # Private

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(16)
        head.addWidget(self.heading, 1)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self.rows)
        column.addWidget(self._nothing)

    def _show(self, about: Id, rows: tuple[SupportRow, ...], words: str) -> None:
        self._about = about
        self.rows.support.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._words.setText(words.strip())
        self._words.setVisible(bool(words.strip()))
        self._nothing.setVisible(not rows and not words.strip())

    def _nothing_words(self) -> str:
        if self._of_person:
            return self.tr("Nothing asked of them yet.")
        return self.tr("Nobody does it alone. Who could help, and with what?")

    def _blank(self, *, title: str = "", feedback: bool = False) -> Support:
        if self._of_person:
            return Support(person=self._about)
        return Support(goal=self._about, title=title, feedback=feedback)

    def _open_sheet(self, support: Support, *, suggest: bool = False) -> None:
        SupportSheet(self._context, self, support, suggest=suggest).open()

    def _edit(self, index: QModelIndex) -> None:
        row: SupportRow = index.data(RECORD)
        support = self._context.vault.read.find(Support, row.id)
        if support is not None:
            self._open_sheet(support)

    def _trash(self, index: QModelIndex) -> None:
        row: SupportRow = index.data(RECORD)
        vault = self._context.vault
        self._context.perform(lambda: people.delete_support(vault, row.id))
        self._context.messages.say(self.tr("Support moved to trash"), undo=True)

    def _move(self, support: Id, state: SupportState) -> None:
        vault = self._context.vault
        self._context.perform(lambda: people.move_support(vault, support, state))

    def _open_states(self, index: QModelIndex) -> None:
        menu = self._menu()
        self._add_states(menu, index.data(RECORD))
        box: QRect = self.rows.spot_box(index)
        menu.popup(self.rows.viewport().mapToGlobal(box.bottomLeft()))

    def _open_menu(self, at: QPoint) -> None:
        index = self.rows.currentIndex()
        if not index.isValid():
            return
        menu = self._menu()
        menu.addAction(self.tr("Edit support"), lambda: self._edit(index))
        row: SupportRow = index.data(RECORD)
        if self._of_person and row.goal_kind is not None:
            words = self.tr("Show {goal}").format(goal=row.goal_title)
            place = "stretch" if row.goal_kind is Kind.STRETCH else "plan"
            to = Destination(place, row.goal, row.goal_kind)
            menu.addAction(words, lambda: self.navigate.emit(to))
        menu.addSeparator()
        self._add_states(menu, index.data(RECORD))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: self._trash(index))
        menu.popup(self.rows.viewport().mapToGlobal(at))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add_states(self, menu: QMenu, row: SupportRow) -> None:
        for state in SupportState:
            action = menu.addAction(state_words(state), partial(self._move, row.id, state))
            action.setCheckable(True)
            action.setChecked(state is row.state)
            if state is row.state:
                menu.setActiveAction(action)
