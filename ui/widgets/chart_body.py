"""A chart or its table in the same place, and a line that tells the mark one is at."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.drawing.chart import Chart
from ui.theme import current_theme, follow_theme
from ui.widgets.chart_scroll import ChartScroll
from ui.widgets.chart_table import ChartTable
from ui.widgets.chart_view import ChartView
from ui.widgets.text import Label


class ChartBody(QWidget):
    """The drawing with its read-out line; the table if wanted, or where there is little room.

    `opened` carries the kind and the id of what lies behind a mark or a row, `swapped` says
    that one took the other's place.
    """

    opened = Signal(str, str)
    swapped = Signal()

    def __init__(
        self,
        ground: str = "surface",
        table: ChartTable | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._wanted = False
        self._scroll: ChartScroll | None = None
        self.view = ChartView(ground)
        self.table = table or ChartTable()
        self.told = Label("", "body", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.view, self.table, self.told):
            self._column.addWidget(part)
        self.view.marked.connect(self._show_told)
        self.view.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        follow_theme(self._apply_theme)

    # Methods

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, as a table if that was wanted before."""
        self._chart = chart
        self.view.show_chart(chart)
        if chart.wide and self._scroll is None:
            self._scroll = ChartScroll(self.view)
            self._column.insertWidget(0, self._scroll)
            self.view.show()
        self.table.show_table(chart.name, chart.table)
        self._fit()

    def want_table(self, *, wanted: bool) -> None:
        """Show the table in the place of the drawing, or the drawing again."""
        focused = self.window().focusWidget() in (self.view, self.table)
        self._wanted = wanted
        self._fit()
        if focused:
            (self.table if self.is_table else self.view).setFocus()

    @property
    def can_swap(self) -> bool:
        """Whether there are both a drawing and a table to choose from."""
        return self._is_drawn() and self.has_table

    @property
    def has_table(self) -> bool:
        """Whether there are rows at all."""
        return self._chart is not None and bool(self._chart.table.rows)

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self.has_table and (self._wanted or not self._is_drawn())

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the table where a drawing has no room."""
        super().resizeEvent(event)
        self._fit()

    # Private

    def _is_drawn(self) -> bool:
        if self._chart is None:
            return False
        return not self.view.drawing_at(self.width(), self._chart.wide).is_empty

    def _fit(self) -> None:
        drawn, table = self._is_drawn(), self.is_table
        picture = self._scroll or self.view
        before = (picture.isVisibleTo(self), self.table.isVisibleTo(self))
        picture.setVisible(drawn and not table)
        if self._scroll is not None and self._chart is not None:
            self._scroll.fit(self._chart.wide)
        self.table.setVisible(table)
        self._show_told()
        if before != (drawn and not table, table):
            self.swapped.emit()

    def _show_told(self) -> None:
        """Tell the mark; the line keeps its place while there is none, so that nothing jumps."""
        mark = self.view.mark
        self.told.setVisible(bool(self.view.drawing.marks) and self.view.isVisibleTo(self))
        self.told.setText(mark.said if mark else "")
        self.told.emphasise([mark.strong] if mark else [])

    def _apply_theme(self) -> None:
        self.told.setMinimumHeight(current_theme().line("body"))
