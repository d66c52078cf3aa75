"""A chart in its card: what was seen, what was measured, the drawing or its table, and a menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.drawing.chart import NARROW, Chart
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.chart_body import ChartBody
from ui.widgets.styling import Card
from ui.widgets.text import Label

_SIDE, _TOP, _BOTTOM = 22, 18, 16
_HEADING = 18


class ChartCard(Card):
    """Heading and line under it, drawing or table, and what can be done with them.

    `opened` carries the kind and the id of what lies behind a mark or a row. `table_chosen` says
    whether the table is wanted from now on, `pack_asked` that the chart is wanted in a pack,
    `asked` that the button beside the invitation was pressed.
    """

    opened = Signal(str, str)
    table_chosen = Signal(bool)
    pack_asked = Signal()
    asked = Signal()

    def __init__(self, *, packs: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._chart: Chart | None = None
        self._packs = packs
        self.heading = Label("", "title", size=_HEADING, wrap=True)
        self.under = Label("", "caption", "text-2", wrap=True)
        self.swap = Button("", "quiet")
        self.more = Button("", "ghost", icon="ellipsis")
        self.body = ChartBody("raised")
        self.invitation = Label("", "body", "text-2", wrap=True)
        self.begin = Button("", "link")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.more.setToolTip(self.tr("More for this chart"))
        self.column = QVBoxLayout(self)
        self._lay_out()
        self.swap.clicked.connect(self._swap)
        self.more.clicked.connect(self._open_menu)
        self.begin.clicked.connect(self.asked)
        self.body.opened.connect(self.opened)
        self.body.swapped.connect(self._show_swap)

    # Methods

    def show_chart(self, chart: Chart, *, as_table: bool = False, begin: str = "") -> None:
        """Show a chart; `begin` is the button while there is nothing to see."""
        self._chart = chart
        self.setAccessibleName(chart.name)
        seen = bool(chart.heading)
        self.heading.setText(chart.heading or chart.name)
        self.under.setText(chart.under)
        self.under.setVisible(bool(chart.under))
        self.invitation.setText(chart.invitation)
        self.begin.setText(begin)
        self.body.want_table(wanted=as_table)
        self.body.show_chart(chart)
        self.body.setVisible(seen)
        self.invitation.setVisible(not seen)
        self.begin.setVisible(not seen and bool(begin))
        self.more.setVisible(seen)
        self._show_swap()

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.body.can_swap:
            menu.addAction(self._other(), self._swap)
        menu.addAction(self.tr("Copy as text"), self.body.table.copy)
        if self._packs:
            menu.addAction(self.tr("Add to a pack"), self.pack_asked.emit)
        return menu

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a small card's words the whole width, with the buttons below them."""
        super().resizeEvent(event)
        small = current_theme().effective_width(self.width()) < NARROW
        way = QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where it was asked for."""
        if self._chart is not None and self._chart.heading:
            self.menu().popup(event.globalPos())

    # Private

    def _lay_out(self) -> None:
        words, acts = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.under)
        acts.setSpacing(8)
        acts.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignTop)
        acts.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        acts.addStretch()
        self._head.setSpacing(8)
        self._head.addLayout(words, 1)
        self._head.addLayout(acts)
        begin = QHBoxLayout()
        begin.addWidget(self.begin)
        begin.addStretch()
        self.column.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        self.column.setSpacing(12)
        self.column.addLayout(self._head)
        self.column.addWidget(self.body)
        self.column.addWidget(self.invitation)
        self.column.addLayout(begin)
        self.column.addStretch()

    def _swap(self) -> None:
        wanted = not self.body.is_table
        self.body.want_table(wanted=wanted)
        self.table_chosen.emit(wanted)

    def _other(self) -> str:
        return self.tr("Chart") if self.body.is_table else self.tr("Table")

    def _show_swap(self) -> None:
        self.swap.setVisible(self.body.can_swap)
        self.swap.setText(self._other())
        self.swap.set_icon("chart-line" if self.body.is_table else "table-2")

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
