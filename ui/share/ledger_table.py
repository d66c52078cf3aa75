"""The ledger: one row for each PDF that was saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.ids import NO_ID, Id
from app.queries.ledger import LedgerRow
from ui import labels
from ui.theme import current_theme, follow_theme
from ui.widgets.rows import draw_fact, draw_line, shows_focus

Index = QModelIndex | QPersistentModelIndex
_ROW = 44
_PADDING = 8
_BAR = 3
DATE, RECIPIENT, PURPOSE, ITEMS, PAGES, PASSPHRASE = range(6)
SORT: Final = Qt.ItemDataRole.UserRole + 1


class LedgerModel(QAbstractTableModel):
    """The lines of the ledger as words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[LedgerRow, ...] = ()
        self._today = date.min

    def show_rows(self, rows: Sequence[LedgerRow], today: date) -> None:
        """Show these lines; one that is there already stays where it is."""
        if tuple(rows) == self._rows and today == self._today:
            return
        self.beginResetModel()
        self._rows, self._today = tuple(rows), today
        self.endResetModel()

    def line(self, row: int) -> LedgerRow:
        """The line in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headers())

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(section) | Qt.AlignmentFlag.AlignVCenter)
        return self._headers()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, or sorts by."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = index.column()
            return f"{self._headers()[column]}: {self._words(row)[column]}"
        if role == SORT:
            line = row.line
            keys = (row.when.at, line.recipient.casefold(), line.purpose.casefold(), line.items,
                    line.pages, int(line.passphrase))  # fmt: skip
            return keys[index.column()]
        return None

    def as_text(self) -> str:
        """The whole ledger with tabs between its columns."""
        lines = [self._headers(), *(self._words(row) for row in self._rows)]
        return "\n".join("\t".join(line) for line in lines)

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Date"),
            self.tr("Recipient"),
            self.tr("Purpose"),
            self.tr("Items"),
            self.tr("Pages"),
            self.tr("Passphrase"),
        )

    def _words(self, row: LedgerRow) -> tuple[str, ...]:
        return (
            labels.short_day(row.when.day, self._today),
            row.line.recipient,
            row.line.purpose,
            labels.number(row.line.items),
            labels.number(row.line.pages),
            self.tr("Yes") if row.line.passphrase else self.tr("None"),
        )


class LedgerTable(QTableView):
    """The table, as tall as its rows; `picked` carries the id of the line that is current."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LedgerModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.lines)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Ledger"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        self.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self._set_header()
        self.selectionModel().currentRowChanged.connect(self._pick)
        follow_theme(self._fit)

    def show_rows(self, rows: Sequence[LedgerRow], today: date) -> None:
        """Show these lines, keeping the current one."""
        current = self.current_id()
        self.blockSignals(True)
        self.lines.show_rows(rows, today)
        self._select(current)
        self.blockSignals(False)
        self._fit()

    def current_id(self) -> Id:
        """The line that is current, if one is."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self.lines.line(index.row()).id if index.isValid() else NO_ID

    def select(self, line: Id) -> None:
        """Make a line the current one."""
        self._select(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Frame the row once keys are used."""
        self.setProperty("keyboard", True)
        super().keyPressEvent(event)

    def _select(self, line: Id) -> None:
        for row in range(self.lines.rowCount()):
            if self.lines.line(row).id == line:
                index = self._sorted.mapFromSource(self.lines.index(row, 0))
                self.setCurrentIndex(index)
                return

    def _pick(self) -> None:
        self.picked.emit(self.current_id())

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(PURPOSE, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        theme = current_theme()
        self.setFont(theme.font("body"))
        header = self.horizontalHeader()
        header.setFont(theme.font("caption"))
        metrics = QFontMetrics(theme.sized("body", 13, 600))
        for column in (DATE, RECIPIENT, ITEMS, PAGES, PASSPHRASE):
            words = [str(self.model().headerData(column, Qt.Orientation.Horizontal)) + "   "]
            words += [
                str(self.model().index(row, column).data())
                for row in range(self.model().rowCount())
            ]
            extra = theme.px(22) if column == PASSPHRASE else 0
            width = max(metrics.horizontalAdvance(each) for each in words) + extra
            widest = theme.px(160)
            self.setColumnWidth(column, min(width, widest) + 2 * theme.px(_PADDING))
        height = theme.px(_ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        header.setFixedHeight(theme.px(32))
        self.setFixedHeight(theme.px(32) + height * self.lines.rowCount() + 2)


class _Delegate(QStyledItemDelegate):
    """Paints a cell; the first one carries the bar of the current row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state of the row, then the words."""
        theme = current_theme()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, theme.colours.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colours.hover)
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if selected and index.column() == DATE:
            x = box.right() + 1 - _BAR if rtl else box.x()
            painter.fillRect(QRect(x, box.y(), _BAR, box.height()), theme.colours.accent)
        self._paint_words(painter, box, index, selected=selected)
        if option.state & QStyle.StateFlag.State_HasFocus and shows_focus(option.widget):
            painter.setPen(QPen(theme.colours.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, index: Index, *, selected: bool) -> None:
        theme = current_theme()
        pad = theme.px(_PADDING)
        inner = box.adjusted(pad, 0, -pad, 0)
        column, words = index.column(), str(index.data())
        if column == PASSPHRASE and index.data(SORT):
            draw_fact(painter, inner, "key-round", words, colour="text-3")
            return
        strong = column == RECIPIENT or (column == DATE and selected)
        weight = 500 if column == RECIPIENT else 600
        font = theme.font("body") if column == PURPOSE else theme.numbers("body")
        if strong:
            font = theme.sized("body", 13, weight)
        elif column == PASSPHRASE:
            font = theme.font("caption")
        quiet = column in {PURPOSE, PASSPHRASE}
        colour = "text-2" if quiet else "text"
        draw_line(painter, inner, words, font=font, colour=colour, end=column in {ITEMS, PAGES})


def _alignment(column: int) -> Qt.AlignmentFlag:
    numbers = column in {ITEMS, PAGES}
    return Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft
