"""Questions of one's own for a form: added, moved, taken away, each with its way to answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.feedback_forms import OwnQuestion
from app.domain.forms import AnswerType
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.styling import Card

MOST: Final = 12
"""Somebody who is asked more than this does not answer."""


class QuestionsField(QWidget):
    """A card for each question, and a button that adds one; `changed` is said of every change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[QuestionCard] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add = Button(self.tr("Add a question"), "link", icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._add)
        self.set_questions(())

    # Methods

    def questions(self) -> tuple[OwnQuestion, ...]:
        """Return the questions that have words, in their order."""
        return tuple(each for card in self.cards if (each := card.question()).label)

    def set_questions(self, questions: Sequence[OwnQuestion]) -> None:
        """Show these, or one that is blank."""
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for question in questions or (OwnQuestion(""),):
            self._make(question)
        self._number()

    def draft(self) -> str:
        """Return all of it as text."""
        return json.dumps([_plain(card.question()) for card in self.cards])

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        self.set_questions([_question(each) for each in json.loads(draft)])

    # Private

    def _make(self, question: OwnQuestion) -> QuestionCard:
        card = QuestionCard(question)
        card.changed.connect(self.changed)
        card.moved.connect(partial(self._move, card))
        card.removed.connect(partial(self._remove, card))
        self.cards.append(card)
        self._rows.addWidget(card)
        return card

    def _add(self) -> None:
        card = self._make(OwnQuestion(""))
        self._number()
        card.words.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _move(self, card: QuestionCard, step: int) -> None:
        place = self.cards.index(card)
        if not 0 <= place + step < len(self.cards):
            return
        focus = self.window().focusWidget()
        self.cards.insert(place + step, self.cards.pop(place))
        self._rows.insertWidget(place + step, card)
        self._number()
        if focus is not None and card.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _remove(self, card: QuestionCard) -> None:
        place = self.cards.index(card)
        self.cards.remove(card)
        self._rows.removeWidget(card)
        following = self.cards[min(place, len(self.cards) - 1)] if self.cards else None
        target = following.words if following else self.add
        target.setFocus(Qt.FocusReason.TabFocusReason)
        card.hide()
        card.deleteLater()
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        """Say each card's place, and let Tab visit them from the top."""
        before: QWidget | None = None
        for place, card in enumerate(self.cards, 1):
            card.show_place(place, len(self.cards))
            for stop in card.stops():
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop
        if before is not None:
            QWidget.setTabOrder(before, self.add)
        full = len(self.cards) >= MOST
        self.add.setEnabled(not full)
        words = self.tr("Twelve questions are plenty. Take one away first.")
        self.add.setToolTip(words if full else "")


class QuestionCard(Card):
    """One question: its words, how it is answered, and what that needs."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, question: OwnQuestion) -> None:
        super().__init__("quiet-card")
        self.words = LineEdit(self.tr("What you would like to know"))
        self.type = Choice(self._types())
        self.up = Button("", "ghost", icon="arrow-up")
        self.down = Button("", "ghost", icon="arrow-down")
        self.drop = Button("", "ghost", icon="x")
        self.low = LineEdit(self.tr("What 1 means"))
        self.high = LineEdit(self.tr("What 5 means"))
        self.options = MultiLine(self.tr("One answer on each line"), lines=3)
        self.several = Check(self.tr("Several answers can be chosen"))
        self._scale, self._choice = QWidget(), QWidget()
        self._lay_out()
        self._fill(question)
        self._connect()

    def question(self) -> OwnQuestion:
        """Return the question as it is written."""
        answers = (line.strip() for line in self.options.toPlainText().splitlines())
        kind = AnswerType(str(self.type.value()))
        scale, choice = kind is AnswerType.SCALE, kind is AnswerType.CHOICE
        return OwnQuestion(
            " ".join(self.words.text().split()),
            kind,
            tuple(answer for answer in answers if answer) if choice else (),
            choice and self.several.isChecked(),
            self.low.text().strip() if scale else "",
            self.high.text().strip() if scale else "",
        )

    def show_place(self, place: int, count: int) -> None:
        """Say which question it is, and where it can be moved."""
        self.words.setAccessibleName(self.tr("Question {0}").format(place))
        self.type.setAccessibleName(self.tr("How question {0} is answered").format(place))
        self.up.setToolTip(self.tr("Move question {0} up (Alt+Up)").format(place))
        self.down.setToolTip(self.tr("Move question {0} down (Alt+Down)").format(place))
        self.drop.setToolTip(self.tr("Take question {0} away").format(place))
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in reading order."""
        return (self.words, self.up, self.down, self.drop, self.type, self.low, self.high,
                self.options, self.several)  # fmt: skip

    # Private

    def _types(self) -> list[tuple[str, object]]:
        return [
            (self.tr("In a few lines"), AnswerType.MULTILINE.value),
            (self.tr("In one line"), AnswerType.TEXT.value),
            (self.tr("From 1 to 5"), AnswerType.SCALE.value),
            (self.tr("By choosing"), AnswerType.CHOICE.value),
        ]

    def _lay_out(self) -> None:
        head, scale, choice = QHBoxLayout(), QHBoxLayout(self._scale), QVBoxLayout(self._choice)
        head.setSpacing(2)
        head.addWidget(self.words, 1)
        for button in (self.up, self.down, self.drop):
            head.addWidget(button)
        for inner in (scale, choice):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(8)
        scale.addWidget(self.low)
        scale.addWidget(self.high)
        choice.addWidget(self.options)
        choice.addWidget(self.several)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.type)
        column.addWidget(self._scale)
        column.addWidget(self._choice)

    def _fill(self, question: OwnQuestion) -> None:
        self.words.setText(question.label)
        self.type.set_value(question.type.value)
        self.low.setText(question.low)
        self.high.setText(question.high)
        self.options.setPlainText("\n".join(question.options))
        self.several.setChecked(question.multiple)
        self._show_rest()

    def _connect(self) -> None:
        for line in (self.words, self.low, self.high, self.options):
            line.textChanged.connect(self.changed)
        self.several.toggled.connect(self.changed)
        self.type.currentIndexChanged.connect(self._show_rest)
        self.type.currentIndexChanged.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.drop.clicked.connect(self.removed)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.moved.emit, step))

    def _show_rest(self) -> None:
        kind = self.type.value()
        self._scale.setVisible(kind == AnswerType.SCALE.value)
        self._choice.setVisible(kind == AnswerType.CHOICE.value)


def _plain(question: OwnQuestion) -> dict[str, Any]:
    return {
        "label": question.label,
        "type": question.type.value,
        "options": question.options,
        "multiple": question.multiple,
        "low": question.low,
        "high": question.high,
    }


def _question(plain: dict[str, Any]) -> OwnQuestion:
    return OwnQuestion(
        str(plain["label"]),
        AnswerType(plain["type"]),
        tuple(map(str, plain["options"])),
        bool(plain["multiple"]),
        str(plain["low"]),
        str(plain["high"]),
    )
