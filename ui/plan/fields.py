"""The editor of a new goal's milestones."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.goal_drafts import Step
from ui.forms import finished
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.line_edit import LineEdit


class StepsField(QWidget):
    """The first milestones of a new goal: what, and by when."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._lines: list[_StepLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = Button(self.tr("Add a milestone"), "link", icon="plus")
        self.add.clicked.connect(self._add_empty)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def steps(self) -> tuple[Step, ...]:
        """Return the milestones that have words."""
        return tuple(line.step() for line in self._lines if line.step().title)

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these milestones."""
        for line in tuple(self._lines):
            self._remove(line)
        for step in steps:
            self._add(step)

    def understood(self) -> bool:
        """Return whether every day can be read; goes to the first one that cannot."""
        for line in self._lines:
            if not finished(line.due):
                line.due.set_error(wrong=True)
                line.due.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def draft(self) -> str:
        """Return the milestones as text."""
        return json.dumps([(s.title, s.due.isoformat() if s.due else "") for s in self.steps()])

    def take_draft(self, draft: str) -> None:
        """Show the milestones of a draft."""
        kept = json.loads(draft)
        self.set_steps(tuple(Step(t, date.fromisoformat(d) if d else None) for t, d in kept))

    def _add(self, step: Step) -> _StepLine:
        line = _StepLine(self._today, step)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _add_empty(self) -> None:
        self._add(Step("")).title.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, line: _StepLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _StepLine(QWidget):
    """One milestone: its words, its day, and a button that takes it away."""

    def __init__(self, today: Callable[[], date], step: Step) -> None:
        super().__init__()
        self.title = LineEdit(name=self.tr("Milestone"))
        self.title.setText(step.title)
        self.due = DateField(today, placeholder=self.tr("By when"), name=self.tr("By when"))
        self.due.set_day(step.due)
        self.due.textChanged.connect(lambda: self.due.set_error(wrong=False))
        self.remove = Button("", "ghost", icon="x")
        self.remove.setToolTip(self.tr("Take this milestone away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title, 2)
        row.addWidget(self.due, 1)
        row.addWidget(self.remove)

    def step(self) -> Step:
        """Return what it says."""
        return Step(self.title.text().strip(), self.due.day())
