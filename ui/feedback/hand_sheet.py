"""The sheet in which what somebody said is typed in, and what they allow with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.feedback_forms import Asking
from app.domain.cycles import Person, Relation
from app.domain.feedback import OWN_FORM, Feedback, Request, Way
from app.domain.forms import Answer, AnswerType, Consent, Question
from app.domain.ids import NO_ID, Id
from app.domain.packs import OWNER_NAME
from app.operations import feedback
from app.queries.competencies import catalogue
from app.queries.people import listed
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.feedback.answer_fields import AnswerFields
from ui.feedback.ask_sheet import NEW
from ui.feedback.words import allowed_words, means_words
from ui.forms import Form
from ui.person_words import person_words, relation_options
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class HandSheet(Form):
    """The answers to a request, or what somebody just said; `given` is what was kept.

    With `edited` it puts right what was typed in before.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        request: Request | None = None,
        edited: Feedback | None = None,
    ) -> None:
        title = QCoreApplication.translate("HandSheet", "Type in what they said")
        about = edited.id if edited else request.id if request else ""
        super().__init__(context, title, parent, draft=f"feedback.hand:{about}")
        self.given = edited or Feedback()
        self._request = request
        self._edited = edited
        self._forms = context.library.feedback_forms
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self.person = Choice(self._who())
        self.form = Choice(self._what())
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))
        self.answers = AnswerFields()
        self.consent = Choice(self._allowed())
        for choice in (self.person, self.form, self.consent):
            choice.give_way()
        self._new_person = QWidget()
        self._lay_out()
        self.add_buttons(self.tr("Save") if edited else self.tr("Keep"))
        self._fill()
        self._connect()
        self.begin()
        self._show_rest()

    # Of a form

    def restore(self, content: str) -> None:
        """Bring a draft back: first the questions, then what was answered to them."""
        super().restore(content)
        self._show_rest()
        super().restore(content)

    def submit(self) -> None:
        """Keep it."""
        if not self.understood():
            return
        if self.text("person") == NEW and not self.text("name"):
            self.show_field_error("name", self.tr("Write their name, or choose somebody else."))
            return
        written = self._as_written()
        if not written.said:
            self.set_note(self.tr("Type in one answer at least."))
            return
        vault, newcomer = self.context.vault, self._newcomer()
        if self._edited:
            self.run(lambda: self._took(feedback.revise_by_hand(vault, written, newcomer)))
        else:
            self.run(lambda: self._took(feedback.add_by_hand(vault, written, newcomer)))

    # Building

    def _lay_out(self) -> None:
        self.add_field("person", Field(self.tr("Who said it"), self.person))
        row = QHBoxLayout(self._new_person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.fields["name"] = Field(self.tr("Name"), LineEdit(), required=True)
        self.fields["relation"] = Field(self.tr("Who they are to you"), Choice(relation_options()))
        for name, share in (("name", 3), ("relation", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._new_person)
        self.add_field("form", Field(self.tr("By which form"), self.form))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.fields["about"] = Field(self.tr("On what"), LineEdit())
        self.fields["day"] = Field(self.tr("When"), DateField(self.context.today))
        for name, share in (("about", 3), ("day", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add_field("competencies", Field(self.tr("Competencies"), self.competencies))
        self.fields["answers"] = Field("", self.answers)
        self.fields["answers"].label.hide()
        self.body.addWidget(self.fields["answers"])
        allows = self.tr("Blank means private. Ask them before you choose more.")
        self.add_field("consent", Field(self.tr("What they allow"), self.consent, help_text=allows))
        self.focus_first(self.person)

    def _fill(self) -> None:
        request, edited = self._request, self._edited
        self.put_day("day", self.context.today())
        if request is not None:
            self.put("person", request.person)
            self.put("about", request.about)
        elif edited is not None:
            self.put("person", edited.person)
            self.put("about", edited.about)
            self.put_day("day", edited.day)
            self.consent.set_value(edited.consent.value)
        elif len(self._who()) == 1:
            self.put("person", NEW)
        self._show_rest()
        if edited is not None:
            self.answers.show_answers(edited.answers)
        fixed = request is not None or edited is not None
        self.fields["form"].setVisible(not fixed)
        self.fields["person"].setVisible(request is None)
        if fixed and self.answers.fields:
            self.focus_first(next(iter(self.answers.fields.values())).editor)

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(self._show_rest)
        self.form.currentIndexChanged.connect(self._show_rest)
        self.competencies.changed.connect(self._show_rest)
        self.answers.changed.connect(self.touch)

    # Private

    def _who(self) -> list[tuple[str, object]]:
        people = listed(self.context.vault.read)
        known: list[tuple[str, object]] = [
            (person_words(each.name, each.relation), each.id) for each in people
        ]
        return [*known, (self.tr("Somebody new"), NEW)]

    def _what(self) -> list[tuple[str, object]]:
        shipped = [(form.name, form.id) for form in self._forms.forms]
        return [(self.tr("In their own words"), OWN_FORM), *shipped]

    def _allowed(self) -> list[tuple[str, object]]:
        said = [
            (f"{allowed_words(each)}. {means_words(each)}", each.value)
            for each in (Consent.UNNAMED, Consent.NAMED)
        ]
        return [(self.tr("They did not say: private"), Consent.PRIVATE.value), *said]

    def _show_rest(self) -> None:
        """Show the fields that the choices need, and the questions of the form."""
        new = self.text("person") == NEW and self._request is None
        self._new_person.setVisible(new)
        template = self._forms.find(self.text("form"))
        fixed = self._request is not None or self._edited is not None
        repeats = not fixed and template is not None and template.repeat is not None
        self.fields["competencies"].setVisible(repeats)
        chosen = self.competencies.competencies() if repeats else ()
        shown = (self.text("form"), chosen)
        if shown != self._shown:
            self._shown = shown
            self.answers.show_questions(self._questions(chosen))

    def _questions(self, chosen: tuple[str, ...]) -> tuple[Question, ...]:
        if self._request is not None:
            return self._request.questions
        if self._edited is not None:
            return self._asked_before(self._edited)
        template = self._forms.find(self.text("form"))
        if template is None:
            return (Question("said", self.tr("What they said")),)
        known = catalogue(self.context.vault.read, self.context.library)
        found = (known.find(each) for each in chosen)
        name = self.context.vault.read.preference(OWNER_NAME)
        asking = Asking(mentee=name, competencies=tuple(each for each in found if each))
        return self._forms.filled(template, asking).questions

    def _asked_before(self, edited: Feedback) -> tuple[Question, ...]:
        """The questions as they were; of a choice only the words are left, so it is text."""
        request = self.context.vault.read.find(Request, edited.request) if edited.request else None
        if request is not None:
            return request.questions
        return tuple(
            Question(
                each.question,
                each.label,
                AnswerType.TEXT if each.type is AnswerType.CHOICE else each.type,
            )
            for each in edited.answers
        )

    def _newcomer(self) -> Person | None:
        if self._request is not None or self.text("person") != NEW:
            return None
        return Person(name=self.text("name"), relation=Relation(self.text("relation")))

    def _as_written(self) -> Feedback:
        request = self._request
        new = self.text("person") == NEW
        person = NO_ID if new else Id(self.text("person"))
        form = self._forms.find(self.text("form"))
        base = self.given
        if request is not None:
            base = replace(base, request=request.id, form=request.form, name=request.name)
            person = request.person
        elif self._edited is None:
            name = form.name if form else self.tr("In their own words")
            base = replace(base, form=form.id if form else OWN_FORM, name=name)
        return replace(
            base,
            person=person,
            about=self.text("about"),
            day=self.day("day") or self.context.today(),
            answers=self._written_answers(),
            consent=Consent(self.text("consent")),
            way=Way.HAND,
        )

    def _written_answers(self) -> tuple[Answer, ...]:
        return self.answers.answers()

    def _took(self, given: Feedback) -> Feedback:
        self.given = given
        return given
