"""What somebody answered: each question over its answer, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.forms import CONSENT, GIVER, Answer
from ui.widgets.bulbs import Bulbs
from ui.widgets.given_words import GivenWords
from ui.widgets.styling import Rule
from ui.widgets.text import Label

_SIZE, _GAP = 16, 14


class Answers(QWidget):
    """Questions and answers from the top; what was left blank is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Answer, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these; the same again leave the page alone."""
        if tuple(answers) == self._shown:
            return
        self._shown = tuple(answers)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        said = [each for each in answers if not each.empty and each.question not in _APART]
        for place, answer in enumerate(said):
            if place:
                self._column.addWidget(Rule())
            self._column.addWidget(_Block(answer))
        if not said:
            self._column.addWidget(Label(self.tr("No question was answered."), "body", "text-2"))


class _Block(QWidget):
    """One question with what was said to it; its name is both."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(GivenWords(answer.label, "section"))
        said = [answer.text.strip()]
        if answer.rating is not None:
            column.addLayout(self._level(answer.label, answer.rating))
            said.insert(0, self.tr("{0} of 5").format(answer.rating))
        if answer.text.strip():
            column.addWidget(GivenWords(answer.text.strip(), "writing", size=_SIZE))
        self.setAccessibleName(". ".join(part for part in (answer.label, *said) if part))

    def _level(self, name: str, level: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        bulbs = Bulbs(name, size="small", read_only=True)
        bulbs.setValue(level)
        row.addWidget(bulbs)
        row.addWidget(Label(self.tr("{0} of 5").format(level), "body", "text-2", numbers=True))
        row.addStretch()
        return row


_APART = frozenset({CONSENT, GIVER})
"""What stands in a card beside the answers."""
