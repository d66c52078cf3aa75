"""Actions on both sides in their card, with whom they were agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charts.kept import kept_chart
from app.domain.progress.kept import Kept
from app.queries.growth import Agreed
from ui.charts.kept import kept_words
from ui.widgets.chart_card import ChartCard
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label


class KeptCard(ChartCard):
    """The chart of what was agreed with one person; `person_chosen` says it is to be another."""

    person_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(packs=False, parent=parent)
        self.agreed = False
        self._people = QWidget()
        self.person = Choice(name=self.tr("With"))
        line = FlowLayout(self._people, gap=8)
        line.addWidget(Label(self.tr("With"), "caption", "text-2"))
        line.addWidget(self.person)
        self.person.picked.connect(self.person_chosen)
        self.column.insertWidget(1, self._people)

    def among(self, agreed: Sequence[Agreed]) -> Agreed | None:
        """With whom it is shown: who was chosen, else with whom most was agreed."""
        chosen = (each for each in agreed if each.person == self.person.value())
        return next(chosen, next(iter(agreed), None))

    def show_agreed(self, agreed: Sequence[Agreed], today: date, *, as_table: bool) -> None:
        """Show what was agreed with the one who is chosen, and offer the others."""
        found = self.among(agreed)
        self.agreed = bool(agreed)
        self._people.setVisible(len(agreed) > 1)
        self.person.set_options([(each.name, each.person) for each in agreed])
        if found is not None:
            self.person.set_value(found.person)
        chart = kept_chart(found.kept if found else Kept(), kept_words(today))
        self.show_chart(chart, as_table=as_table)
