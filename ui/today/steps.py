"""The next steps: milestones to tick and check-ins that are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries.today import NextStep
from ui import labels
from ui.context import Destination
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.elided_button import ElidedButton
from ui.widgets.icons import Picture
from ui.widgets.styling import Rule
from ui.widgets.tab_order import put_after
from ui.widgets.text import Elided, Label

PLACES: Final = {Kind.GOAL: "plan", Kind.STRETCH: "stretch"}
_ICONS: Final = {Kind.GOAL: "target", Kind.STRETCH: "mountain"}


class Steps(QWidget):
    """The first few steps; the rest is one click away."""

    ticked = Signal(str)
    """The id of a milestone."""
    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = Button("", "link", trailing="chevron-right")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = Label(self.tr("No open steps."), "body", "text-2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Next steps"), "section"))
        head.addStretch()
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        self._all.clicked.connect(lambda: self.went.emit(Destination("plan")))

    def show_steps(self, steps: Sequence[NextStep], count: int, today: date) -> None:
        """Show the steps that come first, and how many there are."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._all.setVisible(count > len(steps))
        self._all.setText(self.tr("All open steps ({count})").format(count=count))
        self._nothing.setVisible(not steps)
        stops: list[QWidget] = []
        for step in steps:
            row = self._row(step, today)
            self._rows.addWidget(row)
            self._rows.addWidget(Rule())
            stops += row.findChildren(QAbstractButton)
        put_after(self._all, *stops)

    def _row(self, step: NextStep, today: date) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 5, 0, 1)
        row.setSpacing(12)
        row.addWidget(self._lead(step))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(self._title(step), "body", weight=500))
        words.addLayout(self._source(step))
        row.addLayout(words, 1)
        if step.due is not None:
            soon = step.due <= today
            when = labels.day_words(step.due, today)
            row.addWidget(Label(when, "label", "lamp-text" if soon else "text-2", numbers=True))
        if step.kind is Kind.CHECK_IN:
            row.addWidget(self._check_in_button(step))
        return holder

    def _title(self, step: NextStep) -> str:
        if step.kind is Kind.CHECK_IN:
            return self.tr("How confident are you now?")
        return step.title

    def _lead(self, step: NextStep) -> QWidget:
        if step.kind is Kind.CHECK_IN:
            return Picture("gauge", "text-2", 18)
        check = Check(name=self.tr("Done: {step}").format(step=step.title))
        check.clicked.connect(lambda: self.ticked.emit(step.id))
        return check

    def _source(self, step: NextStep) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Picture(_ICONS[step.aim_kind], "text-3", 13))
        source = ElidedButton(step.aim_title, "quiet")
        source.clicked.connect(
            lambda: self.went.emit(Destination(PLACES[step.aim_kind], id=step.aim))
        )
        row.addWidget(source)
        row.addStretch()
        return row

    def _check_in_button(self, step: NextStep) -> Button:
        button = Button(self.tr("Check in"), "plain")
        button.setAccessibleName(self.tr("Check in on {goal}").format(goal=step.aim_title))
        target = Destination("stretch", id=step.aim, act="check-in")
        button.clicked.connect(lambda: self.went.emit(target))
        return button
