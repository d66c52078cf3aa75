"""The sheet of a check-in: the plan first, then the measure, confidence and a note."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.goals import CheckIn, PlanUse
from app.domain.measures import Measure
from app.domain.progress import TrendRow
from app.operations import goals
from app.queries.stretch import StretchView
from ui.charts.stretch import use_words
from ui.context import Context
from ui.forms import Form, read_number
from ui.labels import number, short_day
from ui.stretch.cards import PlanCard
from ui.stretch.day_button import DayButton
from ui.stretch.words import confidence_anchors
from ui.theme import current_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import LineEdit, MultiLine
from ui.widgets.one_of import Answers
from ui.widgets.progress import MeasureBar
from ui.widgets.text import Label

_VALUE_WIDTH = 72


class CheckInSheet(Form):
    """A new check-in on a stretch goal, or an earlier one to change."""

    def __init__(
        self, context: Context, parent: QWidget, view: StretchView, note: CheckIn | None = None
    ) -> None:
        stretch = view.stretch
        draft = f"check-in.{stretch.id if note is None else note.id}"
        title = QCoreApplication.translate("CheckInSheet", "Check-in")
        super().__init__(context, title, parent, draft=draft, subtitle=stretch.title)
        self._view = view
        self._new = note is None
        self._record = note or CheckIn(goal=stretch.id)
        self.when = DayButton(context.today, note.day if note else context.today())
        uses = [(use.value, use_words(use)) for use in PlanUse]
        self.used = Answers(self.tr("Did you use it?"), uses)
        self.measure = MeasureRow(view.measure, self._before())
        self.rating = RatingRow(self.tr("Confidence"), confidence_anchors())
        self.note = MultiLine("", role="writing", lines=3)
        self._lay_out()
        self.add_buttons(self.tr("Save check-in"))
        if note is not None:
            self._fill(note)
        self.when.day_changed.connect(self.touch)
        self.used.picked.connect(self.touch)
        self.note.textChanged.connect(self.fields["confidence"].clear_error)
        self.begin()

    # What a form says

    def content(self) -> str:
        """Return what the fields hold, the day, and whether the plan was used."""
        more = {"day": self.when.day().isoformat(), "used": self.used.value() or ""}
        return json.dumps({**json.loads(super().content()), **more})

    def restore(self, content: str) -> None:
        """Bring it all back."""
        super().restore(content)
        kept = json.loads(content)
        self.when.set_day(date.fromisoformat(kept["day"]))
        self.used.set_value(kept["used"] or None)

    def submit(self) -> None:
        """Save the check-in; an error stands where it belongs."""
        if not self.measure.is_understood():
            self.show_field_error("value", self.tr("Write a number, such as 8."))
            return
        note, save = self._checked_in(), goals.check_in if self._new else goals.revise_check_in
        self.run(lambda: save(self.context.vault, note))

    # Private

    def _lay_out(self) -> None:
        self.header.insertWidget(1, self.when, 0, Qt.AlignmentFlag.AlignTop)
        # Tab follows the order in which fields are added.
        first: QWidget = self.rating.bulbs
        if self._view.stretch.has_plan:
            self._add_plan()
            first = self.used.first()
        measure = self._view.measure
        if measure.named:
            self.add_field("value", Field(measure.what, self.measure, note=measure.unit))
            first = first if self._view.stretch.has_plan else self.measure.edit
        self.add_field("confidence", Field(self.tr("Confidence"), self.rating))
        self.add_field("note", Field(self.tr("Note"), self.note, note=self.tr("if you like")))
        self.focus_first(first)

    def _add_plan(self) -> None:
        card, asked = PlanCard(large=True), FlowLayout(gap=16, row_gap=6)
        asked.addWidget(Label(self.tr("Did you use it?"), "section"))
        asked.addWidget(self.used)
        card.below.addLayout(asked)
        self.body.addWidget(card)
        card.show_plan(self._view.stretch, 0)

    def _fill(self, note: CheckIn) -> None:
        self.used.set_value(note.plan_used.value if note.plan_used else None)
        self.measure.edit.setText("" if note.value is None else number(note.value))
        self.rating.set_value(note.confidence or 0)
        self.note.setPlainText(note.note)

    def _checked_in(self) -> CheckIn:
        used = self.used.value()
        return replace(
            self._record,
            day=self.when.day(),
            value=self.measure.value(),
            confidence=self.rating.bulbs.value() or None,
            plan_used=PlanUse(used) if used else None,
            note=self.note.toPlainText().strip(),
        )

    def _before(self) -> str:
        """The last value until now and its day, in words."""
        rows = [row for row in self._view.trend.rows if row.id != self._record.id]
        valued = [(row.value, row) for row in rows if row.value is not None]
        if not valued:
            return ""
        value, row = valued[-1]
        return self.tr("{0} on {1}").format(number(value), self._day_words(row))

    def _day_words(self, row: TrendRow) -> str:
        return short_day(row.day, self.context.today())


class MeasureRow(QWidget):
    """A value to write, what it is out of, and how far that is on the way."""

    changed = Signal()

    def __init__(self, measure: Measure, before: str) -> None:
        super().__init__()
        self._measure = measure
        self.edit = LineEdit(name=measure.what)
        self.edit.setFixedWidth(current_theme().px(_VALUE_WIDTH))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.bar = MeasureBar(measure.what)
        aim = "" if measure.target is None else self.tr("of {0}").format(number(measure.target))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.edit)
        row.addWidget(Label(aim, "body", "text-2", numbers=True))
        row.addWidget(self.bar, 1)
        if before:
            row.addWidget(Label(before, "caption", "text-2", numbers=True))
        row.addStretch(0 if measure.has_way else 1)
        self.bar.setVisible(measure.has_way)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._show_way)
        self.edit.textChanged.connect(self.changed)
        self._show_way()

    def value(self) -> float | None:
        """The number that was written, None where none was."""
        return read_number(self.edit.text())

    def draft(self) -> str:
        """Return what was written."""
        return self.edit.text()

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        self.edit.setText(draft)

    def is_understood(self) -> bool:
        """Whether the field is empty or holds a number."""
        return not self.edit.text().strip() or self.value() is not None

    def _show_way(self) -> None:
        baseline, target = self._measure.baseline, self._measure.target
        if baseline is None or target is None:
            return
        value = self.value()
        now = value if value is not None else self._measure.now
        shown = baseline if now is None else now
        spoken = self.tr("{0}, from {1} to {2}")
        words = spoken.format(number(shown), number(baseline), number(target))
        self.bar.set_measure(baseline, target, shown, words)


class RatingRow(QWidget):
    """Large bulbs with what they say beside them."""

    changed = Signal()

    def __init__(self, name: str, anchors: list[str]) -> None:
        super().__init__()
        self._anchors = anchors
        self.bulbs = Bulbs(name, anchors, size="large")
        self._value = Label("", "section", numbers=True)
        self._anchor = Label("", "body", "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.bulbs)
        row.addWidget(self._value)
        row.addWidget(self._anchor, 1)
        self.setFocusProxy(self.bulbs)
        self.bulbs.valueChanged.connect(self._show_value)
        self.bulbs.valueChanged.connect(self.changed)
        self.bulbs.pointed.connect(self._point)
        self._show_value()

    def set_value(self, value: int) -> None:
        """Show a rating, 0 for none."""
        self.bulbs.setValue(value)

    def draft(self) -> str:
        """Return the rating as text, empty for none."""
        return str(self.bulbs.value() or "")

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        self.set_value(int(draft or 0))

    def _show_value(self) -> None:
        value = self.bulbs.value()
        words = self.tr("{0} of 5").format(number(value)) if value else ""
        self._value.setText(words)
        self._value.setVisible(bool(value))
        self._anchor.setText(self._anchors[value - 1] if value else self.tr("Not rated"))

    def _point(self, anchor: str) -> None:
        if anchor:
            self._anchor.setText(anchor)
        else:
            self._show_value()
