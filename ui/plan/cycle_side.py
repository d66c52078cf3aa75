"""Beside a cycle: its goals, and the other cycles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import Goal, GoalState
from app.queries.cycles import CycleRow
from ui.plan import cycle_words, words
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.fact_row import FactRow
from ui.widgets.text import Label

_GAP = 10


class _Listing(QWidget):
    """A heading over rows that are made anew when they change."""

    opened = Signal(str)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.rows: list[FactRow] = []
        self._shown: tuple[object, ...] = ()
        self._heading = Label(heading, "section")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self._heading)
        self.column.addLayout(self._lines)

    def is_new(self, *shown: object) -> bool:
        """Return whether this is not what is shown, and forget the rows if so."""
        if shown == self._shown:
            return False
        self._shown = shown
        self.rows = []
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        return True

    def add_row(self, row: FactRow, record: str) -> None:
        """Add a row that opens a record."""
        row.clicked.connect(partial(self.opened.emit, record))
        self.rows.append(row)
        self.add_line(row)

    def add_line(self, line: QWidget) -> None:
        """Add a line below the rows."""
        self._lines.addWidget(line)
        line.show()


class CycleGoals(_Listing):
    """The goals of a cycle; `removed` carries the id of one that leaves it."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Goals of this cycle"))
        self.add = Button(self.tr("Add a goal"), "link", icon="plus")
        self.add.setProperty("flush", True)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_goals(self, goals: Sequence[Goal], today: date, *, others: bool) -> None:
        """Show the goals; `others` says whether there are any to add."""
        self.add.setVisible(others)
        if not self.is_new(tuple(goals), today, others):
            return
        for goal in goals:
            active = goal.state is GoalState.ACTIVE
            aside = words.due_words(goal.due, today) if active else words.state_words(goal.state)
            row = FactRow(goal.title, aside, icon=words.STATE_ICONS[goal.state], removable=True)
            row.setAccessibleDescription(self.tr("Delete takes it out of the cycle"))
            row.removed.connect(partial(self.removed.emit, goal.id))
            self.add_row(row, goal.id)
        if not goals:
            nothing = self.tr("No goal belongs to it yet.")
            self.add_line(Label(nothing, "body", "text-2", wrap=True))


class OtherCycles(_Listing):
    """The cycles before and after: their days, with whom, and what came of them."""

    def __init__(self) -> None:
        super().__init__(self.tr("Other cycles"))

    def show_cycles(self, cycles: Sequence[CycleRow], today: date) -> None:
        """Show them, newest first; the part vanishes without any."""
        self.setVisible(bool(cycles))
        if not self.is_new(tuple(cycles), today):
            return
        for cycle in cycles:
            self.add_row(FactRow(cycle.title, icon="calendar-days"), cycle.id)
            days = cycle_words.days_words(cycle.start, cycle.last_day, today)
            about = cycle_words.row_words(cycle)
            self.rows[-1].setAccessibleName(", ".join(filter(None, (cycle.title, days, about))))
            for said in filter(None, (days, about)):
                self.add_line(_below_icon(said))


def _below_icon(said: str) -> QWidget:
    """Words that begin where those of the row above do."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current_theme().px(_GAP))
    row.addSpacing(current_theme().size("icon"))
    row.addWidget(Label(said, "caption", "text-2", wrap=True), 1)
    return line
