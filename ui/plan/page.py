"""The plan: the cycle and its goals, and one thing of it at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import Id, Kind
from ui.context import Context, Destination
from ui.page import Page
from ui.plan.actions import GoalActions
from ui.plan.assessment import AssessmentView
from ui.plan.competencies import CompetenciesView
from ui.plan.cycle_view import CycleView
from ui.plan.detail import GoalDetail
from ui.plan.experiences import ExperiencesView
from ui.plan.home import PlanHome
from ui.plan.view import PlanView, Several
from ui.widgets.stack import Stack


class PlanPage(Page):
    """Goals by shelf, and in their place the view of one thing.

    The kind of a destination says which view; without one it is a goal. Acts on arrival: `new`
    begins a goal (`browse` as detail shows the templates), `log` logs a value of the goal with
    the id; other views have acts of their own.
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
            Kind.COMPETENCY,
            Kind.ASSESSMENT,
            Kind.EXPERIENCE,
            Kind.PERSON,
            Kind.SUPPORT,
            Kind.SESSION,
            Kind.FEEDBACK,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.actions_on_goals = GoalActions(context, self)
        self.home = PlanHome(context, self.actions_on_goals)
        self._views: dict[Kind, PlanView] = {}
        self._shown: Kind | None = None
        self._stack = Stack()
        self._stack.addWidget(self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.home.opened.connect(self.open_goal)
        self.home.cycle.asked.connect(self._go)
        self.home.navigate.connect(self._go)
        self.actions_on_goals.navigate.connect(self.navigate)
        self.actions_on_goals.added.connect(self.open_goal)
        self._add_shortcut("Ctrl+Shift+N", self._new)
        self._add_shortcut("Ctrl+W", self._close_one)
        self._add_shortcut("Ctrl+P", self._share)

    @property
    def detail(self) -> GoalDetail:
        """The view of one goal."""
        return cast("GoalDetail", self.view(Kind.GOAL))

    @property
    def shown(self) -> PlanView | None:
        """The view in place of the goals, if there is one."""
        return self._views[self._shown] if self._shown else None

    # The page

    def refresh(self) -> None:
        """Show what is there now; a view of what is gone gives way to the goals."""
        if self.shown is None:
            self.home.refresh()
        elif not self.shown.refresh():
            self._show_home()

    def prepare(self, destination: Destination) -> None:
        """Load nothing twice: what is opened is read then, and the goals when one goes back."""
        if not destination.act and (destination.kind is not None or destination.id):
            self._stale = False

    def arrive(self, destination: Destination) -> None:
        """Show a thing of the plan, or begin something."""
        if destination.act == "new" and destination.kind in {None, Kind.GOAL}:
            begin = self.actions_on_goals
            (begin.browse if destination.detail == "browse" else begin.new)()
        elif destination.kind is not None or destination.id:
            self.open(destination)

    def where(self) -> Destination:
        """What is shown, if it is more than the goals."""
        return self.shown.where() if self.shown else Destination(self.place)

    def save(self) -> None:
        """Save what is being written in place and keep what the sheets hold."""
        if self.shown:
            self.shown.keep()
        self.actions_on_goals.keep_drafts()

    def first_focus(self) -> QWidget:
        """The first widget of what is shown."""
        return (self.shown or self.home).first_focus()

    # Moving

    def view(self, kind: Kind) -> PlanView:
        """The view of a kind, made when it is first asked for."""
        if kind not in self._views:
            view = self._make(kind)
            view.left.connect(self.go_home)
            view.navigate.connect(self._go)
            self._views[kind] = view
            self._stack.addWidget(cast("QWidget", view))
        return self._views[kind]

    def open(self, destination: Destination) -> None:
        """Show one thing in place of the goals, or the goals where it is gone."""
        kind = destination.kind or Kind.GOAL
        if self._shown not in {None, kind}:
            self._leave()
        view = self.view(kind)
        if not view.open(destination):
            self.go_home()
            return
        self._shown = kind
        self._stack.setCurrentWidget(cast("QWidget", view))
        view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_goal(self, goal_id: str) -> None:
        """Show one goal."""
        self.open(Destination(self.place, Id(goal_id), Kind.GOAL))

    def go_home(self) -> None:
        """Show the goals again, the one that was open as the current row."""
        goal_id = self.detail.goal_id if self._shown is Kind.GOAL else None
        self._leave()
        self._show_home()
        if goal_id:
            self.home.select(goal_id)
        self.home.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # Private

    def _make(self, kind: Kind) -> PlanView:
        if kind is Kind.CYCLE:
            return CycleView(self.context)
        if kind is Kind.EXPERIENCE:
            return ExperiencesView(self.context)
        if kind is Kind.COMPETENCY:
            return CompetenciesView(self.context)
        if kind is Kind.ASSESSMENT:
            return AssessmentView(self.context)
        view = GoalDetail(self.context, self.actions_on_goals)
        self._bind(QShortcut(QKeySequence("F2"), view), view.edit.click)
        return view

    def _go(self, destination: Destination) -> None:
        if destination.place == self.place:
            self.arrive(destination)
        else:
            self.navigate.emit(destination)

    def _leave(self) -> None:
        if self.shown:
            self.context.perform(self.shown.leave)

    def _show_home(self) -> None:
        self._shown = None
        # What changed meanwhile was not shown here.
        self.home.refresh()
        self._stack.setCurrentWidget(self.home)

    def _new(self) -> None:
        several = self._several()
        if several is None:
            self.actions_on_goals.new()
        else:
            several.begin()

    def _close_one(self) -> None:
        several = self._several()
        if several is None or not several.close_one():
            self.go_home()

    def _several(self) -> Several | None:
        shown: object = self.shown
        return shown if isinstance(shown, Several) else None

    def _share(self) -> None:
        if isinstance(self.shown, CycleView | ExperiencesView):
            self.shown.share()
            return
        goal_id = self.home.rows.current_id() if self._shown is None else None
        if self._shown is Kind.GOAL:
            goal_id = self.detail.goal_id
        if goal_id:
            self.actions_on_goals.share(goal_id)

    def _add_shortcut(self, keys: str, act: Callable[[], None]) -> None:
        self._bind(QShortcut(QKeySequence(keys), self), act)

    def _bind(self, shortcut: QShortcut, act: Callable[[], None]) -> None:
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
