"""The plan: the cycle and its goals, and one goal at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.ids import NO_ID, Id, Kind
from app.queries import plan
from ui.context import Context, Destination
from ui.page import Page
from ui.plan.actions import GoalActions
from ui.plan.detail import GoalDetail
from ui.plan.home import PlanHome


class PlanPage(Page):
    """Goals by shelf, and the page of one goal.

    Acts on arrival: `new` begins a goal (`browse` as detail shows the templates), `cycle` edits
    the cycle or starts one, `log` logs a value of the goal with the id.
    """

    place: ClassVar[str] = "plan"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.GOAL,
            Kind.MILESTONE,
            Kind.CHECK_IN,
            Kind.EVIDENCE,
            Kind.ENTRY,
            Kind.CYCLE,
            Kind.PACK,
            Kind.SHARED,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.actions_on_goals = GoalActions(context, self)
        self.home = PlanHome(context, self.actions_on_goals)
        self.detail = GoalDetail(context, self.actions_on_goals)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.home.opened.connect(lambda goal: self.open_goal(Id(goal)))
        self.detail.left.connect(self.close_goal)
        self.detail.navigate.connect(self.navigate)
        self.actions_on_goals.navigate.connect(self.navigate)
        self.actions_on_goals.added.connect(lambda goal: self.open_goal(Id(goal)))
        self._add_shortcut("Ctrl+Shift+N", self.actions_on_goals.new)
        self._add_shortcut("Ctrl+W", self.close_goal)
        self._add_shortcut("Ctrl+P", self._share)
        self._add_detail_shortcut("F2", lambda: self.actions_on_goals.edit(self.detail.goal_id))

    # The page

    def refresh(self) -> None:
        """Show what is there now; a goal that is gone gives way to the list."""
        self.home.refresh()
        shown = self.detail.goal_id
        if shown and not self.detail.show_goal(shown):
            self._stack.setCurrentWidget(self.home)

    def arrive(self, destination: Destination) -> None:
        """Show a goal, or begin something."""
        if destination.id:
            self.open_goal(destination.id)
        if destination.act == "log" and self.detail.goal_id:
            self.actions_on_goals.log_value(self.detail.goal_id)
        elif destination.act == "new" and destination.detail == "browse":
            self.actions_on_goals.browse()
        elif destination.act == "new":
            self.actions_on_goals.new()
        elif destination.act == "cycle":
            current = plan.cycle_of(self.context.vault.read, self.context.today())
            self.actions_on_goals.cycle(current)

    def where(self) -> Destination:
        """The goal that is shown, if one is."""
        return Destination(self.place, id=self.detail.goal_id)

    def save(self) -> None:
        """Save what is being written in place and keep what the sheets hold."""
        self.detail.keep()
        self.actions_on_goals.keep_drafts()

    def first_focus(self) -> QWidget:
        """The list of goals, or the way back from one."""
        return self.detail.back if self.detail.goal_id else self.home.first_focus()

    # Moving

    def open_goal(self, goal_id: Id) -> None:
        """Show one goal."""
        self.home.refresh()
        if not self.detail.show_goal(goal_id):
            self.close_goal()
            return
        self.home.select(goal_id)
        self._stack.setCurrentWidget(self.detail)
        self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_goal(self) -> None:
        """Show the goals again, the one that was open as the current row."""
        goal_id = self.detail.goal_id
        self.context.perform(self.detail.leave_goal)
        self._stack.setCurrentWidget(self.home)
        if goal_id != NO_ID:
            self.home.select(goal_id)
        self.home.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # Private

    def _share(self) -> None:
        goal_id = self.detail.goal_id or self.home.rows.current_id()
        if goal_id:
            self.actions_on_goals.share(goal_id)

    def _add_shortcut(self, keys: str, act: Callable[[], None]) -> None:
        self._bind(QShortcut(QKeySequence(keys), self), act)

    def _add_detail_shortcut(self, keys: str, act: Callable[[], None]) -> None:
        self._bind(QShortcut(QKeySequence(keys), self.detail), act)

    def _bind(self, shortcut: QShortcut, act: Callable[[], None]) -> None:
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
