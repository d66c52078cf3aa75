"""The sheet for a goal: a new one, blank or from a template, or one to edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.goal_templates import GoalTemplate
from app.domain.goals import Goal
from app.domain.ids import NO_ID
from app.operations import goal_drafts
from app.operations.goal_drafts import GoalDraft
from app.queries import plan
from app.queries.competencies import catalogue
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.forms import Form
from ui.measures.fields import MeasureFields
from ui.plan.fields import StepsField
from ui.plan.templates import TemplatePicker
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine

DRAFT = "plan.goal"
_TEXTS = (
    "title",
    "why",
    "alignment",
    "measure",
    "unit",
    "obstacle",
    "if_when",
    "then_do",
    "support",
)


class GoalForm(Form):
    """The fields of a goal; only the title is needed."""

    def __init__(self, context: Context, title: str, parent: QWidget, *, draft: str) -> None:
        super().__init__(context, title, parent, draft=draft)
        self._template = ""
        self.measure = MeasureFields()
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))

    def lay_out(self) -> None:
        """Add the fields, in the order one thinks of them."""
        title = self.add_field("title", Field(self.tr("Goal"), LineEdit(large=True), required=True))
        self.focus_first(title.editor)
        self._add_text("why", self.tr("Why it matters to you"), 3)
        self._add_pair("due", self._day(self.tr("Due")), "review", self._day(self.tr("Review on")))
        self._add_measure()

    def lay_out_rest(self) -> None:
        """Add what follows the milestones."""
        self._add_text("obstacle", self.tr("What will get in the way"), 2)
        self._add_text("if_when", self.tr("If"), 2, self.tr("The moment it happens."))
        self._add_text("then_do", self.tr("Then"), 2, self.tr("What you do at that moment."))
        self._add_text("support", self.tr("Support to ask for"), 2)
        self.add_field("competencies", Field(self.tr("Competencies"), self.competencies))
        self._add_text("alignment", self.tr("What it serves"), 2, self.tr("A need of your team."))

    def draft_goal(self) -> GoalDraft:
        """What the form holds."""
        texts: dict[str, Any] = {name: self.text(name) for name in _TEXTS}
        return GoalDraft(
            **texts,
            measure_kind=self.measure.measure_kind(),
            baseline=self.measure.baseline(),
            target=self.measure.target(),
            competencies=self.competencies.competencies(),
            due=self.day("due"),
            review=self.day("review"),
            template=self._template,
        )

    def fill(self, draft: GoalDraft) -> None:
        """Show a goal in the fields."""
        for name in _TEXTS:
            self.put(name, getattr(draft, name))
        self.measure.fill(draft)
        self.put_day("due", draft.due)
        self.put_day("review", draft.review)
        self.competencies.set_competencies(draft.competencies)
        self._template = draft.template

    def _add_text(self, name: str, label: str, lines: int, help_text: str = "") -> None:
        self.add_field(name, Field(label, MultiLine(lines=lines), help_text=help_text))

    def understood(self) -> bool:
        """Whether every date and number can be read; says so at the first one that cannot."""
        misread = self.measure.misread()
        if super().understood() and misread:
            self.show_field_error(misread, self.tr("Write a number, or leave it empty."))
        return not misread and super().understood()

    def _add_measure(self) -> None:
        self.fields.update(self.measure.fields)
        self.body.addWidget(self.measure)
        self.measure.kind.chosen.connect(lambda _: self.touch())

    def _add_pair(self, first: str, left: Field, second: str, right: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, field in ((first, left), (second, right)):
            self.fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _day(self, label: str) -> Field:
        return Field(label, DateField(self.context.today))


class EditGoal(GoalForm):
    """A goal to edit; its milestones are edited on its page."""

    def __init__(self, context: Context, goal: Goal, parent: QWidget) -> None:
        super().__init__(
            context, translate("Plan", "Edit goal"), parent, draft=f"{DRAFT}:{goal.id}"
        )
        self._goal_id = goal.id
        self.lay_out()
        self.lay_out_rest()
        self.add_buttons(self.tr("Save"))
        self.fill(GoalDraft.of(goal))
        self.begin()

    def submit(self) -> None:
        """Save the goal."""
        if self.understood():
            draft = self.draft_goal()
            self.run(lambda: goal_drafts.revise(self.context.vault, self._goal_id, draft))


class NewGoal(GoalForm):
    """A new goal, blank or from a template; each keeps a draft of its own.

    `added` carries the id of the new goal, `templates_asked` that one would rather choose.
    """

    added = Signal(str)
    templates_asked = Signal()

    def __init__(
        self, context: Context, parent: QWidget, template: GoalTemplate | None = None
    ) -> None:
        draft = f"{DRAFT}+{template.id}" if template else DRAFT
        super().__init__(context, translate("Plan", "New goal"), parent, draft=draft)
        self.steps = StepsField(context.today)
        self._add_choice()
        self.lay_out()
        self.add_field("steps", Field(self.tr("Milestones"), self.steps))
        self.lay_out_rest()
        self.add_buttons(self.tr("Add goal"))
        if template is not None:
            self.fill(GoalDraft.from_template(template, context.today()))
            self.steps.set_steps(goal_drafts.steps_of(template, context.today()))
        self.begin()

    def submit(self) -> None:
        """Add the goal to the cycle that runs now."""
        if not self.understood() or not self.steps.understood():
            return
        draft, steps, vault = self.draft_goal(), self.steps.steps(), self.context.vault
        cycle = plan.cycle_of(vault.read, self.context.today())
        cycle_id = cycle.id if cycle else NO_ID
        goal = self.run(lambda: goal_drafts.add(vault, draft, steps, cycle_id))
        if goal is not None:
            self.added.emit(goal.id)

    def _add_choice(self) -> None:
        choose = Button(self.tr("Start from a template"), "link", icon="layers")
        choose.setProperty("flush", True)
        choose.clicked.connect(self.templates_asked)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)


class TemplateSheet(Dialog):
    """Goals to start from; `chosen` carries a template, or None to start blank."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        subtitle = translate("Plan", "Take one as it is, or change every word of it.")
        super().__init__(translate("Plan", "Browse goals"), parent, kind="sheet", subtitle=subtitle)
        self.picker = TemplatePicker(context.library.goal_templates.of_kind("goal"))
        self.picker.chosen.connect(self._choose)
        self.body.addWidget(self.picker)
        self.focus_first(self.picker.search)
        cancel = self.add_action(Button(self.tr("Cancel")))
        cancel.clicked.connect(self.reject)
        blank = self.add_action(Button(self.tr("Start blank")))
        blank.clicked.connect(lambda: self._choose(None))

    def _choose(self, template: GoalTemplate | None) -> None:
        self.accept()
        self.chosen.emit(template)
