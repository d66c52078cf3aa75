"""The competencies that a stretch goal is about, as chips with a choice to add one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.competencies import Framework
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout


class CompetencyField(QWidget):
    """Chosen competencies; ids that the framework does not know stay as they are."""

    changed = Signal()

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework
        self._chosen: tuple[str, ...] = ()
        self.add = Choice(name=self.tr("Add a competency"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=8, row_gap=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.add)
        self.add.picked.connect(self._take)
        self._show()

    def competencies(self) -> tuple[str, ...]:
        """Return the chosen ids."""
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
        self.set_competencies(json.loads(draft))

    def _take(self, competency: object) -> None:
        if isinstance(competency, str) and competency and competency not in self._chosen:
            self.set_competencies((*self._chosen, competency))
            self.changed.emit()

    def _drop(self, competency: str) -> None:
        self.set_competencies([chosen for chosen in self._chosen if chosen != competency])
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for chosen in self._chosen:
            found = self._framework.find(chosen)
            chip = Chip(found.name if found else chosen, "tag", removable=True)
            chip.removed.connect(partial(self._drop, chosen))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._chosen))
        left = [c for c in self._framework.competencies if c.id not in self._chosen]
        self.add.set_options([(self.tr("Add a competency"), ""), *((c.name, c.id) for c in left)])
        self.add.set_value("")
