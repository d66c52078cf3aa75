"""The fields of a check-in: the plan first, then the measure, confidence and a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import CheckIn, PlanUse
from app.domain.measures import Measure
from app.domain.progress import TrendRow
from app.queries.stretch import StretchView
from ui.aim_words import confidence_anchors
from ui.charts.stretch import use_words
from ui.context import Context
from ui.labels import number, short_day
from ui.measures.value_edits import TypedValue, value_edit
from ui.measures.words import value_words
from ui.stretch.cards import PlanCard
from ui.theme import current_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import MultiLine
from ui.widgets.one_of import Answers
from ui.widgets.progress import MeasureBar
from ui.widgets.text import Label

_VALUE_WIDTH = 72


class CheckInFields(QWidget):
    """What is asked about one stretch goal; `fields` are those of the form, by name.

    `note` is the check-in that is changed, if it is an earlier one: it is not the last value.
    """

    def __init__(self, context: Context, view: StretchView, note: CheckIn | None = None) -> None:
        super().__init__()
        self._context = context
        self._view = view
        self._rows = [row for row in view.trend.rows if note is None or row.id != note.id]
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_theme().space(6))
        uses = [(use.value, use_words(use)) for use in PlanUse]
        self.used = Answers(self.tr("Did you use it?"), uses)
        self.measure = MeasureRow(view.measure)
        self.rating = RatingRow(self.tr("Confidence"), confidence_anchors())
        self.note = MultiLine("", role="writing", lines=3)
        self._lay_out()
        self.note.textChanged.connect(self.fields["confidence"].clear_error)

    def first(self) -> QWidget:
        """What has the focus at first: whether the plan was used, else the first field."""
        if self._view.stretch.has_plan:
            return self.used.first()
        named = self._view.measure.named
        return (self.measure.focusProxy() if named else None) or self.rating.bulbs

    def show_check_in(self, note: CheckIn) -> None:
        """Show what was checked in."""
        self.used.set_value(note.plan_used.value if note.plan_used else None)
        self.measure.set_value(note.value)
        self.rating.set_value(note.confidence or 0)
        self.note.setPlainText(note.note)

    # Private

    def _lay_out(self) -> None:
        # Tab follows the order in which fields are added.
        if self._view.stretch.has_plan:
            self._add_plan()
        measure = self._view.measure
        if measure.named:
            last = self._last_value()
            value = Field(measure.what, self.measure, note=measure.unit, aside=_aside(last))
            self._add("value", value)
        rating = Field(self.tr("Confidence"), self.rating, aside=_aside(self._last_rating()))
        self._add("confidence", rating)
        self._add("note", Field(self.tr("Note"), self.note, note=self.tr("if you like")))

    def _add_plan(self) -> None:
        card, asked = PlanCard(large=True), FlowLayout(gap=16, row_gap=6)
        asked.addWidget(Label(self.tr("Did you use it?"), "section"))
        asked.addWidget(self.used)
        card.below.addLayout(asked)
        self.column.addWidget(card)
        card.show_plan(self._view.stretch, 0)

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        self.column.addWidget(field)

    def _last_value(self) -> str:
        valued = [(row.value, row) for row in self._rows if row.value is not None]
        if not valued:
            return ""
        value, row = valued[-1]
        return self._on_day(value_words(self._view.measure.kind, value), row)

    def _last_rating(self) -> str:
        rated = [(row.confidence, row) for row in self._rows if row.confidence is not None]
        return self._on_day(number(rated[-1][0]), rated[-1][1]) if rated else ""

    def _on_day(self, value: str, row: TrendRow) -> str:
        day = short_day(row.day, self._context.today())
        return self.tr("{0} on {1}").format(value, day)


class MeasureRow(QWidget):
    """A value to give in the way of its kind, what it is out of, and how far that is."""

    changed = Signal()

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self.edit = value_edit(measure.kind, measure.what, measure.now)
        self.bar = MeasureBar(measure.what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.edit)
        if isinstance(self.edit, TypedValue):
            self.edit.line.setFixedWidth(current_theme().px(_VALUE_WIDTH))
            self.edit.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            target = measure.target
            aim = "" if target is None else self.tr("of {0}").format(number(target))
            row.addWidget(Label(aim, "body", "text-2", numbers=True))
            row.addWidget(self.bar, 1)
        row.addStretch(0 if self._draws else 1)
        self.bar.setVisible(self._draws)
        self.setFocusProxy(self.edit.focusProxy() or self.edit)
        self.edit.changed.connect(self._show_way)
        self.edit.changed.connect(self.changed)
        self._show_way()

    def value(self) -> float | None:
        """Return the value that was given, None where none was."""
        return self.edit.value()

    def set_value(self, value: float | None) -> None:
        """Show a value."""
        self.edit.set_value(value)

    def is_understood(self) -> bool:
        """Return whether there is a value, or nothing at all."""
        return self.edit.is_understood()

    def draft(self) -> str:
        """Return what was given as text."""
        return self.edit.draft()

    def take_draft(self, draft: str) -> None:
        """Show what a draft holds."""
        self.edit.take_draft(draft)

    def set_error(self, *, wrong: bool) -> None:
        """Mark it, or take the mark away."""
        if isinstance(self.edit, TypedValue):
            self.edit.set_error(wrong=wrong)

    @property
    def _draws(self) -> bool:
        return self._measure.has_way and isinstance(self.edit, TypedValue)

    def _show_way(self) -> None:
        baseline, target = self._measure.baseline, self._measure.target
        if baseline is None or target is None or not self._draws:
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


def _aside(words: str) -> Label | None:
    return Label(words, "caption", "text-2", numbers=True) if words else None
