"""The ledger: one row for each PDF that was saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.ids import NO_ID, Id
from app.domain.packs import Mark
from app.queries.ledger import LedgerRow
from ui.share.ledger_model import (
    DATE,
    ITEMS,
    LINE,
    MARK,
    NUMBERS,
    PAGES,
    PASSPHRASE,
    PURPOSE,
    RECIPIENT,
    SORT,
    STANDING,
    LedgerModel,
)
from ui.share.ledger_words import MARK_ICONS, mark_words
from ui.theme import current_theme, follow_theme
from ui.widgets.ring import is_by_keyboard
from ui.widgets.rows import draw_fact, draw_line, shows_focus

Index = QModelIndex | QPersistentModelIndex
_ROW = 44
_PADDING = 8
_BAR = 3
_NARROW = 600
_ROUNDING = 2


class LedgerTable(QTableView):
    """The table, as tall as its rows; `picked` carries the id of the line that is current.

    `marked` carries a line and a Mark to note of it, `copied` asks for the ledger as text.
    """

    picked = Signal(str)
    marked = Signal(str, object)
    copied = Signal()

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        self.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self._set_header()
        self.selectionModel().currentRowChanged.connect(self._pick)
        follow_theme(self._fit)

    # Methods

    def show_rows(self, rows: Sequence[LedgerRow], today: date) -> None:
        """Show these lines, keeping the current one."""
        current = self.current_id()
        self.blockSignals(True)
        changed = self.lines.show_rows(rows, today)
        if changed:
            self._select(current)
        self.blockSignals(False)
        if changed:
            self._fit()
        if self.current_id() != current:
            self._pick()

    def current_id(self) -> Id:
        """The line that is current, if one is."""
        index = self.currentIndex()
        return _line(index).id if index.isValid() else NO_ID

    def select(self, line: Id) -> bool:
        """Make a line the current one; returns whether it is among those shown."""
        return self._select(line)

    def in_order(self) -> tuple[LedgerRow, ...]:
        """The lines as they are sorted."""
        places = range(self._sorted.rowCount())
        return tuple(_line(self._sorted.index(place, DATE)) for place in places)

    def as_text(self) -> str:
        """The lines that are shown as they are sorted, each in full."""
        return self.lines.as_text(self.in_order())

    def menu(self) -> QMenu:
        """What can be done with the current line and with the table."""
        menu, line = QMenu(self), self.current_id()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line:
            for mark in Mark:
                words = self.tr("Mark as: {mark}").format(mark=mark_words(mark))
                menu.addAction(words, partial(self.marked.emit, line, mark))
            menu.addSeparator()
        orders = QActionGroup(menu)
        for column in range(self.lines.columnCount()):
            words = self.tr("Sort by {column}").format(column=self.lines.column_words(column))
            action = QAction(words, menu, checkable=True)
            action.setChecked(self._sorted.sortColumn() == column)
            action.triggered.connect(partial(self.sort_by, column))
            orders.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Copy as text"), self.copied.emit)
        return menu

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the one that it is sorted by already, the other way round."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        order = down if column in {DATE, ITEMS, PAGES, PASSPHRASE} else up
        if self._sorted.sortColumn() == column:
            order = up if self._sorted.sortOrder() == down else down
        self.sortByColumn(column, order)

    # Events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the current line, which Qt makes the first, and frame it if a key brought us."""
        if is_by_keyboard(event.reason()):
            self.setProperty("keyboard", True)
        super().focusInEvent(event)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.currentIndex(), flag.ClearAndSelect | flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Frame the row once keys are used; copy on the keys for it."""
        self.setProperty("keyboard", True)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the purpose its room where there is little."""
        super().resizeEvent(event)
        self._show_columns()

    # Private

    def _show_columns(self) -> None:
        narrow = current_theme().effective_width(self.width()) < _NARROW
        for column in (PAGES, PASSPHRASE):
            self.setColumnHidden(column, narrow)

    def _select(self, line: Id) -> bool:
        for row, known in enumerate(self.lines.lines):
            if known.id == line:
                self.setCurrentIndex(self._sorted.mapFromSource(self.lines.index(row, DATE)))
                return True
        return False

    def _pick(self) -> None:
        self.picked.emit(self.current_id())

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self.viewport().mapToGlobal(at))

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
            name, *words = self.lines.widest(column)
            extra = theme.px(22) if column == PASSPHRASE else 0
            width = max(map(metrics.horizontalAdvance, (f"{name}   ", *words)))
            width = min(width + extra + _ROUNDING, theme.px(160))
            self.setColumnWidth(column, width + 2 * theme.px(_PADDING))
        self._show_columns()
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
        if column == PURPOSE and (standing := str(index.data(STANDING))):
            inner = _paint_standing(painter, inner, index.data(MARK), standing)
        strong = column == RECIPIENT or (column == DATE and selected)
        weight = 500 if column == RECIPIENT else 600
        font = theme.font("body") if column == PURPOSE else theme.numbers("body")
        if strong:
            font = theme.sized("body", 13, weight)
        elif column == PASSPHRASE:
            font = theme.font("caption")
        quiet = column in {PURPOSE, PASSPHRASE}
        colour = "text-2" if quiet else "text"
        draw_line(painter, inner, words, font=font, colour=colour, end=column in NUMBERS)


def _paint_standing(painter: QPainter, box: QRect, mark: Mark | None, words: str) -> QRect:
    """Say below the purpose what became of the copy; return the room that is left above."""
    theme = current_theme()
    edge, middle = theme.px(4), box.y() + box.height() // 2
    below = QRect(box.x(), middle, box.width(), box.height() // 2 - edge)
    if mark is None:
        draw_line(painter, below, words, font=theme.font("caption"), colour="text-2")
    else:
        draw_fact(painter, below, MARK_ICONS[mark], words, colour="curtain-text")
    return QRect(box.x(), box.y() + edge, box.width(), box.height() // 2 - edge)


def _line(index: Index) -> LedgerRow:
    row: LedgerRow = index.data(LINE)
    return row
