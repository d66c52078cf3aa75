"""The check-ins as a table: sortable, editable row by row, copied as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.domain.progress import Trend, TrendRow
from ui.labels import number, short_day
from ui.stretch.words import use_words
from ui.theme import current_theme, follow_theme
from ui.widgets.rows import Index

_ROOT = QModelIndex()
_MOST = 8
_SORTED = Qt.ItemDataRole.UserRole + 1
_ID = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns, in reading order."""

    DAY = 0
    CONFIDENCE = 1
    VALUE = 2
    PLAN = 3
    NOTE = 4


class CheckInModel(QAbstractTableModel):
    """Every check-in, oldest first, as the marks of the chart are."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[TrendRow, ...] = ()

    def show(self, trend: Trend) -> None:
        """Show these check-ins."""
        if trend.rows != self._rows:
            self.beginResetModel()
            self._rows = trend.rows
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many check-ins there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, its side, what it sorts by, or the id of its check-in."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.NOTE and row.note:
            # A tooltip would take a note that looks like HTML for it.
            return f"<p>{escape(row.note)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == _SORTED:
            return _order(row, index.row(), column)
        return row.id if role == _ID else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.DAY: self.tr("Date"),
            Column.CONFIDENCE: self.tr("Confidence"),
            Column.VALUE: self.tr("Measure"),
            Column.PLAN: self.tr("Plan used"),
            Column.NOTE: self.tr("Note"),
        }[Column(section)]

    def _words(self, row: TrendRow, column: Column) -> str:
        return {
            Column.DAY: short_day(row.day, self._today()),
            Column.CONFIDENCE: "" if row.confidence is None else number(row.confidence),
            Column.VALUE: "" if row.value is None else number(row.value),
            Column.PLAN: use_words(row.plan_used),
            Column.NOTE: " ".join(row.note.split()),
        }[column]


class CheckInTable(QTableView):
    """The table; `opened` and `trash_asked` carry the id of a check-in."""

    opened = Signal(str)
    trash_asked = Signal(str)

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CheckInModel(today, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(_SORTED)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DAY, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.NOTE, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        follow_theme(self._apply_theme)

    # Methods

    def show_trend(self, trend: Trend) -> None:
        """Show its check-ins; columns in which nothing stands are left out."""
        self._model.show(trend)
        self.setColumnHidden(Column.VALUE, all(row.value is None for row in trend.rows))
        self.setColumnHidden(Column.PLAN, all(row.plan_used is None for row in trend.rows))
        self._apply_theme()

    def select(self, check_in: str) -> None:
        """Make a check-in the current row."""
        for place in range(self._sorted.rowCount()):
            index = self._sorted.index(place, Column.DAY)
            if index.data(_ID) == check_in:
                self.setCurrentIndex(index)

    def as_text(self) -> str:
        """The table as it is sorted, tabs between the columns."""
        columns = [column for column in Column if not self.isColumnHidden(column)]
        horizontal = Qt.Orientation.Horizontal
        lines = [[str(self._sorted.headerData(column, horizontal)) for column in columns]]
        for place in range(self._sorted.rowCount()):
            cells = (self._sorted.index(place, column) for column in columns)
            lines.append([str(cell.data()) for cell in cells])
        return "\n".join("\t".join(line) for line in lines)

    def copy(self) -> None:
        """Put the table on the clipboard as text."""
        QGuiApplication.clipboard().setText(self.as_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, remove on Delete, copy on the keys for it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.trash_asked.emit(self.currentIndex().data(_ID))
        else:
            super().keyPressEvent(event)

    # Private

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(_ID))

    def _open_menu(self, position: QPoint) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit check-in"), lambda: self._open(index))
        menu.addAction(self.tr("Copy as text"), self.copy)
        menu.addAction(self.tr("Move to trash"), lambda: self.trash_asked.emit(index.data(_ID)))
        menu.popup(self.viewport().mapToGlobal(position))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.numbers("caption"))
        self.horizontalHeader().setFont(theme.sized("caption", 12, 500))
        self.verticalHeader().setDefaultSectionSize(theme.size("hit-min"))
        rows = min(_MOST, max(1, self._model.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * theme.size("hit-min") + 2)


def _side(column: Column) -> Qt.AlignmentFlag:
    figures = column in (Column.CONFIDENCE, Column.VALUE)
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _order(row: TrendRow, place: int, column: Column) -> object:
    if column is Column.DAY:
        return place
    if column is Column.CONFIDENCE:
        return row.confidence or 0
    if column is Column.VALUE:
        return row.value if row.value is not None else float("-inf")
    return use_words(row.plan_used) if column is Column.PLAN else row.note.casefold()
