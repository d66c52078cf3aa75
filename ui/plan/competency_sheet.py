"""The sheet of a competency: a new one of one's own, or any in one's own words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.competencies import OwnCompetency
from app.operations import competencies
from app.queries.competencies import CompetencyRow
from ui import labels
from ui.context import Context
from ui.forms import Form
from ui.plan.words import translate
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine


class CompetencyForm(Form):
    """Name, group, definition, the five anchors and questions; `saved` carries its id."""

    saved = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, competency: CompetencyRow | None = None
    ) -> None:
        super().__init__(
            context,
            translate("Plan", "Edit competency") if competency else _new_words(),
            parent,
            draft=f"plan.competency:{competency.id}" if competency else "plan.competency",
            subtitle=_subtitle(competency),
        )
        self._competency = competency
        name = self.add_field("title", Field(self.tr("Name"), LineEdit(large=True), required=True))
        self.focus_first(name.editor)
        group_help = self.tr("Competencies of one group stand together.")
        self.add_field("group", Field(self.tr("Group"), LineEdit(), help_text=group_help))
        self.add_field("definition", Field(self.tr("What it is"), MultiLine(lines=2)))
        for level in context.library.framework.scale:
            label = self.tr("{level}: {name}").format(
                level=labels.number(level.level), name=level.label
            )
            field = Field(label, MultiLine(lines=2), help_text=level.meaning)
            self.add_field(f"level{level.level}", field)
        one_a_line = self.tr("One on each line.")
        questions = Field(self.tr("Questions"), MultiLine(lines=3), help_text=one_a_line)
        self.add_field("questions", questions)
        self.add_buttons(self.tr("Save") if competency else self.tr("Add competency"))
        if competency is not None:
            self._fill(competency)
        self.begin()

    def submit(self) -> None:
        """Save the competency."""
        written, vault = self._written(), self.context.vault
        save = competencies.revise_competency if self._competency else competencies.add_competency
        done = self.run(lambda: save(vault, written))
        if done is not None:
            self.saved.emit(done.id)

    def _fill(self, competency: CompetencyRow) -> None:
        self.put("title", competency.name)
        self.put("group", competency.group)
        self.put("definition", competency.definition)
        for level, anchor in enumerate(competency.anchors, start=1):
            self.put(f"level{level}", anchor)
        self.put("questions", "\n".join(competency.questions))

    def _written(self) -> OwnCompetency:
        levels = self.context.library.framework.scale
        anchors = tuple(self.text(f"level{level.level}") for level in levels)
        lines = (line.strip() for line in self.text("questions").splitlines())
        before = self._competency.own if self._competency else OwnCompetency()
        return replace(
            before,
            name=self.text("title"),
            group=self.text("group"),
            definition=self.text("definition"),
            anchors=anchors if any(anchors) else (),
            questions=tuple(line for line in lines if line),
        )


def _new_words() -> str:
    return translate("Plan", "New competency")


def _subtitle(competency: CompetencyRow | None) -> str:
    if competency is None:
        return translate("Plan", "Only its name is needed.")
    return translate(
        "Plan", "In your own words. Assessments keep what it said when they were made."
    )
