"""The table of experiences: as many columns as fit, the others as words below the title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.charts.mix import LEARNING_ICONS
from app.domain.ids import NO_ID, Id
from app.queries.experiences import ExperienceRow
from ui.experience_words import KIND_ICONS
from ui.plan import experience_words as words
from ui.plan.experience_model import RECORD, SORTED, Column, ExperienceModel
from ui.theme import current_theme, follow_theme
from ui.widgets.icons import paint_icon
from ui.widgets.prose_clipboard import unremembered
from ui.widgets.ring import is_by_keyboard
from ui.widgets.rows import Index, draw_line, shows_focus
from ui.widgets.tall_list import wrapped_lines

_ALL = 760
"""The narrowest table, in pixels at 100 %, that has room for every column."""
_SOME = 560
_ROW, _LINE, _PADDING, _ICON_GAP, _BAR = 44, 20, 8, 10, 3
_TITLE_LINES, _MOST_LINES = 2, 3
_OTHERS = (Column.KIND, Column.WHEN, Column.LEARNING, Column.HOURS)
_WIDEST = 220
Fonts: TypeAlias = tuple[QFontMetrics, QFontMetrics]


class ExperienceTable(QTableView):
    """As tall as its rows: a click or Enter opens one, its signals carry an experience's id."""

    opened = Signal(str)
    copied = Signal()
    edit_asked = Signal(str)
    trash_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    sorted_by = Signal(int, bool)
    """A Column, and whether it runs downwards."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._model = ExperienceModel(today, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORTED)
        self.setModel(self._sorted)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        self._set_header()
        self.clicked.connect(self._open)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.sort_by(Column.WHEN, down=True)
        follow_theme(self.fit)

    # Methods

    def show_rows(self, rows: Sequence[ExperienceRow], name: str) -> None:
        """Show these experiences under a name, keeping the current one."""
        current, place = self.current_id(), self.currentIndex().row()
        self.setAccessibleName(name)
        self._model.show_rows(rows)
        if not self.select(current) and rows:
            self.setCurrentIndex(self._sorted.index(max(0, min(place, len(rows) - 1)), 0))
        self.fit()

    def current_id(self) -> Id:
        """The experience that is current, NO_ID where none is."""
        return _id_at(self.currentIndex())

    def select(self, experience_id: Id) -> bool:
        """Make an experience the current row; False where it is not listed."""
        index = self._sorted.mapFromSource(self._model.place(experience_id))
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def in_order(self) -> tuple[ExperienceRow, ...]:
        """The experiences as they are sorted."""
        places = range(self._sorted.rowCount())
        return tuple(self._sorted.index(at, Column.TITLE).data(RECORD) for at in places)

    def sort_by(self, column: Column, *, down: bool) -> None:
        """Sort without telling of it."""
        header = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        if (self._sorted.sortColumn(), self._sorted.sortOrder()) == (column, order):
            return
        self.blockSignals(True)
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)
        self._sorted.sort(column, order)
        self.blockSignals(False)
        self.fit()

    def column_words(self, column: Column) -> str:
        """What a column is called."""
        return self._model.column_words(column)

    def as_text(self) -> str:
        """The table as it is sorted, tabs between all its columns."""
        lines = [[self.column_words(column) for column in Column]]
        for place in range(self._sorted.rowCount()):
            cells = (self._sorted.index(place, column) for column in Column)
            lines.append([str(cell.data()) for cell in cells])
        return "\n".join("\t".join(line) for line in lines)

    def copy(self) -> None:
        """Put the table on the clipboard as text."""
        QGuiApplication.clipboard().setMimeData(unremembered(self.as_text()))
        self.copied.emit()

    def below(self, row: ExperienceRow) -> str:
        """What stands below a title: what the columns that have no room would say."""
        hidden = [column for column in Column if self.isColumnHidden(column)]
        said = [self._model.cell_words(row, column) for column in hidden]
        if Column.HOURS in hidden and row.hours is not None:
            said[-1] = words.hours_words(row.hours)
        return words.sentence(said)

    def fit(self) -> None:
        """Show as many columns as there is room for, and be as tall as the rows."""
        theme = current_theme()
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.sized("caption", 12, 500))
        self._show_columns(theme.effective_width(self.width()))
        self._size_columns()
        shown = [column for column in _OTHERS if not self.isColumnHidden(column)]
        # The header gives the first column its width only later.
        taken = sum(self.columnWidth(column) for column in shown)
        room = self.viewport().width() - taken - text_lead() - _PADDING
        fonts = fonts_of_lines()
        heights = [self._height(row, room, fonts) for row in self.in_order()]
        usual = min(heights, default=theme.px(_ROW))
        self.verticalHeader().setDefaultSectionSize(usual)
        for at, height in enumerate(heights):
            if height != usual:
                self.setRowHeight(at, height)
        head = theme.px(32)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + sum(heights) + 2)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, edit on F2, remove on Delete, copy on the keys for it."""
        self.setProperty("keyboard", True)
        current = self.current_id()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not current:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit(current)
        elif event.key() == Qt.Key.Key_Delete:
            self.trash_asked.emit(current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row, framed if a key brought the focus."""
        if is_by_keyboard(event.reason()):
            self.setProperty("keyboard", True)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(0, Column.TITLE))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        self.setProperty("keyboard", False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    # Private

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.sortIndicatorChanged.connect(
            lambda column, order: self.sorted_by.emit(column, order == Qt.SortOrder.DescendingOrder)
        )

    def _show_columns(self, width: float) -> None:
        some = {Column.TITLE, Column.KIND, Column.WHEN}
        shown = set(Column) if width >= _ALL else some if width >= _SOME else {Column.TITLE}
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        if self.currentIndex().isValid() and self.isColumnHidden(self.currentIndex().column()):
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(Column.TITLE))

    def _size_columns(self) -> None:
        theme = current_theme()
        metrics = QFontMetrics(theme.numbers("body"))
        for column in _OTHERS:
            said = [self.column_words(column) + "    "]
            said += self._model.column_of(column)
            width = max(metrics.horizontalAdvance(each) for each in said)
            icon = theme.size("icon") + theme.px(_ICON_GAP) if column is Column.LEARNING else 0
            self.setColumnWidth(column, min(width + icon, theme.px(_WIDEST)) + theme.px(24))

    def _height(self, row: ExperienceRow, width: int, fonts: Fonts) -> int:
        theme = current_theme()
        title, below = lines_of(row.title, self.below(row), width, fonts)
        lines = len(title) + len(below)
        return theme.px(_ROW) + (lines - 1) * theme.px(_LINE)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(_id_at(index))

    def _ask_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center()
            self.menu_asked.emit(_id_at(index), self.viewport().mapToGlobal(place))


class _Delegate(QStyledItemDelegate):
    """Paints a cell; the first one carries the icon of the kind and what has no column."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the state of the row, then the words."""
        theme = current_theme()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if selected and shows_focus(option.widget):
            painter.fillRect(box, theme.colours.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colours.hover)
        painter.setPen(QPen(theme.colours.border, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == Column.TITLE:
            self._paint_title(painter, box, index, option.widget)
        else:
            self._paint_words(painter, box, index)
        if focused and shows_focus(option.widget):
            painter.setPen(QPen(theme.colours.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRect, index: Index, table: object) -> None:
        theme, row = current_theme(), index.data(RECORD)
        below = table.below(row) if isinstance(table, ExperienceTable) else ""
        pad, side, line = _PADDING, theme.size("icon"), theme.px(_LINE)
        inner = QRect(box.x() + text_lead(), 0, box.width() - text_lead() - pad, line)
        icon = QRect(box.x() + pad, 0, side, line)
        titles, belows = lines_of(row.title, below, inner.width(), fonts_of_lines())
        top = box.y() + (box.height() - (len(titles) + len(belows)) * line) // 2
        whole = QRect(box.x(), 0, box.width(), line)
        icon = QStyle.visualRect(painter.layoutDirection(), whole, icon)
        inner = QStyle.visualRect(painter.layoutDirection(), whole, inner)
        paint_icon(painter, icon.translated(0, top), KIND_ICONS[row.type], "text-2")
        for place, said in enumerate((*titles, *belows)):
            is_title = place < len(titles)
            font = theme.font("section") if is_title else theme.numbers("caption")
            colour = "text" if is_title else "text-2"
            where = inner.translated(0, top + place * line)
            draw_line(painter, where, said, font=font, colour=colour)

    def _paint_words(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme = current_theme()
        pad = _PADDING
        inner = box.adjusted(pad, 0, -pad, 0)
        column, row = index.column(), index.data(RECORD)
        if column == Column.LEARNING:
            side = theme.size("icon-chip")
            icon = QRect(inner.x(), box.y(), side, box.height())
            lead = side + theme.px(6)
            rest = inner.adjusted(lead, 0, 0, 0)
            direction = painter.layoutDirection()
            name = LEARNING_ICONS[row.learning]
            paint_icon(painter, QStyle.visualRect(direction, inner, icon), name, "text-2")
            inner = QStyle.visualRect(direction, inner, rest)
        font, end = theme.numbers("body"), column == Column.HOURS
        draw_line(painter, inner, str(index.data()), font=font, colour="text-2", end=end)


def text_lead() -> int:
    """Where the words of a title begin, after the icon of its kind."""
    theme = current_theme()
    return _PADDING + theme.size("icon") + theme.px(_ICON_GAP)


def fonts_of_lines() -> Fonts:
    """What titles, and the words below them, are measured by."""
    theme = current_theme()
    return QFontMetrics(theme.font("section")), QFontMetrics(theme.numbers("caption"))


def lines_of(title: str, below: str, width: int, fonts: Fonts) -> tuple[list[str], list[str]]:
    """The lines of a title and of what stands below it, in a width."""
    strong, quiet = fonts
    titles = wrapped_lines(strong, title, width, _TITLE_LINES)
    return titles, wrapped_lines(quiet, below, width, _MOST_LINES)


def _id_at(index: Index) -> Id:
    row = index.data(RECORD)
    return row.id if row is not None else NO_ID
