"""Editors of the goal form: several competencies, and milestones with their days."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.competencies import Framework
from app.operations.goal_drafts import Step
from ui.forms import finished
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import LineEdit


class CompetenciesField(QWidget):
    """The competencies of a goal as chips, and a choice that adds one."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework
        self._chosen: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self._flow = FlowLayout(gap=8)
        self.choice = Choice(name=self.tr("Add a competency"))
        self.choice.picked.connect(self._pick)
        self.setFocusProxy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._flow)
        column.addWidget(self.choice)
        self._show()

    def competencies(self) -> tuple[str, ...]:
        """Return the ids of the chosen competencies, in the order they were chosen."""
        return self._chosen

    def set_competencies(self, chosen: tuple[str, ...]) -> None:
        """Choose these."""
        self._chosen = chosen
        self._show()

    def draft(self) -> str:
        """Return the ids as text."""
        return json.dumps(self._chosen)

    def take_draft(self, draft: str) -> None:
        """Choose what a draft holds."""
        self.set_competencies(tuple(str(name) for name in json.loads(draft)))

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(name) for name in self._chosen]
        offered = [c for c in self._framework.competencies if c.id not in self._chosen]
        options = [(self.tr("Add a competency"), "")]
        self.choice.set_options([*options, *((c.name, c.id) for c in offered)])
        self.choice.set_value("")

    def _chip(self, name: str) -> Chip:
        found = self._framework.find(name)
        chip = Chip(found.name if found else name, "tag", removable=True)
        chip.setToolTip(self.tr("Delete takes it away"))
        chip.removed.connect(lambda: self._remove(name))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _pick(self, name: object) -> None:
        if name:
            self.set_competencies((*self._chosen, str(name)))

    def _remove(self, name: str) -> None:
        self.set_competencies(tuple(c for c in self._chosen if c != name))
        self.choice.setFocus(Qt.FocusReason.TabFocusReason)


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
