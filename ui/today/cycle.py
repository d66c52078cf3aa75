"""The cycle at the side: its three points, each of which opens its entry or begins it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cycles import Cycle
from app.domain.ids import Kind
from app.queries.cycles import CyclePoint
from app.queries.steps import is_due
from ui import labels
from ui.context import Destination
from ui.reflections import beginning, point_words
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.timeline import Milestone, State, Timeline


class CycleSection(QWidget):
    """The points of a cycle; without one it offers to start one."""

    went = Signal(object)

    def __init__(self, cycle: Cycle | None, points: Sequence[CyclePoint], today: date) -> None:
        super().__init__()
        self._points = tuple(points)
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("Cycle"), "section"))
        if cycle is None:
            self._invite(column)
            return
        self._cycle = cycle
        self.line = Timeline(self.tr("Cycle"))
        self.line.show_milestones([self._milestone(point) for point in self._points])
        self.line.opened.connect(lambda place: self.went.emit(self._target(self._points[place])))
        column.addWidget(self.line)

    def _invite(self, column: QVBoxLayout) -> None:
        text = self.tr("A cycle gives your goals a start, a middle and an end. It can wait.")
        column.addWidget(Label(text, "body", "text-2", wrap=True))
        start = Button(self.tr("Start a cycle"), "link", icon="plus")
        new = Destination("plan", kind=Kind.CYCLE, act="new")
        start.clicked.connect(lambda: self.went.emit(new))
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)

    def _milestone(self, point: CyclePoint) -> Milestone:
        state, today = self._state(point), self._today
        when, near = labels.short_day(point.day, today), labels.in_days(point.day, today)
        if point.day == today:
            near = labels.day_words(today, today)
        soon = bool(near) and state != "done"
        when = self.tr("{day}, {near}").format(day=when, near=near) if soon else when
        return Milestone(point_words(point.point), when, state, soon=soon)

    def _state(self, point: CyclePoint) -> State:
        """What is written is done; of the rest the next one to come, or else the last, is now."""
        if point.entry:
            return "done"
        left = [each for each in self._points if not each.entry]
        coming = [each for each in left if each.day >= self._today]
        return "current" if point == (coming or left[-1:])[0] else "ahead"

    def _target(self, point: CyclePoint) -> Destination:
        if point.entry:
            return Destination("journal", id=point.entry)
        if is_due(self._cycle, point.point, self._today):
            return beginning(self._cycle.id, point.point)
        return Destination("plan", self._cycle.id, Kind.CYCLE)
