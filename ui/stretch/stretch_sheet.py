"""The sheet of a stretch goal: a title is enough, everything else can wait."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.goal_templates import GoalTemplate
from app.domain.goals import Milestone, Stretch
from app.domain.ids import Id
from app.operations import goals
from app.queries.competencies import catalogue
from app.queries.stretch import linkable_goals
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.forms import Form
from ui.labels import number
from ui.measures.fields import MeasureFields
from ui.stretch.check_in_fields import RatingRow
from ui.stretch.words import size_anchors
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.text import Label

_WORDS = (
    "title",
    "why",
    "commit",
    "reach",
    "obstacle",
    "if_when",
    "then_do",
    "support",
    "if_badly",
    "measure",
    "unit",
)
_DAYS = ("commit_day", "reach_day")


class StretchSheet(Form):
    """A new stretch goal, from a template or blank, or one to edit; `stretch` is what was saved."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, stretch: Stretch | None = None
    ) -> None:
        self.stretch = stretch or Stretch()
        self._new = stretch is None
        draft = "stretch.new" if stretch is None else f"stretch.{stretch.id}"
        super().__init__(context, title, parent, draft=draft)
        self._brought: dict[str, str] = {}
        self.template = Choice(self._templates())
        self.size_row = RatingRow(self.tr("Size"), size_anchors())
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))
        self.goal = Choice(self._goals())
        self.measure = MeasureFields()
        self._brings = Label("", "caption", "text-2", wrap=True)
        self._build()
        self.add_buttons(self.tr("Save stretch goal") if stretch else self.tr("Add stretch goal"))
        self._fill(self.stretch)
        self._blank = self._holds()
        self.begin()

    # What a form says

    def restore(self, content: str) -> None:
        """Fill the fields with a draft, and say what its template brings."""
        super().restore(content)
        self._show_brought()

    def understood(self) -> bool:
        """Whether every day and number can be read; says so at the first one that cannot."""
        misread = self.measure.misread()
        if misread:
            self.show_field_error(misread, self.tr("Write a number, or leave it empty."))
        return super().understood() and not misread

    def submit(self) -> None:
        """Save the stretch goal; an error stands under its field."""
        if not self.understood():
            return
        vault, stretch, steps = self.context.vault, self._as_written(), self._milestones()
        if self._new:
            saved = self.run(lambda: goals.add_stretch(vault, stretch, steps))
        else:
            saved = self.run(lambda: goals.revise_stretch(vault, stretch))
        self.stretch = saved or self.stretch

    # Building

    def _build(self) -> None:
        if self._new:
            self.add_field("template", Field(self.tr("Start from"), self.template))
            self.template.picked.connect(self._take_template)
            self.body.addWidget(self._brings)
        title = Field(self.tr("What you might not manage"), LineEdit(), required=True)
        self.focus_first(self.add_field("title", title).editor)
        self._add("why", self.tr("Why it matters"), MultiLine(lines=2))
        today = self.context.today
        self._add_pair(
            ("commit", self.tr("Commit: what you will do in any case"), LineEdit(), 3),
            ("commit_day", self.tr("By"), DateField(today), 2),
        )
        self._add_pair(
            ("reach", self.tr("Stretch: what you reach for"), LineEdit(), 3),
            ("reach_day", self.tr("By"), DateField(today), 2),
        )
        self._add("size", self.tr("Size of the challenge"), self.size_row)
        self._add("obstacle", self.tr("What could get in the way"), LineEdit())
        self._add_pair(
            ("if_when", self.tr("If"), LineEdit(), 1), ("then_do", self.tr("then"), LineEdit(), 1)
        )
        self._add("support", self.tr("Support to ask for"), MultiLine(lines=2))
        self._add("if_badly", self.tr("If it goes badly"), MultiLine(lines=2))
        self.fields.update(self.measure.fields)
        self.body.addWidget(self.measure)
        self.measure.kind.chosen.connect(self.touch)
        self._add("competencies", self.tr("Competencies"), self.competencies)
        self._add("goal", self.tr("Linked to"), self.goal)

    def _add(self, name: str, label: str, editor: QWidget) -> None:
        self.add_field(name, Field(label, editor))

    def _add_pair(self, *parts: tuple[str, str, QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor, share in parts:
            self.fields[name] = Field(label, editor)
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    # Private

    def _templates(self) -> list[tuple[str, object]]:
        found = self.context.library.goal_templates.of_kind("stretch")
        return [(self.tr("A blank page"), ""), *((t.title, t.id) for t in found)]

    def _goals(self) -> list[tuple[str, object]]:
        found = linkable_goals(self.context.vault.read, self.stretch.goal)
        return [(self.tr("No goal"), ""), *((goal.title, goal.id) for goal in found)]

    def _chosen_template(self) -> GoalTemplate | None:
        chosen = self.template.value()
        return self.context.library.goal_templates.find(chosen) if isinstance(chosen, str) else None

    def _take_template(self) -> None:
        template = self._chosen_template()
        written, brought = self._holds(), self._brought
        self._fill(_from_template(template, self.context.today()) if template else Stretch())
        self._brought = self._holds()
        # What was written by hand stays; what another template had brought goes.
        by_hand = {
            name: text
            for name, text in written.items()
            if name == "template" or text not in (self._blank[name], brought.get(name))
        }
        self.restore(json.dumps(by_hand))

    def _show_brought(self) -> None:
        template = self._chosen_template() if self._new else None
        count = len(template.milestones) if template else 0
        words = self.tr("%n milestones come with it, dated from today.", "", count)
        self._brings.setText(words.replace("%n", number(count)))
        self._brings.setVisible(bool(count))

    def _milestones(self) -> list[Milestone]:
        template = self._chosen_template() if self._new else None
        today = self.context.today()
        return [
            Milestone(title=step.text, due=today + timedelta(weeks=step.week))
            for step in (template.milestones if template else ())
        ]

    def _fill(self, stretch: Stretch) -> None:
        for name in _WORDS:
            self.put(name, getattr(stretch, name))
        self.measure.fill(stretch)
        for name in _DAYS:
            self.put_day(name, getattr(stretch, name))
        self.size_row.set_value(stretch.size or 0)
        self.competencies.set_competencies(stretch.competencies)
        self.goal.set_value(stretch.goal)
        self.template.set_value(stretch.template)
        self._show_brought()

    def _holds(self) -> dict[str, str]:
        held: dict[str, str] = json.loads(self.content())
        return held

    def _as_written(self) -> Stretch:
        written: dict[str, Any] = {name: self.text(name) for name in _WORDS}
        written |= {name: self.day(name) for name in _DAYS}
        return replace(
            self.stretch,
            **written,
            measure_kind=self.measure.measure_kind(),
            baseline=self.measure.baseline(),
            target=self.measure.target(),
            size=self.size_row.bulbs.value() or None,
            competencies=self.competencies.competencies(),
            goal=Id(self.text("goal")),
            template=self.text("template") if self._new else self.stretch.template,
        )


def _from_template(template: GoalTemplate, today: date) -> Stretch:
    return Stretch(
        title=template.title,
        why=template.why,
        measure=template.measure.what,
        unit=template.measure.unit,
        baseline=float(template.measure.baseline),
        target=float(template.measure.target),
        obstacle=template.obstacle,
        if_when=template.if_then.if_when,
        then_do=template.if_then.then_do,
        support=template.support_to_ask,
        competencies=template.competencies,
        reach_day=today + timedelta(weeks=template.weeks),
        template=template.id,
    )
