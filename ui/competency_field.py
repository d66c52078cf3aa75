"""Competencies to choose: those chosen as chips, and a choice that adds one, group by group."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries.competencies import Catalogue
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice, Heading
from ui.widgets.flow import FlowLayout


class CompetencyField(QWidget):
    """Chosen competencies; those that are archived or gone stay as they are."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._chosen: tuple[str, ...] = ()
        self.add = Choice(name=self.tr("Add a competency"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=8, row_gap=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.add.picked.connect(self._take)
        self._show()

    def competencies(self) -> tuple[str, ...]:
        """Return the chosen ids, in the order they were chosen."""
        return self._chosen

    def set_competencies(self, ids: Sequence[str]) -> None:
        """Show these as chosen."""
        self._chosen = tuple(ids)
        self._show()

    def draft(self) -> str:
        """Return the ids as text."""
        return json.dumps(self._chosen)

    def take_draft(self, draft: str) -> None:
        """Choose what a draft holds."""
        self.set_competencies([str(each) for each in json.loads(draft)])

    def _take(self, competency: object) -> None:
        if isinstance(competency, str) and competency and competency not in self._chosen:
            self.set_competencies((*self._chosen, competency))
            self.changed.emit()
        else:
            self.add.set_value("")

    def _drop(self, competency: str) -> None:
        self.set_competencies([chosen for chosen in self._chosen if chosen != competency])
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for chosen in self._chosen:
            chip = Chip(self._catalogue.name(chosen), "tag", removable=True)
            chip.setToolTip(self.tr("Delete takes it away"))
            chip.removed.connect(partial(self._drop, chosen))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._chosen))
        self.add.set_options([(self.tr("Add a competency"), ""), *self._offered()])
        self.add.set_value("")

    def _offered(self) -> Iterator[tuple[str, object]]:
        left = [row for row in self._catalogue.offered if row.id not in self._chosen]
        for group, rows in groupby(left, key=lambda row: row.group):
            if group:
                yield (group, Heading())
            for row in rows:
                yield (row.name, row.id)
