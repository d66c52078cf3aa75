"""The end of a cycle: the form that ends it, what came of it, and what is left to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cycles import Cycle
from app.operations import cycles
from ui import labels
from ui.context import Context
from ui.forms import Form
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.icons import Picture
from ui.widgets.line_edit import MultiLine
from ui.widgets.styling import Card
from ui.widgets.text import Label

_BESIDE = 560
"""The narrowest view, in pixels at 100 %, that has room for three cards side by side."""


class EndForm(Form):
    """The end of a cycle: the day, and what came of it."""

    def __init__(self, context: Context, cycle: Cycle, parent: QWidget) -> None:
        super().__init__(
            context,
            translate("Plan", "End cycle"),
            parent,
            draft=f"plan.cycle.end:{cycle.id}",
            subtitle=cycle.title,
        )
        self._cycle_id = cycle.id
        day = self.add_field("ended", Field(self.tr("Ended on"), DateField(context.today)))
        self.put_day("ended", min(context.today(), cycle.end))
        help_text = self.tr("One or two sentences are enough. You can leave it empty.")
        came = Field(self.tr("What came of it"), MultiLine(lines=5), help_text=help_text)
        self.add_field("outcome", came)
        self.focus_first(day.editor)
        self.put("outcome", cycle.outcome)
        self.add_buttons(self.tr("End cycle"))
        self.begin()

    def submit(self) -> None:
        """End the cycle."""
        if not self.understood():
            return
        day, outcome, vault = self.day("ended"), self.text("outcome"), self.context.vault
        if day is None:
            self.show_field_error("ended", self.tr("An end needs a day."))
            return
        if self.run(lambda: cycles.end_cycle(vault, self._cycle_id, day, outcome)) is not None:
            self.context.messages.say(self.tr("Cycle ended"), undo=True)


class Ended(Card):
    """When a cycle ended and what came of it, with a way back."""

    def __init__(self) -> None:
        super().__init__("quiet-card")
        self._day = Label("", "section")
        self._outcome = Label("", "body", wrap=True)
        self.reopen = Button(self.tr("Reopen"), "link", icon="rotate-ccw")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(4)
        head.setSpacing(8)
        head.addWidget(Picture("circle-check", "accent-text", 16))
        head.addWidget(self._day, 1)
        head.addWidget(self.reopen)
        column.addLayout(head)
        column.addWidget(self._outcome)

    def show_cycle(self, cycle: Cycle, today: date) -> bool:
        """Show how a cycle ended; return whether it was ended by hand."""
        if cycle.ended is None:
            return False
        day = labels.short_day(cycle.ended, today)
        self._day.setText(self.tr("Ended on {day}").format(day=day))
        self._outcome.setText(cycle.outcome.strip())
        self._outcome.setVisible(bool(cycle.outcome.strip()))
        return True
