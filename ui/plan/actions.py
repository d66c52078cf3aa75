"""What can be done with a goal, wherever it is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.content.goal_templates import GoalTemplate
from app.domain.goals import CheckIn, Goal, GoalState
from app.domain.ids import Id
from app.domain.measures import newest_value
from app.operations import goals
from ui.context import Context, Destination
from ui.forms import keep_open
from ui.plan.goal_sheet import EditGoal, NewGoal, TemplateSheet
from ui.plan.review import ReviewForm
from ui.plan.sheets import CloseForm
from ui.plan.value_form import ValueForm
from ui.widgets.dialog import Dialog


class GoalActions(QObject):
    """Opens the sheets of the plan and runs what a goal's menu offers."""

    navigate = Signal(object)
    """A Destination outside the plan."""
    added = Signal(str)
    """The id of a new goal."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent

    # Sheets

    def new(self) -> None:
        """Begin a goal."""
        self._begin(None)

    def browse(self) -> None:
        """Show the goals to start from."""
        sheet = TemplateSheet(self._context, self._over)
        sheet.chosen.connect(self._begin)
        self._open(sheet)

    def edit(self, goal_id: Id) -> None:
        """Edit a goal."""
        goal = self._find(goal_id)
        if goal is not None:
            self._open(EditGoal(self._context, goal, self._over))

    def close(self, goal_id: Id) -> None:
        """Ask how a goal ended."""
        goal = self._find(goal_id)
        if goal is not None:
            self._open(CloseForm(self._context, goal, self._over))

    def review(self, goal_id: Id) -> None:
        """Look at a goal again, and set the day of the next review."""
        goal = self._find(goal_id)
        if goal is not None:
            self._open(ReviewForm(self._context, goal, self._over))

    def log_value(self, goal_id: Id, check_in: Id | None = None) -> None:
        """Log a value of a goal, or correct one."""
        goal = self._find(goal_id)
        read = self._context.vault.read
        note = read.find(CheckIn, check_in) if check_in else None
        if goal is not None:
            last = newest_value(read.all(CheckIn, goal=goal_id))
            self._open(ValueForm(self._context, goal, self._over, note, last))

    def keep_drafts(self) -> None:
        """Keep what the open sheets hold; raises AppError where that fails."""
        keep_open(self._over)

    # At once

    def set_state(self, goal_id: Id, state: GoalState) -> None:
        """Make a goal active, paused or someday."""
        vault = self._context.vault
        moved = self._context.perform(lambda: goals.reopen_goal(vault, goal_id, state))
        if moved is not None:
            said = {
                GoalState.ACTIVE: self.tr("Goal is active"),
                GoalState.PAUSED: self.tr("Goal paused"),
                GoalState.SOMEDAY: self.tr("Goal set aside for someday"),
            }
            self._context.messages.say(said[state], undo=True)

    def share(self, goal_id: Id) -> None:
        """Go and make a PDF of a goal."""
        self.navigate.emit(Destination("share", act="new", detail=f"goal:{goal_id}"))

    def trash(self, goal_id: Id) -> None:
        """Move a goal and what belongs to it to the trash."""
        vault = self._context.vault
        if self._find(goal_id) is not None:
            self._context.perform(lambda: goals.delete_goal(vault, goal_id))
            self._context.messages.say(self.tr("Goal moved to trash"), undo=True)

    def menu(self, goal_id: Id, parent: QWidget) -> QMenu:
        """The menu of a goal."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        goal = self._find(goal_id)
        if goal is None:
            return menu
        menu.addAction(self.tr("Edit goal"), lambda: self.edit(goal_id))
        self._add_states(menu, goal)
        end = self.tr("Change how it ended...") if goal.state.closed else self.tr("Close goal...")
        menu.addAction(end, lambda: self.close(goal_id))
        if not goal.state.closed:
            menu.addAction(self.tr("Review..."), lambda: self.review(goal_id))
        menu.addSeparator()
        menu.addAction(self.tr("Make a PDF of this"), lambda: self.share(goal_id))
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash"), lambda: self.trash(goal_id))
        return menu

    def _add_states(self, menu: QMenu, goal: Goal) -> None:
        menu.addSeparator()
        offered = {
            GoalState.ACTIVE: self.tr("Reopen") if goal.state.closed else self.tr("Make active"),
            GoalState.PAUSED: self.tr("Pause"),
            GoalState.SOMEDAY: self.tr("Set aside for someday"),
        }
        for state, said in offered.items():
            fits = state is GoalState.ACTIVE or not goal.state.closed
            if state is not goal.state and fits:
                menu.addAction(said, partial(self.set_state, goal.id, state))

    def _begin(self, template: GoalTemplate | None) -> None:
        sheet = NewGoal(self._context, self._over, template)
        sheet.added.connect(self.added)
        sheet.templates_asked.connect(sheet.reject)
        sheet.templates_asked.connect(self.browse)
        self._open(sheet)

    def _open(self, sheet: Dialog) -> None:
        sheet.open()

    def _find(self, goal_id: Id) -> Goal | None:
        goal = self._context.vault.read.find(Goal, goal_id)
        return goal if goal is not None and goal.deleted is None else None
