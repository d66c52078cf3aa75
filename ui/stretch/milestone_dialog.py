"""Changing a milestone: its words and its day."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain.goals import Milestone
from app.errors import AppError
from app.operations import goals
from ui.context import Context
from ui.messages import sentence
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class MilestoneDialog(Dialog):
    """Asks for the words of a milestone and when it is due."""

    def __init__(self, context: Context, parent: QWidget, milestone: Milestone) -> None:
        super().__init__(QCoreApplication.translate("MilestoneDialog", "Milestone"), parent)
        self._context = context
        self._milestone = milestone
        self.title = LineEdit()
        self.title.setText(milestone.title)
        self.due = DateField(context.today)
        self.due.set_day(milestone.due)
        self._title_field = Field(self.tr("Step"), self.title, required=True)
        self._due_field = Field(self.tr("Due"), self.due)
        self.body.setSpacing(16)
        self.body.addSpacing(4)
        self.body.addWidget(self._title_field)
        self.body.addWidget(self._due_field)
        self.add_action(Button(self.tr("Not now"), "ghost")).clicked.connect(self.reject)
        self.confirm = self.add_action(Button(self.tr("Save milestone"), "primary"))
        self.confirm.clicked.connect(self._finish)
        self.title.returnPressed.connect(self._finish)
        self.focus_first(self.title)

    def _finish(self) -> None:
        self.due.settle()
        if not self.due.is_understood():
            self._due_field.set_error(self.tr("Write a day, such as 22 May."))
            self.due.setFocus(Qt.FocusReason.TabFocusReason)
            return
        changed = replace(self._milestone, title=self.title.text().strip(), due=self.due.day())
        vault = self._context.vault
        saved = self._context.perform(
            lambda: goals.revise_milestone(vault, changed), self._show_error
        )
        if saved is not None:
            self.accept()

    def _show_error(self, error: AppError) -> None:
        self._title_field.set_error(sentence(error))
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
