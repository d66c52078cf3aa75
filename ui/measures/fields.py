"""The measure in the form of a goal: what is measured, the kind of its values, and its two ends."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.goals import MeasureKind
from ui.measures.value_edits import RatedValue, TypedValue, ValueEdit
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.segmented import Segmented

_TYPED = {MeasureKind.NUMBER, MeasureKind.COUNT}


class Measured(Protocol):
    """What has a measure: a goal, a stretch goal, or a draft of one."""

    @property
    def measure_kind(self) -> MeasureKind:
        """The kind of its values."""

    @property
    def baseline(self) -> float | None:
        """The value at the start."""

    @property
    def target(self) -> float | None:
        """The value to come to."""


class KindTabs(Segmented):
    """The kinds of values, one of them chosen."""

    def __init__(self) -> None:
        kinds = [
            (MeasureKind.NUMBER.value, _said("Number")),
            (MeasureKind.COUNT.value, _said("Count")),
            (MeasureKind.YES_NO.value, _said("Yes or no")),
            (MeasureKind.RATING.value, _said("Rating")),
        ]
        super().__init__(kinds, name=_said("Kind of measure"), fill=True)

    def draft(self) -> str:
        """The kind that is chosen."""
        return self.view()

    def take_draft(self, draft: str) -> None:
        """Choose a kind, and have its fields shown."""
        self.set_view(draft)
        self.chosen.emit(draft)


class MeasureFields(QWidget):
    """The fields of a measure; those that its kind does not have are not shown.

    `fields` are for the form, by the names of what they hold.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kind = KindTabs()
        start, aim = self.tr("At the start"), self.tr("Aim")
        self._ends: dict[str, ValueEdit] = {
            "baseline": TypedValue(start),
            "target": TypedValue(aim),
            "rated_baseline": RatedValue(start),
            "rated_target": RatedValue(aim),
        }
        self.fields = {
            "measure": Field(self.tr("Measure"), LineEdit()),
            "measure_kind": Field(self.tr("Its values are"), self.kind),
            "baseline": Field(start, self._ends["baseline"]),
            "target": Field(aim, self._ends["target"]),
            "rated_baseline": Field(start, self._ends["rated_baseline"]),
            "rated_target": Field(aim, self._ends["rated_target"]),
            "unit": Field(self.tr("Counted in"), LineEdit()),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.fields["measure"])
        column.addWidget(self.fields["measure_kind"])
        column.addLayout(_beside(self.fields["baseline"], self.fields["target"]))
        column.addLayout(_beside(self.fields["rated_baseline"], self.fields["rated_target"]))
        column.addWidget(self.fields["unit"])
        self.kind.chosen.connect(lambda _: self._show_kind())
        self._show_kind()

    # Methods

    def measure_kind(self) -> MeasureKind:
        """The kind that is chosen."""
        return MeasureKind(self.kind.view())

    def baseline(self) -> float | None:
        """The value at the start, as far as the kind has one."""
        return self._end("baseline")

    def target(self) -> float | None:
        """The value to come to, as far as the kind has one."""
        return self._end("target")

    def fill(self, aim: Measured) -> None:
        """Show the measure of a goal or stretch goal."""
        self.kind.take_draft(aim.measure_kind.value)
        rated = aim.measure_kind is MeasureKind.RATING
        for name, value in (("baseline", aim.baseline), ("target", aim.target)):
            self._ends[name].set_value(None if rated else value)
            self._ends[f"rated_{name}"].set_value(value if rated else None)

    def misread(self) -> str:
        """The name of the first field that holds no number, empty where all do."""
        if self.measure_kind() not in _TYPED:
            return ""
        wrong = (n for n in ("baseline", "target") if not self._ends[n].is_understood())
        return next(wrong, "")

    # Private

    def _end(self, name: str) -> float | None:
        kind = self.measure_kind()
        if kind is MeasureKind.RATING:
            return self._ends[f"rated_{name}"].value()
        return self._ends[name].value() if kind in _TYPED else None

    def _show_kind(self) -> None:
        kind = self.measure_kind()
        for name in ("baseline", "target", "unit"):
            self.fields[name].setVisible(kind in _TYPED)
        for name in ("rated_baseline", "rated_target"):
            self.fields[name].setVisible(kind is MeasureKind.RATING)
        helps = {
            MeasureKind.NUMBER: self.tr("Something you can put a number to."),
            MeasureKind.COUNT: self.tr("Something that happens, one by one."),
            MeasureKind.YES_NO: self.tr("Something that is so, or not yet."),
            MeasureKind.RATING: self.tr("Something you can rate from 1 to 5."),
        }
        self.fields["measure_kind"].set_help(helps[kind])


def _beside(left: Field, right: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in (left, right):
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _said(words: str) -> str:
    return QCoreApplication.translate("MeasureFields", words)
