"""The sheet for somebody: only a name is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.cycles import Person, Relation
from app.operations import people
from app.queries.competencies import catalogue
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.forms import Form
from ui.person_words import relation_options
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine

_TEXTS = ("name", "role", "pronouns", "strengths", "interests", "availability", "note")
_DAYS = ("since", "last_spoke")


class PersonForm(Form):
    """Somebody new, or somebody to edit; how safe it feels is not in it: that is on their page.

    `person` is who was kept, once the form was accepted.
    """

    def __init__(self, context: Context, parent: QWidget, person: Person | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("People", "Edit person") if person else translate("People", "Add person")
        draft = f"people.person:{person.id}" if person else "people.person"
        super().__init__(context, title, parent, draft=draft)
        self.person = person or Person()
        self._new = person is None
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))
        self._lay_out()
        self.add_buttons(self.tr("Add person") if self._new else self.tr("Save"))
        self._fill(self.person)
        self.begin()

    def submit(self) -> None:
        """Keep the person."""
        if not self.understood():
            return
        if not self.text("name"):
            self.show_field_error("name", self.tr("Say what they are called."))
            return
        vault, written = self.context.vault, self._as_written()
        save = people.add_person if self._new else people.revise_person
        self.run(lambda: self._keep_person(save(vault, written)))

    def _keep_person(self, person: Person) -> Person:
        self.person = person
        return person

    def _lay_out(self) -> None:
        name = self.add_field("name", Field(self.tr("Name"), LineEdit(large=True), required=True))
        self.focus_first(name.editor)
        what = Field(self.tr("What they are to you"), Choice(relation_options()))
        self._add_pair("relation", what, "pronouns", Field(self.tr("Pronouns"), LineEdit()))
        self.add_field("role", Field(self.tr("What they do"), LineEdit()))
        can_help = Field(self.tr("Can help with"), self.competencies)
        self.add_field("can_help", can_help)
        self._add_text("strengths", self.tr("Strengths, in your words"))
        self._add_text("interests", self.tr("Interests"))
        self._add_text("availability", self.tr("When and how to reach them"))
        since = Field(self.tr("You have known them since"), DateField(self.context.today))
        spoke = Field(self.tr("Last spoke on"), DateField(self.context.today))
        self._add_pair("since", since, "last_spoke", spoke)
        self._add_text("note", self.tr("Note"))

    def _add_text(self, name: str, label: str) -> None:
        self.add_field(name, Field(label, MultiLine(lines=2)))

    def _add_pair(self, first: str, left: Field, second: str, right: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, field in ((first, left), (second, right)):
            self.fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _fill(self, person: Person) -> None:
        for name in _TEXTS:
            self.put(name, getattr(person, name))
        for name in _DAYS:
            self.put_day(name, getattr(person, name))
        self.put("relation", person.relation.value)
        self.competencies.set_competencies(person.can_help)

    def _as_written(self) -> Person:
        written: dict[str, Any] = {name: self.text(name) for name in _TEXTS}
        written |= {name: self.day(name) for name in _DAYS}
        relation = Relation(self.text("relation"))
        can_help = self.competencies.competencies()
        return replace(self.person, **written, relation=relation, can_help=can_help)
