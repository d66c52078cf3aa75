"""The values of a measure: a line over time where there is no bar to draw, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.charts.measure import measure_chart
from app.domain.measures import Measure
from app.domain.progress.values import Value
from app.drawing.shapes import Opens
from ui.charts.measure import measure_words
from ui.context import Context
from ui.measures.words import value_words
from ui.widgets.button import Button
from ui.widgets.chart_body import ChartBody
from ui.widgets.chart_table import ChartTable

_CHOICE, _TABLE, _DRAWN = "plan.values", "table", "drawn"


class ValuesTable(ChartTable):
    """The table of values; `trash_asked` carries the id of the check-in of a row."""

    trash_asked = Signal(str)

    def menu(self, row_id: str, opens: Opens | None) -> QMenu:
        """Edit, copy, remove."""
        menu = super().menu(row_id, opens)
        menu.actions()[0].setText(self.tr("Edit value"))
        menu.addAction(self.tr("Move to trash"), lambda: self.trash_asked.emit(row_id))
        return menu

    def event(self, event: QEvent) -> bool:
        """Take F2 before the page does, which edits the goal."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on F2, remove on Delete."""
        if event.key() == Qt.Key.Key_Delete and self.current_id:
            self.trash_asked.emit(self.current_id)
        elif event.key() == Qt.Key.Key_F2 and self.current_id:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ValuesHistory(QWidget):
    """Below the bar of a measure, or in its place.

    `opened` and `trash_asked` carry the id of a check-in. The button `swap` brings the table; it
    stands where its owner puts it, and the choice is kept.
    """

    opened = Signal(str)
    trash_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._has_bar = self._any = False
        self.swap = Button("", "link")
        self.copy = Button(self.tr("Copy as text"), "link", icon="copy")
        self.table = ValuesTable()
        self.body = ChartBody("raised", self.table)
        self.copy.setProperty("flush", True)
        links, column = QHBoxLayout(), QVBoxLayout(self)
        links.addWidget(self.copy)
        links.addStretch()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.body)
        column.addLayout(links)
        self.swap.clicked.connect(self._swap)
        self.copy.clicked.connect(self.table.copy)
        self.table.copied.connect(lambda: context.messages.say(self.tr("Values copied as text")))
        self.body.opened.connect(lambda _kind, check_in: self.opened.emit(check_in))
        self.body.swapped.connect(self._show_view)
        self.table.trash_asked.connect(self.trash_asked)

    def show_values(self, measure: Measure, values: Sequence[Value]) -> None:
        """Show the values of a measure; one with a bar has no line beside it."""
        said = partial(value_words, measure.kind)
        words = measure_words(measure.what, said, self._context.today())
        self._has_bar = measure.has_way
        self.body.show_chart(measure_chart(measure, values, words))
        self.body.want_table(wanted=self._wants_table())
        self._any = bool(values)
        self._show_view()

    def _wants_table(self) -> bool:
        return self._context.vault.read.preference(_CHOICE, _DRAWN) == _TABLE

    def _swap(self) -> None:
        wanted = _DRAWN if self._wants_table() else _TABLE
        self._context.perform(lambda: self._context.vault.prefer(_CHOICE, wanted))
        self.body.want_table(wanted=wanted == _TABLE)
        self._show_view()

    def _show_view(self) -> None:
        wanted = self._wants_table()
        drawn = not self._has_bar and (self.body.can_swap or not self.body.is_table)
        self.body.setVisible(wanted or drawn)
        self.setVisible(self._any and (wanted or drawn))
        self.swap.setVisible(self._any)
        self.copy.setVisible(wanted)
        self.swap.setText(self._words(wanted=wanted))
        self.swap.set_icon("chart-line" if wanted and not self._has_bar else "table-2")

    def _words(self, *, wanted: bool) -> str:
        if not wanted:
            return self.tr("All values")
        return self.tr("Hide values") if self._has_bar else self.tr("Chart")
