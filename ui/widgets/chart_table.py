"""A chart as its table: sorted by any column, opened row by row, copied as text."""

from __future__ import annotations

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
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.drawing.chart import Row, Table
from app.drawing.shapes import Opens
from ui.theme import current_theme, follow_theme
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.rows import Index

_ROOT = QModelIndex()
_MOST = 8
_SORTED = Qt.ItemDataRole.UserRole + 1
_ROW = Qt.ItemDataRole.UserRole + 2


class ChartTableModel(QAbstractTableModel):
    """The rows of a chart, in the order of its marks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table()

    def show(self, table: Table) -> None:
        """Show another table."""
        if table != self._table:
            self.beginResetModel()
            self._table = table
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, its side, what it sorts by, or its whole row."""
        if not index.isValid():
            return None
        row = self._table.rows[index.row()]
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole and cell.words:
            # A tooltip would take words that look like HTML for it.
            return f"<p>{escape(cell.words)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == _SORTED:
            return cell.words.casefold() if cell.order is None else cell.order
        return row if role == _ROW else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column, at the side of its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self._table.columns[section].name if role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        figures = self._table.columns[column].figures
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableView):
    """The table; `opened` carries the kind and the id of what lies behind a row."""

    opened = Signal(str, str)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChartTableModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(_SORTED)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
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
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        # The third press on a heading brings the order of the marks back.
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        follow_theme(self._apply_theme)

    # Methods

    def show_table(self, name: str, table: Table) -> None:
        """Show the table of a chart under its name."""
        self.setAccessibleName(name)
        self._model.show(table)
        self._apply_theme()

    def select(self, row_id: str) -> None:
        """Make a row the current one."""
        for place in range(self._sorted.rowCount()):
            index = self._sorted.index(place, 0)
            if _row(index).id == row_id:
                self.setCurrentIndex(index)

    def as_text(self) -> str:
        """The table as it is sorted, tabs between the columns."""
        columns = range(self._sorted.columnCount())
        horizontal = Qt.Orientation.Horizontal
        lines = [[str(self._sorted.headerData(column, horizontal)) for column in columns]]
        for place in range(self._sorted.rowCount()):
            cells = (self._sorted.index(place, column) for column in columns)
            lines.append([str(cell.data()) for cell in cells])
        return "\n".join("\t".join(line) for line in lines)

    def copy(self) -> None:
        """Put the table on the clipboard as text."""
        QGuiApplication.clipboard().setMimeData(unremembered(self.as_text()))
        self.copied.emit()

    def menu(self, row_id: str, opens: Opens | None) -> QMenu:
        """What can be done with a row."""
        del row_id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if opens is not None:
            menu.addAction(self.tr("Open"), lambda: self.opened.emit(opens.kind, opens.id))
        menu.addAction(self.tr("Copy as text"), self.copy)
        return menu

    @property
    def current_id(self) -> str:
        """The id of the current row, empty where there is none."""
        index = self.currentIndex()
        return _row(index).id if index.isValid() else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to what is in them; while hidden, no row is measured."""
        super().showEvent(event)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the columns as they are until they are seen again."""
        super().hideEvent(event)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, copy on the keys for it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # Private

    def _open(self, index: QModelIndex) -> None:
        opens = _row(index).opens if index.isValid() else None
        if opens is not None:
            self.opened.emit(opens.kind, opens.id)

    def _open_menu(self, position: QPoint) -> None:
        index = self.currentIndex()
        if index.isValid():
            row = _row(index)
            self.menu(row.id, row.opens).popup(self.viewport().mapToGlobal(position))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.numbers("caption"))
        self.horizontalHeader().setFont(theme.sized("caption", 12, 500))
        self.verticalHeader().setDefaultSectionSize(theme.size("hit-min"))
        rows = min(_MOST, max(1, self._model.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * theme.size("hit-min") + 2)


def _row(index: QModelIndex) -> Row:
    row: Row = index.data(_ROW)
    return row
