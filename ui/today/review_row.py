"""One stretch goal in the weekly review: its plan, confidence and a note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.charts.stretch import stretch_spark
from app.domain.goals import CheckIn, PlanUse
from app.queries.reviews import DueCheckIn
from ui import labels
from ui.aim_words import confidence_anchors, plan_words
from ui.charts.stretch import stretch_words, use_words
from ui.theme import current_theme, follow_theme
from ui.widgets.bulbs import Bulbs
from ui.widgets.chart_view import ChartView
from ui.widgets.fact_row import FactRow
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import LineEdit
from ui.widgets.one_of import Answers
from ui.widgets.text import Label

_SPARK, _SPARK_HEIGHT = 110, 24


class ReviewRow(QWidget):
    """Asks whether the plan was used, how confident one is, and for a note if one likes."""

    changed = Signal()
    opened = Signal()

    def __init__(self, due: DueCheckIn, today: date) -> None:
        super().__init__()
        self.due = due
        self._today = today
        goal = due.stretch.title
        self.title = FactRow(goal, self._last_words(), icon="mountain")
        self.spark = ChartView("raised")
        self.used = Answers(
            self.tr("Did you use it? {goal}").format(goal=goal),
            [(use.value, use_words(use)) for use in PlanUse],
        )
        named = self.tr("Confidence, {goal}").format(goal=goal)
        self.bulbs = Bulbs(named, confidence_anchors())
        self._anchor = Label("", "caption", "text-2", wrap=True)
        note = self.tr("Note, {goal}").format(goal=goal)
        self.note = LineEdit(self.tr("Note, if you like"), name=note)
        self._assemble()
        self.title.clicked.connect(self.opened)
        self.used.picked.connect(self.changed)
        self.bulbs.valueChanged.connect(self._say_anchor)
        self.bulbs.rated.connect(self.changed)
        self.note.textEdited.connect(self.changed)
        follow_theme(self._fit)

    # Methods

    def first(self) -> QWidget:
        """What has the focus at first: whether the plan was used, else the bulbs."""
        return self.used.first() if self.due.stretch.has_plan else self.bulbs

    def check_in(self) -> CheckIn | None:
        """The check-in as it was given; None where nothing was."""
        use, rating, note = self.used.value(), self.bulbs.value(), self.note.text().strip()
        if not (use or rating or note):
            return None
        return CheckIn(
            goal=self.due.stretch.id,
            day=self._today,
            confidence=rating or None,
            plan_used=PlanUse(use) if use else None,
            note=note,
        )

    def content(self) -> dict[str, str]:
        """What was given, to be kept."""
        kept = {
            "used": self.used.value() or "",
            "confidence": str(self.bulbs.value() or ""),
            "note": self.note.text(),
        }
        return {name: value for name, value in kept.items() if value}

    def restore(self, kept: Mapping[str, str]) -> None:
        """Show what was kept."""
        self.used.set_value(kept.get("used"))
        self.bulbs.setValue(int(kept.get("confidence", 0)))
        self.note.setText(kept.get("note", ""))

    # Private

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        if self.due.stretch.has_plan:
            column.addLayout(self._plan())
        self.used.setVisible(self.due.stretch.has_plan)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(Label(self.tr("Confidence"), "label", "text-2"))
        asked.addWidget(self.bulbs)
        asked.addWidget(self._anchor, 1)
        column.addLayout(asked)
        column.addWidget(self.note)
        self._say_anchor()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        if self.due.trend.last is not None:
            # It repeats what the row beside it and the page of the goal say.
            self.spark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.spark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.spark.show_chart(stretch_spark(self.due.trend, stretch_words(self._today)))
            head.addWidget(self.spark)
        return head

    def _last_words(self) -> str:
        last = self.due.trend.last
        if last is None:
            return ""
        day = labels.short_day(last.day, self._today)
        return self.tr("{value} of 5 on {day}").format(
            value=labels.number(last.confidence), day=day
        )

    def _plan(self) -> QVBoxLayout:
        said, strong = plan_words(self.due.stretch.if_when, self.due.stretch.then_do)
        words = Label(said, "body", wrap=True)
        words.emphasise(strong)
        asked = FlowLayout(gap=12, row_gap=4)
        asked.addWidget(Label(self.tr("Did you use it?"), "label", "text-2"))
        asked.addWidget(self.used)
        plan = QVBoxLayout()
        plan.setSpacing(6)
        plan.addWidget(words)
        plan.addLayout(asked)
        return plan

    def _say_anchor(self) -> None:
        value = self.bulbs.value()
        self._anchor.setText(confidence_anchors()[value - 1] if value else self.tr("Not rated"))

    def _fit(self) -> None:
        theme = current_theme()
        self.spark.setFixedSize(theme.px(_SPARK), theme.px(_SPARK_HEIGHT))
