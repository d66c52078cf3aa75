"""The sheet to ask somebody for feedback: whom, with which form, on what, by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.content.feedback_forms import Asking
from app.domain.cycles import Person, Relation
from app.domain.feedback import OWN_FORM, Request
from app.domain.forms import Form as Filled
from app.domain.forms import new_code
from app.domain.ids import NO_ID, Id
from app.domain.packs import OWNER_NAME
from app.queries.competencies import catalogue
from app.queries.feedback_asking import givers, own_forms
from app.queries.people import askable
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.feedback.questions_field import QuestionsField
from ui.forms import Form
from ui.labels import counted, long_day
from ui.person_words import person_words, relation_options
from ui.widgets.choice import Choice, Heading
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

NEW: Final = "new"
"""What is chosen for somebody who is not among the people yet."""

_REMEMBERED: Final = "own:"


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom one wants to ask and what it is about, as far as that is known."""

    person: Id = NO_ID
    goal: Id = NO_ID

    @property
    def draft(self) -> str:
        """The name of the draft of a sheet that begins with it."""
        return f"feedback.ask:{self.person}:{self.goal}"


@dataclass(frozen=True, slots=True)
class Composed:
    """A request that is ready to go out, to `giver`; `minutes` is how long its form takes."""

    request: Request
    asker: str
    giver: str
    minutes: int
    newcomer: Person | None = None


