"""The smaller forms: the end of a goal, and a value of its measure."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import CheckIn, Goal, GoalState
from app.operations import goals
from ui import labels
from ui.context import Context
from ui.forms import Form
from ui.plan import words
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.segmented import Segmented

_ENDS = (GoalState.MET, GoalState.PARTLY_MET, GoalState.LET_GO)


class CloseForm(Form):
    """The end of a goal: how it ended, and what it taught."""

    def __init__(self, context: Context, goal: Goal, parent: QWidget) -> None:
        super().__init__(
            context,
            translate("Plan", "Close goal"),
            parent,
            draft=f"plan.close:{goal.id}",
            subtitle=goal.title,
        )
        self._goal_id = goal.id
        ends = [(state.value, words.state_words(state)) for state in _ENDS]
        self.end = Segmented(ends, name=self.tr("How it ended"), fill=True)
        self.body.addWidget(self.end)
        help_text = self.tr("One or two sentences are enough. You can leave it empty.")
        taught = Field(self.tr("What it taught you"), MultiLine(lines=5), help_text=help_text)
        self.add_field("learned", taught)
        self.add_buttons(self.tr("Close goal"))
        self.put("learned", goal.learned)
        self.begin()

    def content(self) -> str:
        """Return the words, and how it ended."""
        return json.dumps({**json.loads(super().content()), "end": self.end.view()})

    def restore(self, content: str) -> None:
        """Bring both back."""
        super().restore(content)
        self.end.set_view(json.loads(content)["end"])

    def submit(self) -> None:
        """Close the goal."""
        state, learned = GoalState(self.end.view()), self.text("learned")
        closed = self.run(
            lambda: goals.close_goal(self.context.vault, self._goal_id, state, learned)
        )
        if closed is not None:
            self.context.messages.say(self.tr("Goal closed"), undo=True)


class ValueForm(Form):
    """A value of the measure with its day and a note, new or to correct."""

    def __init__(
        self, context: Context, goal: Goal, parent: QWidget, note: CheckIn | None = None
    ) -> None:
        title = translate("Plan", "Edit check-in") if note else translate("Plan", "Log a value")
        draft = f"plan.value:{note.id if note else goal.id}"
        subtitle = goal.measure or goal.title
        super().__init__(context, title, parent, draft=draft, kind="dialog", subtitle=subtitle)
        self._check_in = note
        self._goal = goal
        self._lay_out()
        if note is not None:
            self._add_delete(note)
        self.add_buttons(self.tr("Save"))
        self._fill(note or CheckIn(day=context.today()))
        self.begin()

    def submit(self) -> None:
        """Save the check-in."""
        if not self.understood():
            return
        if self.number("value") is None and not self.text("note"):
            self.show_field_error("value", self.tr("Give a value or a note first."))
            return
        vault = self.context.vault
        written = replace(
            self._check_in or CheckIn(goal=self._goal.id),
            value=self.number("value"),
            day=self.day("day") or self.context.today(),
            note=self.text("note"),
        )
        if self._check_in is None:
            self.run(lambda: goals.check_in(vault, written))
        else:
            self.run(lambda: goals.revise_check_in(vault, written))

    def _lay_out(self) -> None:
        row, number = QHBoxLayout(), LineEdit()
        self.body.addSpacing(8)
        row.setSpacing(16)
        number.setProperty("number", True)
        label = self.tr("Value in {unit}").format(unit=self._goal.unit)
        self.fields["value"] = Field(label if self._goal.unit else self.tr("Value"), number)
        self.fields["day"] = Field(self.tr("Day"), DateField(self.context.today))
        self.focus_first(number)
        for field in self.fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add_field("note", Field(self.tr("Note"), MultiLine(lines=3)))

    def _fill(self, note: CheckIn) -> None:
        self.put("value", "" if note.value is None else labels.number(note.value))
        self.put_day("day", note.day)
        self.put("note", note.note)

    def _add_delete(self, note: CheckIn) -> None:
        button = self.add_action(Button(self.tr("Move to trash"), "ghost", icon="trash-2"))
        button.clicked.connect(lambda: self._delete(note))

    def _delete(self, note: CheckIn) -> None:
        vault = self.context.vault
        self.accept()
        self.context.perform(lambda: goals.delete_check_in(vault, note.id))
        self.context.messages.say(self.tr("Check-in moved to trash"), undo=True)
