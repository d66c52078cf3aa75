"""The if-then plan for today, and whether it was used."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal

from app.queries.today import PlanForToday
from ui import labels
from ui.aim_words import plan_words
from ui.context import Destination
from ui.today.lamp_card import LampCard
from ui.today.step_words import PLACES
from ui.widgets.check import Check
from ui.widgets.elided_button import ElidedButton
from ui.widgets.text import Label


class PlanCard(LampCard):
    """A plan as a sentence, the goal it serves, and a tick for having used it today."""

    went = Signal(object)
    used = Signal(bool)

    def __init__(self, plan: PlanForToday, today: date) -> None:
        super().__init__("lightbulb", self.tr("If\u2013then for today"))
        said, strong = plan_words(plan.if_when, plan.then_do)
        words = Label(said, wrap=True)
        words.emphasise(strong)
        self.column.addWidget(words)
        target = Destination(PLACES[plan.aim_kind], id=plan.aim)
        self.goal = ElidedButton(plan.aim_title, "quiet")
        self.goal.clicked.connect(lambda: self.went.emit(target))
        self.column.addWidget(self.goal, 0, Qt.AlignmentFlag.AlignLeft)
        if plan.since is not None:
            count = labels.counted(
                plan.used,
                self.tr("Used once since {day}"),
                self.tr("Used {n} times since {day}"),
                day=labels.short_day(plan.since, today),
            )
            self.column.addWidget(Label(count, "caption", "text-2"))
        self.check = Check(self.tr("I used it today"))
        self.check.setChecked(plan.used_today)
        self.check.clicked.connect(self.used)
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
