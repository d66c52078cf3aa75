"""What can be done with a next step where it stands: tick it, or move it to another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from app.domain.cycles import Cycle
from app.domain.goals import Goal, Milestone
from app.domain.ids import Kind
from app.domain.sessions import Action, ActionState
from app.operations import actions, cycles, goals
from app.queries.steps import NextStep
from ui import labels
from ui.context import Context


class StepActions(QObject):
    """Runs it, and says so with the way back."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def tick(self, step: NextStep) -> None:
        """Mark a milestone or an action as done today."""
        vault, day = self._context.vault, self._context.today()
        if step.kind is Kind.ACTION:
            done = ActionState.DONE
            if self._context.perform(lambda: actions.settle_action(vault, step.id, done)):
                self._context.messages.say(self.tr("Action done"), undo=True)
        elif self._context.perform(lambda: goals.tick_milestone(vault, step.id, day)):
            self._context.messages.say(self.tr("Step done"), undo=True)

    def move(self, step: NextStep, day: date | None) -> None:
        """Give a step another day, or none."""
        if day == step.due or not self._context.perform(lambda: self._put(step, day)):
            return
        words = self.tr("Step without a day")
        if day is not None:
            said = labels.weekday_and_day(day, self._context.today())
            words = self.tr("Step moved to {day}").format(day=said)
        self._context.messages.say(words, undo=True)

    def _put(self, step: NextStep, day: date | None) -> Milestone | Goal | Cycle | Action:
        vault = self._context.vault
        if step.kind is Kind.ACTION:
            action = vault.read.get(Action, step.id)
            return actions.revise_action(vault, replace(action, due=day))
        if step.kind is Kind.MILESTONE:
            milestone = vault.read.get(Milestone, step.id)
            return goals.revise_milestone(vault, replace(milestone, due=day))
        if step.kind is Kind.GOAL:
            return goals.revise_goal(vault, replace(vault.read.get(Goal, step.id), review=day))
        cycle = vault.read.get(Cycle, step.id)
        return cycles.revise_cycle(vault, replace(cycle, middle=day or cycle.middle))
