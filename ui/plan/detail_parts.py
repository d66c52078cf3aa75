"""Smaller parts of a goal's page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import Goal, GoalState
from app.domain.ids import Kind
from app.queries.competencies import Catalogue
from app.queries.trail import PackMention
from ui import labels
from ui.plan import words
from ui.plan.fact_line import FactLine
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.icons import Picture
from ui.widgets.popover import Popover
from ui.widgets.styling import Card
from ui.widgets.text import Label


class Facts(FactLine):
    """The facts of a goal under its title; `asked` carries the competency of a chip."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None

    def show_goal(self, goal: Goal, today: date, known: Catalogue) -> None:
        """Show due date, competencies and review date, as far as there are any."""
        facts = []
        if goal.due is not None:
            due = words.due_sentence(goal.due, today, closed=goal.state.closed)
            facts.append(("calendar", due))
        if goal.review is not None and not goal.state.closed:
            day = labels.short_day(goal.review, today)
            facts.append(("calendar-check", self.tr("Review on {day}").format(day=day)))
        if not goal.state.closed and goal.state is not GoalState.ACTIVE:
            facts.append((words.STATE_ICONS[goal.state], words.state_words(goal.state)))
        named = [(name, known.name(name)) for name in goal.competencies]
        if (facts, named) == self._shown:
            # Chips that are made anew would lose the focus.
            return
        self._shown = (facts, named)
        self.show_facts(facts)
        if named:
            self.add_chips("sprout", [self._chip(*each) for each in named])

    def _chip(self, competency: str, name: str) -> Chip:
        chip = Chip(name, "tag")
        chip.setToolTip(self.tr("Open the competency"))
        chip.clicked.connect(lambda: self.asked.emit(competency))
        return chip


class PlanCard(Card):
    """The obstacle, and the if-then plan that meets it."""

    def __init__(self) -> None:
        super().__init__("lamp")
        self._obstacle = Label("", "body", wrap=True)
        self._plan = Label("", "body", wrap=True)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(17, 13, 17, 13)
        row.setSpacing(13)
        column.setSpacing(2)
        row.addWidget(Picture("route", "lamp-text", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        column.addWidget(self._obstacle)
        column.addWidget(self._plan)

    def show_goal(self, goal: Goal) -> bool:
        """Show a goal's plan; return whether there is any."""
        obstacle = goal.obstacle.strip()
        self._obstacle.setText(self.tr("Obstacle: {what}").format(what=obstacle))
        self._obstacle.setVisible(bool(obstacle))
        if_when, then_do = goal.if_when.strip().rstrip(",."), goal.then_do.strip().rstrip(".")
        said = self.tr("If {when}, then {what}.").format(when=if_when, what=then_do)
        self._plan.setText(said)
        self._plan.emphasise([self.tr("If"), self.tr(", then")])
        self._plan.setVisible(goal.has_plan)
        return bool(obstacle) or goal.has_plan


class Taught(Card):
    """How a goal ended and what it taught, with a way back."""

    def __init__(self) -> None:
        super().__init__("quiet-card")
        self._state = Label("", "section")
        self._icon = Picture("circle", "accent-text", 16)
        self._learned = Label("", "body", wrap=True)
        self.reopen = Button(self.tr("Reopen"), "link", icon="rotate-ccw")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(4)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state, 1)
        head.addWidget(self.reopen)
        column.addLayout(head)
        column.addWidget(self._learned)

    def show_goal(self, goal: Goal, today: date) -> bool:
        """Show the end of a goal; return whether it has ended."""
        self._icon.show_icon(words.STATE_ICONS[goal.state])
        self._state.setText(words.ended_words(goal.state, goal.state_day, today))
        self._learned.setText(self.tr("It taught: {what}").format(what=goal.learned.strip()))
        self._learned.setVisible(bool(goal.learned.strip()))
        return goal.state.closed


class SharingPopover(Popover):
    """Who may see a goal or an experience: the packs it is in, or nobody but oneself."""

    opened = Signal(str)
    """The id of the pack to go to."""
    share_asked = Signal()

    def __init__(
        self, packs: Sequence[PackMention], anchor: QWidget, kind: Kind = Kind.GOAL
    ) -> None:
        experience = kind is Kind.EXPERIENCE
        goal = translate("Plan", "Who can see this goal")
        super().__init__(
            translate("Plan", "Who can see this experience") if experience else goal, anchor
        )
        if not packs:
            words_of_it = self.tr("Only you can see this goal. It is in no share pack.")
            if experience:
                words_of_it = self.tr("Only you can see this experience. It is in no share pack.")
            self.body.addWidget(Label(words_of_it, "body", wrap=True))
        for pack in dict.fromkeys(packs):
            button = Button(words.pack_sentence(pack), "link", icon="send")
            button.clicked.connect(lambda _checked=False, pack=pack: self._go(pack))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        make = Button(self.tr("Make a PDF of this"))
        make.clicked.connect(self._share)
        self.body.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)

    def _go(self, pack: PackMention) -> None:
        self.close()
        self.opened.emit(pack.pack)

    def _share(self) -> None:
        self.close()
        self.share_asked.emit()
