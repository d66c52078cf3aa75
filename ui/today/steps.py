"""The next steps: what to tick, check in on, look at again, write or ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.steps import NextStep
from ui.context import Destination
from ui.today import step_words
from ui.today.step_row import StepRow
from ui.widgets.button import Button
from ui.widgets.styling import Rule
from ui.widgets.tab_order import put_after
from ui.widgets.text import Label


class Steps(QWidget):
    """The first few steps, or all of them; each is ticked, moved to another day or opened here."""

    ticked = Signal(object)
    """A NextStep."""
    moved = Signal(object, object)
    """A NextStep, and its day from now on."""
    went = Signal(object)
    all_asked = Signal(bool)
    """Whether all steps are to be shown, or the first few."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._shown: tuple[object, ...] = ()
        self._expanded = False
        self.rows: list[StepRow] = []
        self.all = Button("", "link", trailing="chevron-right")
        self.rest = Button(self.tr("The rest is in your plan"), "link", trailing="chevron-right")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = Label(self.tr("No open steps."), "body", "text-2", wrap=True)
        self._assemble()
        self.all.clicked.connect(lambda: self.all_asked.emit(not self._expanded))
        self.rest.clicked.connect(lambda: self.went.emit(Destination("plan")))

    def show_steps(self, steps: Sequence[NextStep], count: int, *, expanded: bool) -> None:
        """Show steps, of how many there are; `expanded` where all of them were asked for."""
        shown = (tuple(steps), count, expanded, self._today())
        if self._shown == shown:
            return
        self._shown = shown
        focused = self._focused()
        self._expanded = expanded
        self._say_count(count, len(steps))
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = [self._row(step) for step in steps]
        put_after(self.all, *(part for row in self.rows for part in row.parts()), self.rest)
        if focused is not None:
            self._focus(*focused)

    # Private

    def _assemble(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Label(self.tr("Next steps"), "section"))
        head.addStretch()
        head.addWidget(self.all)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_count(self, count: int, shown: int) -> None:
        words = self.tr("All open steps ({count})").format(count=count)
        self.all.setText(self.tr("The first few") if self._expanded else words)
        self.all.setVisible(self._expanded or count > shown)
        self.rest.setVisible(self._expanded and count > shown)
        self._nothing.setVisible(not shown)

    def _row(self, step: NextStep) -> StepRow:
        row = StepRow(step, self._today)
        row.ticked.connect(partial(self.ticked.emit, step))
        row.opened.connect(partial(self.went.emit, step_words.destination(step)))
        row.moved.connect(partial(self.moved.emit, step))
        row.stepped.connect(partial(self._step, row))
        self._rows.addWidget(row)
        self._rows.addWidget(Rule())
        row.show()
        return row

    def _step(self, row: StepRow, by: int) -> None:
        focused = self._focused()
        place = self.rows.index(row) + by
        if focused is not None and 0 <= place < len(self.rows):
            self._focus(place, focused[1])

    def _focused(self) -> tuple[int, str] | None:
        """The row that has the focus, and which part of it."""
        widget = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            for name in ("check", "body", "day"):
                if widget is not None and getattr(row, name) is widget:
                    return place, name
        return None

    def _focus(self, place: int, name: str) -> None:
        """Focus a part of a row, of the last one where there are no more, or what is above."""
        row = self.rows[min(place, len(self.rows) - 1)] if self.rows else None
        part = getattr(row, name) or row.body if row else self.all
        part.setFocus(Qt.FocusReason.TabFocusReason)
