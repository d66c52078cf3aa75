"""The sheet of a stretch goal: a title is enough, everything else can wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.goal_templates import GoalTemplate
from app.domain.goals import Milestone, Stretch
from app.domain.ids import NO_ID, Id
from app.errors import AppError, RuleBrokenError
from app.operations import goals
from app.queries.stretch import linkable_goals
from ui.context import Context
from ui.draft_sheet import DraftSheet, Values
from ui.labels import number
from ui.messages import sentence
from ui.stretch.check_in_sheet import RatingRow, read_number
from ui.stretch.competency_field import CompetencyField
from ui.stretch.words import size_anchors
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.text import Label

_BLANK = ""
_LINES = ("title", "commit", "reach", "obstacle", "if_when", "then_do", "measure", "unit")
_TEXTS = ("why", "support", "if_badly")
_NUMBERS = ("baseline", "target")
_DAYS = ("commit_day", "reach_day")


class StretchSheet(DraftSheet):
    """A new stretch goal, from a template or blank, or one to edit; `stretch` is what was saved."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, stretch: Stretch | None = None
    ) -> None:
        self.stretch = stretch or Stretch()
        self._new = stretch is None
        draft = "stretch.new" if stretch is None else f"stretch.{stretch.id}"
        super().__init__(context, title, parent, draft=draft)
        self.fields: dict[str, Field] = {}
        self._filled: Values = {}
        self.template = Choice(self._templates())
        self.size_row = RatingRow(self.tr("Size"), size_anchors())
        self.competencies = CompetencyField(context.library.framework)
        self.goal = Choice(self._goals())
        self._brings = Label("", "caption", "text-2", wrap=True)
        self._build()
        self.restore(_values_of(self.stretch))
        self._connect()
        self.begin(self.tr("Save stretch goal") if stretch else self.tr("Add stretch goal"))

    # What a sheet says

    def values(self) -> Values:
        """What the fields hold."""
        return {
            **{name: self.line(name).text() for name in (*_LINES, *_NUMBERS)},
            **{name: self.text(name).toPlainText() for name in _TEXTS},
            **{name: _iso(self.day(name).day()) for name in _DAYS},
            "size": self.size_row.bulbs.value(),
            "competencies": list(self.competencies.competencies()),
            "goal": self.goal.value() or "",
            "template": self.template.value() or _BLANK,
        }

    def restore(self, values: Values) -> None:
        """Fill the fields with a draft."""
        for name in (*_LINES, *_NUMBERS):
            self.line(name).setText(values.get(name, ""))
        for name in _TEXTS:
            self.text(name).setPlainText(values.get(name, ""))
        for name in _DAYS:
            day = values.get(name)
            self.day(name).set_day(date.fromisoformat(day) if day else None)
        self.size_row.set_value(values.get("size", 0))
        self.competencies.set_competencies(values.get("competencies", ()))
        self.goal.set_value(values.get("goal", ""))
        self.template.set_value(values.get("template", _BLANK))
        self._show_brought()

    def submit(self) -> bool:
        """Save the stretch goal; an error stands under its field."""
        for name in _DAYS:
            self.day(name).settle()
        if not self._is_understood():
            return False
        stretch = self._as_written()
        if self._new:
            steps = self._milestones()
            saved = self.context.perform(
                lambda: goals.add_stretch(self.context.vault, stretch, steps), self._show_error
            )
        else:
            saved = self.context.perform(
                lambda: goals.revise_stretch(self.context.vault, stretch), self._show_error
            )
        self.stretch = saved or self.stretch
        return saved is not None

    # Fields by name

    def line(self, name: str) -> LineEdit:
        """The field of one line with this name."""
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit)  # noqa: S101 - the names of lines are listed above
        return editor

    def text(self, name: str) -> MultiLine:
        """The field of several lines with this name."""
        editor = self.fields[name].editor
        assert isinstance(editor, MultiLine)  # noqa: S101 - the names of texts are listed above
        return editor

    def day(self, name: str) -> DateField:
        """The field of a day with this name."""
        editor = self.fields[name].editor
        assert isinstance(editor, DateField)  # noqa: S101 - the names of days are listed above
        return editor

    # Building

    def _build(self) -> None:
        if self._new:
            self.body.addWidget(Field(self.tr("Start from"), self.template))
            self.body.addWidget(self._brings)
        self._add("title", self.tr("What you might not manage"), LineEdit(), required=True)
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
        self.body.addWidget(Field(self.tr("Size of the challenge"), self.size_row))
        self._add("obstacle", self.tr("What could get in the way"), LineEdit())
        self._add_pair(
            ("if_when", self.tr("If"), LineEdit(), 1), ("then_do", self.tr("then"), LineEdit(), 1)
        )
        self._add("support", self.tr("Support to ask for"), MultiLine(lines=2))
        self._add("if_badly", self.tr("If it goes badly"), MultiLine(lines=2))
        self._add("measure", self.tr("Measure"), LineEdit())
        self._add_pair(
            ("baseline", self.tr("From"), LineEdit(), 1),
            ("target", self.tr("To"), LineEdit(), 1),
            ("unit", self.tr("Unit"), LineEdit(), 1),
        )
        self.body.addWidget(Field(self.tr("Competencies"), self.competencies))
        self.body.addWidget(Field(self.tr("Linked to"), self.goal))
        self.focus_first(self.line("title"))

    def _add(self, name: str, label: str, editor: QWidget, *, required: bool = False) -> None:
        self.fields[name] = Field(label, editor, required=required)
        self.body.addWidget(self.fields[name])

    def _add_pair(self, *parts: tuple[str, str, QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor, share in parts:
            self.fields[name] = Field(label, editor)
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.template.picked.connect(self._take_template)
        for name in (*_LINES, *_NUMBERS):
            self.line(name).textChanged.connect(self.touch)
        for name in _TEXTS:
            self.text(name).textChanged.connect(self.touch)
        for name in _DAYS:
            self.day(name).day_changed.connect(self.touch)
        self.size_row.bulbs.rated.connect(self.touch)
        self.competencies.changed.connect(self.touch)
        self.goal.picked.connect(self.touch)

    # Private

    def _templates(self) -> list[tuple[str, object]]:
        found = self.context.library.goal_templates.of_kind("stretch")
        return [(self.tr("A blank page"), _BLANK), *((t.title, t.id) for t in found)]

    def _goals(self) -> list[tuple[str, object]]:
        found = linkable_goals(self.context.vault.read, self.stretch.goal)
        return [(self.tr("No goal"), ""), *((goal.title, goal.id) for goal in found)]

    def _chosen_template(self) -> GoalTemplate | None:
        chosen = self.template.value()
        return self.context.library.goal_templates.find(chosen) if isinstance(chosen, str) else None

    def _take_template(self) -> None:
        template = self._chosen_template()
        example = _from_template(template, self.context.today()) if template else Stretch()
        written, filled = self.values(), self._filled
        self._filled = _values_of(example)
        # What was written by hand stays; what another template had brought goes.
        by_hand = {
            name: value for name, value in written.items() if value and value != filled.get(name)
        }
        self.restore({**self._filled, **by_hand, "template": written["template"]})
        self.touch()

    def _show_brought(self) -> None:
        template = self._chosen_template() if self._new else None
        count = len(template.milestones) if template else 0
        words = self.tr("%n milestones come with it, dated from today.", "", count)
        self._brings.setText(words.replace("%n", number(count)))
        self._brings.setVisible(bool(count))

    def _milestones(self) -> list[Milestone]:
        template = self._chosen_template()
        today = self.context.today()
        return [
            Milestone(title=step.text, due=today + timedelta(weeks=step.week))
            for step in (template.milestones if template else ())
        ]

    def _as_written(self) -> Stretch:
        values = self.values()
        written: Values = {name: values[name].strip() for name in (*_LINES, *_TEXTS)}
        written |= {name: read_number(values[name]) for name in _NUMBERS}
        written |= {name: self.day(name).day() for name in _DAYS}
        return replace(
            self.stretch,
            **written,
            size=values["size"] or None,
            competencies=self.competencies.competencies(),
            goal=Id(values["goal"]) if values["goal"] else NO_ID,
            template=values["template"] if self._new else self.stretch.template,
        )

    def _is_understood(self) -> bool:
        wrong: list[str] = []
        for name in _NUMBERS:
            if self.line(name).text().strip() and read_number(self.line(name).text()) is None:
                self.fields[name].set_error(self.tr("Write a number, such as 8."))
                wrong.append(name)
        for name in _DAYS:
            if not self.day(name).is_understood():
                self.fields[name].set_error(self.tr("Write a day, such as 22 May."))
                wrong.append(name)
        self._focus_wrong(wrong)
        return not wrong

    def _show_error(self, error: AppError) -> None:
        name = error.field if isinstance(error, RuleBrokenError) else ""
        field = self.fields.get(name) or self.fields["title"]
        field.set_error(sentence(error))
        self._focus_wrong([name if name in self.fields else "title"])

    def _focus_wrong(self, names: Sequence[str]) -> None:
        for name in [known for known in self.fields if known in names][:1]:
            self.fields[name].editor.setFocus(Qt.FocusReason.TabFocusReason)


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


def _values_of(stretch: Stretch) -> Values:
    numbers = {name: getattr(stretch, name) for name in _NUMBERS}
    return {
        **{name: getattr(stretch, name) for name in (*_LINES, *_TEXTS)},
        **{name: "" if value is None else number(value) for name, value in numbers.items()},
        **{name: _iso(getattr(stretch, name)) for name in _DAYS},
        "size": stretch.size or 0,
        "competencies": list(stretch.competencies),
        "goal": stretch.goal,
        "template": stretch.template,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