class AskSheet(Form):
    """Composes a request; nothing leaves, and nothing is kept but its draft, before the next step.

    `composed` is what was written once the sheet was accepted.
    """

    def __init__(self, context: Context, parent: QWidget, wish: Wish) -> None:
        title = QCoreApplication.translate("AskSheet", "Ask for feedback")
        super().__init__(context, title, parent, draft=wish.draft)
        self.composed: Composed | None = None
        self._forms = context.library.feedback_forms
        self._givers = {giver.id: giver for giver in givers(context.vault.read)}
        self._remembered = {form.request: form for form in own_forms(context.vault.read)}
        self.person = Choice(self._who())
        self.form = Choice(self._what())
        self.goal = Choice(self._goals())
        for choice in (self.person, self.form, self.goal):
            choice.give_way()
        self.competencies = CompetencyField(catalogue(context.vault.read, context.library))
        self.questions = QuestionsField()
        self._new_person = QWidget()
        self._lay_out()
        self.add_buttons(self.tr("See what leaves"))
        self._fill(wish)
        self._connect()
        self.begin()
        self._show_rest()

    # Of a form

    def restore(self, content: str) -> None:
        """Bring a draft back, and show the fields that it needs."""
        super().restore(content)
        self._show_rest()

    def untouched(self) -> bool:
        """Keep what was composed until it went out, however little of it was typed."""
        return self.composed is None and super().untouched()

    def submit(self) -> None:
        """Compose the request, and leave the sheet for the next step."""
        if self.understood() and self._is_whole():
            self.composed = self._compose()
            self.context.perform(self._keep_name)
            self.context.perform(self.keep)
            self.accept()

    # Building

    def _lay_out(self) -> None:
        self.add_field("person", Field(self.tr("Whom"), self.person))
        row = QHBoxLayout(self._new_person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.fields["name"] = Field(self.tr("Name"), LineEdit(), required=True)
        self.fields["relation"] = Field(self.tr("Who they are to you"), Choice(relation_options()))
        for name, share in (("name", 3), ("relation", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._new_person)
        self.add_field("form", Field(self.tr("With which form"), self.form))
        about = self.tr("These words are on the form. Leave out what is nobody's business.")
        self.add_field(
            "about", Field(self.tr("On what"), LineEdit(), help_text=about, required=True)
        )
        self._lay_out_own()
        alone = self.tr("For you alone: it is not on the form.")
        self.add_field("goal", Field(self.tr("On the way to"), self.goal, help_text=alone))
        row = QHBoxLayout()
        row.setSpacing(12)
        like = self.tr("if you like")
        self.fields["reply_by"] = Field(
            self.tr("Reply by"), DateField(self.context.today), note=like
        )
        self.fields["owner"] = Field(self.tr("Your name on the form"), LineEdit(), note=like)
        for name in ("reply_by", "owner"):
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.focus_first(self.person)

    def _lay_out_own(self) -> None:
        few = self.tr("One to four of them; each is asked about with its levels.")
        self.add_field(
            "competencies", Field(self.tr("Competencies"), self.competencies, help_text=few)
        )
        self.add_field("form_name", Field(self.tr("What the form is called"), LineEdit()))
        self.add_field("questions", Field(self.tr("Your questions"), self.questions))

    def _fill(self, wish: Wish) -> None:
        first = next(iter(self._givers), Id(NEW))
        # Never the heading above them, which nobody can be asked as.
        self.put("person", wish.person if wish.person in self._givers else first)
        self.put("goal", wish.goal)
        self.put("owner", self.context.vault.read.preference(OWNER_NAME))

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(self._show_rest)
        self.form.currentIndexChanged.connect(self._show_rest)
        self.form.picked.connect(self._take_remembered)

    # Private

    def _who(self) -> list[tuple[str, object]]:
        lined_up = [each for each in self._givers.values() if each.lined_up]
        others = [each for each in self._givers.values() if not each.lined_up]
        said = self.tr("Asked to tell you how it goes")
        options: list[tuple[str, object]] = [(said, Heading())] if lined_up else []
        options += [(person_words(each.name, each.relation), each.id) for each in lined_up]
        if lined_up and others:
            options.append((self.tr("Everybody else"), Heading()))
        options += [(person_words(each.name, each.relation), each.id) for each in others]
        return [*options, (self.tr("Somebody new"), NEW)]

    def _what(self) -> list[tuple[str, object]]:
        shipped = [(form.name, form.id) for form in self._forms.forms]
        mine = [(form.name, _REMEMBERED + form.request) for form in self._remembered.values()]
        return [*shipped, *mine, (self.tr("New questions of your own"), OWN_FORM)]

    def _goals(self) -> list[tuple[str, object]]:
        found = askable(self.context.vault.read, self.context.library).goals
        return [(self.tr("No goal"), ""), *((goal.title, goal.id) for goal in found)]

    def _show_rest(self) -> None:
        """Show the fields that the choices need."""
        self._new_person.setVisible(self.text("person") == NEW)
        template = self._forms.find(self.text("form"))
        own = template is None
        self.fields["competencies"].setVisible(template is not None and template.repeat is not None)
        self.fields["form_name"].setVisible(own)
        self.fields["questions"].setVisible(own)
        shown = template or self._forms.own
        one, many = self.tr("About 1 minute for them."), self.tr("About {n} minutes for them.")
        minutes = counted(shown.minutes, one, many)
        self.fields["form"].set_help(f"{shown.when} {minutes}")

    def _take_remembered(self, chosen: object) -> None:
        """Begin with the questions that went out before."""
        request = Id(str(chosen).removeprefix(_REMEMBERED))
        if remembered := self._remembered.get(request):
            self.put("form_name", remembered.name)
            self.questions.set_questions(remembered.questions)
        elif chosen == OWN_FORM:
            self.put("form_name", "")
            self.questions.set_questions(())

    def _is_whole(self) -> bool:
        """Whether all that is needed is there; says so at the first that is not."""
        template = self._forms.find(self.text("form"))
        repeat = template.repeat if template else None
        count = len(self.competencies.competencies())
        missing = {
            "name": self.text("person") == NEW and not self.text("name"),
            "about": not self.text("about"),
            "competencies": repeat is not None and not repeat.min <= count <= repeat.max,
            "questions": template is None and not self.questions.questions(),
        }
        words = {
            "name": self.tr("Write their name, or choose somebody else."),
            "about": self.tr("Say in a few words what you would like to hear about."),
            "competencies": self.tr("Choose one to four of them."),
            "questions": self.tr("Write one question at least."),
        }
        for name, lacks in missing.items():
            if lacks:
                self.show_field_error(name, words[name])
                return False
        day = self.day("reply_by")
        if day is not None and day < self.context.today():
            self.show_field_error("reply_by", self.tr("Choose a day from today on."))
            return False
        return True

    def _compose(self) -> Composed:
        chosen, newcomer = self.text("person"), None
        if chosen == NEW:
            relation = Relation(self.text("relation"))
            newcomer = Person(name=self.text("name"), relation=relation)
            giver = newcomer.name
        else:
            giver = self._givers[Id(chosen)].name
        form, minutes = self._filled(giver)
        request = Request(
            person=NO_ID if newcomer else Id(chosen),
            code=new_code(),
            form=form.id if self._forms.find(form.id) else OWN_FORM,
            name=form.name,
            about=self.text("about"),
            goal=Id(self.text("goal")),
            intro=form.intro,
            questions=form.questions,
            promise=form.consent,
            thanks=form.thanks,
            asked=self.context.today(),
            reply_by=self.day("reply_by"),
        )
        return Composed(request, self.text("owner"), giver, minutes, newcomer)

    def _filled(self, giver: str) -> tuple[Filled, int]:
        """The form as they will read it, and how long it takes."""
        day = self.day("reply_by")
        known = catalogue(self.context.vault.read, self.context.library)
        chosen = (known.find(each) for each in self.competencies.competencies())
        asking = Asking(
            mentee=self.text("owner"),
            giver=giver.split(maxsplit=1)[0],
            focus=self.text("about"),
            reply_by=long_day(day, self.context.today()) if day else "",
            competencies=tuple(each for each in chosen if each),
        )
        template = self._forms.find(self.text("form"))
        if template is not None:
            return self._forms.filled(template, asking), template.minutes
        questions = self.questions.questions()
        filled = self._forms.written(questions, asking, self.text("form_name"))
        return filled, self._forms.own.minutes

    def _keep_name(self) -> None:
        name, vault = self.text("owner"), self.context.vault
        if name and name != vault.read.preference(OWNER_NAME):
            vault.prefer(OWNER_NAME, name)
