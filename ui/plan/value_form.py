"""The form for a value of a goal's measure, in the way of its kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import CheckIn, Goal, MeasureKind
from app.operations import goals
from ui.context import Context
from ui.forms import Form
from ui.measures.value_edits import value_edit
from ui.plan.words import translate
from ui.widgets.button import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import MultiLine


class ValueForm(Form):
    """A value of the measure with its day and a note, new or to correct.

    `last` is the newest value, from which a count goes on.
    """

    def __init__(
        self,
        context: Context,
        goal: Goal,
        parent: QWidget,
        note: CheckIn | None = None,
        last: float | None = None,
    ) -> None:
        title = translate("Plan", "Edit check-in") if note else translate("Plan", "Log a value")
        draft = f"plan.value:{note.id if note else goal.id}"
        subtitle = goal.measure or goal.title
        super().__init__(context, title, parent, draft=draft, kind="dialog", subtitle=subtitle)
        self._check_in = note
        self._goal = goal
        name = self._name()
        self.value = value_edit(goal.measure_kind, name, last)
        self._lay_out(name)
        if note is not None:
            self._add_delete(note)
        self.add_buttons(self.tr("Save"))
        self._fill(note or CheckIn(day=context.today()))
        self.begin()

    def submit(self) -> None:
        """Save the check-in."""
        if not self.understood():
            return
        value, vault = self.value.value(), self.context.vault
        if not self.value.is_understood():
            self.show_field_error("value", self.tr("Write a number, or leave it empty."))
            return
        if value is None and not self.text("note"):
            self.show_field_error("value", self.tr("Give a value or a note first."))
            return
        written = replace(
            self._check_in or CheckIn(goal=self._goal.id),
            value=value,
            day=self.day("day") or self.context.today(),
            note=self.text("note"),
        )
        save = goals.check_in if self._check_in is None else goals.revise_check_in
        self.run(lambda: save(vault, written))

    def _name(self) -> str:
        if self._goal.measure_kind is MeasureKind.YES_NO:
            return self.tr("Is it so?")
        if self._goal.measure_kind is MeasureKind.RATING:
            return self.tr("Rating")
        unit = self._goal.unit.strip()
        return self.tr("Value in {unit}").format(unit=unit) if unit else self.tr("Value")

    def _lay_out(self, name: str) -> None:
        row = QHBoxLayout()
        self.body.addSpacing(8)
        row.setSpacing(16)
        self.fields["value"] = Field(name, self.value)
        self.fields["day"] = Field(self.tr("Day"), DateField(self.context.today))
        self.focus_first(self.value.focusProxy() or self.value)
        for field in self.fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add_field("note", Field(self.tr("Note"), MultiLine(lines=3)))

    def _fill(self, note: CheckIn) -> None:
        self.value.set_value(note.value)
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
