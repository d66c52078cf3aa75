"""The sheet to ask somebody: whom, for what, and words to send that carry nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.ids import NO_ID, Id
from app.domain.support import Support, SupportState
from app.operations import people
from app.queries.people import PersonRow, askable, listed
from ui.context import Context
from ui.forms import Form
from ui.person_words import person_words
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.prose_clipboard import unremembered

_FEEDBACK = "ask-feedback"
_LINES = 11


@dataclass(frozen=True, slots=True)
class Wish:
    """What one wants to ask for, as far as it is known; `support` is there where it was noted."""

    person: Id = NO_ID
    competency: str = ""
    goal: Id = NO_ID
    support: Id = NO_ID


class AskForm(Form):
    """Asks one person for one thing; saving says that they were asked today.

    The words are made of a template, the name they are called by and what is asked, until the
    mentee writes something else. How they are rated, and for which goal it is, is not in them.
    """

    def __init__(self, context: Context, parent: QWidget, wish: Wish) -> None:
        title = QCoreApplication.translate("People", "Ask for support")
        draft = f"people.ask:{wish.person}:{wish.competency}:{wish.goal}"
        super().__init__(context, title, parent, draft=draft)
        self._wish = wish
        self._people: dict[str, PersonRow] = {row.id: row for row in listed(context.vault.read)}
        self._offer = askable(context.vault.read, context.library)
        self._made = ""
        self.line = LineEdit()
        self.words = MultiLine(lines=_LINES)
        self.copy = Button(self.tr("Copy the words"), "link", icon="copy")
        self.feedback = Check(self.tr("They will tell me how it went"))
        self._lay_out()
        self._fill()
        self._connect()
        self.begin()

    # Of a form

    def content(self) -> str:
        """Return what all fields hold, and whether it is feedback."""
        kept = json.loads(super().content())
        return json.dumps({**kept, "feedback": self.feedback.isChecked()})

    def restore(self, content: str) -> None:
        """Bring a draft back; words that were made go on following what they are made of."""
        super().restore(content)
        self.feedback.setChecked(bool(json.loads(content)["feedback"]))
        self._made = self._message()

    def submit(self) -> None:
        """Keep that they were asked today."""
        if not self.text("title"):
            self.show_field_error("title", self.tr("Say what you ask for, in a few words."))
            return
        vault, support = self.context.vault, self._as_written()
        save = people.revise_support if self._wish.support else people.add_support
        if self.run(lambda: save(vault, support)):
            words = self.tr("Asked {0} today").format(self._person().short)
            self.context.messages.say(words, undo=True)

    # Building

    def _lay_out(self) -> None:
        who = [(person_words(each.name, each.relation), each.id) for each in self._people.values()]
        needs = [(name, need) for need, name in self._offer.needs]
        goals = [(goal.title, goal.id) for goal in self._offer.goals]
        asks = [(ask.name, ask.id) for ask in self.context.library.asking.asks]
        self.add_field("person", Field(self.tr("Whom"), Choice(who)))
        row = QHBoxLayout()
        row.setSpacing(16)
        nothing, none = self.tr("Nothing in particular"), self.tr("No goal")
        for name, label, options in (
            ("competency", self.tr("What it helps with"), [(nothing, ""), *needs]),
            ("goal", self.tr("On the way to"), [(none, ""), *goals]),
        ):
            choice = Choice(options)
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(
                choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.fields[name] = Field(label, choice)
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add_field("template", Field(self.tr("Words for"), Choice(asks)))
        self.add_field("title", Field(self.tr("What exactly"), self.line, required=True))
        note = self.tr("Nothing is sent. Copy it to wherever you write to each other.")
        field = Field(self.tr("Words to send"), self.words, help_text=note, aside=self.copy)
        self.add_field("words", field)
        self.body.addWidget(self.feedback)
        self.add_buttons(self.tr("Save as asked"))
        self.focus_first(self.line)

    def _fill(self) -> None:
        wish = self._wish
        if wish.person:
            self.put("person", wish.person)
        self.put("competency", wish.competency)
        self.put("goal", wish.goal)
        if wish.support:
            noted = self.context.vault.read.get(Support, wish.support)
            self.put("title", noted.title)
            self.feedback.setChecked(noted.feedback)
        self._show_example()
        self._made = self._message()
        self.words.setPlainText(self._made)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.feedback.toggled.connect(self.touch)
        self.line.textChanged.connect(self._follow)
        for name, act in (("person", self._follow), ("template", self._take_template)):
            choice = self.fields[name].editor
            if isinstance(choice, Choice):
                choice.picked.connect(act)

    # Private

    def _person(self) -> PersonRow:
        return self._people[self.text("person")]

    def _message(self) -> str:
        ask = self.context.library.asking.find(self.text("template"))
        return ask.written(self._person().short, self.text("title"))

    def _follow(self) -> None:
        """Make the words anew, unless the mentee has written other ones."""
        if self.words.toPlainText() == self._made:
            self._write()

    def _take_template(self) -> None:
        self._show_example()
        if self.text("template") == _FEEDBACK:
            self.feedback.setChecked(True)
        self._write()

    def _write(self) -> None:
        """Put the words in so that Ctrl+Z brings back what was there."""
        self._made = self._message()
        cursor = self.words.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._made)

    def _show_example(self) -> None:
        ask = self.context.library.asking.find(self.text("template"))
        self.line.setPlaceholderText(ask.example)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(unremembered(self.words.toPlainText()))
        self.set_note(self.tr("The words are on the clipboard."))

    def _as_written(self) -> Support:
        noted = self._wish.support
        support = self.context.vault.read.get(Support, noted) if noted else Support()
        return replace(
            support,
            person=Id(self.text("person")),
            title=self.text("title"),
            competency=self.text("competency"),
            goal=Id(self.text("goal")),
            state=SupportState.ASKED,
            day=self.context.today(),
            feedback=self.feedback.isChecked(),
        )
