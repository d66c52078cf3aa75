"""The sheet of support: what to ask for, of whom, what it helps with, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.cycles import Person, Relation
from app.domain.goals import Goal, Stretch
from app.domain.ids import NO_ID, Id
from app.domain.support import Support, SupportState
from app.operations import people
from app.queries.competencies import Catalogue, catalogue
from app.queries.support import people_to_ask
from ui.context import Context
from ui.forms import Form
from ui.labels import listed
from ui.person_words import person_words, relation_options
from ui.support.words import state_words
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

_NEW = "new"
_YES = "yes"


class SupportSheet(Form):
    """Something to ask for, new where it has no `created`; what is set in it stands in the fields.

    `suggest` chooses who can help with what it is for, where nobody is chosen yet.
    """

    def __init__(
        self, context: Context, parent: QWidget, support: Support, *, suggest: bool = False
    ) -> None:
        self._new = not support.created
        asking = QCoreApplication.translate("SupportSheet", "Ask for support")
        editing = QCoreApplication.translate("SupportSheet", "Edit support")
        draft = f"support.new.{support.goal or support.person}" if self._new else support.id
        title = asking if self._new else editing
        super().__init__(context, title, parent, draft=f"support.{draft}")
        self._support = support
        self._names: Catalogue = catalogue(context.vault.read, context.library)
        self._about = _competencies(context, support.goal)
        self._people = people_to_ask(context.vault.read, self._about)
        self._build()
        self.add_buttons(self.tr("Add support") if self._new else self.tr("Save support"))
        self._fill(support, suggest=suggest)
        self.begin()
        self._show_rest()

    def restore(self, content: str) -> None:
        """Bring a draft back, and show the fields that it needs."""
        super().restore(content)
        self._show_rest()

    def submit(self) -> None:
        """Save it, with somebody new where there is one."""
        if not self.understood():
            return
        is_new = self.text("person") == _NEW
        if is_new and not self.text("name"):
            self.show_field_error("name", self.tr("Write their name, or choose somebody else."))
            return
        vault, written, newcomer = self.context.vault, self._as_written(), self._newcomer()
        save = people.add_support if self._new else people.revise_support
        self.run(lambda: save(vault, written, newcomer))

    # Building

    def _build(self) -> None:
        title = Field(self.tr("What to ask for"), LineEdit(), required=True)
        self.focus_first(self.add_field("title", title).editor)
        self.person = Choice(self._who())
        self.add_field("person", Field(self.tr("Whom"), self.person))
        self._new_person = QWidget()
        row = QHBoxLayout(self._new_person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.fields["name"] = Field(self.tr("Name"), LineEdit(), required=True)
        self.fields["relation"] = Field(self.tr("Who they are to you"), Choice(relation_options()))
        for name, share in (("name", 3), ("relation", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._new_person)
        helps = Choice(self._competencies())
        self.add_field(
            "competency", Field(self.tr("What it helps with"), helps, note=self.tr("if you like"))
        )
        self.feedback = FeedbackCheck(self.tr("They tell me how it went"))
        self.add_field("feedback", Field(self.tr("Feedback"), self.feedback))
        self._add_state()
        self.person.currentIndexChanged.connect(self._show_rest)

    def _add_state(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.state = Choice([(state_words(each), each.value) for each in SupportState])
        self.fields["state"] = Field(self.tr("Where it stands"), self.state)
        self.fields["day"] = Field(self.tr("Since"), DateField(self.context.today))
        for name, share in (("state", 3), ("day", 2)):
            row.addWidget(self.fields[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.state.picked.connect(self._date_state)
        self.state.currentIndexChanged.connect(self._show_rest)

    def _who(self) -> list[tuple[str, object]]:
        known = [(person_words(who.name, who.relation), who.id) for who in self._people]
        return [(self.tr("Nobody yet"), ""), *known, (self.tr("Somebody new"), _NEW)]

    def _competencies(self) -> list[tuple[str, object]]:
        rest = [row.id for row in self._names.offered if row.id not in self._about]
        ids = dict.fromkeys((*self._about, self._support.competency, *rest))
        words = self.tr("All of it") if self._about else self.tr("Nothing in particular")
        return [(words, ""), *((self._names.name(each), each) for each in ids if each)]

    def _fill(self, support: Support, *, suggest: bool) -> None:
        knows = next((who.id for who in self._people if who.knows), NO_ID)
        self.put("title", support.title)
        self.put("person", support.person or (knows if suggest else NO_ID))
        self.put("competency", support.competency)
        self.feedback.setChecked(support.feedback)
        self.put("state", support.state)
        self.put_day("day", support.day)

    # Private

    def _show_rest(self) -> None:
        """Show the fields that the choices ask for, and what the person can help with."""
        chosen = self.text("person")
        self._new_person.setVisible(chosen == _NEW)
        self.fields["day"].setVisible(self.text("state") != SupportState.WANTED)
        self.fields["person"].set_help(self._help_words(chosen))

    def _help_words(self, chosen: str) -> str:
        who = next((who for who in self._people if who.id == chosen), None)
        if who is not None and who.knows:
            return self.tr("Can help with {0}.").format(self._named(who.knows))
        able = [who.name for who in self._people if who.knows]
        if chosen or not able:
            return ""
        return self.tr("Could help: {0}.").format(listed(able))

    def _named(self, competencies: Sequence[str]) -> str:
        return listed([self._names.name(each) for each in competencies])

    def _date_state(self) -> None:
        wanted = self.text("state") == SupportState.WANTED
        self.put_day("day", None if wanted else self.context.today())

    def _newcomer(self) -> Person | None:
        if self.text("person") != _NEW:
            return None
        return Person(name=self.text("name"), relation=Relation(self.text("relation")))

    def _as_written(self) -> Support:
        chosen, state = self.text("person"), SupportState(self.text("state"))
        return replace(
            self._support,
            title=self.text("title"),
            person=NO_ID if chosen == _NEW else Id(chosen),
            competency=self.text("competency"),
            feedback=self.feedback.isChecked(),
            state=state,
            day=None if state is SupportState.WANTED else self.day("day"),
        )


class FeedbackCheck(Check):
    """A check whose answer belongs to a draft."""

    def draft(self) -> str:
        """Return the answer as text, empty for no."""
        return _YES if self.isChecked() else ""

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        self.setChecked(draft == _YES)


def _competencies(context: Context, goal: Id) -> tuple[str, ...]:
    reader = context.vault.read
    aim = reader.find(Goal, goal) or reader.find(Stretch, goal) if goal else None
    return aim.competencies if aim else ()
