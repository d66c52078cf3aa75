"""One next step as a row: its tick, what there is to do, and its day, which can be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.ids import Kind
from app.queries.steps import NextStep
from ui.theme import current_theme, follow_theme
from ui.today import step_words
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.day_popover import DayPopover
from ui.widgets.icons import Picture
from ui.widgets.row_button import RowButton
from ui.widgets.text import Elided, Label

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WEEK = timedelta(days=7)
_GAP = 12


class StepRow(QWidget):
    """Ticks, opens or moves one step; up and down go to the same part of the rows beside it."""

    ticked = Signal()
    opened = Signal()
    moved = Signal(object)
    """Another day, or None for none."""
    stepped = Signal(int)

    def __init__(self, step: NextStep, today: Callable[[], date]) -> None:
        super().__init__()
        self.step = step
        self._today = today
        self.body = RowButton(step_words.sentence(step, today()))
        self.check: Check | None = None
        self.day: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 2)
        row.setSpacing(0)
        row.addWidget(self._lead())
        self._fill_body()
        row.addWidget(self.body, 1)
        row.addSpacing(12)
        row.addWidget(self._when())
        self.body.clicked.connect(self.opened)
        for part in self.parts():
            part.installEventFilter(self)

    def parts(self) -> list[QWidget]:
        """What can have the focus, in the order of reading."""
        return [part for part in (self.check, self.body, self.day) if part is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down from row to row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS and not event.modifiers():
                self.stepped.emit(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    # Private

    def _lead(self) -> QWidget:
        if self.step.kind in {Kind.MILESTONE, Kind.ACTION}:
            # A label of no width keeps the mark at the start of its box.
            self.check = Check("\u200b", name=self.tr("Done: {step}").format(step=self.step.title))
            self.check.clicked.connect(self.ticked)
            return self.check
        return _Lead(_LEADS[self.step.kind])

    def _fill_body(self) -> None:
        words, source = QVBoxLayout(self.body), QHBoxLayout()
        words.setContentsMargins(0, 2, 0, 3)
        words.setSpacing(0)
        words.addWidget(Elided(step_words.title_words(self.step), "body", weight=500))
        source.setSpacing(6)
        source.addWidget(Picture(step_words.ICONS[self.step.aim_kind], "text-3", 13))
        source.addWidget(Elided(step_words.source_words(self.step), "caption", "text-2"), 1)
        words.addLayout(source)
        self.body.settle()

    def _when(self) -> QWidget:
        step, today = self.step, self._today()
        words = step_words.when_words(step, today)
        soon = step.due is not None and step.due <= today
        if not step_words.can_move(step):
            return Label(words, "label", "lamp-text" if soon else "text-2", numbers=True)
        self.day = Button(
            words, "quiet-lamp" if soon else "quiet", icon="" if words else "calendar-plus"
        )
        self.day.setToolTip(self.tr("Choose another day") if words else self.tr("Choose a day"))
        told = self.tr("{when}, choose another day for {step}")
        none = self.tr("No day, choose one for {step}")
        title = step_words.title_words(step)
        self.day.setAccessibleName((told if words else none).format(when=words, step=title))
        self.day.clicked.connect(self._offer_days)
        return self.day

    def _offer_days(self) -> None:
        menu, today = QMenu(self), self._today()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, ahead in (
            (self.tr("Tomorrow"), timedelta(days=1)),
            (self.tr("In a week"), _WEEK),
        ):
            menu.addAction(words, partial(self.moved.emit, today + ahead))
        menu.addAction(self.tr("Choose a day"), self._ask_day)
        if self.step.due is not None and self.step.kind is not Kind.CYCLE:
            menu.addSeparator()
            menu.addAction(self.tr("Without a day"), partial(self.moved.emit, None))
        if self.day is not None:
            menu.popup(self.day.mapToGlobal(self.day.rect().bottomLeft()))

    def _ask_day(self) -> None:
        if self.day is None:
            return
        popover = DayPopover(self.day, self.step.due or self._today(), self._today)
        popover.chosen.connect(self.moved)
        popover.open_below()


class _Lead(QWidget):
    """What kind of step it is, as wide as a check with the gap after it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._inside = QHBoxLayout(self)
        self._inside.addWidget(Picture(icon, "text-2", 18))
        follow_theme(self._space)

    def _space(self) -> None:
        self._inside.setContentsMargins(0, 0, current_theme().px(_GAP), 0)


_LEADS = {
    Kind.CHECK_IN: "gauge",
    Kind.GOAL: "eye",
    Kind.CYCLE: "notebook-pen",
    Kind.SUPPORT: "hand-helping",
    Kind.FEEDBACK: "inbox",
}
