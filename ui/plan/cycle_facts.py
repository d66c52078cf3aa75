"""The line of facts under a cycle's title: its days, its week, and with whom it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.cycles import Cycle, Person
from ui.person_words import person_words
from ui.plan import cycle_words
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import Picture
from ui.widgets.text import Label


class CycleFacts(QWidget):
    """Days, week and person; a click on the person asks for them."""

    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=16, row_gap=2)
        self._days, self._week = (Label("", "body", "text-2", numbers=True) for _ in range(2))
        self._flow.addWidget(_fact("calendar", self._days))
        self._flow.addWidget(_fact("hourglass", self._week))
        self.person = Chip("", "tag", icon="user")
        self.person.clicked.connect(self.person_asked)
        self._flow.addWidget(self.person)

    def show_cycle(self, cycle: Cycle, person: Person | None, today: date) -> None:
        """Show a cycle as it is now."""
        self._days.setText(cycle_words.days_words(cycle.start, cycle.last_day, today))
        self._week.setText(cycle_words.week_words(cycle, today))
        self.person.setVisible(person is not None)
        if person is not None:
            name = person_words(person.name, person.relation)
            said = self.tr("With {name}").format(name=name)
            self.person.show_state(said, "tag")


def _fact(icon: str, words: Label) -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Picture(icon, "text-2", 14))
    row.addWidget(words)
    return fact
