"""The questions of a form as fields to type answers into."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.forms import CONSENT, GIVER, Answer, AnswerType, Question
from ui.widgets.bulbs import Bulbs
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.given_words import GivenWords
from ui.widgets.line_edit import LineEdit, MultiLine

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class AnswerFields(QWidget):
    """A field for each question but those of consent and name; `changed` is said of every change.

    Answers stay with their questions while the form is changed to another one and back.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._questions: tuple[Question, ...] = ()
        self._answers: dict[str, Answer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    # Methods

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask these; what was typed in stays where a question does."""
        self._remember()
        for child in self.findChildren(QWidget, options=_DIRECTLY):
            child.hide()
            child.deleteLater()
        while item := self._column.takeAt(0):
            if layout := item.layout():
                layout.deleteLater()
        apart = {CONSENT, GIVER}
        self._questions = tuple(each for each in questions if each.id not in apart)
        self.fields = {}
        for question in self._questions:
            field = self._field(question)
            self.fields[question.id] = field
            self._column.addLayout(_block(question.label, field))
            self._put(question, self._answers.get(question.id))

    def answers(self) -> tuple[Answer, ...]:
        """Return an answer to each question, the empty ones too."""
        return tuple(self._read(question) for question in self._questions)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Fill the fields with answers that are there."""
        self._answers |= {answer.question: answer for answer in answers}
        for question in self._questions:
            self._put(question, self._answers.get(question.id))

    def draft(self) -> str:
        """Return what was typed in as text."""
        self._remember()
        said = self._answers.values()
        return json.dumps(
            [(a.question, a.text, a.rating, a.chosen) for a in said if not a.empty or a.chosen]
        )

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        kept = [
            Answer(str(question), "", AnswerType.TEXT, str(text), rating, tuple(chosen))
            for question, text, rating, chosen in json.loads(draft)
        ]
        self.show_answers(kept)

    # Private

    def _remember(self) -> None:
        self._answers |= {answer.question: answer for answer in self.answers()}

    def _field(self, question: Question) -> Field:
        editor = self._editor(question)
        help_text = question.help
        if question.type is AnswerType.SCALE:
            ends = [question.low, question.mid, question.high]
            help_text = " \u00b7 ".join(each for each in ends if each) or help_text
        return Field(question.label, editor, help_text=help_text)

    def _editor(self, question: Question) -> QWidget:
        if question.type is AnswerType.SCALE:
            bulbs = Bulbs(question.label, size="large")
            bulbs.rated.connect(self.changed)
            return bulbs
        if question.type is AnswerType.CHOICE and question.multiple:
            several = SeveralOf({each.id: each.label for each in question.options})
            several.changed.connect(self.changed)
            return several
        if question.type is AnswerType.CHOICE:
            options: list[tuple[str, object]] = [(self.tr("Not answered"), "")]
            choice = Choice([*options, *((each.label, each.id) for each in question.options)])
            choice.give_way()
            choice.currentIndexChanged.connect(self.changed)
            return choice
        line = LineEdit() if question.type is AnswerType.TEXT else MultiLine(lines=3)
        line.textChanged.connect(self.changed)
        return line

    def _read(self, question: Question) -> Answer:
        editor = self.fields[question.id].editor
        answer = Answer(question.id, question.label, question.type)
        if isinstance(editor, Bulbs):
            return replace(answer, rating=editor.value() or None)
        if isinstance(editor, SeveralOf):
            chosen = editor.chosen()
        elif isinstance(editor, Choice):
            chosen = tuple(filter(None, [str(editor.value() or "")]))
        else:
            return replace(answer, text=_text(editor).strip())
        labels = [each.label for each in question.options if each.id in chosen]
        return replace(answer, text=", ".join(labels), chosen=chosen)

    def _put(self, question: Question, answer: Answer | None) -> None:
        editor, empty = self.fields[question.id].editor, Answer("", "", AnswerType.TEXT)
        said = answer or empty
        if isinstance(editor, Bulbs):
            editor.setValue(said.rating or 0)
        elif isinstance(editor, SeveralOf):
            editor.choose(said.chosen)
        elif isinstance(editor, Choice):
            editor.set_value(said.chosen[0] if said.chosen else "")
        elif isinstance(editor, LineEdit):
            editor.setText(said.text)
        elif isinstance(editor, MultiLine):
            editor.setPlainText(said.text)


class SeveralOf(QWidget):
    """Answers of which several can hold, a check for each."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__()
        self.checks: dict[str, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for option, words in options.items():
            check = Check(words)
            check.toggled.connect(self.changed)
            self.checks[option] = check
            column.addWidget(check)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of those that hold."""
        return tuple(option for option, check in self.checks.items() if check.isChecked())

    def choose(self, chosen: Sequence[str]) -> None:
        """Show these as holding."""
        for option, check in self.checks.items():
            check.setChecked(option in chosen)


def _block(label: str, field: Field) -> QVBoxLayout:
    """A field under its question, which may take more lines than a label has."""
    words = GivenWords(label, "section")
    words.setBuddy(field.editor)
    field.label.hide()
    block = QVBoxLayout()
    block.setSpacing(0)
    block.addWidget(words)
    block.addWidget(field)
    return block


def _text(editor: QWidget) -> str:
    if isinstance(editor, MultiLine):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, LineEdit) else ""
