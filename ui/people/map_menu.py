"""What can be done at a cell of the support map, or about a need."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.coverage import Behind, Cell, Cover, Need
from app.domain.ids import NO_ID, Id, Kind
from app.domain.support import SupportState
from app.queries.people import PersonRow, listed
from ui.context import Context, Destination
from ui.people.actions import PeopleActions
from ui.people.ask_form import Wish
from ui.widgets.plain import unmarked


class MapMenu(QObject):
    """Acts on needs and cells at once, or offers what there is; `navigate` leads elsewhere."""

    navigate = Signal(object)

    def __init__(self, context: Context, actions: PeopleActions, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._actions = actions
        self._view = view

    # Methods

    def act(self, need: Need, person: PersonRow | None, at: QPoint) -> None:
        """Do what a cell is there for: ask, say what was answered, or show the goal."""
        cell = need.cell(person.id) if person else None
        if person is not None and (cell is None or cell.cover is Cover.CAN_HELP):
            self.ask(need, person.id)
        elif person is None and len(need.goals) == 1:
            self._show_goal(need.goals[0])
        else:
            self.open(need, person, at)

    def ask(self, need: Need, person: Id = NO_ID) -> None:
        """Ask somebody for a need, on the way to the goal that is due soonest."""
        cell = need.cell(person)
        noted = cell.support if cell and cell.cover is Cover.CAN_HELP else NO_ID
        goal = need.goals[0].id if need.goals else NO_ID
        self._actions.ask(Wish(person, need.competency, goal, noted))

    def open(self, need: Need, person: PersonRow | None, at: QPoint) -> None:
        """Offer everything that can be done at a cell, or about a need."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if person is not None:
            self._add_acts(menu, need, person, need.cell(person.id))
        else:
            self._add_everybody(menu, need)
        menu.addSeparator()
        for goal in need.goals:
            words = self.tr("Show {0}").format(goal.title)
            menu.addAction(unmarked(words), partial(self._show_goal, goal))
        menu.popup(at)

    # Private

    def _add_acts(self, menu: QMenu, need: Need, person: PersonRow, cell: Cell | None) -> None:
        if cell is None or cell.cover is Cover.CAN_HELP:
            words = self.tr("Ask {0}").format(person.short)
            menu.addAction(unmarked(words), lambda: self.ask(need, person.id))
        else:
            for state, words in self._answers(cell):
                menu.addAction(unmarked(words), partial(self._actions.answer, cell.support, state))
        show = Destination("people", person.id, Kind.PERSON)
        words = self.tr("Show {0}").format(person.short)
        menu.addAction(unmarked(words), lambda: self.navigate.emit(show))

    def _answers(self, cell: Cell) -> list[tuple[SupportState, str]]:
        no = (SupportState.DECLINED, self.tr("Not this time"))
        yes = (SupportState.AGREED, self.tr("Agreed"))
        return [yes, no] if cell.cover is Cover.ASKED else [no]

    def _add_everybody(self, menu: QMenu, need: Need) -> None:
        for person in listed(self._context.vault.read):
            cell = need.cell(person.id)
            if cell is None:
                continue
            if cell.cover is Cover.CAN_HELP:
                words = self.tr("Ask {0}").format(person.short)
                menu.addAction(unmarked(words), partial(self.ask, need, person.id))
                continue
            for state, said in self._answers(cell):
                words = self.tr("{name}: {answer}").format(name=person.short, answer=said)
                menu.addAction(unmarked(words), partial(self._actions.answer, cell.support, state))
        menu.addAction(self.tr("Ask someone else"), lambda: self.ask(need))

    def _show_goal(self, goal: Behind) -> None:
        place = "stretch" if goal.kind is Kind.STRETCH else "plan"
        self.navigate.emit(Destination(place, goal.id, goal.kind))
