"""The sheet for a cycle: a new one, which can take from the last, or one to edit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.cycles import Cycle, Person, Relation
from app.domain.ids import NO_ID, Id
from app.operations import cycles
from app.queries import cycles as queries
from ui.context import Context
from ui.forms import Form
from ui.person_words import person_words, relation_options
from ui.plan import cycle_words
from ui.plan.words import translate
from ui.widgets.check import Check
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.text import Label

_WEEKS: Final = 26
_DAYS: Final = ("start", "middle", "end")
_SOMEBODY_NEW: Final = "new"


class CycleForm(Form):
    """A coaching cycle: what it is called, what for, with whom, and its three days.

    `saved` carries the id of the cycle.
    """

    saved = Signal(str)

    def __init__(self, context: Context, cycle: Cycle | None, parent: QWidget) -> None:
        title = translate("Plan", "Edit cycle") if cycle else translate("Plan", "Start a cycle")
        draft = f"plan.cycle:{cycle.id}" if cycle else "plan.cycle"
        super().__init__(context, title, parent, draft=draft)
        self._cycle = cycle
        self._before = None if cycle else queries.last(context.vault.read)
        self._goals = () if cycle else queries.to_carry(context.vault.read)
        self.carry = Check(cycle_words.carry_words(len(self._goals)))
        self.copy_agreement = Check(self.tr("Copy what was agreed"))
        self.overlap = Label("", "caption", "text-2", wrap=True)
        self._lay_out()
        self.add_buttons(self.tr("Save") if cycle else self.tr("Start cycle"))
        self._fill(cycle or self._next_cycle())
        self.begin()
        self._connect()

    # The form

    def content(self) -> str:
        """Return what the fields hold, and what is taken over."""
        taken = {"carry": self.carry.isChecked(), "agreement": self.copy_agreement.isChecked()}
        return json.dumps({**json.loads(super().content()), **taken})

    def restore(self, content: str) -> None:
        """Bring both back."""
        super().restore(content)
        kept = json.loads(content)
        self.carry.setChecked(kept["carry"])
        self.copy_agreement.setChecked(kept["agreement"])

    def submit(self) -> None:
        """Save the cycle, with somebody new and the goals that come along, in one step."""
        if not self.understood() or not self._complete():
            return
        vault, written = self.context.vault, self._written()
        person = self._somebody_new()
        if self._cycle:
            saved = self.run(lambda: cycles.revise_cycle(vault, written, person))
        else:
            carried = [goal.id for goal in self._goals] if self.carry.isChecked() else []
            saved = self.run(lambda: cycles.add_cycle(vault, written, carried, person))
        if saved is not None:
            self.saved.emit(saved.id)

    # Building

    def _lay_out(self) -> None:
        name = self.add_field("title", Field(self.tr("Name"), LineEdit(large=True), required=True))
        self.focus_first(name.editor)
        self.add_field("purpose", Field(self.tr("What it is for"), MultiLine(lines=2)))
        self._add_person()
        self._add_days()
        self.body.addWidget(self.overlap)
        self.carry.setChecked(bool(self._goals))
        self.carry.setVisible(bool(self._goals))
        self.copy_agreement.setVisible(bool(self._before and self._before.agreement))
        for check in (self.carry, self.copy_agreement):
            self.body.addWidget(check)

    def _add_person(self) -> None:
        known = queries.people(self.context.vault.read)
        options: list[tuple[str, object]] = [
            (person_words(each.name, each.relation), str(each.id)) for each in known
        ]
        nobody, new = (self.tr("Nobody yet"), ""), (self.tr("Somebody new"), _SOMEBODY_NEW)
        self.person = Choice([nobody, *options, new])
        self.add_field("person", Field(self.tr("With"), self.person))
        row = QHBoxLayout()
        row.setSpacing(16)
        self.fields["name"] = Field(self.tr("Their name"), LineEdit(), required=True)
        self.relation = Choice(relation_options())
        self.fields["relation"] = Field(self.tr("What they are to you"), self.relation)
        for name in ("name", "relation"):
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _add_days(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        labels = (self.tr("Starts"), self.tr("Check-in halfway"), self.tr("Ends"))
        for name, label in zip(_DAYS, labels, strict=True):
            self.fields[name] = Field(label, DateField(self.context.today))
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(self._show_new_person)
        self.person.picked.connect(self._name_somebody)
        for name in _DAYS:
            editor = self.fields[name].editor
            if isinstance(editor, DateField):
                editor.day_changed.connect(self._show_overlap)
        for check in (self.carry, self.copy_agreement):
            check.toggled.connect(self.touch)
        self._show_new_person()
        self._show_overlap()

    def _fill(self, cycle: Cycle) -> None:
        self.put("title", cycle.title)
        self.put("purpose", cycle.purpose)
        self.put("person", cycle.person)
        self.put_day("start", cycle.start)
        self.put_day("middle", cycle.middle)
        self.put_day("end", cycle.end)

    def _next_cycle(self) -> Cycle:
        """Half a year from today, or from the day after the last cycle, with the same person."""
        today, before = self.context.today(), self._before
        start = max(today, before.last_day + timedelta(days=1)) if before else today
        weeks = timedelta(weeks=_WEEKS)
        return Cycle(
            start=start,
            middle=start + weeks / 2,
            end=start + weeks - timedelta(days=1),
            person=before.person if before else NO_ID,
        )

    # Showing

    def _show_new_person(self) -> None:
        new = self.person.value() == _SOMEBODY_NEW
        for name in ("name", "relation"):
            self.fields[name].setVisible(new)

    def _name_somebody(self) -> None:
        if self.person.value() == _SOMEBODY_NEW:
            self.fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_overlap(self) -> None:
        words, days = "", self._days()
        if days is not None:
            start, _, end = days
            seen = replace(self._cycle or Cycle(), start=start, end=end)
            found = queries.overlapping(self.context.vault.read, seen)
            words = cycle_words.overlap_words(found[0], self.context.today()) if found else ""
        self.overlap.setText(words)
        self.overlap.setVisible(bool(words))

    # Reading

    def _complete(self) -> bool:
        for name in _DAYS:
            if self.day(name) is None:
                self.show_field_error(name, self.tr("A cycle needs this day."))
                return False
        if self.person.value() == _SOMEBODY_NEW and not self.text("name"):
            self.show_field_error("name", self.tr("Say who it is with."))
            return False
        return True

    def _days(self) -> tuple[date, date, date] | None:
        start, middle, end = (self.day(name) for name in _DAYS)
        return (start, middle, end) if start and middle and end else None

    def _written(self) -> Cycle:
        """The cycle as the form has it, its days being there."""
        days = self._days()
        if days is None:
            raise ValueError("a cycle without its days")
        start, middle, end = days
        copied = self._before if self.copy_agreement.isChecked() else None
        chosen = self.person.value()
        return replace(
            self._cycle or Cycle(agreement=copied.agreement if copied else ()),
            title=self.text("title"),
            purpose=self.text("purpose"),
            person=NO_ID if chosen == _SOMEBODY_NEW else Id(str(chosen or NO_ID)),
            start=start,
            middle=middle,
            end=end,
        )

    def _somebody_new(self) -> Person | None:
        if self.person.value() != _SOMEBODY_NEW:
            return None
        return Person(name=self.text("name"), relation=Relation(str(self.relation.value())))
