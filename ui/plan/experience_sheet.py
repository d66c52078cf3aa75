"""The sheet for an experience: a new one, with a suggestion if one likes, or one to edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.charts.mix import LEARNING_ICONS
from app.domain.experiences import Experience, ExperienceKind
from app.domain.ids import NO_ID, Id
from app.operations import experiences as operations
from app.queries import experiences, plan
from app.queries.competencies import catalogue
from app.queries.experiences import Suggestion
from ui import labels
from ui.competency_field import CompetencyField
from ui.context import Context
from ui.experience_words import kind_words, learning_words
from ui.forms import Form
from ui.plan.experience_fields import LearningChoice, LinkedField
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.picker import Offer, Picker

DRAFT = "plan.experience"
_TEXTS = ("title", "host", "did", "outcome", "learned")


class ExperienceForm(Form):
    """An experience, new or to edit; only a title is needed. `added` carries a new one's id."""

    added = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, experience: Experience | None = None
    ) -> None:
        new, edit = translate("Plan", "Add experience"), translate("Plan", "Edit experience")
        title = edit if experience else new
        draft = f"{DRAFT}:{experience.id}" if experience else DRAFT
        super().__init__(context, title, parent, draft=draft)
        self._experience = experience
        reader = context.vault.read
        self._suggestions = experiences.suggestions(reader, context.library)
        kinds = [(kind_words(kind), kind.value) for kind in ExperienceKind]
        self.kind = Choice(kinds)
        self.learning = LearningChoice()
        for choice in (self.kind, self.learning):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.people = LinkedField(self.tr("Add a person"), experiences.people(reader))
        self.goals = LinkedField(self.tr("Add a goal"), experiences.aims(reader))
        self.competencies = CompetencyField(catalogue(reader, context.library))
        self.suggest = Button(self.tr("Take a suggestion"), "link", icon="lightbulb")
        self._lay_out()
        self.add_buttons(self.tr("Save") if experience else self.tr("Add experience"))
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.suggest.clicked.connect(self._offer)
        self._fill(experience or Experience())
        self.begin()

    def submit(self) -> None:
        """Save the experience; a new one belongs to the cycle that runs now."""
        if not self.understood():
            return
        vault, written = self.context.vault, self._written()
        if self._experience is not None:
            self.run(lambda: operations.revise_experience(vault, written))
            return
        cycle = plan.cycle_of(vault.read, self.context.today())
        new = replace(written, cycle=cycle.id if cycle else NO_ID)
        added = self.run(lambda: operations.add_experience(vault, new))
        if added is not None:
            self.added.emit(added.id)

    def take(self, suggestion: Suggestion) -> None:
        """Fill the sheet with something to try; what is written already stays."""
        self.put("title", suggestion.title)
        self.learning.set_value(suggestion.learning.value)
        if suggestion.competency not in self.competencies.competencies():
            chosen = (*self.competencies.competencies(), suggestion.competency)
            self.competencies.set_competencies(chosen)
        if suggestion.rest and not self.text("did"):
            self.put("did", suggestion.rest)
        self.touch()
        self.fields["title"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _lay_out(self) -> None:
        self.suggest.setProperty("flush", True)
        self.suggest.setVisible(bool(self._suggestions) and self._experience is None)
        self.body.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        title = Field(self.tr("Experience"), LineEdit(large=True), required=True)
        self.focus_first(self.add_field("title", title).editor)
        self._add_pair("type", Field(self.tr("Kind"), self.kind),
                       "learning", Field(self.tr("Learning"), self.learning))  # fmt: skip
        self._add_pair("start", self._day(self.tr("Starts")), "end", self._day(self.tr("Ends")))
        self._add_pair("host", Field(self.tr("Where"), LineEdit()),
                       "hours", Field(self.tr("Hours"), _number()))  # fmt: skip
        self._add_links()
        self._add_text("did", self.tr("What I did"))
        self._add_text("outcome", self.tr("What came of it"))
        self._add_text("learned", self.tr("What it taught me"))

    def _add_links(self) -> None:
        people, goals = self.tr("People"), self.tr("Goals")
        nobody = "" if self.people.isEnabled() else self.tr("Nobody is in People yet.")
        no_goal = "" if self.goals.isEnabled() else self.tr("There is no goal yet.")
        self.add_field("people", Field(people, self.people, help_text=nobody))
        self.add_field("goals", Field(goals, self.goals, help_text=no_goal))
        self.add_field("competencies", Field(self.tr("Competencies"), self.competencies))

    def _add_text(self, name: str, label: str) -> None:
        self.add_field(name, Field(label, MultiLine(lines=3)))

    def _add_pair(self, first: str, left: Field, second: str, right: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, field in ((first, left), (second, right)):
            self.fields[name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _day(self, label: str) -> Field:
        return Field(label, DateField(self.context.today))

    # Content

    def _fill(self, experience: Experience) -> None:
        for name in _TEXTS:
            self.put(name, getattr(experience, name))
        self.kind.set_value(experience.type.value)
        self._follow_kind()
        self.learning.set_value(experience.learning.value if experience.learning else "")
        for name in ("start", "end"):
            day: date | None = getattr(experience, name)
            self.put_day(name, day)
        self.put("hours", "" if experience.hours is None else labels.number(experience.hours))
        self.people.set_chosen(experience.people)
        self.goals.set_chosen(experience.goals)
        self.competencies.set_competencies(experience.competencies)

    def _written(self) -> Experience:
        return replace(
            self._experience or Experience(),
            title=self.text("title"),
            host=self.text("host"),
            did=self.text("did"),
            outcome=self.text("outcome"),
            learned=self.text("learned"),
            type=ExperienceKind(str(self.kind.value())),
            learning=self.learning.learning(),
            start=self.day("start"),
            end=self.day("end"),
            hours=self.number("hours"),
            people=tuple(Id(each) for each in self.people.chosen()),
            goals=tuple(Id(each) for each in self.goals.chosen()),
            competencies=self.competencies.competencies(),
        )

    def _follow_kind(self) -> None:
        self.learning.follow(ExperienceKind(str(self.kind.value())))

    def _offer(self) -> None:
        found = {each.id: each for each in self._suggestions}
        picker = Picker(self.tr("Take a suggestion"), self.suggest, _offers(self._suggestions),
                        self.tr("No suggestion matches."))  # fmt: skip
        picker.picked.connect(lambda key: self.take(found[key]))
        picker.open_below()


def _offers(suggestions: tuple[Suggestion, ...]) -> list[Offer]:
    """Suggestions under the names of their competencies."""
    offers: list[Offer] = []
    for each in suggestions:
        if not offers or each.name not in {offer.title for offer in offers if offer.heading}:
            offers.append(Offer("", each.name))
        icon = LEARNING_ICONS[each.learning]
        aside = learning_words(each.learning)
        offers.append(Offer(each.id, each.title, each.rest, aside, icon))
    return offers


def _number() -> LineEdit:
    editor = LineEdit()
    editor.setProperty("number", True)
    return editor
