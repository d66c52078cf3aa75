"""The table of the support map: one Tab stop, arrows from cell to cell, Enter acts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from app.queries.people import SupportMap
from ui.people.map_model import NEED, MapModel
from ui.people.map_paint import HEADER, CellDelegate, MapHeader
from ui.theme import current_theme, follow_theme
from ui.widgets.ring import is_by_keyboard

_NEED_ROW, _HEADING_ROW = 52, 36
_NEED_LEAST, _NEED_SHARE, _PERSON_LEAST, _PERSON_MOST = 148, 0.32, 92, 128
_UP, _DOWN = (Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)
_ROWS = dict((_UP, _DOWN))


class MapTable(QTableView):
    """As tall as its rows; of many people it shows as many as fit, and the needs always.

    `acted` carries the index on which Enter was pressed or that was clicked, `asked_menu` that of
    a cell whose menu is wanted, `moved` the box of the cell that keys went to, `turned` says
    that other people are shown.
    """

    acted = Signal(QModelIndex)
    asked_menu = Signal(QModelIndex)
    moved = Signal(QRect)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MapModel(self)
        self._first = 1
        self._shown = 1
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(MapHeader(self))
        self.setAccessibleName(self.tr("Support map"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self.acted)
        self.customContextMenuRequested.connect(
            lambda place: self.asked_menu.emit(self.indexAt(place))
        )
        follow_theme(self._fit)

    # Properties

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.cells.columnCount() - 1

    def window_of_people(self) -> tuple[int, int]:
        """The first and the last person that are shown, counted from 1."""
        return self._first, min(self._first + self._shown - 1, self.people)

    def turn(self, by: int) -> None:
        """Show those before, or those behind."""
        self._show_from(self._first + by * self._shown)

    # Methods

    def show_map(self, found: SupportMap) -> None:
        """Show this map; the current cell stays with its need and person."""
        current = self.currentIndex()
        need, person = self.cells.need(current.row()), self.cells.person(current.column())
        self.cells.show_map(found)
        self._fit()
        row = self.cells.row_of(need.competency) if need else -1
        column = self.cells.column_of(person.id) if person else NEED
        row = row if row >= 0 else self.cells.first_need()
        if row >= 0:
            self._go_to(self.cells.index(row, column), announce=False)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell over the headings; act on Enter."""
        self.setProperty("keyboard", True)
        key, current = event.key(), self.currentIndex()
        target = self._target(Qt.Key(key), event.modifiers(), current)
        if target is not None:
            self._go_to(target)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.acted.emit(current)
        elif key == Qt.Key.Key_Menu and current.isValid():
            self.asked_menu.emit(current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current cell if a key brought the focus."""
        if is_by_keyboard(event.reason()):
            self.setProperty("keyboard", True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        self.setProperty("keyboard", False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many people as fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    # Private

    def _target(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier, current: QModelIndex
    ) -> QModelIndex | None:
        """The cell that a key leads to; None where it leads nowhere."""
        row, column = current.row(), current.column()
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        if key in _ROWS:
            row = self._next_need(row, _ROWS[key])
        elif key in (ahead, back):
            column = min(max(column + (1 if key == ahead else -1), NEED), self.people)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = key == Qt.Key.Key_Home
            column = NEED if first else self.people
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                row = self.cells.first_need() if first else self.cells.rowCount() - 1
        else:
            return None
        return self.cells.index(row, column)

    def _next_need(self, row: int, step: int) -> int:
        """The row of the next need in a direction, over headings; the same one at the end."""
        places = range(row + step, self.cells.rowCount() if step > 0 else -1, step)
        return next((at for at in places if self.cells.need(at) is not None), row)

    def _go_to(self, index: QModelIndex, *, announce: bool = True) -> None:
        column = index.column()
        if column > NEED and not self._first <= column < self._first + self._shown:
            self._show_from(column if column < self._first else column - self._shown + 1)
        self.setCurrentIndex(index)
        if announce:
            self.moved.emit(self.visualRect(index).translated(0, self.horizontalHeader().height()))

    def _show_from(self, first: int) -> None:
        self._first = min(max(first, 1), max(1, self.people - self._shown + 1))
        for column in range(1, self.people + 1):
            self.setColumnHidden(column, not self._first <= column < self._first + self._shown)
        self.turned.emit()

    def _fit(self) -> None:
        theme = current_theme()
        self.setFont(theme.font("body"))
        width = self.viewport().width()
        least, most = theme.px(_PERSON_LEAST), theme.px(_PERSON_MOST)
        fitting = max(1, (width - theme.px(_NEED_LEAST)) // least)
        self._shown = max(1, min(fitting, self.people))
        rest = round(width * (1 - _NEED_SHARE))
        each = max(least, min(rest // self._shown, most))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._show_from(self._first)
        for column in range(1, self.people + 1):
            self.setColumnWidth(column, max(1, each))
        self.setColumnWidth(NEED, max(1, width - each * min(self._shown, self.people)))
        self._fit_rows()

    def _fit_rows(self) -> None:
        theme, height = current_theme(), 0
        self.clearSpans()
        for row in range(self.cells.rowCount()):
            heading = self.cells.need(row) is None
            self.setRowHeight(row, theme.px(_HEADING_ROW if heading else _NEED_ROW))
            height += self.rowHeight(row)
            if heading and self.people:
                self.setSpan(row, NEED, 1, self.people + 1)
        self.horizontalHeader().setFixedHeight(theme.px(HEADER))
        self.setFixedHeight(theme.px(HEADER) + height + 2)
