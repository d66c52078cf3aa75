"""Changing a milestone: its words and its day."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.goals import Milestone
from app.operations import goals
from ui.context import Context
from ui.forms import Form
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class MilestoneDialog(Form):
    """Asks for the words of a milestone and when it is due; Enter saves."""

    def __init__(self, context: Context, parent: QWidget, milestone: Milestone) -> None:
        title, draft = QCoreApplication.translate("MilestoneDialog", "Milestone"), milestone.id
        super().__init__(context, title, parent, draft=f"stretch.step.{draft}", kind="dialog")
        self._milestone = milestone
        self.body.setSpacing(16)
        self.body.addSpacing(4)
        step = self.add_field("title", Field(self.tr("Step"), LineEdit(), required=True))
        self.focus_first(step.editor)
        self.add_field("due", Field(self.tr("Due"), DateField(context.today)))
        self.confirm = self.add_buttons(self.tr("Save milestone"))
        self.confirm.setDefault(True)
        self.put("title", milestone.title)
        self.put_day("due", milestone.due)
        self.begin()

    def submit(self) -> None:
        """Save the milestone."""
        if self.understood():
            changed = replace(self._milestone, title=self.text("title"), due=self.day("due"))
            self.run(lambda: goals.revise_milestone(self.context.vault, changed))
