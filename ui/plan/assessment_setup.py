"""Before an assessment: what it is called, whose view it is, and what is asked about."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.assessing import Assessing
from app.domain.cycles import Person
from app.domain.ids import NO_ID, Id
from app.queries.competencies import catalogue
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.forms import finished
from ui.plan.reading_column import ReadingColumn
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.page_frame import PageFrame
from ui.widgets.text import Label

_WIDTH = 640


class SetupView(PageFrame):
    """Fields that fill a draft; `changed` carries it whenever one of them did."""

    changed = Signal(object)

    def __init__(self, context: Context, *, own: bool) -> None:
        super().__init__()
        self._context = context
        self._own = own
        self._draft = Assessing()
        self._filling = False
        self.label = LineEdit()
        self.person = Choice()
        self.name = LineEdit()
        self.day = DateField(context.today)
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))
        self.all = Button(self.tr("Choose all"), "link")
        self.all.setProperty("flush", True)
        self._name_field = Field(self.tr("Name"), self.name, required=True)
        self.person_field = Field(self.tr("Whose view"), self.person, required=True)
        self.chosen_field = Field(
            self.tr("What to ask about"),
            self.competencies,
            help_text=self.tr("At first those of your open goals and those rated last time."),
        )
        self._lay_out()
        self._connect()

    # Methods

    def show_draft(self, draft: Assessing) -> None:
        """Fill the fields."""
        self._filling = True
        self._draft = draft
        people = sorted(self._context.vault.read.all(Person), key=lambda p: p.name.casefold())
        offered: list[tuple[str, object]] = [(person.name, person.id) for person in people]
        self.person.set_options([*offered, (self.tr("Somebody new"), NO_ID)])
        self.person.set_value(draft.person)
        if not self._own and not draft.person and not draft.name and people:
            self.person.set_value(people[0].id)
        for line, text in ((self.label, draft.label), (self.name, draft.name)):
            if line.text() != text:
                line.setText(text)
        self.day.set_day(draft.day)
        self.competencies.set_competencies(draft.chosen)
        self._filling = False
        self._show_name()

    def draft(self) -> Assessing:
        """Return the draft as the fields have it."""
        person = Id(str(self.person.value() or "")) if not self._own else NO_ID
        return replace(
            self._draft,
            label=self.label.text(),
            person=person,
            name="" if person or self._own else self.name.text(),
            day=self.day.day() or self._draft.day,
            chosen=self.competencies.competencies(),
        )

    def understood(self) -> bool:
        """Return whether it can begin; says what is missing and goes there."""
        if not finished(self.day):
            self._day_field.set_error(self.tr("Write a day such as 22 May, or choose one."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._own and not self.person.value() and not self.name.text().strip():
            self._name_field.set_error(self.tr("Whose view is it? A first name is enough."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.competencies.competencies():
            self.chosen_field.set_error(self.tr("Choose one competency at least."))
            self.competencies.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return True
        return False

    def first(self) -> QWidget:
        """Return the first field."""
        return self.label if self._own else self.person

    # Private

    def _lay_out(self) -> None:
        framework = self._context.library.framework
        self._day_field = Field(self.tr("Day"), self.day)
        held = ReadingColumn(_WIDTH)
        self._fields = held.column
        self.main.addWidget(held)
        if not self._own:
            about = self.tr(
                "Ask somebody who has seen you work, and note what they say. It stands beside how "
                "you see yourself and stays in this vault."
            )
            self._add(Label(about, "body", "text-2", wrap=True))
            self._add(self.person_field)
            self._add(self._name_field)
        self._add(Field(self.tr("What to call it"), self.label))
        self._add(self._day_field)
        self._add(self.chosen_field)
        self._fields.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(Label(self.tr("How to rate"), "section"))
        self._add(Label(framework.how_to_rate, "body", "text-2", wrap=True))
        self._add(Label(framework.caution, "body", "text-2", wrap=True))
        self.main.addStretch()

    def _add(self, widget: QWidget) -> None:
        self._fields.addWidget(widget)

    def _connect(self) -> None:
        for line in (self.label, self.name):
            line.textChanged.connect(self._tell)
        self.day.day_changed.connect(self._tell)
        self.competencies.changed.connect(self._tell)
        self.person.picked.connect(self._tell)
        self.person.picked.connect(self._show_name)
        self.all.clicked.connect(self._choose_all)

    def _show_name(self) -> None:
        self._name_field.setVisible(not self._own and not self.person.value())

    def _choose_all(self) -> None:
        known = catalogue(self._context.vault.read, self._context.library)
        self.competencies.set_competencies([row.id for row in known.offered])
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen_field.clear_error()
            self.changed.emit(self.draft())
